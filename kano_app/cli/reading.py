"""The options that say how a file is read, shared by all commands that read one."""

from dataclasses import dataclass, replace
from pathlib import Path

import click

from kano_app import pipeline
from kano_app.cli.decorating import Command, decorate
from kano_app.cli.given import Said
from kano_app.domain.answer import Answer
from kano_app.domain.mapping import Mapping
from kano_app.domain.settings import LANGUAGES, Direction, ImportSettings, Scale

_FIVE = (Answer.LIKE, Answer.EXPECT, Answer.NEUTRAL, Answer.TOLERATE, Answer.DISLIKE)
_THREE = (Answer.LIKE, Answer.NEUTRAL, Answer.DISLIKE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was said of how the file is to be read."""

    settings: ImportSettings
    mapping: Mapping | None = None


def reading_options(command: Command) -> Command:
    """Give a command the survey and the choices of reading only."""
    options = (
        click.argument("survey", type=click.Path(path_type=Path)),
        click.option("--sheet", metavar="NAME", help="Of a workbook.  [default: the first that holds a survey]"),
        click.option(
            "--map",
            "mapping",
            type=click.Path(path_type=Path),
            metavar="FILE.json",
            help="What every column is; kano-app check --write-map writes one to start from.",
        ),
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
            help="Language of what is written.  [default: the study's, or en]",
        ),
    )
    return decorate(command, options)


def reading_of(said: Said) -> Reading:
    """Return what was said of the file.

    Raises:
        Unusable: if the mapping cannot be read.

    """
    scale, direction = said.get("scale"), said.get("direction")
    settings = ImportSettings(
        scale=Scale(scale) if scale else None,
        direction=Direction(direction) if direction else None,
        answers=_answers(said.get("answers")),
        sheet=said.get("sheet", ""),
    )
    mapping = pipeline.read_mapping(said["mapping"]) if "mapping" in said else None
    if mapping is not None and settings.sheet:
        mapping = replace(mapping, sheet=settings.sheet)
    return Reading(settings, mapping)


def as_said(mapping: Mapping, settings: ImportSettings) -> Mapping:
    """Return a mapping with what the options say of scale, direction and answers, so that it needs them no more."""
    levels = _THREE if len(settings.answers) == len(_THREE) else _FIVE
    wordings = tuple(zip(settings.answers, levels, strict=True)) if settings.answers else mapping.wordings
    scale = settings.scale or (Scale.THREE if len(settings.answers) == len(_THREE) else None)
    return replace(
        mapping,
        scale=scale or mapping.scale,
        direction=settings.direction or mapping.direction,
        dysfunctional_direction=None if settings.direction else mapping.dysfunctional_direction,
        wordings=wordings,
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
