"""Importing without what PySide6 does after each import."""

import builtins


def import_plainly() -> None:
    """Let imports be done by what PySide6 calls for them, not by what it lays around that.

    The latter serves ``from __feature__ import …``, which nothing here uses: it reads the source of every module that
    is imported after PySide6, from numpy to matplotlib, to see whether the word PySide6 stands in it. That is a fifth
    of the time until the window stands.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415 - with it comes shiboken6, which lays its own around the plain one

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
