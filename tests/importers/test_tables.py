"""Tables somebody else counted, the features file and evaluation tables of one's own."""

from pathlib import Path

import pytest

from kano_app.domain.evaluation_table import BERGER, POULIOT
from kano_app.domain.evidence import Answers, CategoryCounts, CategoryShares, PairTally
from kano_app.domain.mapping import Layout
from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.importers import read_evaluation_table, read_features, read_survey


def written(tmp_path: Path, text: str, name: str = "table.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> Problem:
    with pytest.raises(Unusable) as told:
        read_features(path)
    return told.value.problem


@pytest.mark.parametrize(
    "headings",
    [
        "feature,A,O,M,I,R,Q",
        "Feature,Attractive,One-dimensional,Must-be,Indifferent,Reverse,Questionable",
        "name,excitement,performance,basic,neutral,reversed,questionable",
        "功能,魅力属性,期望属性,必备属性,无差异属性,反向属性,可疑结果",
        "項目,魅力品質,一維品質,當然品質,無差異品質,反向品質,可疑結果",
    ],
)
def test_a_category_table_is_read_by_letters_and_by_words(tmp_path: Path, headings: str) -> None:
    survey, problems = read_survey(written(tmp_path, f"{headings}\nWi-Fi,1,2,3,4,5,6\nPool,7,8,9,10,0,\n"))
    assert isinstance(survey.evidence, CategoryCounts)
    assert survey.evidence.counts.tolist() == [[3, 2, 1, 4, 5, 6], [9, 8, 7, 10, 0, 0]]
    assert [feature.name for feature in survey.features] == ["Wi-Fi", "Pool"]
    assert survey.source.layout is Layout.CATEGORY_TABLE
    assert problems == ()


@pytest.mark.parametrize(
    "rows",
    ["feature,A,P,M,I\nWi-Fi,10%,20%,30%,40%\n", "feature,A,P,M,I\nWi-Fi,0.1,0.2,0.3,0.4\n",
     "feature,A (%),P (%),M (%),I (%)\nWi-Fi,10,20,30,40\n",
     "feature;A;P;M;I\nWi-Fi;10,0;20,0;30,0;40,0\nB;9,5;20;30;40,5\n"],
)  # fmt: skip
def test_shares_are_told_from_counts(tmp_path: Path, rows: str) -> None:
    survey, problems = read_survey(written(tmp_path, rows))
    assert isinstance(survey.evidence, CategoryShares)
    assert survey.evidence.shares[0].tolist() == pytest.approx([0.3, 0.2, 0.1, 0.4, 0, 0])
    assert problems == ()


def told(problems: tuple[Problem, ...]) -> list[tuple[Code, dict[str, object]]]:
    return [(one.code, dict(one.facts)) for one in problems]


@pytest.mark.parametrize(
    "rows",
    [
        "feature,A %,P %,M %,I %\nWi-Fi,10,20,30,40\nPool,5,20,30,40\n",
        "功能,魅力占比,期望占比,必备占比,无差异占比\nWi-Fi,10,20,30,40\nPool,5,20,30,40\n",
        "feature,A,P,M,I\nWi-Fi,10%,20%,30%,40%\nPool,5%,20%,30%,40%\n",
        "feature,A,P,M,I\nWi-Fi,10,20,30,40％\nPool,5,20,30,40\n",
        "feature,A share,P share,M share,I share\nWi-Fi,.1,.2,.3,.4\nPool,.05,.2,.3,.4\n",
        "feature,A,P,M,I\nWi-Fi,.1,.2,.3,.4\nPool,.05,.2,.3,.4\nSpa,.1,.2,.3,.4\n",
    ],
)
def test_a_sign_of_percent_decides_and_shares_that_fall_short_are_named(tmp_path: Path, rows: str) -> None:
    survey, problems = read_survey(written(tmp_path, rows))
    assert isinstance(survey.evidence, CategoryShares)
    assert survey.evidence.shares[1].tolist() == pytest.approx([0.3, 0.2, 0.05, 0.4, 0, 0])
    assert told(problems) == [(Code.SHARES_OFF, {"features": ("Pool",), "sums": (95,)})]


def test_one_row_of_percent_that_falls_short_is_shares_all_the_same(tmp_path: Path) -> None:
    survey, problems = read_survey(written(tmp_path, "feature,A,P,M,I\nWi-Fi,5%,20%,30%,40%\n"))
    assert isinstance(survey.evidence, CategoryShares)
    assert told(problems) == [(Code.SHARES_OFF, {"features": ("Wi-Fi",), "sums": (95,)})]


def test_shares_may_be_off_by_rounding(tmp_path: Path) -> None:
    _, problems = read_survey(written(tmp_path, "feature,A %,P %,M %,I %\nWi-Fi,10,20,30,38\nPool,11,20,30,41\n"))
    assert problems == ()


def test_counts_that_all_sum_to_100_may_be_shares(tmp_path: Path) -> None:
    rows = "\nWi-Fi,10,20,30,40\nPool,20,20,20,40\n"
    survey, problems = read_survey(written(tmp_path, f"feature,A,P,M,I{rows}"))
    assert isinstance(survey.evidence, CategoryCounts)
    assert told(problems) == [(Code.COUNTS_MAY_BE_SHARES, {})]
    assert read_survey(written(tmp_path, f"feature,A (n),P (n),M (n),I (n){rows}"))[1] == ()
    assert read_survey(written(tmp_path, f"feature,A,P,M,I{rows}Spa,1,2,3,4\n"))[1] == ()
    assert read_survey(written(tmp_path, "feature,A,P,M,I\nWi-Fi,10,20,30,40\n"))[1] == ()


@pytest.mark.parametrize("heading", ["n", "人数", "样本量", "Sample size"])
def test_rows_that_sum_to_100_while_n_differs_are_shares(tmp_path: Path, heading: str) -> None:
    rows = "Wi-Fi,10,20,30,40,210\nPool,20,21,20,40,208\n"
    survey, problems = read_survey(written(tmp_path, f"feature,A,P,M,I,{heading}\n{rows}"))
    assert isinstance(survey.evidence, CategoryShares)
    assert survey.evidence.shares[0].tolist() == pytest.approx([0.3, 0.2, 0.1, 0.4, 0, 0])
    assert told(problems) == [(Code.COLUMN_LEFT_OUT, {"reason": "shares"})]
    assert problems[0].column == heading


@pytest.mark.parametrize("stated", [(100, 100), (104, 105)])
def test_counts_of_about_a_hundred_people_are_no_shares(tmp_path: Path, stated: tuple[int, int]) -> None:
    rows = f"Wi-Fi,10,20,30,40,{stated[0]}\nPool,20,21,20,40,{stated[1]}\n"
    survey, problems = read_survey(written(tmp_path, f"feature,A,P,M,I,n\n{rows}"))
    assert isinstance(survey.evidence, CategoryCounts)
    assert (Code.COLUMN_LEFT_OUT, {"reason": "not-understood"}) in told(problems)


def test_a_column_that_numbers_the_rows_does_not_make_shares(tmp_path: Path) -> None:
    survey, _ = read_survey(written(tmp_path, "feature,A,P,M,I,number\nWi-Fi,10,20,30,40,1\nPool,20,20,20,40,2\n"))
    assert isinstance(survey.evidence, CategoryCounts)


def test_what_is_no_share_is_named_as_one(tmp_path: Path) -> None:
    rows = "Wi-Fi,10,20,30,40\nPool,400,20,30,x\nSpa,10,20,30,40\n"
    survey, problems = read_survey(written(tmp_path, f"feature,A %,P %,M %,I %\n{rows}"))
    assert isinstance(survey.evidence, CategoryShares)
    unread = [(one.code, one.row, one.column, one.value, one.facts.get("reason")) for one in problems]
    assert unread[:2] == [
        (Code.COUNT_UNREAD, 3, "A %", "400", "share"),
        (Code.COUNT_UNREAD, 3, "I %", "x", "share"),
    ]
    assert problems[2].code is Code.SHARES_OFF


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("feature,A,P,M,I\nWi-Fi,-1,2.5,-3,-4\n", ["-1", "-3", "-4", "2.5"]),
        ("feature,functional,dysfunctional,count\nWi-Fi,1,5,many\nWi-Fi,1,4,few\n", ["few", "many"]),
    ],
)
def test_counts_nobody_can_read_are_not_said_to_be_missing_answers(
    tmp_path: Path, text: str, unread: list[str]
) -> None:
    with pytest.raises(Unusable) as refusal:
        read_survey(written(tmp_path, text))
    problem = refusal.value.problem
    assert problem.code is Code.COUNTS_UNKNOWN
    assert problem.row == 2
    values = problem.facts["values"]
    assert isinstance(values, tuple)
    assert sorted(map(str, values)) == unread


