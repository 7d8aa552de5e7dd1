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
PROJECTORS = {"": (1280, 720), "-1920": (1920, 1080)}
"""Of the windows of a workshop, by what their names end with."""
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


def workshops(window: object, settle: object, folder: Path) -> None:
    """Take pictures of a workshop: the setup, the facilitator's sheet and the room screen, in three languages."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from kano_app import entry
    from kano_app.domain import edits
    from kano_app.domain.session import Mode
    from kano_app.ui.document import Document
    from kano_app.ui.preferences import Theme
    from kano_app.ui.workshop.workshop import workshop_of

    names = {
        "en": ("Harbour Hotel, guest stay", "Late check-out", "Quiet rooms", "Breakfast until eleven", "Mobile key"),
        "zh_CN": ("海港酒店 住客调查", "延迟退房", "安静的客房", "早餐供应到十一点", "手机钥匙"),
        "zh_TW": ("海港酒店 住客調查", "延遲退房", "安靜的客房", "早餐供應到十一點", "手機鑰匙"),
    }
    said = ((1, 5), (1, 4), (3, 5), (1, 5), (3, 3), (1, 3), (4, 5), (3, 5))
    for language, (title, *features) in names.items():
        theme = Theme.DARK if language == "zh_TW" else Theme.LIGHT
        window.prefer(replace(window.preferences, language=language, theme=theme))
        study = edits.add_features(edits.new_study(title), features)
        window.show_document(Document.new(study, window.drafts))
        window.run("workshop")
        settle()
        take(window, folder / f"workshop-setup-{language}.png")
        chosen = entry.Setup(Mode.ROUND, ("",) * len(said), practice=False, language=language)
        project = entry.begin(study, chosen)
        for feature in range(2):
            for half in range(2):
                for person in range(len(said)):
                    project = entry.answer(project, said[(person + feature) % len(said)][half], 4.0)
        for code in (1, 1, 3):
            project = entry.answer(project, code, 4.0)
        window.show_document(Document.new(project, window.drafts))
        window.run("workshop")
        found = workshop_of(window)
        found.state.turn_live()
        found.turn_room()
        found.room.showNormal()
        for ending, size in PROJECTORS.items():
            window.resize(*size)
            found.room.resize(*size)
            settle()
            take(window, folder / f"workshop-facilitator-{language}{ending}.png")
            take(found.room, folder / f"workshop-room-{language}{ending}.png")
        for _ in range(2):  # questions are open, so the first one only asks back
            QTest.keyClick(found.room, Qt.Key.Key_R)
        for ending, size in PROJECTORS.items():
            found.room.resize(*size)
            settle()
            settle()
            take(found.room, folder / f"workshop-reveal-{language}{ending}.png")
        found.leave()
        window.resize(*SIZE)


def _is_laying_out(window: object) -> bool:
    """Return whether the preview of the report shows no page yet."""
    view = window.pages["report"].preview.view
    return bool(window.findings.analysis.features) and not view.is_fresh(view.current)


def take(widget: object, picture: Path) -> None:
    """Save what a window shows."""
    widget.grab().save(str(picture))
    slim(picture)


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
                while page == "report" and _is_laying_out(window) and time.monotonic() < until + 60:
                    application.processEvents()
                take(window, folder / f"{variant}-{page}.png")

        def settle() -> None:
            for _ in range(60):
                application.processEvents()
                time.sleep(0.02)

        workshops(window, settle, folder)
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
