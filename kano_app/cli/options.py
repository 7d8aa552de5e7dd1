"""Options that commands share; their names and choices come from the settings they fill."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from kano_app import pipeline
from kano_app.cli.decorating import Command, decorate
from kano_app.cli.given import Kinds, Said, said_on, taken
from kano_app.cli.kinds import CampsOption, Capacity, Finite, Flags, Unit
from kano_app.cli.progress import reading
from kano_app.cli.reading import Reading, reading_of, reading_options
from kano_app.cli.studies import ENDING, own_study
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import (
    AnalysisSettings,
    Correction,
    PlanSettings,
    ReportSettings,
    ReverseAndQuestionable,
    Rule,
)

_FILES = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ENDING}
_METHOD, _PLANNING, _REPORT = AnalysisSettings(), PlanSettings(), ReportSettings()
_METHOD_KINDS: Kinds = {
    "table": pipeline.read_evaluation_table,
    "rule": Rule,
    "points": int,
    "reverse_and_questionable": ReverseAndQuestionable,
    "confidence": float,
    "resamples": int,
    "seed": int,
    "segments": tuple,
    "camps": lambda camps: camps,
    "correction": Correction,
}
_PLANNING_KINDS: Kinds = {"capacity": tuple, "delights_in_now": int, "effort_unit": str}


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen on the command line, and the study it was chosen for if SURVEY is one."""

    survey: Path
    study: Project | None
    """As it is on the disk; its own choices hold where nothing else was said."""
    language: str
    said: Said
    reading: Reading
    method: dict[str, Any]
    planning: dict[str, Any]
    waves: tuple[Path, ...] = ()

    @property
    def inputs(self) -> list[Path]:
        """Every file that is read."""
        named = (self.said.get(name) for name in ("features", "mapping", "table", "theme", "logo"))
        return [self.survey, *self.waves, *(Path(one) for one in named if one)]

    def project(self) -> Project:
        """Return the project with every choice applied, read from the files if it is not a study."""
        project = self._read() if self.study is None else self.study
        if "features" in self.said:
            project = pipeline.read_features(project, self.said["features"])
        project = edits.choose_method(project, replace(project.analysis, **self.method))
        # The unit that a features file names stays, unless another was asked for.
        project = edits.choose_planning(project, replace(project.planning, **self.planning))
        return pipeline.exclude_flagged(project, self.said["exclude"]) if "exclude" in self.said else project

    def _read(self) -> Project:
        first, *later = *self.waves, self.survey
        told = self.reading
        with reading(first, self.language) as progress:
            project = pipeline.read_survey(first, told.settings, progress, told.mapping)
        for wave in later:
            with reading(wave, self.language) as progress:
                project = pipeline.read_wave(project, wave, told.settings, progress, told.mapping)
        return project


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


def choices(ctx: click.Context) -> Choices:
    """Return what was chosen for a command; a study is opened for it.

    Raises:
        click.BadParameter: if a choice cannot be made for what SURVEY is.
        Unusable: if the evaluation table is a file that cannot be read as one.
        ProjectFileError: if SURVEY is a study that cannot be read.

    """
    said = said_on(ctx)
    ctx.meta["kano_app.language"] = said.get("language", _REPORT.language)
    waves, wave_by = _waves(said.get("waves", ()))
    study = own_study(said, waves)
    code = said.get("language", (study.report if study else _REPORT).language)
    ctx.meta["kano_app.language"] = code
    method = taken(said, _METHOD_KINDS)
    return Choices(
        survey=said["survey"],
        study=study,
        language=code,
        said=said,
        reading=reading_of(said),
        method=method | {"wave_by": wave_by} if wave_by else method,
        planning=taken(said, _PLANNING_KINDS),
        waves=waves,
    )


def _waves(told: Sequence[str]) -> tuple[tuple[Path, ...], str]:
    """Return the files of earlier waves, or the one trait that dates the answers."""
    if len(told) == 1 and not Path(told[0]).is_file() and Path(told[0]).suffix.lower() not in _FILES:
        return (), told[0]
    for path in map(Path, told):
        if path.suffix.lower() == ENDING:
            raise click.BadParameter(
                f"{path.name} is a study; an earlier wave is a file of answers.", param_hint="--wave"
            )
    return tuple(map(Path, told)), ""
