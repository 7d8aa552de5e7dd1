"""Cards: typed, counted, and feature after feature."""

import pytest
from sittings import begun, place, refusal

from kano_app import entry
from kano_app.domain.evidence import PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Place, Stage
from kano_app.entry import CardTyping, Refusal, Refused, Setup


def typed(project: Project, keys: str) -> Project:
    typing = CardTyping()
    for key in keys:
        at = entry.view(project).place
        found = typing.key(at, key)
        if found is None:
            assert key == "\r"
            project = entry.skip(project)
            continue
        typing, cards = found
        if cards is not None:
            project = entry.card(project, cards.functional, cards.dysfunctional, cards.by)
    return project


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        ("15", 1),
        ("1515", 2),
        ("15×12\r", 12),
        ("15*12\r15", 13),
        ("15x3\r-15", 2),
        ("15×12\r-15×5\r", 7),
        ("15×1\r", 1),
        ("15×\r", 1),
        ("15×12", 1),
        ("15×12\x1b", 1),
        ("15×12\b15", 2),
    ],
)
def test_cards_are_typed_pair_by_pair_or_with_how_many(keys: str, count: int) -> None:
    project = typed(begun("Wi-Fi", mode=Mode.CARDS), keys)
    evidence = project.survey.evidence
    assert isinstance(evidence, PairTally)
    assert (int(evidence.counts[0, 0, 4]), int(evidence.counts.sum())) == (count, count)


def test_a_first_digit_does_not_leak_into_the_next_feature() -> None:
    project = typed(begun("Wi-Fi", "Gym", mode=Mode.CARDS), "1\r55")
    evidence = project.survey.evidence
    assert isinstance(evidence, PairTally)
    assert evidence.counts.sum() == evidence.counts[1, 4, 4] == 1


@pytest.mark.parametrize("keys", ["9", "19", "×", "1×", "0"])
def test_a_key_that_is_no_card_is_told_which_are(keys: str) -> None:
    with pytest.raises(Refused) as caught:
        typed(begun("Wi-Fi", mode=Mode.CARDS), keys)
    assert caught.value.why is Refusal.NO_SUCH_CARD


@pytest.mark.parametrize("wrong", ["15×324×2", "15×0", "15××", "15×3-24", "15×3-", "15×123"])
def test_a_number_that_is_not_ended_by_enter_counts_nothing_and_says_so(wrong: str) -> None:
    at, typing = Place(-1, "F1", Part.CARDS), CardTyping()
    for key in wrong:
        typing, _ = typing.key(at, key) or (typing, None)
    assert typing.wrong is Refusal.NUMBER_NOT_ENDED
    assert typing.text.startswith("15×")
    assert typing.key(at, "\r") == (CardTyping(at, wrong=Refusal.NUMBER_NOT_ENDED), None)
    assert typing.key(at, "\x1b") == (CardTyping(at), None)
    project = typed(begun("Wi-Fi", mode=Mode.CARDS), f"{wrong}\r24×2\r")
    evidence = project.survey.evidence
    assert isinstance(evidence, PairTally)
    assert (evidence.counts[0, 0, 4], evidence.counts[0, 1, 3], evidence.counts.sum()) == (1, 2, 3)


def test_another_key_waits_until_a_number_is_ended() -> None:
    with pytest.raises(Refused) as caught:
        CardTyping(None, "15×3").key(None, "s")
    assert caught.value.why is Refusal.NUMBER_NOT_ENDED
    assert CardTyping(None, "15×3").key(None, "") is None


def test_what_is_held_can_be_dropped_and_other_keys_are_none_of_cards() -> None:
    at = Place(-1, "F1", Part.CARDS)
    assert CardTyping(at, "1").key(at, "\b") == (CardTyping(at), None)
    assert CardTyping(at, "15×1").key(at, "\x1b") == (CardTyping(at), None)
    for held, key in (("", "\b"), ("15", "\x1b"), ("15", "\r"), ("", "n"), ("", "")):
        assert CardTyping(at, held).key(at, key) is None


def test_a_count_is_put_into_a_cell() -> None:
    project = entry.put_cards(begun("Wi-Fi", "Gym", mode=Mode.CARDS), 1, 5, 12)
    project = entry.put_cards(project, 1, 5, 7)
    project = entry.put_cards(project, 2, 5, 3, "F2")
    evidence = project.survey.evidence
    assert isinstance(evidence, PairTally)
    assert (evidence.counts[0, 0, 4], evidence.counts[1, 1, 4], evidence.counts.sum()) == (7, 3, 10)
    for wrong in ((1, 5, -1), (0, 5, 1), (1, 6, 1)):
        assert refusal(project, entry.put_cards, *wrong) is Refusal.NO_SUCH_CARD
    assert refusal(begun(), entry.put_cards, 1, 5, 1) is Refusal.NOT_ASKED_NOW


def test_a_feature_added_after_the_round_of_cards_is_the_one_that_is_asked() -> None:
    project = typed(begun("Wi-Fi", "Gym", mode=Mode.CARDS), "15\r15\r")
    assert entry.view(project).stage is Stage.DONE
    project = entry.add_feature(project, "Pool")
    assert place(entry.go_on(project)) == (-1, "Pool", Part.CARDS)
    assert entry.can_go_on(project)


def test_a_round_of_cards_that_was_stopped_goes_on_at_the_same_feature() -> None:
    project = entry.finish(typed(begun("Wi-Fi", "Gym", mode=Mode.CARDS), "15"))
    assert place(entry.go_on(project)) == (-1, "Wi-Fi", Part.CARDS)
    whole = entry.finish(typed(begun("Wi-Fi", "Gym", mode=Mode.CARDS), "15\r15"))
    assert (entry.view(whole).done, entry.view(whole).total) == (2, 2)
    assert place(entry.go_on(whole)) == (-1, "Gym", Part.CARDS)
    more = entry.begin(whole, Setup(Mode.CARDS, practice=False))
    assert place(more) == (-1, "Wi-Fi", Part.CARDS)
