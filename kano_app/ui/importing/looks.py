"""How the columns of a file look by what they are: a colour, a sign and a word."""

from dataclasses import dataclass

from kano_app.domain.mapping import Role
from kano_app.ui.context import Context

_LIGHT = {
    Role.FUNCTIONAL: "#E1F3EB",
    Role.DYSFUNCTIONAL: "#FCEBDD",
    Role.IMPORTANCE: "#EFEAFB",
    Role.TRAIT: "#E6EFFB",
    Role.RESPONDENT: "#E6EFFB",
    Role.FEATURE: "#FBF6DC",
    Role.COUNT: "#EFEAFB",
    Role.CATEGORY: "#E1F3EB",
    Role.PEOPLE: "#EFEAFB",
}
_DARK = {
    Role.FUNCTIONAL: "#1D3A30",
    Role.DYSFUNCTIONAL: "#43301F",
    Role.IMPORTANCE: "#332B4A",
    Role.TRAIT: "#22334A",
    Role.RESPONDENT: "#22334A",
    Role.FEATURE: "#3B3720",
    Role.COUNT: "#332B4A",
    Role.CATEGORY: "#1D3A30",
    Role.PEOPLE: "#332B4A",
}
_SIGNS = {
    Role.FUNCTIONAL: "+",
    Role.DYSFUNCTIONAL: "−",
    Role.IMPORTANCE: "!",
    Role.TRAIT: "T",
    Role.RESPONDENT: "#",
    Role.FEATURE: "F",
    Role.COUNT: "n",
    Role.CATEGORY: "K",
    Role.PEOPLE: "N",
    Role.LEFT_OUT: "×",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a column looks."""

    ground: str
    ink: str
    sign: str
    word: str


def look_of(role: Role, context: Context) -> Look:
    """Return the look of a role."""
    colours, tr = context.colours, context.tr
    words = {
        Role.FUNCTIONAL: tr("with"),
        Role.DYSFUNCTIONAL: tr("without"),
        Role.IMPORTANCE: tr("importance"),
        Role.TRAIT: tr("trait"),
        Role.RESPONDENT: tr("who answered"),
        Role.FEATURE: tr("feature"),
        Role.COUNT: tr("count"),
        Role.CATEGORY: tr("category"),
        Role.PEOPLE: tr("people"),
        Role.LEFT_OUT: tr("left out"),
    }
    if role is Role.LEFT_OUT:
        return Look(colours.surface, colours.muted, _SIGNS[role], words[role])
    return Look((_DARK if colours.dark else _LIGHT)[role], colours.ink, _SIGNS[role], words[role])
