"""The appendix: by which method the figures were made, from which data, and what was left out."""

from collections.abc import Mapping

from kano_app.analysis import Analysis, Blank
from kano_app.charts.palette import mark
from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.category import CATEGORIES
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.evidence import CategoryShares
from kano_app.domain.problem import Problem, Severity
from kano_app.domain.project import Project
from kano_app.domain.survey import Source
from kano_app.i18n import Language
from kano_app.report.blocks import Block, Bullets, CellView, Facts, Grid, Heading, Paragraph
from kano_app.report.logo import left_out
from kano_app.report.sources import SOURCES
from kano_app.report.views import held_on, is_voted
from kano_app.report.vote_pages import votes_a_feature
from kano_app.roadmap import Roadmap, all_problems
from kano_app.wording.answers import answer_name
from kano_app.wording.categories import category_meaning, category_name
from kano_app.wording.effort import effort_text
from kano_app.wording.problems import message
from kano_app.wording.settings import (
    direction_text,
    layout_name,
    rule_sentence,
    scale_name,
    table_told,
    treatment_sentence,
)
from kano_app.wording.study import people_and_features

_WITHOUT_PROBLEMS = 2
"""Blocks on the data where nothing was met."""


def method_blocks(project: Project, analysis: Analysis, words: Language) -> list[Block]:
    """Return how the figures were made, with every choice that was open."""
    method, planning = project.analysis, project.planning
    by_share = isinstance(project.survey.evidence, CategoryShares)
    asked = words.gettext(
        "Everybody is asked twice about every feature: how would you feel if it were there, and how if it were not? "
        "Each pair of answers falls into one cell of the evaluation table below, and the cell names the category. "
        "A pair with one half missing gives no category and is not counted."
    )
    rows = [
        (words.gettext("Evaluation table"), table_told(analysis, words)),
        (words.gettext("Rule"), rule_sentence(method, words)),
        (words.gettext("Reverse and questionable"), treatment_sentence(method, words)),
        (words.gettext("Order of the roadmap"), _order(words)),
        *([(words.gettext("Draws and resamples"), _draws(project, words))] * (not by_share)),
    ]
    if planning.capacity:
        now, following = (effort_text(value, planning.effort_unit, words) for value in planning.capacity)
        capacity = words.gettext("Now {now}, Next {next}, the rest Later").format(now=now, next=following)
        rows.append((words.gettext("Capacity"), capacity))
    return [
        Heading(words.gettext("Method")),
        Paragraph(asked),
        *([_cells(method.table, words)] if analysis.tally is not None else []),
        Facts(
            tuple((f"{one.letter}  {category_name(one, words)}", category_meaning(one, words)) for one in CATEGORIES),
            tuple(mark(one) for one in CATEGORIES),
        ),
        Heading(words.gettext("Choices"), level=2),
        Facts(tuple(rows)),
        Heading(words.gettext("Sources"), level=2),
        Bullets(SOURCES),
    ]


def _cells(table: EvaluationTable, words: Language) -> Grid:
    """Return the evaluation table as it is printed in the literature, with the mark of every category."""
    answers = [answer_name(Answer(code), words) for code in range(Answer.LIKE, Answer.DISLIKE + 1)]
    rows = []
    for functional, answer in enumerate(answers, start=1):
        categories = [table.category(functional, dysfunctional) for dysfunctional in range(1, LEVELS + 1)]
        rows.append((CellView(answer), *(CellView(one.letter, mark(one)) for one in categories)))
    heading = (words.gettext("there /\nnot there"), *answers)
    return Grid(heading, tuple(rows), (False,) * len(heading), even=True)


def _order(words: Language) -> str:
    return words.gettext(
        "Must-be first by |Worse|, then performance by Better + |Worse|, then attractive by Better; where efforts are "
        "given, by value for effort inside each of the three, never across them. What a feature depends on comes "
        "with it."
    )


def _draws(project: Project, words: Language) -> str:
    n = words.number(project.analysis.resamples)
    if project.survey.respondents is None:
        return words.gettext(
            "{n} draws vary the counts of each feature and judge its category; {n} resamples vary them, each feature "
            "by itself, and plan anew."
        ).format(n=n)
    return words.gettext(
        "{n} draws vary the counts of each feature and judge its category; {n} resamples vary the people, with all "
        "their answers, and plan anew."
    ).format(n=n)


