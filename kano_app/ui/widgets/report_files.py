"""Writing the report and the figures off the window's thread, from the study as it is and never from stale figures."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kano_app.domain.project import Project
from kano_app.i18n import Language

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


def write_figures(project: Project, path: Path, language: Language, progress: Progress) -> None:
    """Write every figure, as JSON or CSV by the ending of the name, whole or not at all.

    Raises:
        OSError: if the file cannot be written.

    """
    from kano_app.report import csv_text, json_document  # noqa: PLC0415
    from kano_app.tables import every_figure  # noqa: PLC0415

    findings, planned = _judged(project, progress)
    if path.suffix.lower() == ".json":
        document = json_document(project, findings, planned, language)
        text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        content = text.encode()
    else:
        # A spreadsheet knows UTF-8 by its mark only.
        content = csv_text(every_figure(findings, planned), language).encode("utf-8-sig")
    progress(1.0)
    _replace(path, content)


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


def _replace(path: Path, content: bytes) -> None:
    """Put content at a path in one step; what was there stays if that fails."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".kano-app-", delete=False) as unfinished:
        name = Path(unfinished.name)
        try:
            unfinished.write(content)
            unfinished.close()
            name.chmod(0o644)
            name.replace(path)
        except OSError:
            name.unlink(missing_ok=True)
            raise
