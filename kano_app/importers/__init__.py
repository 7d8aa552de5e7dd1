"""From files to frozen values: a survey, a features file, an evaluation table, and the problems met on the way."""

from kano_app.importers.answers import check_answers
from kano_app.importers.evaluation_table_file import read_evaluation_table
from kano_app.importers.examine import Examined, FoundAnswer, examine
from kano_app.importers.features_file import read_features
from kano_app.importers.mapping_file import mapping_json, mapping_of_json, read_mapping
from kano_app.importers.readers.sources import Pasted, Source
from kano_app.importers.survey_file import read_survey

__all__ = [
    "Examined",
    "FoundAnswer",
    "Pasted",
    "Source",
    "check_answers",
    "examine",
    "mapping_json",
    "mapping_of_json",
    "read_evaluation_table",
    "read_features",
    "read_mapping",
    "read_survey",
]
