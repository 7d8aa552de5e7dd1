"""Reading a workbook of answer wordings against calamine alone."""

import sys
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from bench.measuring import WORDINGS, best, codes, headings, say
from kano_app.importers import read_survey

_PEOPLE, _FEATURES = 10_000, 30


def main() -> None:
    """Measure."""
    path = Path(sys.argv[1]) / "wordings.xlsx"
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, headings(_FEATURES))
    for row, answers in enumerate(codes(_PEOPLE, 2 * _FEATURES).T, start=1):
        sheet.write_row(row, 0, [WORDINGS[answer - 1] for answer in answers])
    workbook.close()
    ours = best(lambda: read_survey(path))
    theirs = best(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    say("10,000 × 60 wordings, XLSX → Survey ÷ calamine", ours / theirs, 1.5)


if __name__ == "__main__":
    main()
