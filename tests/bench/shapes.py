"""Reading each shape of export against pandas alone: the same answers under the headings of other tools."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from bench.measuring import WORDINGS, best, codes, in_turn, say
from kano_app.importers import examine, read_survey

_PEOPLE, _FEATURES = 40_000, 30
_LIMIT = 3.0
Cells = list[list[str]]


def main() -> None:
    """Measure."""
    folder = Path(sys.argv[1])
    answers = np.array(WORDINGS, dtype=object)[codes(_PEOPLE, 2 * _FEATURES) - 1]
    worst, slowest = 0.0, ""
    for name, write in _SHAPES.items():
        path = folder / f"{name}.csv"
        write(path, answers)
        ratio = best(partial(read_survey, path)) / best(partial(pd.read_csv, path, low_memory=False))
        if ratio > worst:
            worst, slowest = ratio, name
    say(f"40,000 × 60 wordings in {len(_SHAPES)} shapes, slowest ({slowest}) ÷ pandas", worst, _LIMIT)
    one = folder / "qualtrics.csv"
    looked = in_turn(lambda: examine(one), lambda: pd.read_csv(one, low_memory=False))
    say("recognising one of them ÷ reading it with pandas", looked, 1.0)


def _stems(first: str, second: str, pattern: str) -> list[str]:
    return [pattern.format(stem=stem, item=f"Feature {n}") for stem in (first, second) for n in range(_FEATURES)]


def _put(path: Path, heads: Cells, columns: list[np.ndarray]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        for head in heads:
            file.write(",".join(f'"{cell}"' for cell in head) + "\n")
        pd.DataFrame(dict(enumerate(columns))).to_csv(file, index=False, header=False)


def _blocks(answers: np.ndarray) -> list[np.ndarray]:
    return [*answers[0::2], *answers[1::2]]


def _ids() -> np.ndarray:
    return np.array([f"R_{n}" for n in range(_PEOPLE)], dtype=object)


def _google(path: Path, answers: np.ndarray) -> None:
    moments = np.array(["1/2/2026 10:11:12"] * _PEOPLE, dtype=object)
    names = _stems("If it had", "If it did not have", "{stem} … how would you feel? [{item}]")
    _put(path, [["Timestamp", *names]], [moments, *_blocks(answers)])


def _qualtrics(path: Path, answers: np.ndarray) -> None:
    tags = [f"Q{block}_{n}" for block in (1, 2) for n in range(_FEATURES)]
    texts = _stems("How do you feel if it is there?", "How do you feel if it is not there?", "{stem} - {item}")
    objects = ["{'ImportId':'QID'}"] * (2 * _FEATURES + 2)
    status = np.array(["IP Address"] * _PEOPLE, dtype=object)
    heads = [["Status", "ResponseId", *tags], ["Response Type", "Response ID", *texts], objects]
    _put(path, heads, [status, _ids(), *_blocks(answers)])


def _surveymonkey(path: Path, answers: np.ndarray) -> None:
    blank = [""] * (_FEATURES - 1)
    upper = ["Respondent ID", "If it is there, how do you feel?", *blank, "If it is not there?", *blank]
    lower = ["", *(f"Feature {n}" for _ in range(2) for n in range(_FEATURES))]
    _put(path, [upper, lower], [_ids(), *_blocks(answers)])


def _limesurvey(path: Path, answers: np.ndarray) -> None:
    names = [
        f"{code}[SQ{n:03}]. {stem} [Feature {n}]"
        for code, stem in (("F", "If it is there?"), ("D", "If it is not there?"))
        for n in range(_FEATURES)
    ]
    day = np.array(["2026-01-02 10:11:12"] * _PEOPLE, dtype=object)
    page = np.array(["3"] * _PEOPLE, dtype=object)
    heads = [["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", *names]]
    _put(path, heads, [_ids(), day, page, *_blocks(answers)])


def _wjx(path: Path, answers: np.ndarray) -> None:
    fixed = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]
    names = [f"第{number}题(功能{n})" for number in (1, 2) for n in range(_FEATURES)]
    _put(path, [[*fixed, *names]], [_ids(), *(np.array(["x"] * _PEOPLE, dtype=object),) * 5, *_blocks(answers)])


def _long(path: Path, answers: np.ndarray) -> None:
    features = np.tile(np.array([f"Feature {n}" for n in range(_FEATURES)], dtype=object), _PEOPLE)
    columns = [np.repeat(_ids(), _FEATURES), features, answers[0::2].T.ravel(), answers[1::2].T.ravel()]
    _put(path, [["respondent", "feature", "functional", "dysfunctional"]], columns)


_SHAPES: dict[str, Callable[[Path, np.ndarray], None]] = {
    "google": _google,
    "qualtrics": _qualtrics,
    "surveymonkey": _surveymonkey,
    "limesurvey": _limesurvey,
    "wjx": _wjx,
    "long": _long,
}


if __name__ == "__main__":
    main()
