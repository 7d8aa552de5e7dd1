"""The choices of a questionnaire: what is asked beside the features of the study, and how it is introduced."""

from dataclasses import dataclass

from kano_app.domain.settings import LANGUAGES, Paper


@dataclass(frozen=True, slots=True)
class TraitQuestion:
    """A question about the person, whose answers make groups of people."""

    name: str
    """Of the column in which the answers come back."""
    question: str = ""
    """Empty: the name itself is asked."""
    choices: tuple[str, ...] = ()
    """None: there is a line to write on."""


@dataclass(frozen=True, slots=True)
class QuestionnaireSettings:
    """The choices of the questionnaire; what is empty is taken from the report, or drafted."""

    language: str = ""
    title: str = ""
    organisation: str = ""
    introduction: str = ""
    paper: Paper | None = None
    importance: bool = False
    """Whether it is asked, from 1 to 9, how important each feature is."""
    traits: tuple[TraitQuestion, ...] = ()
    """In the order in which they are asked, after the features."""

    def __post_init__(self) -> None:
        """Refuse a language nobody can write."""
        if self.language and self.language not in LANGUAGES:
            raise ValueError(f"no language of a questionnaire: {self.language}")
