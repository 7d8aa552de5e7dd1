"""Options that commands share; their names and choices come from the settings they fill."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kano_app import pipeline
from kano_app.cli.progress import reading
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import (
    AnalysisSettings,
    Direction,
    ImportSettings,
    PlanSettings,
    ReverseAndQuestionable,
    Rule,
    Scale,
)
from kano_app.i18n import LANGUAGES

Command = Callable[..., Any]

_METHOD, _PLANNING = AnalysisSettings(), PlanSettings()


class Capacity(click.ParamType[tuple[float, float]]):
    """Two efforts with a comma between them: what fits into Now and into Next."""

    name = "NOW,NEXT"

    def convert(
        self, value: str | tuple[float, float], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """Return both numbers, or say what is wrong with them."""
        if isinstance(value, tuple):
            return value
        try:
            now, following = (float(part) for part in value.split(","))
        except ValueError:
            self.fail(f"{value!r} is not two numbers with a comma between them, such as 20,30.", param, ctx)
        if not (0 <= now < float("inf") and 0 <= following < float("inf")):
            self.fail("both numbers must be 0 or more.", param, ctx)
        return now, following


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen on the command line."""

    survey: Path
    language: str
    reading: ImportSettings
    method: AnalysisSettings
    planning: PlanSettings
    features: Path | None

    def project(self) -> Project:
        """Read the files and return the project with every choice applied."""
        with reading(self.survey, self.language) as progress:
            project = pipeline.read_survey(self.survey, self.reading, progress)
        if self.features:
            project = pipeline.read_features(project, self.features)
        return edits.choose_planning(edits.choose_method(project, self.method), self.planning)


def reading_options(command: Command) -> Command:
    """Give a command the survey and the choices of reading only."""
    options = (
        click.argument("survey", type=click.Path(path_type=Path)),
        click.option(
            "--scale",
            type=click.Choice([one.value for one in Scale]),
            help="Which answers the form offered, where they are codes.  [default: five]",
        ),
        click.option(
            "--direction",
            type=click.Choice([one.value for one in Direction]),
            help="What the smallest code means.  [default: taken from the answers, and said]",
        ),
        click.option("--answers", metavar='"A|B|C|D|E"', help="The form's own answers, from like to dislike."),
        click.option(
            "--features", type=click.Path(path_type=Path), help="File of labels, touchpoints, effort, owners …"
        ),
        click.option(
            "--language",
            type=click.Choice(LANGUAGES),
            default="en",
            show_default=True,
            help="Language of what is written.",
        ),
    )
    return _decorate(command, options)


def _method_options(command: Command) -> Command:
    options = (
        click.option(
            "--table",
            default=_METHOD.table.name,
            show_default=True,
            metavar="berger|pouliot|FILE",
            help="Evaluation table; a file holds five rows of five letters.",
        ),
        click.option(
            "--rule",
            type=click.Choice([one.value for one in Rule]),
            default=_METHOD.rule.value,
            show_default=True,
            help="How the counts of a feature become its category.",
        ),
        click.option(
            "--points",
            type=click.IntRange(0, 100),
            default=_METHOD.points,
            show_default=True,
            help="Percentage points up to which the precedence rule calls a lead small.",
        ),
        click.option(
            "--reverse-and-questionable",
            type=click.Choice([one.value for one in ReverseAndQuestionable]),
            default=_METHOD.reverse_and_questionable.value,
            show_default=True,
            help="Whether these two compete for the category.",
        ),
    )
    return _decorate(command, options)


def _sureness_and_planning_options(command: Command) -> Command:
    options = (
        click.option(
            "--confidence",
            type=click.FloatRange(0.5, 0.999),
            default=_METHOD.confidence,
            show_default=True,
            help="Of the intervals.",
        ),
        click.option(
            "--resamples",
            type=click.IntRange(100, 100_000),
            default=_METHOD.resamples,
            show_default=True,
            help="Draws that judge how stable a category is.",
        ),
        click.option("--seed", type=click.IntRange(0), default=_METHOD.seed, show_default=True, help="Of the draws."),
        click.option("--capacity", type=Capacity(), help="Effort that fits into Now and into Next, such as 20,30."),
        click.option(
            "--delights-in-now",
            type=click.IntRange(0),
            default=_PLANNING.delights_in_now,
            show_default=True,
            help="Attractive features taken into Now.",
        ),
    )
    return _decorate(command, options)


def _decorate(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def study_options(command: Command) -> Command:
    """Give a command the survey, and every choice of reading, method and planning."""
    return reading_options(_method_options(_sureness_and_planning_options(command)))


def choices(ctx: click.Context, options: dict[str, Any]) -> Choices:
    """Return the choices from the options of a command; what a command does not have keeps its default.

    Raises:
        Unusable: if the evaluation table is a file that cannot be read as one.

    """
    ctx.meta["kano_app.language"] = options["language"]
    scale, direction, answers = options["scale"], options["direction"], options["answers"]
    return Choices(
        survey=options["survey"],
        language=options["language"],
        reading=ImportSettings(
            scale=Scale(scale) if scale else None,
            direction=Direction(direction) if direction else None,
            answers=_answers(answers),
        ),
        method=AnalysisSettings(
            table=pipeline.read_evaluation_table(options.get("table", _METHOD.table.name)),
            rule=Rule(options.get("rule", _METHOD.rule)),
            points=options.get("points", _METHOD.points),
            reverse_and_questionable=ReverseAndQuestionable(
                options.get("reverse_and_questionable", _METHOD.reverse_and_questionable)
            ),
            confidence=options.get("confidence", _METHOD.confidence),
            resamples=options.get("resamples", _METHOD.resamples),
            seed=options.get("seed", _METHOD.seed),
        ),
        planning=PlanSettings(options.get("capacity"), options.get("delights_in_now", _PLANNING.delights_in_now)),
        features=options["features"],
    )


def _answers(text: str | None) -> tuple[str, ...]:
    if text is None:
        return ()
    answers = tuple(part.strip() for part in text.split("|"))
    try:
        pipeline.check_answers(answers)
    except ValueError:
        text = "give five different answers (or three) with | between them, from like to dislike."
        raise click.BadParameter(text, param_hint="--answers") from None
    return answers
