"""Short names for features that the file knows only by a whole question: the part in which the questions differ."""

import re
from collections.abc import Sequence
from itertools import takewhile

from kano_app.domain.feature import fold_name

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+|\s+|.", re.DOTALL)


def shorten(questions: Sequence[str]) -> list[str]:
    """Return questions without the beginning and the end they all share; unchanged where that leaves no names."""
    if len(questions) < 2:
        return list(questions)
    tokens = [_TOKEN.findall(question) for question in questions]
    start = _shared(tokens)
    end = _shared([line[start:][::-1] for line in tokens])
    names = ["".join(line[start : len(line) - end]).strip(" ,，、:：;；?？.。-–—_") for line in tokens]
    return names if all(names) and len(set(map(fold_name, names))) == len(names) else list(questions)


def _shared(lines: list[list[str]]) -> int:
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, zip(*lines, strict=False)))