def test_a_count_of_nothing_is_no_answer(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refusal:
        read_survey(written(tmp_path, "feature,A,P,M,I\nWi-Fi,0,0,0,0\n"))
    assert refusal.value.problem.code is Code.NO_ANSWERS


def test_a_count_that_is_none_is_named_with_its_place(tmp_path: Path) -> None:
    survey, problems = read_survey(written(tmp_path, "feature,A,P,M,I\nWi-Fi,1,many,3,4\nPool,1,2,-3,4\nSpa,1,2,3,4\n"))
    assert isinstance(survey.evidence, CategoryCounts)
    assert survey.evidence.counts[:2, :4].tolist() == [[3, 0, 1, 4], [0, 2, 1, 4]]
    assert [(one.code, one.row, one.column, one.value) for one in problems] == [
        (Code.COUNT_UNREAD, 2, "P", "many"),
        (Code.COUNT_UNREAD, 3, "M", "-3"),
    ]


def test_a_tally_says_which_counts_it_could_not_read(tmp_path: Path) -> None:
    text = "count,feature,dysfunctional,functional\n3,Wi-Fi,5,1\n2.5,Wi-Fi,3,3\n4,,3,3\n1,Wi-Fi,,1\n2,wi-fi ,4,2\n"
    survey, problems = read_survey(written(tmp_path, text))
    assert isinstance(survey.evidence, PairTally)
    assert survey.evidence.counts.sum() == 5
    assert (survey.evidence.counts[0, 0, 4], survey.evidence.counts[0, 1, 3]) == (3, 2)
    assert survey.evidence.incomplete.tolist() == [1]
    assert [one.code for one in problems] == [
        Code.ROW_WITHOUT_FEATURE,
        Code.COUNT_UNREAD,
        Code.DIRECTION_ASSUMED,
    ]


def test_a_long_table_keeps_importance_and_what_is_constant_of_a_person(tmp_path: Path) -> None:
    text = (
        "respondent\tfeature\tfunctional\tdysfunctional\timportance\tGroup\tShift\n"
        "a\tWi-Fi\tI like it\tI dislike it\t9\tguest\t1\n"
        "b\tWi-Fi\tI expect it\tI dislike it\t7\tstaff\t1\n"
        "a\tPool\tI am neutral\tI am neutral\t2\tguest\t2\n"
        "a\tWi-Fi\tI dislike it\tI dislike it\t1\tguest\t1\n"
        "\tPool\tI like it\tI am neutral\t\tguest\t1\n"
    )
    survey, problems = read_survey(written(tmp_path, text))
    assert isinstance(survey.evidence, Answers)
    assert [pair.functional.tolist() for pair in survey.evidence.pairs] == [[1, 2, 0], [3, 0, 1]]
    assert [str(column.tolist()) for column in survey.importance if column is not None] == [
        "[9.0, 7.0, nan]",
        "[2.0, nan, nan]",
    ]
    assert [(trait.name, trait.levels, trait.codes.tolist()) for trait in survey.traits] == [
        ("Group", ("guest", "staff"), [0, 1, 0])
    ]
    assert [(one.code, one.row) for one in problems] == [
        (Code.ROW_WITHOUT_RESPONDENT, 6),
        (Code.ANSWER_TWICE, 5),
        (Code.COLUMN_LEFT_OUT, None),
    ]


def test_a_long_table_without_people_is_a_tally(tmp_path: Path) -> None:
    text = "功能\t正向\t负向\n早餐\t很喜欢\t很不喜欢\n早餐\t很喜欢\t无所谓\n泳池\t无所谓\t无所谓\n"
    survey, problems = read_survey(written(tmp_path, text))
    assert isinstance(survey.evidence, PairTally)
    assert survey.evidence.counts.sum(axis=(1, 2)).tolist() == [2, 1]
    assert survey.source.layout is Layout.LONG
    assert problems == ()


@pytest.mark.parametrize("heading", ["Name", "id", "key", "编号", "名称"])
@pytest.mark.parametrize("beside", ["", "email"])
def test_people_are_not_taken_for_features(tmp_path: Path, heading: str, beside: str) -> None:
    people = [("Ann Smith", "a@b.org"), ("Bob Jones", "b@c.org"), ("Cy Lee", "c@d.org")]
    rows = "".join(f"{name},{mail if beside else ''},I like it,I dislike it\n" for name, mail in people)
    with pytest.raises(Unusable) as refusal:
        read_survey(written(tmp_path, f"{heading},{beside},Functional,Dysfunctional\n{rows}"))
    assert refusal.value.problem.code is Code.NO_PAIRS


@pytest.mark.parametrize("heading", ["Name", "id", "key", "编号", "名称"])
def test_names_that_repeat_or_are_counted_are_features(tmp_path: Path, heading: str) -> None:
    rows = "Wi-Fi,I like it,I dislike it\nPool,I like it,I am neutral\n"
    survey, _ = read_survey(written(tmp_path, f"{heading},Functional,Dysfunctional\n{rows * 2}"))
    assert [feature.name for feature in survey.features] == ["Wi-Fi", "Pool"]
    counted = "Wi-Fi,I like it,I dislike it,3\nPool,I like it,I am neutral,4\n"
    survey, _ = read_survey(written(tmp_path, f"{heading},Functional,Dysfunctional,count\n{counted}"))
    assert isinstance(survey.evidence, PairTally)
    assert survey.evidence.counts.sum(axis=(1, 2)).tolist() == [3, 4]


def test_of_an_id_and_a_name_that_cross_each_other_the_id_is_the_persons(tmp_path: Path) -> None:
    rows = "".join(f"{who},{name},I like it,I dislike it\n" for who in (1, 2, 3) for name in ("Wi-Fi", "Pool", "Bar"))
    survey, _ = read_survey(written(tmp_path, f"id,name,functional,dysfunctional\n{rows}"))
    assert [feature.name for feature in survey.features] == ["Wi-Fi", "Pool", "Bar"]
    assert survey.respondents == 3


@pytest.mark.parametrize(("functional", "dysfunctional"), [("如果有", "如果没有"), ("如果有", "如果沒有")])
def test_the_halves_of_a_long_table_may_be_headed_by_conditions(
    tmp_path: Path, functional: str, dysfunctional: str
) -> None:
    text = f"受访者\t功能\t{functional}\t{dysfunctional}\n1\t早餐\t很喜欢\t很不喜欢\n2\t早餐\t很喜欢\t无所谓\n"
    survey, problems = read_survey(written(tmp_path, text))
    assert isinstance(survey.evidence, Answers)
    assert survey.evidence.pairs[0].dysfunctional.tolist() == [5, 3]
    assert problems == ()


def test_a_features_file_is_read_in_any_order_and_language(tmp_path: Path) -> None:
    text = (
        "Depends on;Effort (days);Name;ID;Owner;Touchpoint;Dimension;Question;Dysfunctional question;Colour\n"
        "B | C, or so;2,5;Wi-Fi;A;Ann;Room;Tangibles;If it had?;If not?;red\n"
        ";lots;Pool;B;;;;;;\n;;;;;;;;;\n;-1;Spa;;;;;;;\n;3;Bar;A;;;;;;\n"
    )
    details, problems = read_features(written(tmp_path, text))
    first, second = details
    assert (first.key, first.label, first.effort, first.depends_on) == ("A", "Wi-Fi", 2.5, ("B", "C, or so"))
    assert (first.owner, first.touchpoint, first.dimension) == ("Ann", "Room", "Tangibles")
    assert (first.functional_question, first.dysfunctional_question) == ("If it had?", "If not?")
    assert (second.key, second.row, second.effort) == ("B", 3, None)
    assert [(one.code, one.row, one.column) for one in problems] == [
        (Code.COLUMN_LEFT_OUT, None, "Colour"),
        (Code.EFFORT_UNREAD, 3, "Effort (days)"),
        (Code.ROW_WITHOUT_FEATURE, 5, "ID"),
        (Code.FEATURE_TWICE, 6, "ID"),
    ]
    chinese, _ = read_features(written(tmp_path, "负责人,依赖,工作量,名称\n张三,泳池、酒吧,3,早餐\n"))
    assert (chinese[0].key, chinese[0].effort, chinese[0].owner) == ("早餐", 3.0, "张三")
    assert chinese[0].depends_on == ("泳池", "酒吧")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Pool, heated", ("Pool, heated",)),
        ("pool,  HEATED", ("pool,  HEATED",)),
        ("P1", ("P1",)),
        ("Bar, Spa", ("Bar", "Spa")),
        ("Bar、Spa，Bar", ("Bar", "Spa")),
        ("Pool, heated; Spa", ("Pool, heated", "Spa")),
        ("Pool, heated ｜ Spa；", ("Pool, heated", "Spa")),
    ],
)
def test_a_dependency_may_be_named_with_a_comma(tmp_path: Path, cell: str, names: tuple[str, ...]) -> None:
    text = f"id\tname\tdepends on\nP1\tPool, heated\t\nW1\tWi-Fi\t{cell}\n"
    details, problems = read_features(written(tmp_path, text))
    assert details[1].depends_on == names
    assert problems == ()


