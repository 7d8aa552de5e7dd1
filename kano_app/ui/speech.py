"""The application in one language: Qt's own texts, and the fonts in the order that suits its script."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kano_app.i18n import Language

_FONTS = {
    "en": ("Noto Sans", "Noto Sans SC", "Noto Sans TC"),
    "zh_CN": ("Noto Sans", "Noto Sans SC", "Noto Sans TC"),
    "zh_TW": ("Noto Sans", "Noto Sans TC", "Noto Sans SC"),
}
_SIZE = 13
_NAME = "kano-app-qt-texts"


def speak(application: QApplication, language: Language) -> None:
    """Let the whole application speak a language from now on."""
    font = QFont(list(_FONTS[language.code]))
    font.setPixelSize(_SIZE)
    application.setFont(font)
    QLocale.setDefault(QLocale(language.code))
    old = application.findChild(QTranslator, _NAME)
    if old is not None:
        application.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language.code != "en" and translator.load(f"qtbase_{language.code}", folder):
        application.installTranslator(translator)
