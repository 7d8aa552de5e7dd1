import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from making import CELLS, counted, people
from pypdf import PdfReader

from kano_app import pipeline
from kano_app.domain import edits
from kano_app.domain.feature import Feature
from kano_app.domain.project import Project
from kano_app.domain.settings import Paper, PlanSettings, ReportSettings, Section
from kano_app.domain.survey import Survey
from kano_app.i18n import LANGUAGES
from kano_app.report import Written

_DAY = dt.date(2026, 3, 14)


def _survey(names: list[str]) -> Survey:
    """Return a survey of fifteen people in which the categories take turns."""
    letters = "MPAIRQ"
    pairs = {
        name: [CELLS[letters[(place + (person > 9)) % 6]] for person in range(15)] for place, name in enumerate(names)
    }
    return people(pairs)


def _written(path: Path, survey: Survey, planning: PlanSettings | None = None, **report: Any) -> Written:
    settings = replace(ReportSettings("Guest stay", "Harbour Hotel", _DAY), **report)
    project = edits.choose_report(edits.add_survey(Project(), survey), settings)
    project = edits.choose_planning(project, planning or PlanSettings())
    findings = pipeline.analyse(project)
    return pipeline.write_report(project, findings, pipeline.plan(project, findings), path)


def _text(path: Path) -> str:
    """Return the text of all pages with blanks and line ends folded into one blank."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(path).pages))


def _bookmarks(path: Path) -> list[str]:
    flat: list[Any] = []

    def collect(outline: Any) -> None:
        for entry in outline:
            if isinstance(entry, list):
                collect(entry)
            else:
                flat.append(re.sub(r"\s+", " ", str(entry.title)))

    collect(PdfReader(path).outline)
    return flat


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3, 12, 41, 120])
def test_a_report_of_any_size_opens_without_a_fault_in_every_language(
    tmp_path: Path, language: str, count: int
) -> None:
    path = tmp_path / "roadmap.pdf"
    written = _written(path, _survey([f"特性 feature {place}" for place in range(count)]), language=language)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == written.pages
        assert list(pdf.check_pdf_syntax()) == []
    assert f"{written.pages} / {written.pages}" in _text(path)


def test_every_font_is_embedded_and_subset(tmp_path: Path) -> None:
    path = tmp_path / "roadmap.pdf"
    _written(path, _survey(["早餐 until eleven", "Wi-Fi"]), language="zh_TW")
    with pikepdf.open(path) as pdf:
        fonts = {str(one.BaseFont): one for page in pdf.pages for one in page.Resources.Font.values()}
        assert fonts
        for name, font in fonts.items():
            assert re.match(r"/[A-Z]{6}\+NotoSans", name), name
            assert "/FontFile2" in font.FontDescriptor


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    survey = _survey(["Wi-Fi", "早餐", "Sauna"])
    for name in ("one.pdf", "other.pdf"):
        _written(tmp_path / name, survey)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_names_are_printed_literally_and_nothing_in_them_acts(tmp_path: Path) -> None:
    names = ["<b>bold</b> & <i>", "$x$ costs $y$", "=cmd()", "&amp;lt;", "a\\b{c}%(d)s"]
    path = tmp_path / "roadmap.pdf"
    _written(path, _survey(names))
    text = _text(path)
    for name in names:
        assert text.count(name) >= 3, name


def test_markup_images_and_control_characters_are_printed_and_lead_nowhere(tmp_path: Path) -> None:
    names = ['<img src="http://example.org/x.png">', '<a href="file:///etc/passwd">x</a>', "tab\u0007bell\u202eright"]
    path = tmp_path / "roadmap.pdf"
    written = _written(path, _survey(names), title='<img src="x">', organisation="=cmd()")
    assert dict(written.missing_characters).keys() == {"\u0007", "\u202e"}
    text = _text(path)
    assert '<img src="http://example.org/x.png">' in text
    assert "tab[U+0007]bell[U+202E]right" in text
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            assert not [one for one in page.Resources.get("/XObject", {}).values() if one.Subtype == "/Image"]
            for note in page.get("/Annots", []):
                assert "/A" not in note


def test_a_name_of_five_hundred_characters_stands_whole_in_the_table(tmp_path: Path) -> None:
    name = " ".join(f"word{place:03}" for place in range(63))
    assert len(name) > 500
    path = tmp_path / "roadmap.pdf"
    _written(path, _survey([name, "Wi-Fi"]))
    assert name in _text(path)


def test_a_character_no_font_has_is_shown_by_its_number_and_told_in_the_appendix(tmp_path: Path) -> None:
    path = tmp_path / "roadmap.pdf"
    written = _written(path, _survey(["Hotel \N{HOTEL}", "Wi-Fi"]))
    assert set(written.missing_characters) == {"\N{HOTEL}"}
    text = _text(path)
    assert "Hotel [U+1F3E8]" in text
    assert "No font of the program has these characters" in text


def test_what_is_on_paper_is_what_was_computed(tmp_path: Path) -> None:
    path = tmp_path / "roadmap.pdf"
    _written(path, counted({"Transparent transfers": "A88 P90 M32 I105 R15 Q28"}))
    assert "Transparent transfers Indifferent 358 32 90 88 105 15 28 0.57 −0.39" in _text(path)


def test_the_title_whose_it_is_and_the_date_stand_on_the_first_page_and_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "roadmap.pdf"
    _written(path, _survey(["Wi-Fi"]))
    reader = PdfReader(path)
    first = reader.pages[0].extract_text()
    assert "Guest stay" in first
    assert "Harbour Hotel" in first
    assert "14 March 2026" in first
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Guest stay", "Harbour Hotel")
    assert reader.metadata.keywords is not None
    assert reader.metadata.keywords.startswith("Kano, Priority roadmap, Harbour Hotel")
    assert str(reader.root_object["/Lang"]) == "en"


def test_every_section_is_a_bookmark_that_leads_to_its_page(tmp_path: Path) -> None:
    path = tmp_path / "roadmap.pdf"
    _written(path, _survey(["Wi-Fi", "Bed"]))
    assert _bookmarks(path) == [
        "Contents",
        "How to read it",
        "What to do first",
        "Satisfaction map",
        "The roadmap",
        "Where each feature stands",
        "Why each feature stands where it does",
        "How the answers split",
        "How sure it is",
        "What other choices would change",
        "What so many answers can tell",
        "Feature by feature",
        "1 Wi-Fi",
        "2 Bed",
        "The figures",
        "Answers as numbers",
        "Data",
        "Method",
        "Choices",
        "Sources",
        "Glossary",
    ]
    reader = PdfReader(path)
    outline = [entry for entry in reader.outline if not isinstance(entry, list)]
    pages = [reader.get_destination_page_number(entry) or 0 for entry in outline]
    assert pages == sorted(pages)
    assert len(set(pages)) > 2


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_sheet_is_the_one_that_was_chosen(tmp_path: Path, paper: Paper, size: tuple[int, int]) -> None:
    path = tmp_path / "roadmap.pdf"
    _written(path, _survey(["Wi-Fi"]), paper=paper)
    box = PdfReader(path).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_more_than_forty_features_get_numbers_on_the_map_and_a_key(tmp_path: Path) -> None:
    path = tmp_path / "roadmap.pdf"
    _written(path, _survey([f"Feature {place}" for place in range(60)]))
    assert "Key to the map" in _bookmarks(path)


def test_features_without_coefficients_are_named_under_the_map(tmp_path: Path) -> None:
    path = tmp_path / "roadmap.pdf"
    _written(path, counted({"Wi-Fi": "P9 I1", "Fax": "R5"}))
    assert "Not on the map, because the coefficients are undefined: Fax." in _text(path)


def test_a_survey_in_which_nothing_can_be_classified_still_makes_a_report(tmp_path: Path) -> None:
    path = tmp_path / "roadmap.pdf"
    written = _written(path, counted({"Fax": ""}))
    assert written.pages >= 2
    text = _text(path)
    assert "Nobody answered both halves of any feature, so there is nothing to count." in text
    assert "No feature is a must-be" not in text


def test_touchpoint_owner_and_effort_stand_on_the_card(tmp_path: Path) -> None:
    from kano_app.domain.feature import FeatureDetails  # noqa: PLC0415 - one use

    survey = _survey(["Wi-Fi"])
    project = edits.add_survey(Project(), replace(survey, features=(Feature("Wi-Fi", "Wi-Fi"),)))
    details = [FeatureDetails("Wi-Fi", 2, touchpoint="Stay", effort=5, owner="IT manager")]
    project = edits.describe_features(project, details)
    project = edits.choose_report(project, ReportSettings("Guest stay", date=_DAY))
    findings = pipeline.analyse(project)
    path = tmp_path / "roadmap.pdf"
    pipeline.write_report(project, findings, pipeline.plan(project, findings), path)
    card = _text(path)
    assert re.search(r"Must-be.*5 days.*IT manager.*Stay", card[card.index("Wi-Fi") :])


def test_a_report_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        _written(tmp_path / "nowhere" / "roadmap.pdf", _survey(["Wi-Fi"]))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("by_people", [True, False])
def test_a_report_says_when_features_were_resampled_each_by_itself(tmp_path: Path, by_people: bool) -> None:  # noqa: FBT001
    survey = _survey(["Wi-Fi", "Bed"]) if by_people else counted({"Wi-Fi": "P9 I8", "Bed": "M9 I8"})
    project = edits.choose_report(edits.add_survey(Project(), survey), ReportSettings("Guest stay", date=_DAY))
    findings = pipeline.analyse(project)
    planned = pipeline.judge_plan(project, findings, pipeline.plan(project, findings))
    path = tmp_path / "roadmap.pdf"
    pipeline.write_report(project, findings, planned, path)
    text = _text(path)
    assert "of resamples." in text
    assert ("each feature was resampled by itself" in text) is not by_people


def test_a_list_that_goes_on_over_a_page_keeps_its_own_title(tmp_path: Path) -> None:
    rows = {f"must-be {place}": "M9 I1" for place in range(14)} | {f"dull {place}": "I9 M1" for place in range(8)}
    rows |= {f"delight {place} with a long name that takes a line or two of its card": "A9 I1" for place in range(8)}
    path = tmp_path / "roadmap.pdf"
    left_out = tuple(one for one in Section if one is not Section.ROADMAP)
    _written(path, counted(rows), left_out=left_out)
    pages = [page.extract_text() for page in PdfReader(path).pages]
    lists = [text for text in pages if "dull" in text]
    assert lists
    assert all("Not planned" in text for text in lists)


def test_what_stands_in_a_persons_own_words_does_not_run_into_the_next_sentence() -> None:
    from kano_app.i18n import language  # noqa: PLC0415 - one use
    from kano_app.roadmap import Reason, ReasonKind  # noqa: PLC0415
    from kano_app.wording.reasons import reason_text  # noqa: PLC0415

    reasons = [Reason(ReasonKind.BY_HAND, {"reason": "promised in March"}), Reason(ReasonKind.DELIGHT)]
    assert reason_text(reasons, language("en")).startswith("Placed by hand: promised in March. Taken")
    assert reason_text([Reason(ReasonKind.BY_HAND, {"reason": ""})], language("en")) == "Placed by hand."


def test_a_report_of_shares_explains_no_draws_and_no_crosses(tmp_path: Path) -> None:
    from making import shared  # noqa: PLC0415 - one use

    path = tmp_path / "roadmap.pdf"
    _written(path, shared({"x": (0.5, 0.2, 0.1, 0.2, 0, 0)}))
    text = _text(path)
    assert "1 feature, from shares" in text
    assert "of 1,000 random draws" not in text
    assert "cross through it" not in text
