"""Whatever is thrown at the importer, it says what is wrong and where, and never stumbles."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from kano_app.domain.evidence import Answers
from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.i18n import language
from kano_app.importers import read_survey
from kano_app.wording.problems import message

GOOD = "F1_f,F1_d\nI like it,I dislike it\nI expect it,I dislike it\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(path: Path) -> Problem:
    with pytest.raises(Unusable) as told:
        read_survey(path)
    assert told.value.problem.file == path.name
    return told.value.problem


def zipped(*names: str, mimetype: str = "") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.FILE_EMPTY),
        (b"\n\n  \n", Code.FILE_EMPTY),
        (b"\xef\xbb\xbf", Code.FILE_EMPTY),
        (b"F1_f,F1_d\n", Code.HEADER_ONLY),
        (b"F1_f,F1_d\n\n,\n", Code.HEADER_ONLY),
        (b"Age,Gender\n24,f\n25,m\n", Code.NO_PAIRS),
        (b"F1_f,F1_d\nI like it,\n,I dislike it\n", Code.NO_ANSWERS),
        (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", Code.FILE_NOT_A_TABLE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Code.FILE_NOT_A_TABLE),
        (b"<!DOCTYPE html><table><tr><td>F1_f</td></tr></table>", Code.FILE_NOT_A_TABLE),
        (b"F1_f,F1_d\nI like it,I dis\x00like it\n", Code.FILE_NOT_A_TABLE),
        (b'F1_f,F1_d\nI like it,"I dislike it\nI like it,I like it\n', Code.FILE_UNREADABLE),
        (b'F1_f,F1_d\nI like it,"' + b"x," * 200_000, Code.FILE_UNREADABLE),
        (zipped("word/document.xml"), Code.FILE_NOT_A_TABLE),
        (zipped("photo.jpg"), Code.FILE_NOT_A_TABLE),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), Code.FILE_NOT_A_TABLE),
        (zipped("xl/workbook.xml", "[Content_Types].xml"), Code.WORKBOOK_BROKEN),
        (b"PK\x03\x04 and then nothing of the kind", Code.WORKBOOK_BROKEN),
        (OLE + bytes(3000), Code.WORKBOOK_BROKEN),
        (OLE + bytes(1024) + "EncryptedPackage".encode("utf-16-le") + bytes(1024), Code.WORKBOOK_PROTECTED),
        (OLE + bytes(1024) + "WordDocument".encode("utf-16-le") + bytes(1024), Code.FILE_NOT_A_TABLE),
    ],
)
def test_a_file_without_a_survey_is_refused_with_its_reason(tmp_path: Path, content: bytes, code: Code) -> None:
    path = tmp_path / "survey.csv"
    path.write_bytes(content)
    assert refused(path).code is code


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    assert refused(tmp_path).code is Code.FILE_IS_FOLDER
    assert refused(tmp_path / "nowhere.csv").code is Code.FILE_MISSING


def test_an_unclosed_quote_is_found_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(GOOD + 'I like it,"I dislike it\n' + "I like it,I like it\n" * 3, encoding="utf-8")
    problem = refused(path)
    assert (problem.row, problem.facts["reason"]) == (4, "quote")


def test_random_bytes_are_refused_and_do_not_crash(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    for seed in range(40):
        path.write_bytes(b"".join(struct.pack("<I", (at * 2654435761 + seed * 40503) % 2**32) for at in range(200)))
        assert refused(path).code in set(Code)


@pytest.mark.parametrize("long_row", ["I like it,I dislike it,I like it", "I like it,I dislike it,,,x" + ",y" * 200])
@pytest.mark.parametrize("place", [1, 5000])
def test_a_row_with_too_many_cells_is_read_and_named(tmp_path: Path, long_row: str, place: int) -> None:
    rows = ["I like it,I dislike it"] * 6000
    rows[place] = long_row
    path = tmp_path / "survey.csv"
    path.write_text("\n".join(["F1_f,F1_d", *rows]), encoding="utf-8")
    survey, problems = read_survey(path)
    assert survey.respondents == 6000
    assert isinstance(survey.evidence, Answers)
    assert survey.evidence.pairs[0].dysfunctional.tolist() == [5] * 6000
    assert [(one.code, one.row, one.facts["rows"]) for one in problems] == [
        (Code.ROW_TOO_LONG, place + 2, (place + 2,))
    ]


def test_empty_cells_behind_the_last_heading_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("F1_f,F1_d\nI like it,I dislike it,,\nI like it,I dislike it\n", encoding="utf-8")
    assert read_survey(path)[1] == ()


def test_blank_rows_are_nobody_and_an_id_alone_is_somebody(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("id,F1_f,F1_d\na,I like it,I dislike it\n\n,,\nb,,\nc,I like it,I like it\n\n\n", encoding="utf-8")
    survey, problems = read_survey(path)
    assert survey.respondents == 3
    assert [(one.code, one.facts["count"]) for one in problems] == [
        (Code.ROWS_EMPTY, 2),
        (Code.PEOPLE_WITHOUT_PAIR, 1),
    ]


def test_a_repeated_respondent_is_counted_and_named_by_row_alone(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    rows = "".join(f"{name},I like it,I dislike it\n" for name in ("ann", "bob", "ann", "", ""))
    path.write_text("Respondent ID,F1_f,F1_d\n" + rows, encoding="utf-8")
    survey, problems = read_survey(path)
    assert survey.respondents == 5
    assert [(one.code, one.row, one.value) for one in problems] == [(Code.RESPONDENT_TWICE, 4, None)]
    assert dict(problems[0].facts) == {"rows": (4,), "count": 1, "earlier": 2}
    assert "ann" not in repr(problems)


@pytest.mark.parametrize(
    "content", ["q8#kd-92 hh~x{zz\nk0)ws+!", "f8:kd,92\nhh", 'k0)w,s"+!\nzz,"1', "only one line of text"]
)
@pytest.mark.parametrize("ending", [".xlsx", ".XLS", ".ods"])
def test_text_that_is_no_table_is_no_workbook_whatever_its_name_says(tmp_path: Path, content: str, ending: str) -> None:
    path = tmp_path / f"bin{ending}"
    path.write_text(content, encoding="utf-8")
    problem = refused(path)
    assert (problem.code, problem.facts["reason"]) == (Code.WORKBOOK_BROKEN, "no-workbook")


def test_a_text_table_named_as_a_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "survey.xlsx"
    path.write_text(GOOD, encoding="utf-8")
    assert read_survey(path)[0].respondents == 2
    path.write_text("Age,Gender\n24,f\n25,m\n", encoding="utf-8")
    assert refused(path).code is Code.NO_PAIRS


def test_who_people_are_does_not_come_along(tmp_path: Path) -> None:
    headings = "Timestamp,Your e-mail,Name,Contact,IP,Comments,Untitled,Gender,Age,F1_f,F1_d"
    rows = [
        f"2026-03-{at:02} 10:00:00,a{at}@b.org,Ann {at},x{at}@y.com,10.0.0.{at},text no {at},,{'fm'[at % 2]},"
        f"{20 + at % 3}.0,I like it,I dislike it"
        for at in range(1, 13)
    ]
    path = tmp_path / "survey.csv"
    path.write_text("\n".join([headings, *rows]), encoding="utf-8")
    survey, problems = read_survey(path)
    assert {one.column: one.facts["reason"] for one in problems} == {
        "Timestamp": "administrative",
        "Your e-mail": "identity",
        "Name": "identity",
        "Contact": "identity",
        "IP": "identity",
        "Comments": "free-text",
        "Untitled": "empty",
    }
    assert [(trait.name, trait.levels) for trait in survey.traits] == [
        ("Gender", ("m", "f")),
        ("Age", ("21", "22", "20")),
    ]
    assert survey.traits[0].codes.tolist() == [0, 1] * 6


def test_importance_is_read_by_its_number_and_what_is_none_is_said(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(
        "F1_importance,F1_f,F1_d,F2_f,F2_d\n"
        "9 - Extremely important,I like it,I dislike it,I like it,I dislike it\n"
        "6,I like it,I dislike it,I like it,I dislike it\n"
        ",I like it,I dislike it,I like it,I dislike it\n"
        "a lot,I like it,I dislike it,I like it,I dislike it\n",
        encoding="utf-8",
    )
    survey, problems = read_survey(path)
    assert survey.importance[1] is None
    assert survey.importance[0] is not None
    assert [str(value) for value in survey.importance[0].tolist()] == ["9.0", "6.0", "nan", "nan"]
    assert [(one.code, one.row, one.value) for one in problems] == [(Code.IMPORTANCE_UNREAD, 5, "a lot")]


def test_a_survey_of_single_halves_is_told_which_features_lack_the_other(tmp_path: Path) -> None:
    path = tmp_path / "halves.csv"
    path.write_text("Wi-Fi_functional,Bed_functional\nI like it,I expect it\nI like it,I like it\n", encoding="utf-8")
    problem = refused(path)
    assert problem.code is Code.NO_PAIRS
    assert dict(problem.facts) == {"reason": "one-half", "names": ("Wi-Fi", "Bed")}


def test_a_file_half_in_another_encoding_names_its_first_row_in_it(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    row = "很喜欢,很不喜欢\n"
    path.write_bytes("早餐（有）,早餐（没有）\n".encode() + row.encode() * 20 + row.encode("gbk") * 20)
    problem = refused(path)
    assert (problem.code, problem.row, problem.facts["reason"]) == (Code.FILE_UNREADABLE, 22, "mixed")
    told = message(problem, language("en"))
    assert "another encoding than other rows" in told
    assert "�" not in told


def test_headings_in_another_encoding_are_said_to_be_that(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_bytes("早餐（有）,早餐（没有）\n".encode("gbk") + "很喜欢,很不喜欢\n".encode() * 20)
    problem = refused(path)
    assert (problem.code, problem.row, problem.facts["reason"]) == (Code.FILE_UNREADABLE, 1, "mixed")


def test_unknown_answers_are_said_to_be_unknown_where_the_other_encoding_is_not_theirs(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    rows = "zip,zap,好\nzop,zup,好\n".encode() * 5 + b"zip,zap," + "很好\n".encode("gbk")
    path.write_bytes(b"Wi-Fi functional,Wi-Fi dysfunctional,remark\n" + rows)
    assert refused(path).code is Code.ANSWERS_UNKNOWN
