"""From files to frozen values: a survey, a features file, an evaluation table, and the problems met on the way."""

from kano_app.importers.answers import check_answers
from kano_app.importers.evaluation_table_file import read_evaluation_table
from kano_app.importers.features_file import read_features
from kano_app.importers.survey_file import read_survey

__all__ = ["check_answers", "read_evaluation_table", "read_features", "read_survey"]
