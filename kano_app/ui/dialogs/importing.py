"""Taking up a survey: read off the window's thread, then a study, a later wave, or more people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kano_app.domain import edits
from kano_app.domain.problem import Problem, Severity, Unusable
from kano_app.domain.project import Project
from kano_app.domain.survey import Survey
from kano_app.i18n import N_
from kano_app.storage import ProjectFileError, is_empty
from kano_app.ui.context import Context
from kano_app.ui.dialogs.adding import AddDialog, Way, listed
from kano_app.ui.dialogs.progress import Progress
from kano_app.ui.document import Document
from kano_app.ui.new_study import with_defaults
from kano_app.ui.preferences import Preferences
from kano_app.ui.storage_words import file_error_text
from kano_app.wording.literal import visible
from kano_app.wording.problems import message
from kano_app.wording.study import title_from_file

if TYPE_CHECKING:
    from kano_app.importers import Source
    from kano_app.ui.main_window import MainWindow

Told = Callable[[float], None]
_JOB = "import"


def import_survey(
    window: "MainWindow",
    source: "Source",
    features: Path | None = None,
    *,
    title: str = "",
    as_new: bool = False,
) -> None:
    """Show how a survey is read, and take it up once that is confirmed.

    Args:
        window: where it goes.
        source: the survey: a file, or what was pasted.
        features: a features file that belongs to it.
        title: what a new study is called; empty takes the file's name.
        as_new: whether it is a study of its own without asking anything, as a sample is.

    """
    if as_new:
        _read_sample(window, source, features, title)
        return
    from kano_app.ui.importing.entry import Importing  # noqa: PLC0415 - seldom

    Importing(window, source, features, title).begin()


def _read_sample(window: "MainWindow", source: "Source", features: Path | None, title: str) -> None:
    def read(told: Told) -> Project:
        from kano_app import pipeline  # noqa: PLC0415 - heavy libraries wait until they are needed

        project = pipeline.read_survey(source, progress=told)
        return project if features is None else pipeline.read_features(project, features)

    name = title or title_from_file(Path(source.name).stem)
    read_file(window, source, read, lambda project: take_study(window, project, name, source))


def read_file(
    window: "MainWindow", source: "Source", work: Callable[[Told], object], done: Callable[..., object]
) -> None:
    """Read a file off the window's thread, with a card that shows progress and stops it; a later one takes its place.

    Args:
        window: where progress and faults are shown.
        source: what is read.
        work: reads it.
        done: is given what was read.

    """
    text = window.context.tr("Reading {file}", file=visible(source.name))
    card = Progress(window.context, window, text, lambda: window.jobs.cancel(_JOB))

    def finish(value: object) -> None:
        card.finish()
        done(value)

    def fail(error: BaseException) -> None:
        card.finish()
        window.notify(failure(error, source, window.context), "error")

    window.jobs.run(_JOB, work, finish, fail, card.told, void=card.finish, owner=card)


@dataclass(frozen=True, slots=True)
class Read:
    """A survey that was read, and what was met on the way."""

    survey: Survey
    problems: tuple[Problem, ...]
    salt: str


def take_study(window: "MainWindow", read: Project, title: str, source: "Source") -> bool:
    """Put what was read in the place of a study with nothing in it, or beside one that has something.

    Returns:
        Whether it was taken; not if somebody wants to keep what cannot be saved.

    """
    document = window.document
    if document.read_only or not has_no_features(document.project):
        study = as_study(edits.new_study(), read, title, window.preferences)
        if not window.studies.show(lambda: Document.new(study, window.drafts)):
            return False
    else:
        window.context.apply(
            N_("Import {file}"),
            lambda old: as_study(old, read, title, window.preferences),
            file=visible(source.name),
        )
    tell(window, read.problems)
    return True


def take_people_or_wave(window: "MainWindow", dialog: AddDialog, read: Read, source: "Source") -> None:
    """Add a survey to the study that is open, the way that was chosen, and tell what came of it."""
    same, left_out = dialog.table.same(), dialog.table.left_out()
    context, survey, problems = window.context, read.survey, read.problems
    file = visible(source.name)
    if dialog.way is Way.WAVE:
        context.apply(
            N_("Add the wave {file}"),
            lambda old: edits.add_wave(replace(old, salt=old.salt or read.salt), survey, problems, same),
            file=file,
        )
        undo = context.undo_of_this_step()
        tell(window, problems)
        window.notify(context.tr("The wave was added. Results are of the latest wave."), "info", undo)
        return
    done = edits.what_is_appended(context.project, survey, same, left_out)
    context.apply(
        N_("Add the people of {file}"),
        lambda old: edits.append_people(replace(old, salt=old.salt or read.salt), survey, same, left_out, problems),
        file=file,
    )
    undo = context.undo_of_this_step()
    tell(window, problems)
    window.notify(appended_text(done, context), "info", undo)


def has_no_features(project: Project) -> bool:
    """Return whether a survey can take the place of a study because there is nothing in it to lose."""
    return not any(survey.features for survey in project.surveys)


def as_study(old: Project, read: Project, title: str, preferences: Preferences) -> Project:
    """Return what was read as the study: a title and choices that were made before stand."""
    if is_empty(old):
        return edits.rename_study(with_defaults(read, preferences), title)
    kept = replace(read, analysis=old.analysis, planning=old.planning, report=old.report)
    return kept if old.report.title else edits.rename_study(kept, title)


def tell(window: "MainWindow", problems: Sequence[Problem]) -> None:
    """Go to the answers and say how much there is to look at."""
    window.go("answers")
    context = window.context
    doubts = sum(problem.severity is Severity.WARNING for problem in problems)
    if doubts:
        window.notify(
            context.ntr("{n} thing to look at in what was read.", "{n} things to look at in what was read.", doubts),
            "warning",
            (context.tr("Look"), lambda: window.go("answers")),
        )


def appended_text(done: edits.Appended, context: Context) -> str:
    """Return what appending people did, so that nothing is lost in silence."""
    told = [context.ntr("{n} person was added.", "{n} people were added.", done.people)]
    if done.cards:
        told = [context.ntr("{n} pair of cards was added.", "{n} pairs of cards were added.", done.cards)]
    for names, sentence in (
        (done.added, context.tr("New here: {names}.")),
        (done.left_out, context.tr("Left out: {names}.")),
        (done.not_asked, context.tr("They were not asked about {names}.")),
    ):
        if names:
            told.append(sentence.format(names=listed(list(names), context)))
    if done.other_scale:
        told.append(context.tr("They answered on another scale: look at reverse and questionable with care."))
    return context.language.sentences(told)


def failure(error: BaseException, source: "Source", context: Context) -> str:
    """Return why a file could not be read, in a sentence."""
    if isinstance(error, Unusable):
        return message(error.problem, context.language)
    if isinstance(error, ProjectFileError):
        return file_error_text(error, context.language)
    if isinstance(error, MemoryError):
        return context.tr("{file} is too large for the memory of this machine.", file=visible(source.name))
    return context.tr(
        "{file} could not be read: the program met a fault of its own ({fault}). Your study is as it was.",
        file=visible(source.name),
        fault=visible(f"{type(error).__name__}: {error}"),
    )
