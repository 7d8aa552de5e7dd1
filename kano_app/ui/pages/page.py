"""What all pages share."""

from PySide6.QtWidgets import QWidget

from kano_app.ui.context import Context


class Page(QWidget):
    """A page of the window; made anew when language or theme change, so it reads both once."""

    name = ""
    """By which the window knows it: what its class is called."""
    topic = ""
    """The help page that F1 opens here."""

    def __init_subclass__(cls) -> None:
        """Give a page its name."""
        super().__init_subclass__()
        cls.name = cls.__name__.removesuffix("Page").lower()

    def __init__(self, context: Context) -> None:
        """Keep the context; pages build themselves and connect to ``document.changed`` and ``findings.ready``."""
        super().__init__()
        self.setObjectName("page")
        self.context = context

    def state(self) -> str:
        """Return its state in a few words, for the rail."""
        return ""

    def select(self, feature: str) -> None:
        """Show a feature as the selected one, where the page has one."""

    def help_topic(self) -> str:
        """Return the help page of the figure at hand; the page's own unless something else has the focus."""
        return self.topic

    def shown(self) -> None:
        """Do what is only worth doing on the screen; called whenever the page is turned to."""

    def left(self) -> None:
        """Do what cannot wait when another page is turned to."""

    def main(self) -> QWidget | None:
        """Return where somebody goes on by keyboard once the page is turned to; ``None`` leaves the focus alone."""
        return None

    def place(self) -> int:
        """Return where on the page somebody is, so that the one made in its stead is there too; 0: at its beginning."""
        return 0

    def go_back_to(self, place: int) -> None:
        """Be where somebody was on the page that this one is made in the stead of."""

    def let_go(self) -> None:
        """Be done with what is open: it goes away."""

    def act(self) -> None:
        """Do what the page is for, where that is one thing."""
