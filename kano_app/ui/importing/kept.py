"""Mappings that were corrected by hand, kept for the next file of the same shape; no answers of anybody."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kano_app.domain.mapping import HALVES, OF_A_FEATURE, MappedColumn, Mapping, Role
from kano_app.domain.problem import Unusable
from kano_app.domain.settings import ImportSettings
from kano_app.placing import place
from kano_app.ui.places import data_folder

MOST = 200
"""Mappings that are kept; of more the oldest go."""
_FREE = {Role.LEFT_OUT, Role.TRAIT, Role.RESPONDENT}


def mappings_folder() -> Path:
    """Return where mappings are kept."""
    return data_folder() / "mappings"


def recall(shape: str) -> tuple[Mapping, dt.date] | None:
    """Return the mapping of a shape and the day it was corrected; ``None`` where there is none that can be read."""
    from kano_app import importers  # noqa: PLC0415 - heavy libraries wait until they are needed

    path = _path(shape)
    try:
        day = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).astimezone().date()
        return importers.read_mapping(path), day
    except (OSError, Unusable):
        return None


def keep(shape: str, mapping: Mapping) -> bool:
    """Keep a mapping for its shape; return whether that could be done without writing of whom the file tells."""
    from kano_app import importers  # noqa: PLC0415
    from kano_app.importers.headings import is_personal  # noqa: PLC0415

    bare = without_people(mapping, is_personal)
    if bare is None:
        return False
    folder = mappings_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place(_path(shape), importers.mapping_json(bare).encode("utf-8"))
        _forget_oldest(folder)
    except OSError:
        return False
    return True


def forget(shape: str) -> None:
    """Keep the mapping of a shape no longer."""
    with suppress(OSError):
        _path(shape).unlink(missing_ok=True)


def without_people(mapping: Mapping, is_personal: Callable[[str], bool]) -> Mapping | None:
    """Return a mapping without what tells of whom; ``None`` where the mapping is nothing without it."""
    from kano_app.importers.answers import AnswerReader, is_code, is_word  # noqa: PLC0415
    from kano_app.importers.headings import fold_heading  # noqa: PLC0415

    reader = AnswerReader(ImportSettings(), mapping.wordings)
    slots = [reader.slot(one.heading) for one in mapping.of(*HALVES) if one.heading]
    if any(is_word(slot) or is_code(slot) for slot in slots):
        # Somebody's answers were taken for headings: the file has none, and what stands beside them is of that person.
        return None
    needed = {fold_heading(one.heading) for one in mapping.columns if one.role is not Role.LEFT_OUT}
    told = [one for one in mapping.columns if is_personal(one.heading) or is_personal(one.feature)]
    if any(one.role not in _FREE for one in told) or any(is_personal(rule.heading) for rule in mapping.left_out_rows):
        return None
    # Among columns of one heading the order tells which is which: none of them is dropped.
    told += [one for one in mapping.columns if one.role is Role.LEFT_OUT and fold_heading(one.heading) not in needed]
    columns = tuple(_bare(one) for one in mapping.columns if one not in told)
    wordings = tuple(one for one in mapping.wordings if not is_personal(one[0]))
    return replace(mapping, columns=columns, wordings=wordings)


def _bare(column: MappedColumn) -> MappedColumn:
    return column if column.role in OF_A_FEATURE else replace(column, feature="")


def _path(shape: str) -> Path:
    return mappings_folder() / f"{shape}.json"


def _forget_oldest(folder: Path) -> None:
    found = []
    for path in folder.glob("*.json"):
        with suppress(OSError):
            found.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(found, reverse=True)[MOST:]:
        with suppress(OSError):
            path.unlink()
