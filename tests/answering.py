"""Filling in what the program hands out: answer sheets and forms, with invented answers."""

import csv
import random
from collections.abc import Sequence
from pathlib import Path

from openpyxl import load_workbook

from kano_app.domain.questionnaire import TraitQuestion

Given = list[list[int]]
"""For every person the place of the answer to each question, from 0; pairs first, then importance apart."""


def drawn(people: int, questions: int, seed: int = 1) -> Given:
    """Return for each person the place of an answer to every half."""
    draw = random.Random(seed)  # noqa: S311 - invention, not secrets
    return [[draw.randrange(5) for _ in range(questions)] for _ in range(people)]


def fill_sheet(
    path: Path,
    given: Given,
    answers: Sequence[str],
    *,
    importance: int = 0,
    traits: Sequence[TraitQuestion] = (),
    drop_questions: bool = False,
) -> None:
    """Fill the answer sheet of a questionnaire as a person would, row by row.

    Args:
        path: of the sheet, which is changed.
        given: the places of the answers, two a feature.
        answers: the five, in the sheet's language.
        importance: what everybody calls every feature, where it is asked.
        traits: asked after the features; everybody chooses in turn.
        drop_questions: leave the second row of headings out.
    """
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for person, places in enumerate(given):
        column = 2
        for at in range(0, len(places), 2):
            for place in places[at : at + 2]:
                sheet.cell(3 + person, column, answers[place])
                column += 1
            if importance:
                sheet.cell(3 + person, column, importance)
                column += 1
        for trait in traits:
            sheet.cell(3 + person, column, trait.choices[person % len(trait.choices)])
            column += 1
    if drop_questions:
        sheet.delete_rows(2)
    book.save(path)


def exported_form(text: str, path: Path, given: Given, answers: Sequence[str]) -> None:
    """Write what Google Forms exports of a form made from the text: a moment, then a column a question, by its line."""
    blocks = [block.splitlines() for block in text.split("\n\n")]
    headings = [block[0] for block in blocks if len(block) == 1 + len(answers) and block[1:] == list(answers)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Timestamp", *headings])
        for person, places in enumerate(given):
            moment = f"3/14/2026 10:{person:02d}:00"
            writer.writerow([moment, *(answers[place] for place in places)])
