"""A mapping as JSON, to be kept beside a form, written by ``check --write-map`` and changed by hand."""

import json
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from kano_app.domain.answer import Answer
from kano_app.domain.category import Category
from kano_app.domain.mapping import (
    OF_A_FEATURE,
    Confidence,
    Layout,
    MappedColumn,
    Mapping,
    PairReason,
    Platform,
    Role,
    RowRule,
)
from kano_app.domain.problem import Code
from kano_app.domain.settings import Direction, Scale
from kano_app.importers.findings import Findings
from kano_app.importers.readers.grid import column_letters

_VERSION = 1
_LARGEST = 16 << 20
"""Bytes; a mapping of ten thousand columns is a tenth of it."""
_LETTERS = re.compile(r"[A-Z]{1,4}")

_Kind = TypeVar("_Kind", bound=StrEnum)


class _WrongError(Exception):
    """What is wrong with the JSON, and where."""

    def __init__(self, place: str, allowed: str = "") -> None:
        super().__init__(place)
        self.place, self.allowed = place, allowed


def mapping_json(mapping: Mapping) -> str:
    """Return a mapping as JSON, one column a line."""
    told: dict[str, Any] = {
        "kano-app": "mapping",
        "version": _VERSION,
        "layout": mapping.layout.value,
        "platform": mapping.platform.value,
        "sheet": mapping.sheet,
        "heading_rows": list(mapping.heading_rows),
        "first_row": mapping.first_row,
        "scale": mapping.scale and mapping.scale.value,
        "direction": mapping.direction and mapping.direction.value,
        "dysfunctional_direction": mapping.dysfunctional_direction and mapping.dysfunctional_direction.value,
        "answers": {text: answer.name.lower() for text, answer in mapping.wordings},
        "left_out_rows": [
            {
                "column": column_letters(rule.position),
                "heading": rule.heading,
                "texts": list(rule.texts),
                "reason": rule.reason,
            }
            for rule in mapping.left_out_rows
        ],
    }
    head = json.dumps(told, ensure_ascii=False, indent=2)[:-2]
    columns = ",\n".join(f"    {json.dumps(_column(one), ensure_ascii=False)}" for one in mapping.columns)
    return f'{head},\n  "columns": [\n{columns}\n  ]\n}}\n'


def _column(one: MappedColumn) -> dict[str, Any]:
    told = {
        "column": column_letters(one.position),
        "heading": one.heading,
        "role": one.role.value,
        "feature": one.feature,
        "category": one.category and one.category.value,
        "reason": one.reason,
        "confidence": one.confidence and one.confidence.value,
        "asked": one.asked,
    }
    return {name: value for name, value in told.items() if value or name in {"column", "heading", "role"}}


def read_mapping(path: Path) -> Mapping:
    """Read a mapping.

    Raises:
        Unusable: if the file cannot be read or is no mapping; the problem tells the place.

    """
    findings = Findings(path.name)
    try:
        if path.stat().st_size > _LARGEST:
            raise findings.unusable(Code.MAPPING_UNREADABLE, reason="large")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise findings.unusable(Code.FILE_MISSING) from None
    except IsADirectoryError:
        raise findings.unusable(Code.FILE_IS_FOLDER) from None
    except (OSError, UnicodeDecodeError):
        raise findings.unusable(Code.MAPPING_UNREADABLE, reason="text") from None
    try:
        return mapping_of_json(text)
    except json.JSONDecodeError as error:
        raise findings.unusable(Code.MAPPING_UNREADABLE, reason="json", row=error.lineno) from None
    except RecursionError:
        raise findings.unusable(Code.MAPPING_UNREADABLE, reason="json", row=1) from None
    except _WrongError as wrong:
        raise findings.unusable(
            Code.MAPPING_UNREADABLE, reason="part", value=wrong.place, allowed=wrong.allowed
        ) from None


def mapping_of_json(text: str) -> Mapping:
    """Return the mapping that a JSON text tells.

    Raises:
        json.JSONDecodeError: if it is no JSON.
        Exception: with the place, if it is no mapping.

    """
    told = json.loads(text)
    if not isinstance(told, dict) or told.get("kano-app") != "mapping":
        raise _WrongError("kano-app", '"mapping"')
    if told.get("version") != _VERSION:
        raise _WrongError("version", str(_VERSION))
    columns = _list(told, "columns")
    try:
        return _refuse_what_contradicts(
            Mapping(
                _choice(told, "layout", Layout),
                tuple(_mapped(one, f"columns[{at}]") for at, one in enumerate(columns, start=1)),
                tuple(_whole(row, "heading_rows") for row in _list(told, "heading_rows")),
                _whole(told.get("first_row"), "first_row"),
                _text(told, "sheet"),
                _choice(told, "platform", Platform, Platform.OTHER),
                tuple(
                    _rule(one, f"left_out_rows[{at}]") for at, one in enumerate(_list(told, "left_out_rows"), start=1)
                ),
                _wordings(told.get("answers", {})),
                _maybe(told, "scale", Scale),
                _maybe(told, "direction", Direction),
                _maybe(told, "dysfunctional_direction", Direction),
            )
        )
    except ValueError as error:
        raise _WrongError("columns" if "column" in str(error) else "first_row") from None


