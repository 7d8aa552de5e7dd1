import datetime as dt
import re
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from kano_app import pipeline
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion
from kano_app.domain.settings import Paper
from kano_app.i18n import LANGUAGES

_DAY = dt.date(2026, 3, 14)
_LONG = "Complaint solved at first contact by whoever hears it, without being passed on to anybody else in the house "


def _study(count: int, **settings: object) -> Project:
    names = [f"Feature of the stay {number}" for number in range(1, count + 1)]
    return _of(*names, **settings)


def _of(*names: str, **settings: object) -> Project:
    project = edits.add_features(edits.new_study("Guest stay"), names)
    return edits.choose_questionnaire(project, QuestionnaireSettings(**settings))  # type: ignore[arg-type] # by name


def _pages(path: Path, project: Project) -> list[str]:
    """Return the text of every page, blanks and line ends folded into one blank."""
    written = pipeline.write_questionnaire(project, path, _DAY)
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(path).pages]
    assert written.pages == len(pages)
    return pages


@pytest.mark.parametrize("count", [3, 12, 60])
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_pair_is_split_over_two_pages(tmp_path: Path, count: int, code: str) -> None:
    pages = _pages(tmp_path / "paper.pdf", _study(count, language=code, importance=count == 12))
    last = 0
    for number in range(1, count + 1):
        here = [at for at, page in enumerate(pages) if re.search(rf"Feature of the stay {number}(?!\d)", page)]
        assert len(here) == 1, number
        assert here[0] >= last
        last = here[0]
    # Below each name stand both halves, on the same page.
    for page in pages:
        _, *blocks = re.split(r"Feature of the stay \d+", page)
        for block in blocks:
            assert len(re.findall(r"have this\?|有这一项，|有這一項，", block)) == 2


def test_every_question_and_the_five_answers_are_found_as_text(tmp_path: Path) -> None:
    project = edits.change_feature(
        _of("Wi-Fi", "Bed"), "F2", functional_question="A soft bed?", dysfunctional_question="No soft bed?"
    )
    (page,) = _pages(tmp_path / "paper.pdf", project)
    for text in (
        "Guest stay",
        "1 Wi-Fi",
        "2 Bed",
        "How do you feel if you do not have this?",
        "A soft bed?",
        "No soft",
    ):
        assert text in page
    assert page.count("I can live with it that way") == 5  # two pairs, and what it means
    assert "Page 1 of 1" in page


def test_each_sheet_has_room_for_a_number_and_asks_no_name(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "paper.pdf", _study(12, organisation="Harbour Hotel"))
    assert all("Respondent number" in page for page in pages)
    assert all(f"Page {at} of {len(pages)}" in page for at, page in enumerate(pages, start=1))
    assert all("Harbour Hotel · Guest stay" in page for page in pages)


def test_the_words_in_which_the_halves_differ_are_set_in_bold(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    _pages(path, _of("Wi-Fi"))
    found: list[tuple[str, str]] = []

    def visit(text: str, _cm: object, _tm: object, font: dict[str, str] | None, _size: float) -> None:
        if text.strip() and font:
            found.append((text.strip(), str(font["/BaseFont"])))

    PdfReader(path).pages[0].extract_text(visitor_text=visit)
    bold = [text for text, font in found if "SemiBold" in font]
    assert "have" in bold
    assert "do not have" in bold


@pytest.mark.parametrize(("code", "name"), [("en", "Wi-Fi"), ("zh_CN", "客房"), ("zh_TW", "櫃檯")])
def test_every_font_is_embedded_and_a_subset(tmp_path: Path, code: str, name: str) -> None:
    path = tmp_path / "paper.pdf"
    assert name in _pages(path, _of(name, language=code))[0]
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == code.replace("_", "-")
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert re.match(r"/[A-Z]{6}\+NotoSans", str(font.BaseFont))
            described = font.get("/FontDescriptor") or font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in described


def test_every_question_is_an_entry_of_the_outline(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    _pages(path, _of("Wi-Fi", "Bed", traits=(TraitQuestion("Age", "How old are you?"),)))
    assert [str(one.title) for one in PdfReader(path).outline if not isinstance(one, list)] == [
        "1 Wi-Fi",
        "2 Bed",
        "3 How old are you?",
    ]


def test_the_same_study_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    first, second, later = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.pdf"
    project = _study(12, language="zh_CN")
    for path, day in ((first, _DAY), (second, _DAY), (later, _DAY + dt.timedelta(1))):
        pipeline.write_questionnaire(project, path, day)
    assert first.read_bytes() == second.read_bytes() != later.read_bytes()
    told = PdfReader(first).metadata
    assert told is not None
    assert str(told["/CreationDate"]).startswith("D:20260314")


def test_long_names_long_questions_and_unknown_characters_are_printed(tmp_path: Path) -> None:
    project = _of(_LONG * 3, "🏨 & <b>x</b>", "", "Wi-Fi", "Wi-Fi", importance=True, title=_LONG * 2)
    project = edits.change_feature(project, "F1", functional_question=_LONG * 4, dysfunctional_question="not " * 300)
    path = tmp_path / "paper.pdf"
    pages = _pages(path, project)
    whole = " ".join(pages)
    for text in ("[U+1F3E8] & <b>x</b>", "Feature 3", "4 Wi-Fi", "5 Wi-Fi 2"):
        assert text in whole
    written = pipeline.write_questionnaire(project, path, _DAY)
    assert dict(written.missing_characters) == {"🏨": 1}


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_sheet_is_the_one_that_was_chosen(tmp_path: Path, paper: Paper, size: tuple[int, int]) -> None:
    path = tmp_path / "paper.pdf"
    _pages(path, _of("Wi-Fi", paper=paper))
    assert tuple(round(float(one)) for one in PdfReader(path).pages[0].mediabox[2:]) == size


def test_what_closes_the_questionnaire_never_stands_alone(tmp_path: Path) -> None:
    for count in range(3, 11):
        pages = _pages(tmp_path / f"{count}.pdf", _study(count))
        assert "Feature of the stay" in pages[-1]
        assert "Thank you for your answers." in pages[-1]


def test_the_old_file_stays_if_the_new_one_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        pipeline.write_questionnaire(_of("Wi-Fi"), path, _DAY)
    assert [one.name for one in tmp_path.iterdir()] == ["paper.pdf"]
    assert path.read_bytes() == b"old"
