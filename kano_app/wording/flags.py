"""What speaks against the answers of one person, in words."""

from kano_app.domain.survey import Flag
from kano_app.i18n import Language


def flag_name(flag: Flag, language: Language) -> str:
    """Return the name of a flag."""
    names = {
        Flag.STRAIGHT_LINE: language.gettext("the same pair on everything"),
        Flag.SCALE_BACKWARDS: language.gettext("scale read backwards"),
        Flag.QUESTIONABLE: language.gettext("contradicts itself on a third or more"),
        Flag.DUPLICATE: language.gettext("answered before"),
    }
    return names[flag]


def reason_name(reason: str, language: Language) -> str:
    """Return why a person was left out: a flag in words, or the user's own words as they stand."""
    return flag_name(Flag(reason), language) if reason in set(Flag) else reason
