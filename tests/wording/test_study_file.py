from pathlib import Path

import pytest

from kano_app.domain.study_file import Reason
from kano_app.i18n import language
from kano_app.wording.study_file import read_only_text, unreadable_text, unusable_text

_PATH = Path("folder", "guest\x07.kano")


@pytest.mark.parametrize("reason", [Reason.NOT_OURS, Reason.NEWER, Reason.IN_USE, Reason.DAMAGED])
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


def test_who_only_reads_is_not_told_to_save() -> None:
    for reason in (Reason.MISSING, Reason.EXISTS, Reason.UNWRITABLE):
        assert "cannot be opened" in unreadable_text(reason, _PATH, language("en"))
