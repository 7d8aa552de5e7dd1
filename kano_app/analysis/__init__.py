"""Survey and settings in, every figure of the study out."""

from kano_app.analysis.analysis import Analysis, FeatureResult, analyse
from kano_app.analysis.figure import Blank, Figure

__all__ = ["Analysis", "Blank", "FeatureResult", "Figure", "analyse"]
