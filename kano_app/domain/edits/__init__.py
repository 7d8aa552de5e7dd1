"""Changes to a project, one function per intention of the user: Project → Project."""

from kano_app.domain.edits.answers import add_people, answer, remove_people
from kano_app.domain.edits.choices import choose_method, choose_planning, choose_report, rename_study
from kano_app.domain.edits.details import describe_features
from kano_app.domain.edits.features import (
    add_features,
    change_feature,
    move_feature,
    new_study,
    remove_features,
    shift_features,
)
from kano_app.domain.edits.merging import Appended, append_people, what_is_appended
from kano_app.domain.edits.plans import change_work, place_by_hand, place_by_rule
from kano_app.domain.edits.studies import add_survey, add_wave, exclude_people, include_people, same_features

__all__ = [
    "Appended",
    "add_features",
    "add_people",
    "add_survey",
    "add_wave",
    "answer",
    "append_people",
    "change_feature",
    "change_work",
    "choose_method",
    "choose_planning",
    "choose_report",
    "describe_features",
    "exclude_people",
    "include_people",
    "move_feature",
    "new_study",
    "place_by_hand",
    "place_by_rule",
    "remove_features",
    "remove_people",
    "rename_study",
    "same_features",
    "shift_features",
    "what_is_appended",
]
