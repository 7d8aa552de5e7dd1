"""What was chosen in the setup so far: kept while its sheet is made anew in another language or look."""

from dataclasses import dataclass

from kano_app.domain.answer import LEVELS
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import TraitQuestion
from kano_app.domain.session import Mode, Session, Stage


@dataclass(frozen=True, slots=True)
class Draft:
    """The choices of a setup sheet as they stand in its fields."""

    mode: Mode
    number: int
    names: str
    traits: str
    features: str
    shuffled: bool
    importance: bool
    practice: bool
    write_first: bool
    names_shown: bool
    language: str
    """Of the room; empty: that of the window."""
    answers: tuple[str, ...]
    """As worded by hand; an empty one is that of the language."""
    as_wave: bool
    label: str

    @classmethod
    def of(cls, session: Session, begun: Project, before: Project) -> "Draft":
        """Return the choices that a workshop began with.

        Args:
            session: it.
            begun: the study with it.
            before: the study without it.

        """
        known = {one.id for one in before.survey.features} if before.surveys else set()
        names = [one.name for one in session.participants]
        return cls(
            session.mode,
            len(names),
            "\n".join(names) if all(names) else "",
            "\n".join(trait_line(one) for one in begun.questionnaire.traits),
            "\n".join(one.name for one in begun.survey.features if one.id not in known),
            session.shuffled,
            session.importance,
            session.stage is Stage.PRACTICE,
            session.write_first,
            session.names_shown,
            session.language,
            session.answers or ("",) * LEVELS,
            len(begun.surveys) > len(before.surveys),
            begun.survey.label if len(begun.surveys) > len(before.surveys) else "",
        )


def trait_line(one: TraitQuestion) -> str:
    """Return a trait as it is typed: its choices after a colon."""
    return f"{one.name}: {', '.join(one.choices)}" if one.choices else one.name
