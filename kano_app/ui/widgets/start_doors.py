"""The doors of the first page: large buttons with an icon, a name and a sentence."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kano_app.ui.context import Context
from kano_app.ui.icons import pixmap
from kano_app.ui.widgets.card import GAP, label

_ICON = 28


class Door(QPushButton):
    """One way to begin."""

    def __init__(self, context: Context, icon: str, name: str, told: str, act: Callable[[], None]) -> None:
        """Make it."""
        super().__init__()
        self.setObjectName("door")
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        self.clicked.connect(lambda _checked=False: act())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        picture = QLabel()
        picture.setPixmap(pixmap(icon, context.colours.accent, _ICON, self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GAP // 2)
        words.addWidget(label(name, "heading"))
        words.addWidget(label(told, "muted", wrap=True))
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP + 2)
        layout.addWidget(picture)
        layout.addLayout(words, 1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(layout.minimumSize().height())
        colours = context.colours
        self.setStyleSheet(
            f"#door {{ background: {colours.surface}; border: 1px solid {colours.line}; border-radius: 8px;"
            " padding: 0; }"
            f"#door:hover {{ border-color: {colours.accent}; }}"
            f"#door:focus {{ border: 2px solid {colours.accent}; padding: 0; }}"
        )

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that a sentence may break."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the text in a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)


def doors(context: Context) -> QWidget:
    """Return the doors beside each other."""
    tr, run = context.tr, context.window.run
    found = QWidget()
    layout = QHBoxLayout(found)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * GAP)
    for icon, name, told, action in (
        ("upload", tr("Import answers"), tr("From CSV, Excel or OpenDocument, of any form."), "import"),
        ("presentation", tr("Workshop"), tr("Ask people in the room and type what they say."), "workshop"),
        ("file-plus", tr("New study"), tr("Name the features, then ask people about them."), "new"),
        ("folder-open", tr("Open a study"), tr("Go on with one that has a file of its own."), "open"),
    ):
        layout.addWidget(Door(context, icon, name, told, lambda action=action: run(action)), 1)  # type: ignore[misc] # a bound default
    return found
