"""Survey and settings in, every figure of the study out."""

from kano_app.analysis.analysis import Analysis, analyse, flagged_people
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank, Figure

__all__ = ["Analysis", "Blank", "FeatureResult", "Figure", "analyse", "flagged_people"]
