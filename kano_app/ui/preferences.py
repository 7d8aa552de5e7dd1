"""What a person prefers, on this machine: language, theme, defaults for new studies, and the studies opened last."""

import json
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kano_app.domain.settings import Paper, ReverseAndQuestionable, Rule
from kano_app.i18n import LANGUAGES

MOST_RECENT = 12

_Choice = TypeVar("_Choice", bound=StrEnum)


class Theme(StrEnum):
    """Which look the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices; unknown or broken ones in the file fall back to the default."""

    language: str = ""
    """Empty: that of the system, as far as the program speaks it."""
    theme: Theme = Theme.SYSTEM
    table: str = "berger"
    rule: Rule = Rule.MODE
    reverse_and_questionable: ReverseAndQuestionable = ReverseAndQuestionable.COMPETE
    organisation: str = ""
    paper: Paper = Paper.A4
    recent: tuple[str, ...] = field(default_factory=tuple)
    """Files of studies, the latest first."""

    def with_recent(self, path: Path) -> "Preferences":
        """Return the preferences with a study opened just now."""
        name = str(path)
        return replace(self, recent=(name, *(one for one in self.recent if one != name))[:MOST_RECENT])

    def without_recent(self, path: Path) -> "Preferences":
        """Return the preferences with a study forgotten."""
        return replace(self, recent=tuple(one for one in self.recent if one != str(path)))


def load(path: Path) -> Preferences:
    """Return the preferences of a file, the defaults where there is none or it cannot be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(told, dict):
        return Preferences()
    language, recent = told.get("language"), told.get("recent")
    defaults = Preferences()
    return Preferences(
        language=language if language in LANGUAGES else "",
        theme=_choice(Theme, told.get("theme"), defaults.theme),
        table=told["table"] if told.get("table") in ("berger", "pouliot") else defaults.table,
        rule=_choice(Rule, told.get("rule"), defaults.rule),
        reverse_and_questionable=_choice(
            ReverseAndQuestionable, told.get("reverse_and_questionable"), defaults.reverse_and_questionable
        ),
        organisation=str(told.get("organisation") or ""),
        paper=_choice(Paper, told.get("paper"), defaults.paper),
        recent=tuple(map(str, recent))[:MOST_RECENT] if isinstance(recent, list) else (),
    )


def store(preferences: Preferences, path: Path) -> None:
    """Write the preferences; a folder that cannot be written only means that they are not remembered."""
    temporary = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(asdict(preferences), ensure_ascii=False, indent=1), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        return


def _choice(kind: type[_Choice], value: object, default: _Choice) -> _Choice:
    try:
        return kind(str(value))
    except ValueError:
        return default
