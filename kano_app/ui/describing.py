"""Putting what a file says of the features where it belongs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kano_app.domain import edits
from kano_app.domain.feature import FeatureDetails
from kano_app.domain.problem import Problem
from kano_app.i18n import N_
from kano_app.wording.literal import visible

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow


def features_of(path: Path) -> tuple[Sequence[FeatureDetails], Sequence[Problem]]:
    """Read a features file."""
    from kano_app import importers  # noqa: PLC0415 - heavy libraries wait until they are needed

    return importers.read_features(path)


def describe(window: "MainWindow", path: Path, details: Sequence[FeatureDetails], problems: Sequence[Problem]) -> None:
    """Take over what was read, into the study as it is by now: somebody may have worked on meanwhile."""
    window.context.apply(
        N_("Import {file}"),
        lambda project: edits.describe_features(project, details, path.name, problems),
        file=visible(path.name),
    )
    window.go("features")
