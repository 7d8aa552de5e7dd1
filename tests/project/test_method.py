import doctest
from pathlib import Path


def test_every_worked_example_of_the_method_page_is_what_the_program_computes(root: Path) -> None:
    outcome = doctest.testfile(str(root / "docs" / "method.md"), module_relative=False, encoding="utf-8")
    assert outcome.attempted > 20
    assert outcome.failed == 0
