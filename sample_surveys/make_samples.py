"""Make the sample surveys again, the same bytes each time: ``make_samples.py [--output DIR]``."""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from sample_surveys.making import layouts  # noqa: E402 - a script finds its neighbours only by the line above
from sample_surveys.making.awkward import write_awkward  # noqa: E402
from sample_surveys.making.files import write_csv, write_workbook  # noqa: E402
from sample_surveys.making.invention import invent  # noqa: E402
from sample_surveys.making.layouts import CODES, Row, wording  # noqa: E402
from sample_surveys.making.service import read_awkward, read_service  # noqa: E402

WITH_BOM = "utf-8-sig"


def hotel_stay(output: Path) -> None:
    """English wide CSV; the same answers as a Chinese workbook."""
    sample = invent(read_service("hotel-stay"))
    write_csv(output / "hotel-stay.csv", layouts.wide(sample, "en", wording("common")))
    write_csv(output / "hotel-stay-features.csv", layouts.features_file(sample.service, "en"))
    write_workbook(output / "hotel-stay-zh_CN.xlsx", {"问卷数据": layouts.wide(sample, "zh_CN", wording("zh_CN"))})
    chinese = layouts.features_file(sample.service, "zh_CN")
    write_csv(output / "hotel-stay-zh_CN-features.csv", chinese, encoding=WITH_BOM)


def online_shop(output: Path) -> None:
    """English workbook of codes; the same answers as a long Chinese CSV from an older Windows program."""
    sample = invent(read_service("online-shop"))
    key: list[Row] = [
        ["Code", "Answer"],
        *([code, str(word)] for code, word in zip(CODES, wording("common"), strict=True)),
    ]
    write_workbook(output / "online-shop.xlsx", {"Answers": layouts.wide_by_number(sample, "en", CODES), "Key": key})
    write_csv(output / "online-shop-features.csv", layouts.features_file(sample.service, "en", numbered=True))
    answers, features = layouts.long(sample, "zh_CN", wording("zh_CN")), layouts.features_file(sample.service, "zh_CN")
    write_csv(output / "online-shop-zh_CN.csv", answers, encoding="gb18030", newline="\r\n")
    write_csv(output / "online-shop-zh_CN-features.csv", features, encoding="gb18030", newline="\r\n")


def clinic_visit(output: Path) -> None:
    """English tally; the answers it counts as a long Chinese CSV."""
    sample = invent(read_service("clinic-visit"))
    write_csv(output / "clinic-visit.csv", layouts.tally(sample, "en", wording("kano")))
    write_csv(output / "clinic-visit-features.csv", layouts.features_file(sample.service, "en"))
    write_csv(output / "clinic-visit-zh_TW.csv", layouts.long(sample, "zh_TW", wording("zh_TW")), encoding=WITH_BOM)
    chinese = layouts.features_file(sample.service, "zh_TW")
    write_csv(output / "clinic-visit-zh_TW-features.csv", chinese, encoding=WITH_BOM)


def evening_course(output: Path) -> None:
    """English long CSV; another group's answers in an awkward export."""
    sample = invent(read_service("evening-course"))
    write_csv(output / "evening-course.csv", layouts.long(sample, "en", wording("berger")))
    write_csv(output / "evening-course-features.csv", layouts.features_file(sample.service, "en"))
    write_awkward(output / "evening-course-awkward.csv", read_awkward("evening-course"))


def main() -> None:
    """Write every sample into the folder that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=HERE, help="folder to write to (default: %(default)s)")
    output = parser.parse_args().output
    output.mkdir(parents=True, exist_ok=True)
    for make in (hotel_stay, online_shop, clinic_visit, evening_course):
        make(output)


if __name__ == "__main__":
    main()
