"""One start of a window until it is painted, in a process of its own: ours, or a bare one with a table."""

import os
import sys
import time

_START = time.perf_counter()


def main() -> None:
    """Print the seconds from the start of this module to the first painted window."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - what is measured

    application = QApplication([])
    if sys.argv[1] == "bare":
        from PySide6.QtWidgets import QTableWidget  # noqa: PLC0415

        window = QTableWidget(30, 6)
        window.resize(1400, 900)
    else:
        from kano_app.ui.application import open_window, prepare  # noqa: PLC0415

        prepare(application)
        window = open_window()  # type: ignore[assignment] # either is a widget
    window.show()
    window.repaint()
    application.processEvents()
    sys.stdout.write(f"{time.perf_counter() - _START}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
