"""The room screen: a second window for the projector; the keys pressed in it are those of the facilitator."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from kano_app.domain.project import Project
from kano_app.ui.context import Context
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.fit import Fits
from kano_app.ui.workshop.keys import press
from kano_app.ui.workshop.reveal import Reveal
from kano_app.ui.workshop.scene import Kind, Scene, scene
from kano_app.ui.workshop.scene_paint import EDGE, paint
from kano_app.ui.workshop.state import State

_SMALLEST = (480, 270)
_OF_SCREEN = 0.6


class RoomScreen(QWidget):
    """Dark, large, in the room's language; on a screen of its own it fills it, else it is a window to drag."""

    closed = Signal()

    def __init__(self, context: Context, desk: Desk, state: State) -> None:
        """Show the moment; it is placed by ``place``."""
        super().__init__(None, Qt.WindowType.Window)
        self._context, self._desk, self._state = context, desk, state
        name = context.tr("Room screen")
        self.setWindowTitle(f"{name} – Kano App")
        self.setMinimumSize(*_SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scene: Scene | None = None
        self._fits = Fits()
        self._reveal: Reveal | None = None
        self.is_presenting = True
        """Whether it shares the facilitator's screen."""
        context.document.changed.connect(self._changed)
        state.changed.connect(self.follow)
        self.follow()

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        return self._scene

    def place(self, own: QScreen | None, beside: QScreen | None) -> None:
        """Fill a screen of its own if there is one, else be a window beside the facilitator's."""
        self.is_presenting = own is None
        screen = own or beside
        if own is not None:
            self.setScreen(own)
            self.setGeometry(own.geometry())
            self.showFullScreen()
            return
        if screen is not None:
            area = screen.availableGeometry()
            wide = round(area.width() * _OF_SCREEN)
            high = round(wide * 9 / 16)
            self.setScreen(screen)
            self.setGeometry(QRect(area.right() - wide - 24, area.y() + 48, wide, high))
        self.showNormal()

    def fill(self) -> None:
        """Fill the screen, or be a window again."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    # following

    def _changed(self, old: Project, new: Project) -> None:
        del old, new
        self.follow()

    def follow(self) -> None:
        """Show the moment."""
        found = scene(self._context.project, self._state)
        if found == self._scene:
            return
        self._scene = found
        self.setAccessibleName(" / ".join(one.text for one in found.texts) or found.corner)
        self._show_results(found)
        self.update()

    def _show_results(self, found: Scene) -> None:
        is_wanted = found.kind is Kind.RESULTS
        if is_wanted and (self._reveal is None or self._reveal.words.code != found.language):
            if self._reveal is not None:
                self._reveal.deleteLater()
            self._reveal = Reveal(self._context, found.language, self._state)
            self._reveal.setParent(self)
        if self._reveal is not None:
            self._lay()
            self._reveal.setVisible(is_wanted)

    def _lay(self) -> None:
        if self._reveal is not None:
            left, right, top = 0.045 * self.width(), (1 - EDGE) * self.width(), round(0.15 * self.height())
            high = self.height() - top - round(0.09 * self.height())
            self._reveal.setGeometry(round(left), top, round(right - left), high)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the scene."""
        del event
        if self._scene is not None:
            painter = QPainter(self)
            paint(painter, self.width(), self.height(), self._scene, self._fits)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the results anew."""
        super().resizeEvent(event)
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Obey F11 and the keys of the facilitator; Escape leaves a full screen here, and never ends anything."""
        if event.key() == Qt.Key.Key_F11:
            self.fill()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        elif event.key() == Qt.Key.Key_Escape:
            self._state.choose_cell(None)
        elif self._state.is_setting_up:
            event.ignore()
        elif not press(self._desk, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Tell that it is gone."""
        event.accept()
        self.closed.emit()
