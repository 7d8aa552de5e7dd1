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
_LEFT_OUT = {
    "zh_CN": {
        ("QFileDialog", "&Look in:"): "查找范围(&I)：",
        ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
        ("QAbstractFileIconProvider", "Drive"): "驱动器",
        ("QAbstractFileIconProvider", "Folder"): "文件夹",
        ("QAbstractFileIconProvider", "File Folder"): "文件夹",
    },
    "zh_TW": {
        ("QFileDialog", "&Look in:"): "查詢(&I)：",
        ("QFileDialog", "Files of &type:"): "檔案類型(&T)：",
        ("QAbstractFileIconProvider", "Drive"): "磁碟機",
        ("QAbstractFileIconProvider", "Folder"): "資料夾",
        ("QAbstractFileIconProvider", "File Folder"): "資料夾",
    },
}
"""What Qt shows in its dialogs for files and has no translation of."""


def speak(application: QApplication, language: Language) -> None:
    """Let the whole application speak a language from now on."""
    font = QFont(list(_FONTS[language.code]))
    font.setPixelSize(_SIZE)
    application.setFont(font)
    QLocale.setDefault(QLocale(language.code))
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    if language.code == "en":
        return
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(application)
    translator.load(f"qtbase_{language.code}", folder)
    # Qt asks the last one first, so ours is asked for nothing else than what Qt's has not.
    for one in (_LeftOut(application, language.code), translator):
        one.setObjectName(_NAME)
        application.installTranslator(one)


class _LeftOut(QTranslator):
    """Translates what Qt's own translation leaves out."""

    def __init__(self, application: QApplication, code: str) -> None:
        super().__init__(application)
        self._texts = _LEFT_OUT[code]

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Return whether it has nothing, as a file that was not loaded."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return a text, or nothing where it is not one of these."""
        del disambiguation, n
        return self._texts.get((context, source))
