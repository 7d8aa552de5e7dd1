"""Names of Yang's refined categories."""

from kano_app.analysis.importance import Refined
from kano_app.i18n import Language


def refined_name(refined: Refined, language: Language) -> str:
    """Return the name of a refined category."""
    names = {
        Refined.HIGHLY_ATTRACTIVE: language.gettext("highly attractive"),
        Refined.LESS_ATTRACTIVE: language.gettext("less attractive"),
        Refined.HIGH_VALUE_ADDED: language.gettext("high value-added"),
        Refined.LOW_VALUE_ADDED: language.gettext("low value-added"),
        Refined.CRITICAL: language.gettext("critical"),
        Refined.NECESSARY: language.gettext("necessary"),
        Refined.POTENTIAL: language.gettext("potential"),
        Refined.CARE_FREE: language.gettext("care-free"),
    }
    return names[refined]
