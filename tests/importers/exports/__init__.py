"""Files in the shapes that tools export, with invented answers, each with the survey it must give."""

from importers.exports import forms, google, handmade, limesurvey, qualtrics, surveymonkey, tables, wjx
from importers.exports.study import Export

__all__ = ["EXPORTS", "Export"]

EXPORTS: tuple[Export, ...] = (
    *google.EXPORTS,
    *forms.EXPORTS,
    *surveymonkey.EXPORTS,
    *limesurvey.EXPORTS,
    *qualtrics.EXPORTS,
    *wjx.EXPORTS,
    *handmade.EXPORTS,
    *tables.EXPORTS,
)
