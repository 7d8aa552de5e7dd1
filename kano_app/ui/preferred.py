"""What preferences come to: the colours and the language, those of the system where it is to be followed."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from kano_app.i18n import LANGUAGES, Language, language
from kano_app.ui.preferences import Preferences, Theme
from kano_app.ui.theme import DARK, LIGHT, Colours


def colours_of(theme: Theme) -> Colours:
    """Return the colours of a theme, those of the system where it is to be followed."""
    if theme is Theme.SYSTEM:
        hints = QGuiApplication.styleHints()
        return DARK if hints is not None and hints.colorScheme().name == "Dark" else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def language_of(preferences: Preferences) -> Language:
    """Return the language that is preferred, else the system's as far as the program speaks it."""
    if preferences.language:
        return language(preferences.language)
    for name in QLocale.system().uiLanguages():
        parts = name.replace("-", "_").split("_")
        if parts[0] == "zh":
            return language("zh_TW" if {"TW", "HK", "MO", "Hant"} & set(parts) else "zh_CN")
        if parts[0] in LANGUAGES:
            return language(parts[0])
    return language("en")