def data_blocks(project: Project, analysis: Analysis, roadmap: Roadmap, words: Language) -> list[Block]:
    """Return where the answers came from and everything that was met while they were read."""
    problems = all_problems(project, analysis, roadmap)
    blocks: list[Block] = [
        Heading(words.gettext("Data")),
        Facts(tuple((name, value) for name, value in _source(project, analysis, words) if value)),
    ]
    for severities, title in (
        ((Severity.ERROR, Severity.WARNING), words.gettext("To look at")),
        ((Severity.NOTE,), words.gettext("Left out or counted apart")),
    ):
        items = _messages(problems, severities, words)
        if Severity.WARNING in severities and (without := left_out(project.report.branding, words)):
            items = (*items, without)
        if items:
            blocks += [Heading(title, level=2), Bullets(items)]
    if len(blocks) == _WITHOUT_PROBLEMS and (analysis.survey.source.file or analysis.survey.session is None):
        blocks.append(Paragraph(words.gettext("Everything in the file was read; nothing was left out.")))
    return blocks


def _messages(problems: tuple[Problem, ...], severities: tuple[Severity, ...], words: Language) -> tuple[str, ...]:
    return tuple(message(problem, words) for problem in problems if problem.severity in severities)


def _source(project: Project, analysis: Analysis, words: Language) -> list[tuple[str, str]]:
    source: Source = analysis.survey.source
    settings = project.report
    day, held = settings.date, held_on(project)
    return [
        (words.gettext("File"), source.file),
        (words.gettext("Sheet"), source.sheet),
        (words.gettext("Size"), people_and_features(analysis.survey, words)),
        _counted(analysis, words),
        (words.gettext("Layout"), layout_name(source.layout, words) if source.layout else ""),
        (words.gettext("Answer scale"), scale_name(source.scale, words) if source.scale else ""),
        (words.gettext("Direction"), direction_text(source, words)),
        (words.gettext("Data of"), words.date(held) if held else ""),
        (words.gettext("Date of the report"), words.date(day) if day else ""),
        (words.gettext("Run again by"), words.date(settings.valid_until) if settings.valid_until else ""),
    ]


def _counted(analysis: Analysis, words: Language) -> tuple[str, str]:
    if is_voted(analysis):
        return words.gettext("Votes a feature"), votes_a_feature(analysis.survey, words)
    return words.gettext("Complete pairs a feature"), _complete_pairs(analysis, words)


def _complete_pairs(analysis: Analysis, words: Language) -> str:
    """Return the smallest and the largest n, or what stands in their place."""
    sizes = [result.n for result in analysis.features if not isinstance(result.n, Blank)]
    if not sizes:
        return words.gettext("not known; the source gives shares, and printed shares carry ±0.01 into the coefficients")
    low, high = words.number(min(sizes)), words.number(max(sizes))
    return low if low == high else words.gettext("{low} to {high}").format(low=low, high=high)


def glossary_blocks(words: Language) -> list[Block]:
    """Return the words that the report uses."""
    rows = (
        (words.gettext("Better"), words.gettext("Share of people whom having the feature satisfies, 0 to 1.")),
        (words.gettext("Worse"), words.gettext("Share of people whom lacking the feature dissatisfies, 0 to −1.")),
        (words.gettext("Category"), words.gettext("What most pairs of answers on a feature mean together.")),
        (
            words.gettext("Draws"),
            words.gettext("Counts as they could have come out too, made by chance from those that did."),
        ),
        (
            words.gettext("Resamples"),
            words.gettext("Surveys made anew from the same people, some of them twice and some not at all."),
        ),
        (
            words.gettext("Interval"),
            words.gettext("Where the true figure lies, so far as these answers can tell, at the stated confidence."),
        ),
        (words.gettext("Rival"), words.gettext("The category that would come out next.")),
        (
            words.gettext("Category strength"),
            words.gettext("By how many percent the most frequent category leads the second."),
        ),
        (words.gettext("Total strength"), words.gettext("Share of answers that are A, P or M: that care.")),
        (
            words.gettext("Effort"),
            words.gettext("What the work takes: days, weeks, points, or what the team counts in."),
        ),
        (words.gettext("Capacity"), words.gettext("How much effort fits into a release.")),
        (
            words.gettext("Delight"),
            words.gettext("An attractive feature taken into the first release, so that it does not only repair."),
        ),
    )
    return [Heading(words.gettext("Glossary")), Facts(rows)]


def fonts_blocks(missing: Mapping[str, int], *, language: Language) -> tuple[Block, ...]:
    """Return what is to be said of characters that no shipped font has."""
    if not missing:
        return ()
    names = language.listing([f"{char} ({language.number(count)})" for char, count in missing.items()])
    text = language.gettext(
        "No font of the program has these characters; they are shown by their numbers: {characters}."
    )
    return (Heading(language.gettext("Characters"), level=2), Paragraph(text.format(characters=names)))
