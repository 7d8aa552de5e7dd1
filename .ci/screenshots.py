"""Takes pictures of every page of the window for the guide: ``make screenshots``; another folder may be given."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1280, 800)
PAGES = ("start", "features", "answers", "results", "roadmap", "report")


def projects() -> Iterator[tuple[str, str, str, object]]:
    """Yield variant, language, theme and study."""
    from kano_app import pipeline
    from kano_app.domain import edits

    samples = ROOT / "sample_surveys"

    def sample(name: str, features: str, title: str) -> object:
        project = pipeline.read_features(pipeline.read_survey(samples / name), samples / features)
        planning = replace(project.planning, capacity=(25.0, 25.0))
        return edits.rename_study(edits.choose_planning(project, planning), title)

    hotel = sample("hotel-stay.csv", "hotel-stay-features.csv", "Harbour Hotel, guest stay")
    yield "light", "en", "light", hotel
    yield "dark", "en", "dark", hotel
    chinese = sample("hotel-stay-zh_CN.xlsx", "hotel-stay-zh_CN-features.csv", "海港酒店 住客调查")
    yield "zh_CN", "zh_CN", "light", chinese
    clinic = sample("clinic-visit-zh_TW.csv", "clinic-visit-zh_TW-features.csv", "診所就診調查")
    yield "zh_TW", "zh_TW", "dark", clinic
    yield "empty", "en", "light", edits.new_study()
    yield "five-people", "en", "light", drawn(5, 6)
    yield "thousand-people", "en", "light", drawn(1000, 30)


def drawn(people: int, features: int) -> object:
    """Return a study of invented answers, the same at every run."""
    import numpy as np

    from kano_app.domain import edits

    names = ["Late check-out", "Quiet rooms", "Breakfast until eleven", "Mobile key", "Free Wi-Fi", "Local tips"]
    names += [f"Service feature {place}" for place in range(7, features + 1)]
    project = edits.add_features(edits.new_study(f"{people} people"), names[:features])
    project = edits.add_people(project, people)
    chance = np.random.default_rng(7)
    given = {}
    for feature in range(features):
        shares = chance.dirichlet([2.0, 1.5, 1.2, 0.8, 0.3]), chance.dirichlet([0.3, 0.8, 1.2, 1.0, 2.0])
        halves = [chance.choice(5, people, p=one) + 1 for one in shares]
        for person in range(people):
            given[person, feature] = (int(halves[0][person]), int(halves[1][person]))
    return edits.answer(project, given)


def slim(picture: Path) -> None:
    """Keep a picture with as few colours as it needs: a third of the size, and nobody sees it."""
    from PIL import Image

    Image.open(picture).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(picture, optimize=True)


def main() -> int:
    """Take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images" / "window"
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as own:
        os.environ["KANO_APP_DATA"] = own
        from PySide6.QtWidgets import QApplication

        from kano_app.ui.application import open_window, prepare
        from kano_app.ui.document import Document
        from kano_app.ui.preferences import Theme

        application = QApplication([])
        prepare(application)
        window = open_window()
        window.resize(*SIZE)
        window.show()
        for variant, language, theme, project in projects():
            window.prefer(replace(window.preferences, language=language, theme=Theme(theme)))
            window.show_document(Document.new(project, window.drafts))
            until = time.monotonic() + 60
            while (window.findings.roadmap is None or window.findings.is_stale) and time.monotonic() < until:
                application.processEvents()
            if window.findings.analysis.features:
                window.select(window.findings.analysis.features[0].feature.id)
            for page in PAGES:
                window.go(page)
                for _ in range(30):
                    application.processEvents()
                    time.sleep(0.02)
                picture = folder / f"{variant}-{page}.png"
                window.grab().save(str(picture))
                slim(picture)
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
