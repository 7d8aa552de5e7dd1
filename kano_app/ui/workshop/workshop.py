"""One workshop of one window: setup, the facilitator's sheet, the room screen, and the screens they stand on."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kano_app import entry
from kano_app.domain.project import Project
from kano_app.domain.session import Session, Stage
from kano_app.i18n import N_
from kano_app.ui.widgets.answers_told import read_only_text
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.door import has_open_workshop
from kano_app.ui.workshop.draft import Draft
from kano_app.ui.workshop.facilitator import Facilitator
from kano_app.ui.workshop.room import RoomScreen
from kano_app.ui.workshop.setup import SetupSheet
from kano_app.ui.workshop.state import State

if TYPE_CHECKING:
    from kano_app.ui.frame import Frame
    from kano_app.ui.main_window import MainWindow

_PAGES = {"results", "roadmap"}


class Workshop(QObject):
    """Stands over the page Answers from the setup until it is left; made anew in its parts with language and look."""

    def __init__(self, window: "MainWindow") -> None:
        """Serve a window with the study that is open now."""
        super().__init__(window)
        self._window, self.document = window, window.document
        self.state = State(self)
        self.sheet: QWidget | None = None
        self._desk: Desk | None = None
        self.room: RoomScreen | None = None
        self.frame: Frame | None = None
        """In which the sheet stands."""
        self.is_open = False
        self._came_from = window.page
        self._begins_new = False
        self.document.changed.connect(self._changed)
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - a window has one
        application.screenAdded.connect(self._screen_added)
        application.screenRemoved.connect(self._screen_removed)

    # opening and leaving

    def open(self, *, anew: bool = False) -> None:
        """Go on with the workshop of the study, or set one up."""
        self._begins_new = anew or self._session is None
        if self._begins_new and not (self.is_open and isinstance(self.sheet, SetupSheet)):
            self.state.draft = None
        if not self._begins_new and self._stands_still and has_open_workshop(self.document.project):
            self.state.sit(anew=True)
            self._window.context.apply(N_("Continue the workshop"), entry.go_on)
        self.is_open, self.state.asked = True, None
        self.show()
        if not self._begins_new:
            self._open_room_where_there_is_a_screen()

    def show(self) -> None:
        """Lay the sheet that belongs to the moment over the page Answers."""
        window = self._window
        old = self.sheet
        is_setup = self._begins_new or self._session is None
        self.state.set_up(is_so=is_setup)
        self._desk = Desk(window.context, self.state)
        if is_setup:
            setup = SetupSheet(window.context, self.state)
            setup.left.connect(self.leave)
            self.sheet = setup
        else:
            self.sheet = Facilitator(window.context, self._desk, self.state)
            self._desk.wanted.connect(self._wanted)
        self._desk.setParent(self.sheet)
        if old is not None and shiboken6.isValid(old):  # it may have gone with the frame it stood in
            window.frame.lift(old)
            old.deleteLater()
        self.frame = window.frame
        window.frame.lay(self.sheet)
        if self.room is not None:
            self._make_room()
        window.go("answers")

    def leave(self) -> None:
        """Put the sheet and the room screen away; what was answered stays."""
        self.is_open = False
        if self.room is not None:
            self.room.close()
        if self.sheet is not None and shiboken6.isValid(self.sheet):
            self._window.frame.lift(self.sheet)
            self.sheet.deleteLater()
        self.sheet = None
        if self._window.page == "answers":
            self._window.go(self._came_from if self._came_from != "answers" else "answers")

    def close(self) -> None:
        """End with the study or the window."""
        self.is_open = False
        if self.room is not None:
            self.room.close()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the room screen away with the window: no window of the program stays behind."""
        if watched is self._window and event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.close()
        return False

    # following

    @property
    def _session(self) -> Session | None:
        project = self.document.project
        return project.survey.session if project.surveys else None

    @property
    def _stands_still(self) -> bool:
        session = self._session
        return session is not None and (session.stage is Stage.DONE or session.place is None)

    @Slot(object, object)
    def _changed(self, old: Project, new: Project) -> None:
        """Turn from setup to asking once a workshop begins, and back where that is undone."""
        if not self.is_open:
            return
        before = old.survey.session if old.surveys else None
        now = new.survey.session if new.surveys else None
        is_setup = isinstance(self.sheet, SetupSheet)
        if is_setup and now is not None and now is not before:
            self._begins_new = False
            self.state.sit(anew=True)
            self.show()
            self._open_room_where_there_is_a_screen()
        elif not is_setup and now is None:
            if self.state.draft is None and before is not None:  # it was begun before the program was started
                self.state.draft = Draft.of(before, old, new)
            self.show()

    def _wanted(self, what: str) -> None:
        window = self._window
        if what == "room":
            self.turn_room()
        elif what == "fill":
            if self.room is not None:
                self.room.fill()
        elif what == "leave":
            self.leave()
        elif what in _PAGES:
            window.go(what)
        elif what == "pdf":
            window.run("export")
        elif self.room is not None and self.room.isActiveWindow():
            window.activateWindow()

    # the room screen

    def turn_room(self) -> None:
        """Open the room screen, or put it away."""
        if self.room is not None:
            self.room.close()
            return
        self._make_room()
        self._place_room()

    def _make_room(self) -> None:
        old = self.room
        if self._desk is None:
            return
        self.room = RoomScreen(self._window.context, self._desk, self.state)
        self.room.closed.connect(self._room_closed)
        if old is not None:
            is_full = old.isFullScreen()
            self.room.is_presenting = old.is_presenting
            self.room.setGeometry(old.geometry())
            old.closed.disconnect(self._room_closed)
            old.close()
            old.deleteLater()
            (self.room.showFullScreen if is_full else self.room.show)()
            if not self.room.is_presenting:
                self._window.activateWindow()  # the keys are typed here
        self.state.show_room(is_so=True)

    def _place_room(self) -> None:
        if self.room is not None:
            self.room.place(self._projector(), self._window.screen())
            self._window.activateWindow()

    def _open_room_where_there_is_a_screen(self) -> None:
        if self.is_open and self.room is None and self._projector() is not None:
            self.turn_room()

    def _projector(self, gone: QScreen | None = None) -> QScreen | None:
        """Return a screen that is not the facilitator's."""
        own = self._window.screen()
        return next((one for one in QGuiApplication.screens() if one is not own and one is not gone), None)

    @Slot(QScreen)
    def _screen_added(self, _screen: QScreen) -> None:
        if not self.is_open or self._projector() is None:
            return
        tr = self._window.context.tr
        if self.room is None:
            if isinstance(self.sheet, Facilitator):
                offer = (tr("Show the room there"), self._open_room_where_there_is_a_screen)
                self._window.notify(tr("Another screen was plugged in."), "info", offer)
        elif self.room.is_presenting:
            self._place_room()
            self._say(tr("The room screen moved to the screen that was plugged in."))

    @Slot(QScreen)
    def _screen_removed(self, screen: QScreen) -> None:
        if self.is_open and self.room is not None and not self.room.is_presenting:
            self.room.place(self._projector(screen), self._window.screen())
            if self.room.is_presenting:
                self._say(
                    self._window.context.tr("The other screen is gone: the room screen is a window here. F11 fills.")
                )

    def _say(self, told: str) -> None:
        if isinstance(self.sheet, Facilitator):
            self.sheet.say(told)

    def _room_closed(self) -> None:
        room, self.room = self.room, None
        if room is not None:
            room.deleteLater()
        self.state.show_room(is_so=False)


def open_workshop(window: "MainWindow", *, anew: bool = False) -> None:
    """Go on with the workshop of the open study, or set one up."""
    if window.document.read_only:
        window.notify(read_only_text(window.context), "warning")
        return
    found = workshop_of(window)
    if found is None:
        found = Workshop(window)
    found.open(anew=anew)


def workshop_of(window: "MainWindow") -> Workshop | None:
    """Return the workshop of the study that is open, if one was opened."""
    return next((one for one in window.findChildren(Workshop) if one.document is window.document), None)


def go_on(window: "MainWindow") -> None:
    """Show an open workshop again, once the window was made anew; one of another study is over."""
    for one in window.findChildren(Workshop):
        if one.document is not window.document:
            one.close()
        elif one.is_open and one.frame is not window.frame:
            one.show()
