"""Problems in words: one or two sentences for each, after its place, with what to do about it."""

import re
from collections.abc import Mapping

from kano_app.domain.category import Category
from kano_app.domain.problem import Code, Fact, Problem
from kano_app.i18n import Language
from kano_app.wording.categories import category_name
from kano_app.wording.effort import effort_text
from kano_app.wording.flags import reason_name
from kano_app.wording.literal import shortened, visible
from kano_app.wording.sentences import sentence

_MOST_NAMED = 8
"""Features that are named one by one in a sentence."""
_MOST_PAIRS = 3
"""Pairs of columns that are named in a sentence."""
_LONGEST = 80
"""Characters of a user's text that are shown; the rest is an ellipsis."""


def message(problem: Problem, language: Language) -> str:
    """Return a problem as text: its place, what it is, and what can be done.

    Args:
        problem: the problem to tell.
        language: the reader's language.

    """
    told = sentence(problem, language).format_map(_Values(_values(problem, language)))
    where = place(problem, language)
    if not where:
        return told
    return language.pgettext("a problem after its place", "{place}: {problem}").format(place=where, problem=told)


def place(problem: Problem, language: Language) -> str:
    """Return where a problem is: “guests.csv, row 12, column F3_functional”; empty if it has no place."""
    parts = []
    if problem.file:
        parts.append(_visible(problem.file))
    if problem.sheet:
        parts.append(language.gettext("sheet {sheet}").format(sheet=_name(problem.sheet, language)))
    if problem.row is not None:
        parts.append(language.gettext("row {row}").format(row=problem.row))
    if problem.column:
        parts.append(language.gettext("column {column}").format(column=_name(problem.column, language)))
    return language.pgettext("between the parts of a place", ", ").join(parts)


class _Values(dict[str, str]):
    """The words for a sentence; a fact nobody gave stands as a dash rather than as a brace."""

    def __missing__(self, key: str) -> str:
        return "–"


def _values(problem: Problem, language: Language) -> Mapping[str, str]:
    values = {name: _fact(name, fact, problem, language) for name, fact in problem.facts.items()}
    if problem.code in {Code.PAIR_INCOMPLETE, Code.WORDING_DOUBTFUL}:
        values["features"] = _counted(problem, "counts", language)
    elif problem.code is Code.SHARES_OFF:
        values["features"] = _counted(problem, "sums", language)
    elif problem.code is Code.PAIRED_BY_BLOCK:
        values["pairs"] = _pairs(problem, language)
    elif problem.code is Code.PEOPLE_EXCLUDED:
        values["reasons"] = _reasons(problem, language)
    elif problem.code is Code.EFFORT_OVER_CAPACITY:
        unit = str(problem.facts.get("unit", ""))
        amounts = {name: problem.facts[name] for name in ("effort", "capacity") if name in problem.facts}
        told = {name: effort_text(one, unit, language) for name, one in amounts.items() if isinstance(one, int | float)}
        values = {**values, **told}
    if problem.value is not None:
        values["value"] = _quoted(problem.value, language)
    return values


def _fact(name: str, fact: Fact, problem: Problem, language: Language) -> str:
    if isinstance(fact, str):
        return _word(name, fact, language)
    if isinstance(fact, tuple):
        if name == "cells":
            more = ["…"] if len(fact) > _MOST_NAMED else []
            return language.pgettext("between clauses", "; ").join([*map(str, fact[:_MOST_NAMED]), *more])
        items = [_quoted(item, language) if isinstance(item, str) else str(item) for item in fact]
        # Where the count is one of cells, another fact says how many different values there are.
        count = problem.facts.get("different", problem.facts.get("count"))
        if isinstance(count, int) and count > len(items) and name in {"rows", "values", "columns"}:
            listed = language.pgettext("between items of a list", ", ").join(items)
            return language.pgettext("a list that goes on", "{items}, …").format(items=listed)
        if problem.code is Code.DEPENDENCY_CYCLE:
            return " → ".join(items)
        return _first_of(items, language) if name in {"names", "features"} else language.listing(items)
    return language.plain_number(fact)


