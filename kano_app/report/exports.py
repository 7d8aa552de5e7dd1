"""All ways out of a study but the PDF: each with its ending, its name, and the function that makes its bytes."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kano_app.analysis import Analysis
from kano_app.domain.project import Project
from kano_app.i18n import N_, language
from kano_app.placing import place
from kano_app.report.backlog import Backlog, backlog_csv
from kano_app.report.csv_writer import csv_text
from kano_app.report.json_writer import json_document
from kano_app.report.study_tables import study_tables
from kano_app.report.written import Progress, silent
from kano_app.roadmap import Roadmap
from kano_app.tables import every_figure

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of everything in an archive: the same study gives the same bytes."""
_PUBLIC = 0o644 << 16

Content = bytes | Mapping[str, bytes]
"""Of one file; or of the files of a folder by their paths in it, which are of our own making."""


@dataclass(frozen=True, slots=True)
class Export:
    """One way out."""

    key: str
    label: str
    """A message id."""
    suffix: str
    """The ending of its file; a folder has none."""
    make: Callable[[Project, Analysis, Roadmap, Progress], Content]


def _workbook(project: Project, analysis: Analysis, roadmap: Roadmap, progress: Progress) -> bytes:
    from kano_app.report.workbook import workbook_of  # noqa: PLC0415 - loaded by those who want it

    return workbook_of(project, analysis, roadmap, progress)


def _page(project: Project, analysis: Analysis, roadmap: Roadmap, progress: Progress) -> bytes:
    from kano_app.report.html import html_of  # noqa: PLC0415 - matplotlib takes its time

    return html_of(project, analysis, roadmap, progress)


def _json(project: Project, analysis: Analysis, roadmap: Roadmap, _: Progress) -> bytes:
    document = json_document(project, analysis, roadmap, language(project.report.language))
    return (json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _figures(project: Project, analysis: Analysis, roadmap: Roadmap, _: Progress) -> bytes:
    return csv_text(every_figure(analysis, roadmap), language(project.report.language)).encode("utf-8-sig")


def _jira(project: Project, _: Analysis, roadmap: Roadmap, __: Progress) -> bytes:
    return backlog_csv(project, roadmap, Backlog.JIRA)


def _github(project: Project, _: Analysis, roadmap: Roadmap, __: Progress) -> bytes:
    return backlog_csv(project, roadmap, Backlog.GITHUB)


def _tables(project: Project, analysis: Analysis, roadmap: Roadmap, _: Progress) -> dict[str, bytes]:
    words = language(project.report.language)
    return {
        f"tables/{one.key}.csv": csv_text(one.table, words).encode("utf-8-sig")
        for one in study_tables(project, analysis, roadmap, words)
    }


def _charts(project: Project, analysis: Analysis, roadmap: Roadmap, progress: Progress) -> dict[str, bytes]:
    from kano_app.report.pictures import pictures  # noqa: PLC0415 - matplotlib takes its time

    found = {}
    every = pictures(project, analysis, roadmap)
    for number, one in enumerate(every, start=1):
        found[f"charts/{one.key}.svg"] = one.svg(project.report.language)
        found[f"charts/{one.key}.png"] = one.png(project.report.language)
        progress(number / len(every))
    return found


def _everything(project: Project, analysis: Analysis, roadmap: Roadmap, progress: Progress) -> dict[str, bytes]:
    """Return all files that are made of tables and charts, without those that hold everything in one."""
    study = (project, analysis, roadmap)
    return {
        "results.json": _json(*study, silent),
        "every-figure.csv": _figures(*study, silent),
        "backlog-jira.csv": _jira(*study, silent),
        "backlog-github.csv": _github(*study, silent),
        **_tables(*study, silent),
        **_charts(*study, progress),
    }


EXPORTS = (
    Export("workbook", N_("Workbook"), ".xlsx", _workbook),
    Export("page", N_("Web page"), ".html", _page),
    Export("json", N_("JSON for programs"), ".json", _json),
    Export("figures", N_("Every figure as CSV"), ".csv", _figures),
    Export("jira", N_("Backlog for Jira"), ".csv", _jira),
    Export("github", N_("Backlog for GitHub Projects"), ".csv", _github),
    Export("tables", N_("All tables as CSV"), ".zip", _tables),
    Export("charts", N_("All charts as SVG and PNG"), ".zip", _charts),
    Export("archive", N_("Tables, charts and backlogs in one archive"), ".zip", _everything),
    Export("folder", N_("Tables, charts and backlogs in a folder"), "", _everything),
)
"""In the order in which they are offered."""


def export_by_key(key: str) -> Export:
    """Return one way out by its key.

    Raises:
        KeyError: if there is none of that name.

    """
    return {one.key: one for one in EXPORTS}[key]


def write_export(
    export: Export,
    project: Project,
    analysis: Analysis,
    roadmap: Roadmap,
    path: Path,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Write a study one way out, and return the files that are there now.

    Everything is made before anything is written. A file appears whole or not at all; in a folder each one does, and
    what else lies there stays.

    Args:
        export: one of ``EXPORTS``.
        project: the study.
        analysis: its figures.
        roadmap: its roadmap.
        path: the file, or the folder, which is made where there is none.
        progress: told how much is made.

    Raises:
        OSError: if a file cannot be written.

    """
    content = export.make(project, analysis, roadmap, progress)
    if isinstance(content, bytes):
        place(path, content)
        return (path,)
    if export.suffix:
        place(path, _packed(content))
        return (path,)
    written = []
    for name, part in content.items():
        target = path.joinpath(*name.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        place(target, part)
        written.append(target)
    return tuple(written)


def _packed(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _PUBLIC, 3
            archive.writestr(entry, content)
    return target.getvalue()
