"""``kano-app questionnaire``: what people are asked, for paper, a spreadsheet or a form tool."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from kano_app import pipeline
from kano_app.cli.outputs import refuse_to_overwrite
from kano_app.cli.progress import writing
from kano_app.cli.say import say_written
from kano_app.cli.studies import read_study
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import TraitQuestion
from kano_app.domain.settings import Paper
from kano_app.i18n import LANGUAGES, Language, language
from kano_app.report.questionnaire import ENDINGS
from kano_app.wording.literal import visible
from kano_app.wording.questions import hints

_UNSAID: tuple[object, ...] = (None, ())
"""What an option has that was not given; the study's own choice then stays."""


class TraitOption(click.ParamType[TraitQuestion]):
    """A question about the person, with the answers to choose from."""

    name = '"QUESTION: A|B|C"'

    def convert(
        self, value: str | TraitQuestion, param: click.Parameter | None, ctx: click.Context | None
    ) -> TraitQuestion:
        """Return the question, or say what is missing."""
        if isinstance(value, TraitQuestion):
            return value
        # A colon parts the question from its answers only where answers follow.
        found = re.fullmatch(r"(.+?)\s*[:：]\s*(.*[|｜].*)", value, re.DOTALL)
        question, choices = (found[1], re.split("[|｜]", found[2])) if found else (value, [])
        if not question.strip():
            self.fail("give a question, and after a colon its answers with | between them.", param, ctx)
        return TraitQuestion(question.strip(), "", tuple(one.strip() for one in choices if one.strip()))


@click.command(short_help="Write the questionnaire.")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), required=True, help="The PDF, XLSX or TXT file to write."
)
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the questionnaire.  [default: the study's]")
@click.option("--title", help="Of the questionnaire.  [default: the study's]")
@click.option("--organisation", help="Who asks.  [default: the study's]")
@click.option("--introduction", help="What stands above the questions.  [default: a short thank-you]")
@click.option("--importance/--no-importance", default=None, help="Ask how important each feature is, from 1 to 9.")
@click.option(
    "--trait", "traits", type=TraitOption(), multiple=True, help="Ask something about the person; may be given again."
)
@click.option(
    "--paper",
    type=click.Choice([one.value for one in Paper]),
    callback=lambda _context, _option, value: Paper(value) if value else None,
    help="Sheet size.  [default: the study's]",
)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Date of the file.  [default: today]")
@click.pass_context
def questionnaire(
    ctx: click.Context,
    /,
    source: Path,
    output: Path,
    date: dt.datetime | None,
    **options: Any,  # noqa: ANN401 - options come from click
) -> None:
    """Write what people are asked about the features of SOURCE.

    SOURCE is a .kano study, a list of features (CSV or XLSX with a column "feature"), or a survey. The ending of the
    output says what is written: PDF for paper, XLSX to be filled in on a screen, TXT to paste into a form tool. The
    filled XLSX, and what a form tool exports of the TXT, are recognised when they are read.
    """
    code = options["language"] or "en"
    ctx.meta["kano_app.language"] = code
    _refuse(source, output)
    study = read_study(source, code)
    settings = replace(study.questionnaire, **{name: value for name, value in options.items() if value not in _UNSAID})
    project = edits.choose_questionnaire(study, settings)
    words = language(settings.language or project.report.language)
    ctx.meta["kano_app.language"] = words.code
    if not project.survey.features:
        click.echo(words.gettext("{file} has no features to ask about.").format(file=visible(source.name)), err=True)
        ctx.exit(1)
    _write(project, output, date.date() if date else dt.datetime.now().astimezone().date(), words)


def _write(project: Project, output: Path, day: dt.date, words: Language) -> None:
    with writing(output, words.code) as progress:
        written = pipeline.write_questionnaire(project, output, day, progress)
    _say_hints(project, words)
    if written.pages:
        say_written(output, written, words)
    else:
        click.echo(visible(words.gettext("Wrote {file}.").format(file=output)))


def _say_hints(project: Project, words: Language) -> None:
    """Print what to look at in the wording of the questions."""
    for feature in project.survey.features:
        for hint in dict.fromkeys(one for half in hints(feature, words) for one in half):
            told = words.gettext("“{name}”: {hint}").format(name=feature.name, hint=hint)
            named = words.pgettext("a name and what it is", "{name}: {value}")
            click.echo(visible(named.format(name=words.gettext("Check"), value=told)))


def _refuse(source: Path, output: Path) -> None:
    """Stop before anything is read if the output is no file of ours to write, or what is asked of."""
    if output.suffix.lower() not in ENDINGS:
        raise click.BadParameter(f"{output} must end with {', '.join(ENDINGS)}.", param_hint="--output")
    refuse_to_overwrite(output, [source])
