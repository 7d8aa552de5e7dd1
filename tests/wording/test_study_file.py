from pathlib import Path

import pytest

from kano_app.domain.study_file import Reason
from kano_app.i18n import language
from kano_app.wording.study_file import read_only_text, unreadable_text, unusable_text

_PATH = Path("folder", "guest\x07.kano")


@pytest.mark.parametrize("reason", [Reason.NOT_OURS, Reason.NEWER, Reason.IN_USE, Reason.FOREIGN, Reason.DAMAGED])
def test_what_is_wrong_with_a_file_is_said_the_same_on_the_screen_and_on_a_terminal(reason: Reason) -> None:
    words = language("en")
    assert unusable_text(reason, _PATH, words) == unreadable_text(reason, _PATH, words)


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("told", [unusable_text, unreadable_text, read_only_text])
def test_every_sentence_names_the_file_without_its_folder_and_what_a_terminal_would_obey(
    reason: Reason, told: object
) -> None:
    text = told(reason, _PATH, language("en"))  # type: ignore[operator] # one of three functions
    assert "guest" in text
    assert "folder" not in text.split("guest")[0]
    assert "\x07" not in text


def test_only_who_has_changes_that_are_not_on_the_disk_is_told_to_save_them() -> None:
    words = language("en")
    assert "save" not in unusable_text(Reason.MISSING, _PATH, words)
    assert "save the study" in unusable_text(Reason.MISSING, _PATH, words, unsaved=True)


def test_what_acts_on_its_own_is_not_called_damage() -> None:
    told = unusable_text(Reason.FOREIGN, _PATH, language("en"))
    assert "trigger" in told
    assert "damaged" not in told


def test_who_only_reads_is_not_told_to_save() -> None:
    for reason in (Reason.MISSING, Reason.EXISTS, Reason.UNWRITABLE):
        assert "cannot be opened" in unreadable_text(reason, _PATH, language("en"))
