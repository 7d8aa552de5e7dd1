"""The window: the only package that imports PySide6."""

from kano_app.ui.plain_imports import import_plainly

import_plainly()
