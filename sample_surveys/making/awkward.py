"""An export in which everything is wrong that real exports get wrong, one of each."""

from pathlib import Path

import numpy as np

from sample_surveys.making.files import csv_text
from sample_surveys.making.invention import Sample, invent
from sample_surveys.making.layouts import Row, about, about_headings, wording
from sample_surveys.making.service import Awkward

STRAY = {(4, 3): "maybe", (11, 8): "?", (19, 14): "don’t know", (33, 21): "maybe"}
"""(person, column of answers) → what stands there instead of an answer."""
AGAIN = {8: {}, 22: {5: "I am neutral", 12: "I dislike it"}}
"""Person who sent the form twice → the answers that differ the second time."""
COMMENTS = {
    2: "The café; that is where I learned most.",
    9: 'My teacher said "take your time"; I did.',
    17: "Two wishes:\n- a later start;\n- a “quiet” room",
    26: "Naïve question, perhaps: why no parking?",
    38: "=SUM(A1) finally makes sense to me",
    41: "I’d pay 5 € more for recordings",
}
"""Person → the comment, with the delimiter, quotes and line ends inside."""


def _columns(sample: Sample, awkward: Awkward) -> tuple[list[str], list[Row]]:
    """Return heading and cells of every answer column, in an order no person would choose."""
    answers = wording("typographic")
    halves = [
        (feature, half)
        for feature in range(len(sample.service.features))
        for half in (0, 1)
        if half == 0 or sample.service.features[feature].id != awkward.only_functional
    ]
    shuffled = np.argsort(np.random.default_rng(awkward.service.seed).random(len(halves)), kind="stable").tolist()
    headings: list[str] = []
    cells: list[Row] = [[] for _ in sample.people]
    for feature, half in (halves[place] for place in shuffled):
        name = sample.service.features[feature].name["en"]
        headings.append(f"{name} ({'dysfunctional' if half else 'functional'})" + " " * (feature % 3 == 0))
        for row, code in zip(cells, sample.pairs[:, feature, half].tolist(), strict=True):
            row.append(answers[code - 1] if code else "")
    for (person, column), word in STRAY.items():
        cells[person][column] = word
    return headings, cells


def _row(sample: Sample, person: int, number: int, answers: Row) -> Row:
    minutes = 18 * 60 + 5 + 3 * number
    sent = f"{12 + person % 3}/03/2026 {minutes // 60}:{minutes % 60:02}"
    contact = [f"learner{person + 1:02}@example.com", f"192.0.2.{person + 10}"]
    return [sent, *contact, *about(sample, person, "en"), "", *answers, COMMENTS.get(person, "")]


def write_awkward(path: Path, awkward: Awkward) -> None:
    """Write the awkward file: semicolons, Windows-1252, CR LF, and rows of nothing at the end."""
    sample = invent(awkward.service)
    headings, cells = _columns(sample, awkward)
    who = about_headings(sample.service, "en")
    rows: list[Row] = [["Timestamp", "E-mail address", "IP address", *who, "Column 54", *headings, "Comment"]]
    rows += [_row(sample, person, person, answers) for person, answers in enumerate(cells)]
    for number, (person, changes) in enumerate(AGAIN.items()):
        again = [changes.get(column, answer) for column, answer in enumerate(cells[person])]
        rows.append(_row(sample, person, len(sample.people) + number, again))
    rows += [[""] * len(rows[0])] * 2
    path.write_bytes((csv_text(rows, delimiter=";", newline="\r\n") + "\r\n" * 3).encode("cp1252"))