@pytest.mark.parametrize("key", ["Feature", "功能", "特性", "服務項目", "服务项目"])
@pytest.mark.parametrize("depends", ["相依項目", "相依项目", "依賴", "依赖项"])
def test_a_features_file_may_be_headed_in_chinese(tmp_path: Path, key: str, depends: str) -> None:
    details, problems = read_features(written(tmp_path, f"{key}\t{depends}\n早餐\t泳池\n泳池\t\n"))
    assert [(one.key, one.depends_on) for one in details] == [("早餐", ("泳池",)), ("泳池", ())]
    assert problems == ()


@pytest.mark.parametrize("effort", ["0", "-2", "inf", "nan", "1e999", "two"])
def test_an_effort_is_a_finite_number_above_zero(tmp_path: Path, effort: str) -> None:
    details, problems = read_features(written(tmp_path, f"name\teffort\nWi-Fi\t{effort}\n"))
    assert details[0].effort is None
    assert [(one.code, one.row, one.column, one.value) for one in problems] == [
        (Code.EFFORT_UNREAD, 2, "effort", effort)
    ]


def test_a_features_file_without_names_is_refused(tmp_path: Path) -> None:
    problem = refused(written(tmp_path, "effort,owner\n3,Ann\n"))
    assert (problem.code, problem.facts["columns"]) == (Code.FEATURES_WITHOUT_KEY, ("effort", "owner"))


