"""What an answer cell means: wordings as a whole, codes by the evidence of the file, everything else is said."""

from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from kano_app.domain.answer import Answer
from kano_app.domain.evidence import Answers
from kano_app.domain.problem import Code, Problem, Severity, Unusable
from kano_app.domain.settings import Direction, ImportSettings, Scale
from kano_app.domain.survey import Survey
from kano_app.i18n import language
from kano_app.importers import check_answers, read_survey
from kano_app.importers.answers import OUTSIDE, UNREAD, AnswerReader
from kano_app.importers.columns import Buffer, importance
from kano_app.importers.lexicon import fold, lexicon, wordings
from kano_app.wording.problems import message

READER = AnswerReader(ImportSettings())
FIRST = Direction.LIKE_FIRST.value
LAST = Direction.DISLIKE_FIRST.value


def read(
    tmp_path: Path, pairs: list[tuple[str, str]], read_settings: ImportSettings = ImportSettings()
) -> tuple[Survey, tuple[Problem, ...]]:  # fmt: skip
    path = tmp_path / "survey.csv"
    path.write_text("F1_func\tF1_dys\n" + "\n".join("\t".join(pair) for pair in pairs), encoding="utf-8")
    return read_survey(path, read_settings)


def halves(survey: Survey) -> list[tuple[int, int]]:
    assert isinstance(survey.evidence, Answers)
    pair = survey.evidence.pairs[0]
    return list(zip(pair.functional.tolist(), pair.dysfunctional.tolist(), strict=True))


def test_no_wording_means_two_answers() -> None:
    meanings: dict[str, set[Answer]] = defaultdict(set)
    for answer, wording in wordings():
        meanings[fold(wording)].add(answer)
    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}
    assert len(meanings) > 400
    assert all(meanings)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("I like it that way", 1), ("I must be that way", 2), ("I’m neutral", 3), ("I AM NEUTRAL.", 3),
        ("I dislike it, but I can live with it that way", 4), ("I dislike it, and I can’t accept it", 5),
        ("I dislike it, and I can't accept it", 5), ("I dislike it", 5), ("  i   like it ", 1), ("“I like it”", 1),
        ("This would be a minor inconvenience", 4), ("Das könnte ich in Kauf nehmen", 4),
        ("不喜欢", 5), ("喜欢", 1),
        ("很不喜歡", 5),
        ("應該的", 2), ("気に入らない", 5), ("気に入る", 1), ("Me desagrada", 5), ("Tidak suka", 5),
        ("Suka", 1), ("Ｎｅｕｔｒａｌ", 3),
        ("1 - I dislike it", 5), ("5. I like it", 1), ("1、很喜欢", 1), ("A.很喜欢", 1),
        ("I like it (5)", 1), ("", 0), ("-", 0), ("n/a", 0), ("-3", 0), ("（跳过）", 0),
        ("don’t know", 6), ("不清楚", 6),
        ("maybe", UNREAD), ("I like it but I dislike it", UNREAD), ("1 - very much", UNREAD), ("TRUE", UNREAD),
        ("7", OUTSIDE), ("0", OUTSIDE), ("4.5", OUTSIDE), ("-1", OUTSIDE), ("1", 11), ("1.0", 11), ("５", 15),
    ],
)  # fmt: skip
def test_a_text_means_an_answer_only_as_a_whole(text: str, answer: int) -> None:
    assert READER.slot(text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1 = I like it", 1), ("like (1)", 1), ("A. 很喜欢", 1), ("①喜欢", 1), ("⑤ 不喜欢", 5), ("（5）很不喜欢", 5),
        ("5：很喜欢", 1), ("[3] neutral", 3), ("4) I can live with it", 4), ("e) I dislike it", 5),
        ("2/ Das setze ich voraus", 2), ("1 - I like it that way.", 1), ("I LIKE IT THAT WAY", 1),
        ("I dislike it , but I can live with it", UNREAD), ("I dislike it, but I can live with it", 4),
        ("I don't like it, but I can live with it", 4), ("I don’t like it", 5), ("不喜欢但可以接受", 4),
        ("很 喜欢", UNREAD),
        ("喜欢，不喜欢", UNREAD), ("Not at all: I like it", UNREAD), ("9 - Extremely important", UNREAD),
        ("Very important", UNREAD), ("Strongly agree", UNREAD), ("①", 11), ("5", 15), ("⑤", 15),
        ("Das wäre mir egal", 3), ("J’aimerais", 1), ("Je m’y attendrais", 2), ("Cela me déplairait", 5),
        ("当たり前", 2), ("やむを得ない", 4), ("理所當然", 2), ("Cela m'est égal", 3), ("싫다", 5),
        ("Eu espero isso", 2),
    ],
)  # fmt: skip
def test_labels_with_numbers_letters_and_circles_mean_what_their_words_mean(text: str, answer: int) -> None:
    assert READER.slot(text) == answer