def _refuse_what_contradicts(mapping: Mapping) -> Mapping:
    """Refuse features without a name, halves told twice, and importance of what is no feature."""
    if mapping.layout is not Layout.WIDE:
        return mapping
    seen: set[tuple[str, Role]] = set()
    for at, one in enumerate(mapping.columns, start=1):
        if one.role in OF_A_FEATURE:
            if not one.feature.strip() or (one.role is Role.IMPORTANCE and one.feature not in mapping.features):
                raise _WrongError(f"columns[{at}].feature")
            if (one.feature, one.role) in seen:
                raise _WrongError(f"columns[{at}].role")
            seen.add((one.feature, one.role))
    return mapping


def _mapped(told: Any, place: str) -> MappedColumn:  # noqa: ANN401 - it is JSON
    if not isinstance(told, dict):
        raise _WrongError(place)
    role = _choice(told, "role", Role, at=place)
    reason = _text(told, "reason", place)
    if reason and role in {Role.FUNCTIONAL, Role.DYSFUNCTIONAL}:
        reason = reason if reason in set(PairReason) else PairReason.BY_HAND
    return MappedColumn(
        _position(told, place),
        _text(told, "heading", place),
        role,
        _text(told, "feature", place),
        _maybe(told, "category", Category, place),
        reason,
        _maybe(told, "confidence", Confidence, place),
        bool(told.get("asked", False)),
    )


def _rule(told: Any, place: str) -> RowRule:  # noqa: ANN401 - it is JSON
    if not isinstance(told, dict):
        raise _WrongError(place)
    texts = tuple(_is_text(one, f"{place}.texts") for one in _list(told, "texts", place))
    reason = _text(told, "reason", place) or PairReason.BY_HAND
    return RowRule(_position(told, place), _text(told, "heading", place), texts, reason)


def _wordings(told: Any) -> tuple[tuple[str, Answer], ...]:  # noqa: ANN401 - it is JSON
    names = {answer.name.lower(): answer for answer in Answer}
    if not isinstance(told, dict):
        raise _WrongError("answers")
    for text, name in told.items():
        if not isinstance(name, str) or name not in names:
            raise _WrongError(f"answers[{text!r}]", ", ".join(names))
    return tuple((text, names[name]) for text, name in told.items())


def _position(told: dict[str, Any], place: str) -> int:
    letters = told.get("column")
    if not isinstance(letters, str) or not _LETTERS.fullmatch(letters):
        raise _WrongError(f"{place}.column", "A, B, … AA")
    position = 0
    for letter in letters:
        position = 26 * position + ord(letter) - ord("A") + 1
    return position - 1


def _choice(
    told: dict[str, Any], name: str, kind: Callable[[Any], _Kind], default: _Kind | None = None, at: str = ""
) -> _Kind:
    value = told.get(name, default)
    try:
        return kind(value)
    except ValueError:
        raise _WrongError(f"{at}.{name}" if at else name, ", ".join(kind)) from None  # type: ignore[arg-type] # an enum


def _maybe(told: dict[str, Any], name: str, kind: Callable[[Any], _Kind], at: str = "") -> _Kind | None:
    return None if told.get(name) is None else _choice(told, name, kind, at=at)


def _list(told: dict[str, Any], name: str, at: str = "") -> list[Any]:
    value = told.get(name, [])
    if not isinstance(value, list):
        raise _WrongError(f"{at}.{name}" if at else name)
    return value


def _whole(value: Any, place: str) -> int:  # noqa: ANN401 - it is JSON
    if type(value) is not int:
        raise _WrongError(place)
    return value


def _text(told: dict[str, Any], name: str, at: str = "") -> str:
    return _is_text(told.get(name) or "", f"{at}.{name}" if at else name)


def _is_text(value: Any, place: str) -> str:  # noqa: ANN401 - it is JSON
    if not isinstance(value, str):
        raise _WrongError(place)
    return value