@pytest.mark.parametrize(
    "text",
    [
        "Q,A,A,A,O\nR,I,I,I,M\nR,I,I,I,M\nR,I,I,I,M\nR,R,R,R,Q\n",
        ",1,2,3,4,5\n1,q,a,a,a,p\n2,r,i,i,i,m\n3,r,i,i,i,m\n4,r,i,i,i,m\n5,r,r,r,r,q\n",
        "Q;A;A;A;P;\nR;I;I;I;M;\n\nR;I;I;I;M;\nR;I;I;I;M;\nR;R;R;R;Q;\n",
        (
            "f/d\tlike\texpect\tneutral\ttolerate\tdislike\nlike\tQ\tA\tA\tA\tO\nexpect\tR\tI\tI\tI\tM\n"
            "neutral\tR\tI\tI\tI\tM\ntolerate\tR\tI\tI\tI\tM\ndislike\tR\tR\tR\tR\tQ\n"
        ),
    ],
)
def test_an_evaluation_table_is_read_with_and_without_headings(tmp_path: Path, text: str) -> None:
    table = read_evaluation_table(written(tmp_path, text, "ours.csv"))
    assert (table.name, table.rows) == ("ours", BERGER.rows)
    assert table.rows != POULIOT.rows


@pytest.mark.parametrize("text", ["Q,A,A\nR,I,I\n", "Q,A,A,A,P\n" * 4, "Q,A,A,A,P\n" * 4 + "R,R,R,R,X\n"])
def test_another_shape_or_letter_is_no_evaluation_table(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unusable) as told:
        read_evaluation_table(written(tmp_path, text))
    assert told.value.problem.code is Code.TABLE_UNREADABLE
    assert told.value.problem.value == ("X" if "X" in text else None)
