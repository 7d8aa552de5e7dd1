"""Python's own way of importing, in place of the one that PySide6 lays over it."""

import builtins


def import_plainly() -> None:
    """Take away what serves ``from __feature__ import …``, which nothing here uses.

    It reads the source of every module that is imported after PySide6, from numpy to matplotlib, to see whether the
    word PySide6 stands in it: that is a fifth of the time until the window stands.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415 - lays its own way over the plain one as it is imported

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