def _counted(problem: Problem, fact: str, language: Language) -> str:
    """Return the first of the features, each with its number, and how many more there are."""
    names, counts = problem.facts.get("features", ()), problem.facts.get(fact, ())
    if not isinstance(names, tuple) or not isinstance(counts, tuple) or len(names) != len(counts):
        return "–"
    pattern = language.gettext("{name} ({count})")
    items = [
        pattern.format(name=_quoted(str(name), language), count=count)
        for name, count in zip(names, counts, strict=True)
    ]
    return _first_of(items, language)


def _pairs(problem: Problem, language: Language) -> str:
    """Return the headings of the first pairs, and how many more pairs there are."""
    functional, dysfunctional = problem.facts.get("functional", ()), problem.facts.get("dysfunctional", ())
    if not isinstance(functional, tuple) or not isinstance(dysfunctional, tuple):
        return "–"
    pattern = language.pgettext("two columns", "{functional} and {dysfunctional}")
    items = [
        pattern.format(functional=_quoted(str(one), language), dysfunctional=_quoted(str(other), language))
        for one, other in zip(functional, dysfunctional, strict=False)
    ]
    return _first_of(items, language, _MOST_PAIRS, between=language.pgettext("between clauses", "; "))


def _reasons(problem: Problem, language: Language) -> str:
    """Return why people were left out, each reason with how many."""
    reasons, counts = problem.facts.get("reasons", ()), problem.facts.get("counts", ())
    if not isinstance(reasons, tuple) or not isinstance(counts, tuple):
        return "–"
    pattern = language.gettext("{name} ({count})")
    told = [_visible(reason_name(str(reason), language)) for reason in reasons]
    return _first_of(
        [pattern.format(name=name, count=count) for name, count in zip(told, counts, strict=False)], language
    )


def _first_of(items: list[str], language: Language, most: int = _MOST_NAMED, between: str = "") -> str:
    """Return as many of the items as a sentence names, and how many more there are."""
    more = len(items) - most
    if more > 1:
        rest = language.ngettext("{n} more", "{n} more", more).format(n=language.number(more))
        items = [*items[:most], rest]
    return between.join(items) if between else language.listing(items)


def _word(name: str, fact: str, language: Language) -> str:
    """Return a fact that is one of our own values in words, and any other text as the user's."""
    gettext = language.gettext
    words = {
        ("half", "functional"): gettext("functional"),
        ("half", "dysfunctional"): gettext("dysfunctional"),
        ("functional", "like-first"): gettext("1 means like"),
        ("functional", "dislike-first"): gettext("1 means dislike"),
        ("dysfunctional", "like-first"): gettext("1 means like"),
        ("dysfunctional", "dislike-first"): gettext("1 means dislike"),
        ("what", "PDF"): gettext("a PDF"),
        ("what", "image"): gettext("a picture"),
        ("what", "document"): gettext("a document"),
        ("what", "archive"): gettext("an archive"),
        ("what", "database"): gettext("a database"),
        ("what", "program"): gettext("a program"),
        ("what", "web page"): gettext("a web page"),
        ("what", "XML"): gettext("an XML file"),
        ("what", "binary"): gettext("a binary file"),
        ("category", "reverse"): gettext("people do not want it"),
        ("category", "questionable"): gettext("the answers to it contradict each other"),
        ("category", ""): gettext("it has no category"),
        ("category", "by-hand"): gettext("it was put aside by hand"),
    }
    if name in {"encoding", "reason", "allowed"}:
        return fact
    if name == "category_name":
        return category_name(Category(fact), language)
    return words.get((name, fact)) or _quoted(fact, language)


def _name(text: str, language: Language) -> str:
    """Return a short name of one word as it is, and any other text in quotation marks."""
    return text if re.fullmatch(r"[\w.-]{1,40}", text) else _quoted(text, language)


def _quoted(text: str, language: Language) -> str:
    return language.gettext("“{name}”").format(name=_visible(text))


def _visible(text: str) -> str:
    """Return a user's text with its control characters made visible, and cut off where it gets long."""
    return shortened(visible(text), _LONGEST)