EXPORTS_MD = {
    Answer.LIKE: "I like it that way|I enjoy it that way|This would be very helpful to me|I like it"
    "|Das würde mich sehr freuen|很喜欢|我很喜欢|喜歡|気に入る|Me gustaría|Suka",
    Answer.EXPECT: "It must be that way|I must be that way|It is a basic necessity or I expect it that way"
    "|This is a basic requirement for me|I expect it|Das setze ich voraus|理所当然|理应如此|應該的|当然である"
    "|Lo esperaría|Mengharapkan",
    Answer.NEUTRAL: "I am neutral|This would not affect me|I’m neutral|I feel neutral|Das ist mir egal|无所谓|無所謂"
    "|なんとも感じない|Soy neutral|Netral",
    Answer.TOLERATE: "I can live with it that way|I dislike it, but I can live with it that way"
    "|This would be a minor inconvenience|I can tolerate it|I tolerate it|Das könnte ich in Kauf nehmen|勉强接受|能忍受"
    "|仕方ない|Podría tolerarlo|Toleransi",
    Answer.DISLIKE: "I dislike it that way|I dislike it, and I can’t accept it|This would be a major problem for me"
    "|I dislike it|Das würde mich sehr stören|很不喜欢|我很不喜欢|不喜歡|気に入らない|Me desagrada|Tidak suka",
}


@pytest.mark.parametrize("answer", EXPORTS_MD)
def test_the_wordings_met_in_real_files_are_known(answer: Answer) -> None:
    assert {READER.slot(text) for text in EXPORTS_MD[answer].split("|")} == {answer}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9 - Extremely important", 9), ("Extremely important (9)", 9), ("1=not at all", 1), ("5", 5), ("7.0", 7),
        ("Very important", None), ("非常重要", None), ("10", None), ("0", None), ("非常重要（5）", 5), ("[3] so so", 3),
        ("More important than 3 others", None),
    ],
)  # fmt: skip
def test_importance_is_the_number_beside_its_label_and_never_the_label_alone(text: str, value: float | None) -> None:
    assert importance(text) == value


