"""The table of features as texts: what stands in a cell, what a typed text makes of the study."""

import math
import re
import unicodedata

from kano_app.domain import edits
from kano_app.domain.edits.names import names_to_ids
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.plan import PlanItem
from kano_app.domain.project import Project
from kano_app.i18n import N_

FIELDS = ("name", "touchpoint", "dimension", "effort", "owner", "depends_on")
"""The columns of the table."""
Cell = tuple[str, str]
"""Id of a feature, and a field."""

_MOST_EFFORT = 1e9
_DIVIDERS = r"[;|；｜\n]"
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")


class Refused(ValueError):  # noqa: N818 - reads as what it says: raise Refused(message)
    """A text that a cell cannot take: the message to tell, and its values."""

    def __init__(self, message: str, **values: str) -> None:
        """Keep the message id and what stands in its braces."""
        super().__init__(message)
        self.message, self.values = message, values


def cell_text(project: Project, feature: Feature, item: PlanItem, name: str) -> str:
    """Return the text of a cell as it is edited and copied."""
    if name == "effort":
        return "" if item.effort is None else effort_text(item.effort)
    if name == "owner":
        return item.owner
    if name == "depends_on":
        names = {one.id: one.name for one in project.survey.features}
        return "; ".join(names[need] for need in item.depends_on if need in names)
    return str(getattr(feature, name))


def effort_text(effort: float) -> str:
    """Return an effort as it is typed: without grouping, with as many decimals as it has."""
    return str(int(effort)) if float(effort).is_integer() else str(float(effort))


def one_line(text: str) -> str:
    """Return a text without line feeds and doubled blanks."""
    return " ".join(text.split())


def with_cell(project: Project, feature: str, name: str, text: str) -> Project:
    """Return the project with another text in a cell; the project itself where it says the same.

    Raises:
        Refused: if the cell cannot take the text.

    """
    text = one_line(text)
    known = next(one for one in project.survey.features if one.id == feature)
    item = project.plan.item(feature)
    match name:
        case "effort":
            value: object = _effort(text)
        case "depends_on":
            value = _needs(project, feature, text)
        case "owner":
            value = text
        case _:
            if name == "name" and not text:
                raise Refused(N_("A feature needs a name. Delete the feature if it is no longer wanted."))
            if getattr(known, name) == text:
                return project
            return edits.change_feature(project, feature, **{name: text})
    return project if getattr(item, name) == value else edits.change_work(project, feature, **{name: value})


def _effort(text: str) -> float | None:
    found = unicodedata.normalize("NFKC", text).replace(" ", "")
    if not found:
        return None
    plain = found.replace(",", "") if _THOUSANDS.fullmatch(found) else found.replace(",", ".")
    value = float(plain) if re.fullmatch(r"\d*\.?\d+|\d+\.", plain) else math.nan
    if not 0 < value <= _MOST_EFFORT:
        raise Refused(N_("“{text}” is not an effort: a number above 0 is needed, such as 3 or 2.5."), text=text)
    return value


def _needs(project: Project, feature: str, text: str) -> tuple[str, ...]:
    ids = names_to_ids(project.survey.features)
    if re.search(_DIVIDERS, text):
        parts = re.split(_DIVIDERS, text)
    else:
        parts = [text] if fold_name(text) in ids else re.split("[,、，]", text)
    names = [part.strip() for part in parts if part.strip()]
    for name in names:
        if fold_name(name) not in ids:
            raise Refused(N_("“{name}” is no feature of this study."), name=name)
    needs = dict.fromkeys(ids[fold_name(name)] for name in names)
    if feature in needs:
        raise Refused(N_("A feature cannot depend on itself."))
    return tuple(needs)
