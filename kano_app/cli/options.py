"""Options that commands share; their names and choices come from the settings they fill."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from kano_app import pipeline
from kano_app.cli.decorating import Command, decorate
from kano_app.cli.kinds import CampsOption, Capacity, Finite, Flags, Unit
from kano_app.cli.progress import reading
from kano_app.cli.reading import Reading, reading_of, reading_options
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import (
    AnalysisSettings,
    Correction,
    PlanSettings,
    ReverseAndQuestionable,
    Rule,
)
from kano_app.domain.survey import Flag

_FILES = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"}
_METHOD, _PLANNING = AnalysisSettings(), PlanSettings()


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen on the command line."""

    survey: Path
    language: str
    reading: Reading
    method: AnalysisSettings
    planning: PlanSettings
    features: Path | None
    waves: tuple[Path, ...] = ()
    exclude: tuple[Flag, ...] = ()
    effort_unit: str = ""
    """Empty: what the features file says, or days."""

    def project(self) -> Project:
        """Read the files and return the project with every choice applied."""
        first, *later = *self.waves, self.survey
        told = self.reading
        with reading(first, self.language) as progress:
            project = pipeline.read_survey(first, told.settings, progress, told.mapping)
        for wave in later:
            with reading(wave, self.language) as progress:
                project = pipeline.read_wave(project, wave, told.settings, progress, told.mapping)
        if self.features:
            project = pipeline.read_features(project, self.features)
        # The unit that a features file names stays, unless another was asked for.
        unit = self.effort_unit or project.planning.effort_unit
        planning = replace(self.planning, effort_unit=unit)
        project = edits.choose_planning(edits.choose_method(project, self.method), planning)
        return pipeline.exclude_flagged(project, self.exclude) if self.exclude else project


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
    return decorate(command, options)


def _sureness_and_planning_options(command: Command) -> Command:
    options = (
        click.option(
            "--confidence",
            type=Finite(0.5, 0.999),
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
            "--effort-unit",
            type=Unit(),
            help="What efforts are counted in: days, weeks, points or a short word; else as the features file says.",
        ),
        click.option(
            "--delights-in-now",
            type=click.IntRange(0),
            default=_PLANNING.delights_in_now,
            show_default=True,
            help="Attractive features taken into Now.",
        ),
    )
    return decorate(command, options)


def _comparison_options(command: Command) -> Command:
    options = (
        click.option(
            "--segment",
            "segments",
            multiple=True,
            metavar="TRAIT",
            help="Compare the groups a trait makes; give it again to combine traits.",
        ),
        click.option(
            "--compare",
            "camps",
            type=CampsOption(),
            help="Compare the camps a feature splits people into, over all other features.",
        ),
        click.option(
            "--wave",
            "waves",
            multiple=True,
            metavar="FILE|TRAIT",
            help="An earlier survey of the same features, the oldest first; or a trait that dates the answers.",
        ),
        click.option(
            "--correction",
            type=click.Choice([one.value for one in Correction]),
            default=_METHOD.correction.value,
            show_default=True,
            help="Of p over the features.",
        ),
        click.option("--exclude", type=Flags(), default=(), help="Leave out people flagged so; see the guide."),
    )
    return decorate(command, options)


def study_options(command: Command) -> Command:
    """Give a command the survey, and every choice of reading, method and planning."""
    return reading_options(_method_options(_sureness_and_planning_options(_comparison_options(command))))


def choices(ctx: click.Context, options: dict[str, Any]) -> Choices:
    """Return the choices from the options of a command; what a command does not have keeps its default.

    Raises:
        Unusable: if the evaluation table is a file that cannot be read as one.

    """
    ctx.meta["kano_app.language"] = options["language"]
    files, wave_by = _waves(options.get("waves", ()))
    return Choices(
        survey=options["survey"],
        language=options["language"],
        reading=reading_of(options),
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
            segments=options.get("segments", ()),
            camps=options.get("camps"),
            wave_by=wave_by,
            correction=Correction(options.get("correction", _METHOD.correction)),
        ),
        planning=PlanSettings(options.get("capacity"), options.get("delights_in_now", _PLANNING.delights_in_now)),
        effort_unit=options.get("effort_unit") or "",
        features=options["features"],
        waves=files,
        exclude=options.get("exclude", ()),
    )


def _waves(told: Sequence[str]) -> tuple[tuple[Path, ...], str]:
    """Return the files of earlier waves, or the one trait that dates the answers."""
    if len(told) == 1 and not Path(told[0]).is_file() and Path(told[0]).suffix.lower() not in _FILES:
        return (), told[0]
    return tuple(map(Path, told)), ""
