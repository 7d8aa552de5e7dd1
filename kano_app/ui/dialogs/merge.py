"""Taking over the answers of another study of the same features: a breakout group, or a later wave."""

from pathlib import Path
from typing import TYPE_CHECKING

from kano_app.domain.project import Project
from kano_app.ui.context import Context
from kano_app.ui.dialogs.adding import AddDialog, Way
from kano_app.ui.dialogs.importing import Read, has_no_features, take_people_or_wave
from kano_app.ui.widgets.card import label
from kano_app.wording.literal import visible
from kano_app.wording.study import people_and_features

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow


def ask_how_to_add(context: Context, window: "MainWindow", other: Project, path: Path) -> None:
    """Ask whether the other study is another group of the same wave or a later wave, and add it."""
    file = visible(path.name)
    if not other.surveys or has_no_features(other):
        window.notify(context.tr("{file} has no features, so there is nothing to take over.", file=file), "warning")
        return
    if has_no_features(context.project):
        window.notify(
            context.tr("This study has no features yet. Open {file} itself instead.", file=file),
            "warning",
            (context.tr("Open"), lambda: window.studies.open_file(path)),
        )
        return
    read = Read(other.survey, other.problems, other.salt)
    dialog = AddDialog(
        context,
        window,
        context.tr("Merge with {file}", file=file),
        context.tr("It holds {size}.", size=people_and_features(other.survey, context.language)),
        context.project,
        other.survey,
        (Way.PEOPLE, Way.WAVE),
    )
    for place, sentence in enumerate(_not_taken_over(context, other)):
        dialog.body.insertWidget(2 + place, label(sentence, "muted", wrap=True))
    dialog.accepted.connect(lambda: take_people_or_wave(window, dialog, read, path))
    dialog.open()


def _not_taken_over(context: Context, other: Project) -> list[str]:
    """Return what stays behind in the other study."""
    found = []
    if other.earlier:
        found.append(context.tr("Only its latest wave is taken over."))
    if other.plan.items or other.plan.overrides:
        found.append(context.tr("Efforts, owners and places on the roadmap stay as they are in this study."))
    return found
