"""A workbook looked through before it is read: refused if it is too large, and what its values alone do not tell."""

import html
import re
from functools import partial

from kano_app.domain.problem import Code
from kano_app.importers.findings import Findings
from kano_app.importers.readers import limits, sheet_bin, sheet_ods, sheet_xml
from kano_app.importers.readers.archive import Archive
from kano_app.importers.readers.grid import column_letters
from kano_app.importers.readers.sheet_notes import SheetNotes

_MOST_MARKUP = 16 << 20
"""Bytes of the lists of sheets and styles that are looked at."""
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_COUNT = re.compile(rb"""\b(?:uniqueCount|count)\s*=\s*["'](\d+)["']""")
_FEW = 1_000_000
_FORMATS = re.compile(r"<(?:\w+:)?numFmt\s([^>]*)>")
_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<(?:\w+:)?xf\b([^>]*)>")
_PERCENTS = {"9", "10"}
"""The numbers of the built-in formats that show percentages."""


def look_through(archive: Archive) -> dict[str, SheetNotes]:
    """Return what each sheet of a workbook holds, by its name.

    Raises:
        Unusable: if it is damaged, or larger than is read.

    """
    if "content.xml" in archive.entries and "xl/workbook.xml" not in archive.entries:
        sheets = sheet_ods.Sheets().look_through(archive.blocks("content.xml"))
        found = {one.name: one for one in sheets}
        read = {"content.xml"}
    else:
        found, read = _office_sheets(archive)
    for name in archive.read_by_others():
        if name not in read:
            archive.count(name)
    _check_size(found, archive.findings)
    return found


def _office_sheets(archive: Archive) -> tuple[dict[str, SheetNotes], set[str]]:
    _check_strings(archive)
    percents = _percent_styles(_markup(archive, "xl/styles.xml"))
    parts = _parts(archive)
    found = {}
    for name, part in parts.items():
        if part.endswith(".bin"):
            found[name] = sheet_bin.look_through(archive.blocks(part))
        else:
            found[name] = sheet_xml.look_through(partial(archive.blocks, part), percents)
    return found, set(parts.values())


def _markup(archive: Archive, name: str) -> str:
    return archive.start(name, _MOST_MARKUP).decode("utf-8", "replace")


def _attributes(tag: str) -> dict[str, str]:
    return {
        name.rsplit(":", 1)[-1]: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)
    }


def _parts(archive: Archive) -> dict[str, str]:
    """Return the files of the sheets by the names of the sheets; of what is no usual directory, by themselves."""
    targets = {}
    for tag in _RELATION.findall(_markup(archive, "xl/_rels/workbook.xml.rels")):
        relation = _attributes(tag)
        target = relation.get("Target", "").lstrip("/").lower()
        targets[relation.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"
    sheets = [_attributes(tag) for tag in _SHEET.findall(_markup(archive, "xl/workbook.xml"))]
    parts = {sheet.get("name", ""): targets.get(sheet.get("id", ""), "") for sheet in sheets}
    parts = {name: part for name, part in parts.items() if part in archive.entries and "chartsheet" not in part}
    others = [name for name in archive.entries if name.startswith("xl/worksheets/") and "/_rels/" not in name]
    return parts | {name: name for name in others if name not in parts.values()}


def _check_strings(archive: Archive) -> None:
    """Refuse texts whose number is a lie: room is made for as many as are said to be there."""
    entry = archive.entries.get("xl/sharedstrings.xml")
    if entry is None:
        return
    told = _COUNT.findall(archive.start(entry.filename, 4096))
    if any(int(number[:20]) > max(entry.file_size, _FEW) for number in told):
        raise archive.findings.unusable(Code.WORKBOOK_BROKEN)


def _percent_styles(styles: str) -> frozenset[bytes]:
    """Return the numbers of the styles that show a number as a percentage."""
    formats = map(_attributes, _FORMATS.findall(styles))
    percents = _PERCENTS | {one.get("numFmtId", "") for one in formats if "%" in one.get("formatCode", "")}
    cells = _STYLES.search(styles)
    used = [_attributes(tag).get("numFmtId") for tag in _STYLE.findall(cells[0])] if cells else []
    return frozenset(str(number).encode() for number, one in enumerate(used) if one in percents)


def _check_size(found: dict[str, SheetNotes], findings: Findings) -> None:
    cells = 0
    for name, notes in found.items():
        if notes.right >= limits.COLUMNS:
            raise Findings(findings.file, name).unusable(Code.FILE_TOO_LARGE, reason="columns", most=limits.COLUMNS)
        cells += notes.cells
        if cells > limits.CELLS or notes.is_too_large:
            raise Findings(findings.file, name).unusable(
                Code.FILE_TOO_LARGE, row=notes.bottom + 1, column=column_letters(notes.right), reason="cells"
            )
