"""One invented study, told in the ways tools write it: what everybody answered, and who they are not."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from kano_app.domain.mapping import Confidence, Layout, PairReason, Platform
from kano_app.domain.settings import ImportSettings

Cells = Sequence[Sequence[str]]

FUNCTIONAL = ((1, 1, 2, 1, 3, 1, 1, 2), (1, 3, 1, 1, 4, 1, 2, 1), (3, 3, 1, 2, 3, 4, 1, 3))
"""Per feature what each of eight people answered."""
DYSFUNCTIONAL = ((5, 4, 5, 5, 3, 5, 4, 5), (4, 3, 3, 5, 3, 4, 5, 3), (3, 4, 5, 5, 3, 2, 4, 3))
PEOPLE = len(FUNCTIONAL[0])
AGES = ("20–29", "30–39", "20–29", "40–49", "30–39", "20–29", "40–49", "30–39")
STAYS = ("once", "often", "often", "once", "never", "once", "often", "never")
IMPORTANCE = ((9, 8, 7, 9, 5, 8, 6, 7), (6, 5, 7, 6, 4, 8, 9, 5), (3, 2, 4, 5, 1, 2, 6, 3))

EMAILS = tuple(f"{name}@visitor-mail.example" for name in ("ada", "bob", "cyd", "dev", "eve", "fay", "gus", "hal"))
ADDRESSES = tuple(f"198.51.100.{number}" for number in range(31, 31 + PEOPLE))
NAMES = ("Ada Quill", "Bob Rowe", "Cyd Stone", "Dev Thorn", "Eve Umber", "Fay Vale", "Gus Wren", "Hal Yarrow")
CHINESE_NAMES = ("赵明轩", "钱雨桐", "孙浩然", "李思远", "周子涵", "吴佳怡", "郑梓晨", "王若曦")
PHONES = tuple(f"+44 7700 9004{number}" for number in range(31, 31 + PEOPLE))
LATITUDES = tuple(f"51.50{number}73" for number in range(31, 31 + PEOPLE))
SECRETS = (*EMAILS, *ADDRESSES, *NAMES, *CHINESE_NAMES, *PHONES, *LATITUDES)
"""What no survey may keep."""

IDS = tuple(f"R_{number}kx7Qm{number}" for number in range(1, PEOPLE + 1))
MOMENTS = tuple(f"2026-0{3 + day % 2}-{day:02} 10:1{day}:42" for day in range(1, PEOPLE + 1))
"""Of two months, so that people can be compared by them."""
REMARKS = tuple(f"free remark no {number} of somebody" for number in range(1, PEOPLE + 1))

KANO = (
    "I like it that way",
    "It must be that way",
    "I am neutral",
    "I can live with it that way",
    "I dislike it that way",
)
BERGER = (
    "I enjoy it that way",
    "It is a basic necessity or I expect it that way",
    "I am neutral",
    "I dislike it, but I can live with it that way",
    "I dislike it, and I can’t accept it",
)
BLAUTH = (
    "This would be very helpful to me",
    "This is a basic requirement for me",
    "This would not affect me",
    "This would be a minor inconvenience",
    "This would be a major problem for me",
)
COMMON = ("I like it", "I expect it", "I’m neutral", "I can tolerate it", "I dislike it")
GERMAN = (
    "Das würde mich sehr freuen",
    "Das setze ich voraus",
    "Das ist mir egal",
    "Das könnte ich in Kauf nehmen",
    "Das würde mich sehr stören",
)
CHINESE = ("很喜欢", "理所当然", "无所谓", "勉强接受", "很不喜欢")
TRADITIONAL = ("喜歡", "應該的", "無所謂", "能忍受", "不喜歡")
JAPANESE = ("気に入る", "当然である", "なんとも感じない", "仕方ない", "気に入らない")
SPANISH = ("Me gustaría", "Lo esperaría", "Soy neutral", "Podría tolerarlo", "Me desagrada")
INDONESIAN = ("Suka", "Mengharapkan", "Netral", "Toleransi", "Tidak suka")
FRENCH = ("J’aime", "Je m’y attends", "Cela m’est égal", "Je peux m’en accommoder", "Je n’aime pas")
CODES = ("1", "2", "3", "4", "5")
BACKWARDS = ("5", "4", "3", "2", "1")


@dataclass(frozen=True)
class Export:
    """A file in the shape of some tool, and the survey it must give."""

    name: str
    """What it is, as part of a sentence."""
    file: str
    write: Callable[[Path], None]
    platform: Platform
    features: tuple[str, ...]
    pairs: frozenset[tuple[PairReason, Confidence]] = frozenset()
    traits: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    """Headings and why they are left out."""
    rows_left_out: tuple[tuple[str, int], ...] = ()
    importance: bool = False
    layout: Layout = Layout.WIDE
    settings: ImportSettings = ImportSettings()
    kept: int = PEOPLE
    """How many of the people are in the survey: the first ones."""


def halves(words: Sequence[str], feature: int) -> tuple[list[str], list[str]]:
    """Return the two columns of a feature, in words or codes from like to dislike."""
    return [words[one - 1] for one in FUNCTIONAL[feature]], [words[one - 1] for one in DYSFUNCTIONAL[feature]]


def answers(words: Sequence[str], *headings: tuple[str, str]) -> list[list[str]]:
    """Return the columns of features one after the other: functional, dysfunctional, each under its heading."""
    columns = []
    for feature, (functional, dysfunctional) in enumerate(headings):
        asked, negated = halves(words, feature)
        columns += [[functional, *asked], [dysfunctional, *negated]]
    return columns


def blocks(words: Sequence[str], functional: Sequence[str], dysfunctional: Sequence[str]) -> list[list[str]]:
    """Return all functional columns, then all dysfunctional ones."""
    first = [[heading, *halves(words, feature)[0]] for feature, heading in enumerate(functional)]
    return first + [[heading, *halves(words, feature)[1]] for feature, heading in enumerate(dysfunctional)]


def importance(headings: Sequence[str], form: str = "{}") -> list[list[str]]:
    """Return the columns that ask how important the features are."""
    return [[heading, *(form.format(one) for one in IMPORTANCE[feature])] for feature, heading in enumerate(headings)]


def column(heading: str, cells: Sequence[str]) -> list[str]:
    """Return one further column."""
    return [heading, *cells]


def empty(heading: str) -> list[str]:
    """Return a column in which nothing stands."""
    return [heading] + [""] * PEOPLE


def rows(columns: Cells) -> list[list[str]]:
    """Return columns as rows."""
    return [list(row) for row in zip(*columns, strict=True)]


def text(table: Cells, encoding: str = "utf-8", end: str = "\r\n", delimiter: str = ",") -> Callable[[Path], None]:
    """Return what writes a table as delimited text."""

    def write(path: Path) -> None:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(table)
        path.write_bytes(out.getvalue().encode(encoding))

    return write


def workbook(
    table: Cells, sheet: str = "Sheet1", *, merged: Sequence[tuple[int, int, int]] = ()
) -> Callable[[Path], None]:
    """Return what writes a table as XLSX; ``merged`` are cells (row, first column, last column) that are one."""

    def write(path: Path) -> None:
        with xlsxwriter.Workbook(str(path), {"strings_to_numbers": True}) as book:
            page = book.add_worksheet(sheet)
            for at, row in enumerate(table):
                for place, cell in enumerate(row):
                    if cell:
                        page.write(at, place, cell)
            for at, first, last in merged:
                page.merge_range(at, first, at, last, table[at][first])

    return write
