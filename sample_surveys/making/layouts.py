"""Answers → rows of cells, in the layouts that people bring: wide, long, tally, and the features file."""

from collections import Counter
from collections.abc import Sequence

from sample_surveys.making.invention import Sample
from sample_surveys.making.service import Service, load

Cell = str | int
Row = list[Cell]

COMMON = load("common")
CODES: tuple[Cell, ...] = (1, 2, 3, 4, 5)


def wording(name: str) -> tuple[Cell, ...]:
    """Return the five answers of a form, from like to dislike."""
    return tuple(COMMON["answers"][name])


def _headings(language: str) -> dict[str, str]:
    return dict(COMMON["headings"][language])


def _answer(answers: Sequence[Cell], code: int) -> Cell:
    return answers[code - 1] if code else ""


def about(sample: Sample, person: int, language: str) -> Row:
    """Return the cells that say who a person is: number and traits."""
    levels = zip(sample.service.traits, sample.traits[person].tolist(), strict=True)
    return [sample.people[person], *(trait.levels[place].text[language] for trait, place in levels)]


def about_headings(service: Service, language: str) -> Row:
    """Return the headings of the cells that say who a person is."""
    return [_headings(language)["person"], *(trait.text[language] for trait in service.traits)]


def wide(sample: Sample, language: str, answers: Sequence[Cell]) -> list[Row]:
    """Return one row a person, and three columns a feature: with it, without it, importance."""
    words = _headings(language)
    names = [feature.name[language] for feature in sample.service.features]
    columns = [words[key].format(name) for name in names for key in ("with", "without", "importance")]
    rows: list[Row] = [[*about_headings(sample.service, language), *columns]]
    for person, pairs in enumerate(sample.pairs.tolist()):
        row = about(sample, person, language)
        for pair, importance in zip(pairs, sample.importance[person].tolist(), strict=True):
            row += [*(_answer(answers, code) for code in pair), importance or ""]
        rows.append(row)
    return rows


def wide_by_number(sample: Sample, language: str, answers: Sequence[Cell]) -> list[Row]:
    """Return one row a person, and two columns a feature that bear only the number of the question."""
    columns = [f"{key}{half}" for key in numbers(sample.service) for half in ("_f", "_d")]
    rows: list[Row] = [[*about_headings(sample.service, language), *columns]]
    for person, pairs in enumerate(sample.pairs.tolist()):
        rows.append(about(sample, person, language) + [_answer(answers, code) for pair in pairs for code in pair])
    return rows


def long(sample: Sample, language: str, answers: Sequence[Cell]) -> list[Row]:
    """Return one row for each person and feature; a person's row on a feature left out altogether is missing."""
    words = _headings(language)
    rows: list[Row] = [
        [
            *about_headings(sample.service, language),
            *(words[key] for key in ("feature", "functional", "dysfunctional")),
        ],
    ]
    for person, pairs in enumerate(sample.pairs.tolist()):
        for feature, pair in zip(sample.service.features, pairs, strict=True):
            halves = [_answer(answers, code) for code in pair]
            rows += [[*about(sample, person, language), feature.name[language], *halves]] if any(halves) else []
    return rows


def tally(sample: Sample, language: str, answers: Sequence[Cell]) -> list[Row]:
    """Return how often each pair was given; a pair with one half left out is counted with that cell empty."""
    words = _headings(language)
    rows: list[Row] = [[words[key] for key in ("feature", "functional", "dysfunctional", "count")]]
    for place, feature in enumerate(sample.service.features):
        counts = Counter(tuple(pair) for pair in sample.pairs[:, place].tolist() if any(pair))
        whole_first = sorted(counts.items(), key=lambda item: (0 in item[0], item[0]))
        for (functional, dysfunctional), count in whole_first:
            halves = [_answer(answers, functional), _answer(answers, dysfunctional)]
            rows.append([feature.name[language], *halves, count])
    return rows


def numbers(service: Service) -> list[str]:
    """Return the numbers of the questions, where the survey knows its features by no name."""
    return [f"Q{number}" for number in range(1, len(service.features) + 1)]


def features_file(service: Service, language: str, *, numbered: bool = False) -> list[Row]:
    """Return what the team knows of each feature, one row each; ``numbered`` puts number and label for the name."""
    first, *details = COMMON["headings"][language]["details"]
    names = {feature.id: feature.name[language] for feature in service.features}
    keys = dict(zip(names, numbers(service), strict=True)) if numbered else names
    heading = ["ID", _headings(language)["label"]] if numbered else [first]
    rows: list[Row] = [[*heading, *details]]
    for feature in service.features:
        start = [keys[feature.id], names[feature.id]] if numbered else [names[feature.id]]
        texts = [text[language] for text in (feature.description, feature.stage, feature.dimension)]
        needs = _headings(language)["and"].join(keys[other] for other in feature.depends_on)
        rows.append([*start, *texts, feature.effort, feature.owner[language], needs])
    return rows
