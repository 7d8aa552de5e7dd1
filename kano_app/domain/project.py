"""A project: all inputs of a study and nothing computed from them."""

from dataclasses import dataclass

from kano_app.domain.plan import Plan
from kano_app.domain.problem import Problem
from kano_app.domain.questionnaire import QuestionnaireSettings
from kano_app.domain.settings import AnalysisSettings, PlanSettings, ReportSettings
from kano_app.domain.survey import Survey


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """The inputs; analysis, roadmap and report are functions of this value."""

    surveys: tuple[Survey, ...] = ()
    analysis: AnalysisSettings = AnalysisSettings()
    plan: Plan = Plan()
    planning: PlanSettings = PlanSettings()
    report: ReportSettings = ReportSettings()
    problems: tuple[Problem, ...] = ()
    """What was met while the inputs were read: left out, not understood, assumed."""
    salt: str = ""
    """What makes the hashes of respondents this project's own."""
    questionnaire: QuestionnaireSettings = QuestionnaireSettings()

    @property
    def earlier(self) -> tuple[Survey, ...]:
        """The waves before the survey under analysis."""
        return self.surveys[:-1]

    @property
    def survey(self) -> Survey:
        """The survey under analysis: the latest."""
        return self.surveys[-1]

    @property
    def sits(self) -> bool:
        """Whether a workshop is under way."""
        session = self.survey.session if self.surveys else None
        return session is not None and session.is_under_way