def test_importance_in_words_is_said_to_be_unread(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("F1_f\tF1_d\tF1 importance\nI like it\tI dislike it\tVery important\n", encoding="utf-8")
    _, problems = read_survey(path)
    assert [(one.code, one.value) for one in problems] == [(Code.IMPORTANCE_UNREAD, "Very important")]


def test_every_wording_of_the_lexicon_is_read_as_its_answer() -> None:
    assert all(READER.slot(wording) == answer for answer, wording in wordings())
    assert lexicon()[fold("I like it")] is Answer.LIKE


def test_a_cell_that_is_no_answer_is_named_with_its_rows_and_not_counted(tmp_path: Path) -> None:
    pairs = [("I like it", "I dislike it"), ("maybe", "I dislike it"), ("I like it", "9"), ("maybe", "I dislike it")]
    survey, problems = read(tmp_path, [*pairs, ("I expect it", "I am neutral")])
    assert halves(survey) == [(1, 5), (0, 5), (1, 0), (0, 5), (2, 3)]
    unread, outside, nobody = problems
    assert (unread.code, unread.row, unread.column, unread.value) == (Code.ANSWER_UNREAD, 3, "F1_func", "maybe")
    assert dict(unread.facts) == {"rows": (3, 5), "count": 2}
    assert (outside.code, outside.row, outside.value) == (Code.ANSWER_OUTSIDE_SCALE, 4, "9")
    assert (nobody.code, nobody.facts["count"]) == (Code.PEOPLE_WITHOUT_PAIR, 3)


def test_many_bad_cells_are_few_problems_and_none_is_silent(tmp_path: Path) -> None:
    pairs = [("I like it", "I dislike it")] * 1500 + [(f"what {at}", "I dislike it") for at in range(900)]
    _, problems = read(tmp_path, pairs)
    unread = [one for one in problems if one.code is Code.ANSWER_UNREAD]
    assert len(unread) == 21
    assert unread[-1].value is None
    assert sum(int(str(one.facts["count"])) for one in unread) == 900


@pytest.mark.parametrize(
    ("codes", "functional", "dysfunctional"),
    [
        ([("1", "5"), ("1", "4"), ("2", "5"), ("3", "3")], FIRST, FIRST),
        ([("5", "1"), ("5", "2"), ("4", "1"), ("3", "3")], LAST, LAST),
        ([("1", "1"), ("1", "2"), ("2", "1"), ("3", "4")], FIRST, LAST),
        ([("5", "5"), ("5", "4"), ("4", "5"), ("3", "3")], LAST, FIRST),
        ([("3", "3"), ("3", "3"), ("2", "4")], FIRST, FIRST),
    ],
)
def test_the_direction_of_codes_is_the_one_with_the_fewest_contradictions(
    tmp_path: Path, codes: list[tuple[str, str]], functional: str, dysfunctional: str
) -> None:
    survey, problems = read(tmp_path, codes * 10)
    assumed = next(one for one in problems if one.code is Code.DIRECTION_ASSUMED)
    assert (assumed.facts["functional"], assumed.facts["dysfunctional"]) == (functional, dysfunctional)
    assert survey.source.direction is not None
    assert survey.source.dysfunctional_direction is not None
    assert (survey.source.direction.value, survey.source.dysfunctional_direction.value) == (functional, dysfunctional)
    if functional == dysfunctional == LAST:
        assert halves(survey)[0] == (1, 5)
        assert (assumed.facts["reverse"], assumed.facts["reverse_other"]) == (0, 30)


def test_one_careless_answer_does_not_turn_a_half_around(tmp_path: Path) -> None:
    _, problems = read(tmp_path, [("1", "1"), ("3", "3"), ("3", "3"), ("2", "3"), ("1", "4")])
    assumed = next(one for one in problems if one.code is Code.DIRECTION_ASSUMED)
    assert (assumed.facts["functional"], assumed.facts["dysfunctional"]) == (FIRST, FIRST)


def test_a_given_direction_is_obeyed_without_a_warning(tmp_path: Path) -> None:
    survey, problems = read(tmp_path, [("1", "5")] * 4, ImportSettings(direction=Direction.DISLIKE_FIRST))
    assert halves(survey) == [(5, 1)] * 4
    assert problems == ()


def test_words_need_no_direction(tmp_path: Path) -> None:
    survey, problems = read(tmp_path, [("I dislike it", "I like it")] * 4)
    assert survey.source.direction is None
    assert problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "respondent,feature,functional,dysfunctional\n"
        + "".join(f"{who},Wi-Fi,1,1\n" for who in range(30))
        + "x,Wi-Fi,3,4\n",
        "feature,functional,dysfunctional,count\nWi-Fi,1,1,30\nWi-Fi,3,4,1\n",
        "feature,functional,dysfunctional\n" + "Wi-Fi,1,1\n" * 30 + "Wi-Fi,3,4\n",
    ],
)
def test_every_layout_keeps_the_direction_of_both_halves(tmp_path: Path, text: str) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(text, encoding="utf-8")
    survey, problems = read_survey(path)
    directions = (survey.source.direction, survey.source.dysfunctional_direction)
    assert directions == (Direction.LIKE_FIRST, Direction.DISLIKE_FIRST)
    assumed = next(one for one in problems if one.code is Code.DIRECTION_ASSUMED)
    assert (assumed.facts["doubtful"], assumed.facts["doubtful_alike"]) == (0, 30)
    told = ImportSettings(direction=Direction.DISLIKE_FIRST)
    source = read_survey(path, told)[0].source
    assert (source.direction, source.dysfunctional_direction) == (Direction.DISLIKE_FIRST,) * 2


