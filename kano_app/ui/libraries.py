"""The heavy libraries, loaded once, in a thread, after the first window stands."""

from threading import Lock

_ONE_AT_A_TIME = Lock()


def load_libraries() -> None:
    """Load what figures, files and charts need; whoever comes second waits, for two threads must not load one."""
    with _ONE_AT_A_TIME:
        import matplotlib.figure  # noqa: PLC0415
        import pandas as pd  # noqa: PLC0415
        import scipy.special  # noqa: PLC0415

        from kano_app import pipeline  # noqa: PLC0415

        del matplotlib, pd, scipy, pipeline
