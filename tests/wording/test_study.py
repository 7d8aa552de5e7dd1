import pytest
from making import counted, people, shared

from kano_app.analysis import analyse
from kano_app.domain.settings import AnalysisSettings
from kano_app.i18n import language
from kano_app.wording.study import n_text, title_from_file


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("storage--cohort4-clean", "storage cohort4 clean"),
        ("guest_stay", "guest stay"),
        ("hotel.stay.final", "hotel stay final"),
        ("Guests_2026-03-14", "Guests 2026-03-14"),
        ("kano v1.2", "kano v1.2"),
        ("酒店_住宿-2026", "酒店 住宿 2026"),
        ("  Guest   stay ", "Guest stay"),
        ("---", "---"),
    ],
)
def test_a_title_from_a_file_is_its_name_as_words_and_nothing_else(stem: str, title: str) -> None:
    assert title_from_file(stem) == title


def test_n_is_of_people_else_of_the_feature_with_most_answers_else_unknown() -> None:
    words, settings = language("en"), AnalysisSettings()
    assert n_text(analyse(people({"Wi-Fi": [(1, 5)] * 3, "Lift": [(1, 5)] * 3}), settings), words) == "n = 3"
    assert n_text(analyse(counted({"Wi-Fi": "M5", "Lift": "A1200"}), settings), words) == "n = 1,200"
    assert n_text(analyse(shared({"Wi-Fi": (0.5, 0.5, 0, 0, 0, 0)}), settings), words) == ""
