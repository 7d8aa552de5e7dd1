"""Changes to a project, one function per intention of the user: Project → Project."""

from kano_app.domain.edits.answers import add_people, answer, remove_people
from kano_app.domain.edits.choices import choose_method, choose_planning, choose_report, rename_study
from kano_app.domain.edits.details import describe_features
from kano_app.domain.edits.features import (
    add_features,
    answers_to,
    change_feature,
    move_feature,
    new_study,
    remove_features,
    shift_features,
)
from kano_app.domain.edits.merging import Appended, append_people, can_be_pooled, what_is_appended
from kano_app.domain.edits.plans import change_work, place_by_hand, place_by_rule
from kano_app.domain.edits.questionnaire import (
    add_trait_question,
    change_trait_question,
    choose_questionnaire,
    remove_trait_question,
)
from kano_app.domain.edits.studies import add_survey, add_wave, exclude_people, include_people, same_features
from kano_app.domain.edits.workshops import (
    count_cards,
    in_session,
    new_round,
    put_cards,
    state_importance,
    take_out_nobodies,
    tell_trait,
    write_note,
)

__all__ = [
    "Appended",
    "add_features",
    "add_people",
    "add_survey",
    "add_trait_question",
    "add_wave",
    "answer",
    "answers_to",
    "append_people",
    "can_be_pooled",
    "change_feature",
    "change_trait_question",
    "change_work",
    "choose_method",
    "choose_planning",
    "choose_questionnaire",
    "choose_report",
    "count_cards",
    "describe_features",
    "exclude_people",
    "in_session",
    "include_people",
    "move_feature",
    "new_round",
    "new_study",
    "place_by_hand",
    "place_by_rule",
    "put_cards",
    "remove_features",
    "remove_people",
    "remove_trait_question",
    "rename_study",
    "same_features",
    "shift_features",
    "state_importance",
    "take_out_nobodies",
    "tell_trait",
    "what_is_appended",
    "write_note",
]
