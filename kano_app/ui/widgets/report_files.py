"""Writing all files off the window's thread, from the study as it is and never from stale figures."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kano_app.domain.project import Project

if TYPE_CHECKING:
    from kano_app.analysis import Analysis
    from kano_app.report import Written
    from kano_app.roadmap import Roadmap

Progress = Callable[[float], None]

_ANALYSED, _PLANNED = 0.1, 0.35
"""How far the work has come once the figures and the plan are made."""
_BAD = '\\/:*?"<>|'


def write_pdf(project: Project, path: Path, progress: Progress) -> "Written":
    """Write the report, whole or not at all.

    Raises:
        OSError: if the file cannot be written.

    """
    from kano_app import pipeline  # noqa: PLC0415 - heavy libraries wait until they are needed

    findings, planned = _judged(project, progress)
    return pipeline.write_report(
        project, findings, planned, path, lambda share: progress(_PLANNED + (1 - _PLANNED) * share)
    )


def pdf_of(project: Project, analysis: "Analysis", roadmap: "Roadmap", progress: Progress) -> bytes:
    """Return the report as it would be written, from figures that are there already."""
    from kano_app import pipeline  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="kano-app-") as folder:
        path = Path(folder) / "report.pdf"
        pipeline.write_report(project, analysis, roadmap, path, progress)
        return path.read_bytes()


def write_export(project: Project, key: str, path: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the study one way out, each file whole or not at all, and return the files.

    Raises:
        OSError: if a file cannot be written.

    """
    from kano_app import pipeline  # noqa: PLC0415
    from kano_app.report.exports import export_by_key  # noqa: PLC0415

    findings, planned = _judged(project, progress)
    found = pipeline.write_export(
        export_by_key(key), project, findings, planned, path, lambda share: progress(_PLANNED + (1 - _PLANNED) * share)
    )
    progress(1.0)
    return found


def own_folder(folder: Path, title: str) -> Path:
    """Return a folder for the files of a study: the one that was chosen if it is empty, else a new one in it."""
    if not folder.exists() or not any(folder.iterdir()):
        return folder
    name, turn = file_name(title, ""), 2
    path = folder / name
    while path.exists():
        path, turn = folder / f"{name} {turn}", turn + 1
    return path


def file_name(title: str, ending: str) -> str:
    """Return a title as the name of a file on every system."""
    clean = "".join("_" if char in _BAD or not char.isprintable() else char for char in title).strip(" .")
    return (clean[:120] or "kano") + ending


def with_ending(path: Path, endings: tuple[str, ...]) -> Path:
    """Return a path with one of some endings; the first where it has none of them."""
    return path if path.suffix.lower() in endings else path.with_name(path.name + endings[0])


def _judged(project: Project, progress: Progress) -> tuple["Analysis", "Roadmap"]:
    from kano_app import pipeline  # noqa: PLC0415

    progress(0.0)
    findings = pipeline.analyse(project)
    progress(_ANALYSED)
    planned = pipeline.judge_plan(project, findings, pipeline.plan(project, findings))
    progress(_PLANNED)
    return findings, planned