@pytest.mark.parametrize(
    ("pairs", "values"),
    [
        ([("1", "3"), ("2", "2")] * 4, ("1", "2", "3")),
        ([("1", "3")], ("1", "3")),
        ([("1", "3"), ("3", "I like it")], ("1", "3")),
    ],
)
def test_few_codes_up_to_three_are_read_as_five_answers_with_a_warning(
    tmp_path: Path, pairs: list[tuple[str, str]], values: tuple[str, ...]
) -> None:
    survey, problems = read(tmp_path, pairs)
    assert survey.source.scale is Scale.FIVE
    assert [one.facts["values"] for one in problems if one.code is Code.SCALE_ASSUMED] == [values]


def test_a_given_scale_or_a_higher_code_leaves_nothing_to_assume(tmp_path: Path) -> None:
    for pairs, told in (
        ([("1", "3")], ImportSettings(Scale.THREE)),
        ([("1", "3")], ImportSettings(Scale.FIVE)),
        ([("1", "4")], ImportSettings()),
        ([("I like it", "I dislike it")], ImportSettings()),
    ):
        assert Code.SCALE_ASSUMED not in {one.code for one in read(tmp_path, pairs, told)[1]}


def test_codes_up_to_three_are_not_guessed_to_be_a_scale(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as told:
        read(tmp_path, [("1", "3"), ("2", "2")] * 5)
    assert told.value.problem.code is Code.SCALE_UNKNOWN


@pytest.mark.parametrize(
    ("scale", "answers"),
    [
        (Scale.FIVE, [(1, 3), (2, 2), (3, 1)]),
        (Scale.THREE, [(1, 5), (3, 3), (5, 1)]),
        (Scale.THREE_ASYMMETRIC, [(1, 5), (2, 4), (3, 3)]),
    ],
)
def test_a_given_scale_says_what_three_codes_mean(tmp_path: Path, scale: Scale, answers: list[tuple[int, int]]) -> None:
    told = ImportSettings(scale=scale, direction=Direction.LIKE_FIRST)
    survey, _ = read(tmp_path, [("1", "3"), ("2", "2"), ("3", "1")] * 7, told)
    assert halves(survey)[:3] == answers
    turned = ImportSettings(scale=Scale.THREE_ASYMMETRIC, direction=Direction.DISLIKE_FIRST)
    survey, _ = read(tmp_path, [("3", "1"), ("2", "2"), ("1", "3")] * 7, turned)
    assert halves(survey)[:3] == [(1, 5), (2, 4), (3, 3)]


def test_a_code_above_a_three_level_scale_is_outside_it(tmp_path: Path) -> None:
    survey, problems = read(tmp_path, [("1", "3"), ("4", "2")], ImportSettings(Scale.THREE, Direction.LIKE_FIRST))
    assert halves(survey) == [(1, 5), (0, 3)]
    assert (problems[0].code, problems[0].row, problems[0].value) == (Code.ANSWER_OUTSIDE_SCALE, 3, "4")


OWN = [("ja bitte", "au weia"), ("0", "geht so"), ("na ja", "0")]


def test_answers_nobody_knows_are_named_so_that_the_user_can_order_them(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as told:
        read(tmp_path, [("ja bitte", "au weia"), ("klar", "geht so"), ("na ja", "klar")])
    assert told.value.problem.code is Code.ANSWERS_UNKNOWN
    assert told.value.problem.facts["values"] == ("ja bitte", "klar", "na ja", "au weia", "geht so")


def test_the_forms_own_answers_override_the_lexicon(tmp_path: Path) -> None:
    own = ("ja bitte", "0", "na ja", "geht so", "au weia")
    survey, _ = read(tmp_path, OWN, ImportSettings(answers=own))
    assert halves(survey) == [(1, 5), (2, 4), (3, 2)]
    assert survey.source.direction is None
    survey, _ = read(tmp_path, [("ja bitte", "au weia")], ImportSettings(answers=("ja bitte", "0", "au weia")))
    assert halves(survey) == [(1, 5)]
    with pytest.raises(ValueError, match="three or five"):
        AnswerReader(ImportSettings(answers=("a", "b")))


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        ((), "three or five answers are needed.*here are 0"),
        (("a", "b", "c", "d"), "here are 4"),
        (("I like it", "i  like it.", "c", "d", "e"), "“I like it” and “i  like it.” are the same answer"),
        (("a", " ", "c"), "answer 2 is blank"),
    ],
)
def test_the_forms_own_answers_are_three_or_five_that_differ(answers: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        check_answers(answers)
    if answers:
        with pytest.raises(ValueError, match=complaint):
            AnswerReader(ImportSettings(answers=answers))
    check_answers(("I like it", "b", "c"))
    check_answers(("a", "b", "c", "d", "e"))


def coded(lowest: int, *, mostly: int | None = None) -> list[tuple[str, str]]:
    """Return pairs of all five codes from the lowest up, in both halves; one of them may be much the most frequent."""
    pairs = [(str(lowest + at % 5), str(lowest + (at * 2 + 1) % 5)) for at in range(20)]
    return pairs + [(str(lowest + 4), str(mostly))] * (0 if mostly is None else 60)


@pytest.mark.parametrize("mostly", [None, 0])
@pytest.mark.parametrize(("lowest", "reason"), [(0, "from-zero"), (-2, "below-zero")])
def test_codes_from_zero_or_below_are_not_read_as_codes_from_one(
    tmp_path: Path, lowest: int, reason: str, mostly: int | None
) -> None:
    with pytest.raises(Unusable) as told:
        read(tmp_path, coded(lowest, mostly=mostly))
    assert (told.value.problem.code, told.value.problem.facts["reason"]) == (Code.CODES_FROM_ZERO, reason)


@pytest.mark.parametrize("point", ["", ".0"])
@pytest.mark.parametrize("own", ["0|1|2|3|4", "4|3|2|1|0", "2|1|0|-1|-2", "-2|-1|0|1|2"])
def test_codes_from_zero_or_below_are_read_as_the_user_orders_them(tmp_path: Path, own: str, point: str) -> None:
    answers = tuple(own.split("|"))
    pairs = coded(min(map(int, answers)))
    survey, problems = read(tmp_path, [(a + point, b + point) for a, b in pairs], ImportSettings(answers=answers))
    assert halves(survey) == [(answers.index(a) + 1, answers.index(b) + 1) for a, b in pairs]
    assert (problems, survey.source.scale, survey.source.direction) == ((), Scale.FIVE, None)


THREE_CODES = [
    ("three-from-zero", ("0", "1", "2")), ("three-around-zero", ("-1", "0", "1")), ("three-by-twos", ("-2", "0", "2")),
]  # fmt: skip


def of_three(codes: tuple[str, ...], *, mostly: int = 2) -> list[tuple[str, str]]:
    """Return pairs of three codes; one of them is the most frequent in the first half."""
    return [(codes[at % 3], codes[(at // 3) % 3]) for at in range(9)] + [(codes[mostly], codes[0])] * 9


@pytest.mark.parametrize("mostly", [0, 1, 2])
@pytest.mark.parametrize(("reason", "codes"), THREE_CODES)
def test_three_codes_around_zero_are_not_read_until_the_user_says_what_they_mean(
    tmp_path: Path, reason: str, codes: tuple[str, ...], mostly: int
) -> None:
    pairs = [*of_three(codes, mostly=mostly), ("", "99"), ("-", codes[0])]
    with pytest.raises(Unusable) as told:
        read(tmp_path, pairs)
    facts = {"reason": reason, "values": codes}
    assert (told.value.problem.code, dict(told.value.problem.facts)) == (Code.CODES_FROM_ZERO, facts)


@pytest.mark.parametrize("like_first", [True, False])
@pytest.mark.parametrize("codes", [codes for _, codes in THREE_CODES])
@pytest.mark.parametrize("minus", ["-", "−"])
def test_three_codes_are_read_as_like_neutral_and_dislike_when_the_advice_is_followed(
    tmp_path: Path, codes: tuple[str, ...], minus: str, *, like_first: bool
) -> None:
    pairs = [(a.replace("-", minus), b.replace("-", minus)) for a, b in of_three(codes)]
    with pytest.raises(Unusable) as told:
        read(tmp_path, pairs)
    advised = codes if like_first else codes[::-1]
    assert f'--answers "{"|".join(advised)}"' in message(told.value.problem, language("en"))
    survey, problems = read(tmp_path, pairs, ImportSettings(answers=advised))
    meaning = dict(zip(advised, (1, 3, 5), strict=True))
    assert halves(survey) == [(meaning[a], meaning[b]) for a, b in of_three(codes)]
    assert (problems, survey.source.scale) == ((), Scale.THREE)


def test_too_few_codes_or_words_beside_them_do_not_show_three_codes(tmp_path: Path) -> None:
    assert read(tmp_path, [("2", "0"), ("2", "1")])[1] != ()
    words = [("I like it", "I dislike it"), ("0", "1"), ("2", "0"), ("1", "0")]
    assert Code.WORDS_AND_CODES in {one.code for one in read(tmp_path, words)[1]}


@pytest.mark.parametrize("missing", ["-2", "-3", "−2"])
def test_minus_two_says_missing_only_where_the_other_codes_are_positive(tmp_path: Path, missing: str) -> None:
    def codes_told(pairs: list[tuple[str, str]], own: tuple[str, ...] = ()) -> set[Code]:
        return {one.code for one in read(tmp_path, pairs, ImportSettings(answers=own))[1] if one.value == missing} | {
            one.code for one in read(tmp_path, pairs, ImportSettings(answers=own))[1]
            if one.code is Code.ANSWERS_MISSING_WORDS
        }  # fmt: skip

    assert codes_told([*coded(1), (missing, "5")]) == {Code.ANSWERS_MISSING_WORDS}
    assert codes_told([*coded(1), ("0", "0"), (missing, "5")]) == {Code.ANSWER_OUTSIDE_SCALE}
    assert codes_told([*of_three(("1", "2", "3")), (missing, "3")], ("1", "2", "3")) == {Code.ANSWERS_MISSING_WORDS}
    assert codes_told([*of_three(("0", "1", "2")), (missing, "2")], ("0", "1", "2")) == {Code.ANSWER_UNREAD}


def test_a_slip_of_zero_among_codes_from_one_is_only_outside_the_scale(tmp_path: Path) -> None:
    for pairs in ([*coded(1), ("0", "5")], [("1", "4"), ("2", "4")] * 60 + [("0", "4")]):
        _, problems = read(tmp_path, pairs)
        assert [one.value for one in problems if one.code is Code.ANSWER_OUTSIDE_SCALE] == ["0"]


def test_words_and_codes_in_one_file_are_warned_of_with_the_first_code(tmp_path: Path) -> None:
    words = [("I like it", "I dislike it")] * 6
    _, problems = read(tmp_path, [*words, ("4", "5"), ("I like it", "5")])
    mixed = next(one for one in problems if one.code is Code.WORDS_AND_CODES)
    assert (mixed.row, mixed.column, dict(mixed.facts)) == (8, "F1_func", {"count": 3, "words": 13})
    assert mixed.severity is Severity.WARNING


def test_numbered_words_and_a_forms_own_answers_are_no_mixture(tmp_path: Path) -> None:
    labelled = [("1 - I like it", "I dislike it"), ("I expect it", "5 - I dislike it")]
    assert read(tmp_path, labelled)[1] == ()
    own = ImportSettings(answers=("I like it", "1", "2", "3", "4"))
    assert read(tmp_path, [("I like it", "4"), ("1", "2")], own)[1] == ()


@pytest.mark.parametrize(
    ("told", "pairs", "scale"),
    [
        (Scale.THREE, [("I like it", "I dislike it"), ("I expect it", "I can live with it")], Scale.FIVE),
        (Scale.THREE, [("I like it", "I dislike it"), ("I am neutral", "I like it")], Scale.THREE),
        (Scale.THREE_ASYMMETRIC, [("I like it", "I dislike it"), ("I can live with it", "-")], Scale.FIVE),
        (Scale.THREE_ASYMMETRIC, [("I expect it", "I can live with it"), ("I like it", "Neutral")],
         Scale.THREE_ASYMMETRIC),
    ],
)  # fmt: skip
def test_three_answers_are_not_claimed_where_the_words_are_others(
    tmp_path: Path, told: Scale, pairs: list[tuple[str, str]], scale: Scale
) -> None:
    assert read(tmp_path, pairs, ImportSettings(told))[0].source.scale is scale


def test_words_that_say_there_is_no_answer_are_noted_once_per_file(tmp_path: Path) -> None:
    pairs = [("I like it", "I dislike it"), ("?", "n/a"), ("-", "I dislike it"), ("", "don't know"), ("?", "n/a")]
    _, problems = read(tmp_path, pairs)
    noted = [one for one in problems if one.code is Code.ANSWERS_MISSING_WORDS]
    assert [dict(one.facts) for one in noted] == [
        {"values": ("?", "n/a", "-", "don't know"), "different": 4, "count": 6}
    ]
    assert noted[0].severity is Severity.NOTE


def test_answers_that_fit_both_ways_alike_do_not_tell_the_direction(tmp_path: Path) -> None:
    def tie(pairs: list[tuple[str, str]]) -> object:
        _, problems = read(tmp_path, pairs)
        return next(one for one in problems if one.code is Code.DIRECTION_ASSUMED).facts.get("tie")

    assert tie([("3", "3"), ("2", "4")] * 3) == 1
    assert tie([("1", "5"), ("2", "5")] * 3) == 0


def test_the_headings_of_both_columns_of_each_feature_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("B_d,A_f,id,B_f,A_d,C_f,C_d\n" + "I dislike it,I like it,1,I like it,I dislike it,,\n" * 3)
    survey, _ = read_survey(path)
    columns = {"A": ("A_f", "A_d"), "B": ("B_f", "B_d")}
    assert survey.source.columns == tuple(columns[feature.name] for feature in survey.features)
    path.write_text("feature,functional,dysfunctional\nA,I like it,I dislike it\n")
    assert read_survey(path)[0].source.columns == ()


def test_a_grown_column_owns_its_memory_and_is_exactly_as_long() -> None:
    buffer = Buffer(np.int8)
    assert buffer.array().size == 0
    buffer = Buffer(np.int8)
    for size in (1, 0, 1000, 3):
        buffer.append(np.full(size, size % 7, dtype=np.int64))
    grown = buffer.array()
    assert (grown.base, str(grown.dtype), grown.size) == (None, "int8", 1004)
    assert grown.tolist() == [1, *[6] * 1000, 3, 3, 3]
