"""Work on files off the window's thread, with a card that shows it and stops it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kano_app.ui.dialogs.progress import Progress

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

Told = Callable[[float], None]


def wait_for(
    window: "MainWindow",
    key: str,
    text: str,
    work: Callable[[Told], Any],
    done: Callable[[Any], None],
    failed: Callable[[BaseException], None],
    void: Callable[[], None] = lambda: None,
) -> None:
    """Do some work in a thread; the window stays alive meanwhile.

    Args:
        window: where it is shown.
        key: of the jobs of which the latest wins.
        text: what is being done.
        work: does it, without the heavy libraries.
        done: is given its value.
        failed: is given what was raised.
        void: is called instead once somebody stopped it.

    """
    card = Progress(window.context, window, text, lambda: window.jobs.cancel(key))

    def finish(value: object) -> None:
        card.finish()
        done(value)

    def fail(error: BaseException) -> None:
        card.finish()
        failed(error)

    def stop() -> None:
        card.finish()
        void()

    window.jobs.run(key, work, finish, fail, card.told, void=stop, owner=card, light=True)
