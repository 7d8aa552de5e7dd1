"""Text tables that would fill the memory are refused with the row; those of mixed origin are read as far as is safe."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers import limits
from kano_app.importers.readers.files import open_grids
from kano_app.importers.readers.grid import Grid, StartAgain

GOOD = "F1_f,F1_d\nI like it,I dislike it\nI expect it,I dislike it\n"
ROWS = (("F1_f", "F1_d"), ("I like it", "I dislike it"), ("I expect it", "I dislike it"))
MEGABYTE = 1 << 20


class EnoughError(Exception):
    """What a window raises to end a job."""


@contextmanager
def at_most(megabytes: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * MEGABYTE
    finally:
        tracemalloc.stop()


def written(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def opened(path: Path) -> tuple[Grid, list[Problem]]:
    findings = Findings(path.name)
    (grid,) = open_grids(path, findings)
    return grid, findings.problems


def refused(path: Path, *, stream: bool = False) -> Problem:
    with pytest.raises(Unusable) as told:
        _ = streamed(path) if stream else opened(path)
    return told.value.problem


def streamed(path: Path) -> int:
    grid, _ = opened(path)
    for _ in range(2):
        with suppress(StartAgain):
            return sum(chunk.length for chunk in grid.chunks(lambda _: None))
    return 0


def test_two_gigabytes_of_nothing_are_no_table(tmp_path: Path) -> None:
    path = written(tmp_path / "s.csv", GOOD)
    with path.open("ab") as file:
        file.truncate(2 << 30)
    with at_most(20):
        assert refused(path).code is Code.FILE_NOT_A_TABLE


def test_a_line_without_end_is_refused_with_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORD", MEGABYTE)
    path = written(tmp_path / "s.csv", GOOD + "x" * (30 * MEGABYTE))
    with at_most(12):
        problem = refused(path)
    assert (problem.code, problem.row, problem.facts["reason"]) == (Code.FILE_TOO_LARGE, 4, "record")


def test_a_cell_of_many_megabytes_is_refused_with_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORD", MEGABYTE)
    path = written(tmp_path / "s.csv", GOOD + "I like it," + "x" * (2 * MEGABYTE) + "\n" + GOOD)
    problem = refused(path)
    assert (problem.code, problem.row, problem.facts["reason"]) == (Code.FILE_TOO_LARGE, 4, "record")


def test_a_long_answer_is_read(tmp_path: Path) -> None:
    grid, _ = opened(written(tmp_path / "s.csv", "F1_f,note\nI like it," + "x" * 300_000 + "\n"))
    assert len(grid.head[1][1]) == 300_000


def test_a_quote_left_open_far_down_is_refused_with_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORD", MEGABYTE)
    monkeypatch.setattr(limits, "CHUNK", 4 * MEGABYTE)
    path = written(tmp_path / "s.csv", GOOD + "I like it,I dislike it\n" * 3000 + 'I like it,"' + "x, y\n" * MEGABYTE)
    with at_most(120):
        problem = refused(path, stream=True)
    assert (problem.code, problem.row, problem.facts["reason"]) == (Code.FILE_UNREADABLE, 3004, "quote")


def test_a_million_columns_are_refused_with_their_row(tmp_path: Path) -> None:
    path = written(tmp_path / "s.csv", ",".join(f"F{at}" for at in range(1_000_000)))
    with at_most(150):
        problem = refused(path)
    assert (problem.code, problem.row, problem.facts["most"]) == (Code.FILE_TOO_LARGE, 1, limits.COLUMNS)


def test_a_row_of_a_million_cells_below_the_head_is_refused_with_its_row(tmp_path: Path) -> None:
    path = written(tmp_path / "s.csv", GOOD + "I like it,I dislike it\n" * 3000 + "," * 1_000_000)
    problem = refused(path, stream=True)
    assert (problem.code, problem.row, problem.facts["reason"]) == (Code.FILE_TOO_LARGE, 3004, "columns")


def test_a_very_wide_table_is_recognised_from_fewer_rows(tmp_path: Path) -> None:
    grid, _ = opened(written(tmp_path / "s.csv", (",".join("x" * 20_000) + "\n") * 300))
    assert len(grid.head) == 100


def test_a_nothing_in_a_text_is_refused_with_its_row(tmp_path: Path) -> None:
    path = written(tmp_path / "s.csv", GOOD * 100 + "I like it,I dis\x00like it\n")
    problem = refused(path)
    assert (problem.code, problem.row, problem.facts["reason"]) == (Code.FILE_UNREADABLE, 301, "nul")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_form_of_unicode_and_end_of_line_is_read(tmp_path: Path, encoding: str, end: str) -> None:
    grid, problems = opened(written(tmp_path / "s.csv", GOOD.replace("\n", end).encode(encoding)))
    assert grid.head == ROWS
    assert sum(chunk.length for chunk in grid.chunks(lambda _: None)) == 3
    assumed = encoding in {"utf-16-le", "utf-16-be"}
    assert [one.facts["encoding"] for one in problems] == (["UTF-16"] if assumed else [])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("told", [False, True])
def test_every_delimiter_is_found_or_told(tmp_path: Path, delimiter: str, told: bool) -> None:  # noqa: FBT001
    text = (f"sep={delimiter}\r\n" if told else "") + "a,b,c\r\n1,x\r\n2,y,z,\r\n\r\n3,y,z\n".replace(",", delimiter)
    grid, _ = opened(written(tmp_path / "s.csv", text))
    body = (("a", "b", "c"), ("1", "x"), ("2", "y", "z", ""), (), ("3", "y", "z"))
    assert grid.head == ((), *body) if told else body
    assert sum(chunk.length for chunk in grid.chunks(lambda _: None)) == len(grid.head)


def test_decimal_commas_stay_in_their_cells(tmp_path: Path) -> None:
    assert opened(written(tmp_path / "s.csv", "a;b\n1,5;2,5\n3,5;4\n"))[0].head[1] == ("1,5", "2,5")


@pytest.mark.parametrize("strange", ["Müller".encode("latin-1"), "很不喜欢".encode("gb18030")])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_few_rows_in_another_encoding_are_named_and_the_rest_is_read(
    tmp_path: Path, strange: bytes, mark: bytes
) -> None:
    rows = ["name,answer", *["Zoë,很喜欢"] * 5]
    content = mark + "\n".join(rows).encode() + b'\nx,"two\nlines"\ny,' + strange + b"\nz,ok\n"
    grid, problems = opened(written(tmp_path / "s.csv", content))
    assert grid.head[1] == ("Zoë", "很喜欢")
    assert "�" in grid.head[7][1]
    assert grid.head[8] == ("z", "ok")
    assert [(one.code, one.row, one.facts["count"]) for one in problems] == [(Code.ENCODING_MIXED, 8, 1)]


def test_a_text_that_is_garbled_either_way_is_refused_with_the_row(tmp_path: Path) -> None:
    content = "\n".join(["name,answer", *["甲,很喜欢"] * 9]).encode("gb18030") + "\n乙,很喜欢\n丙,理所当然\n".encode()
    problem = refused(written(tmp_path / "s.csv", content))
    assert (problem.code, problem.row, problem.facts["reason"]) == (Code.FILE_UNREADABLE, 11, "mixed")


def test_opening_and_reading_end_where_the_progress_says_so(tmp_path: Path) -> None:
    seen: list[float] = []

    def stop(done: float) -> None:
        seen.append(done)
        if len(seen) == calls:
            raise EnoughError

    path = written(tmp_path / "s.csv", GOOD + "I like it,I dislike it\n" * 200_000)
    for calls in (1, 5):
        seen.clear()
        with pytest.raises(EnoughError):
            open_grids(path, Findings("s.csv"), stop)
        assert len(seen) == calls
    (grid,) = open_grids(path, Findings("s.csv"))
    calls = 1
    seen.clear()
    with pytest.raises(EnoughError):
        list(grid.chunks(stop))
