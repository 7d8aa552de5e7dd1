"""Why what changes a study is off where the study can only be looked at."""

from PySide6.QtWidgets import QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.tips import plain_tip


def reason(context: Context) -> str:
    """Return why nothing can be changed, and what to do about it."""
    return context.tr("This is read only: save it under a name to change it.")


def say_why(context: Context, *controls: QWidget) -> None:
    """Say it on controls that are off or cannot be typed into, if the study is read only."""
    if context.document.read_only:
        told = reason(context)
        for one in controls:
            one.setToolTip(plain_tip(told))
            one.setAccessibleDescription(told)
