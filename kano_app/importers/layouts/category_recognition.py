"""A category table told by its headings: a column of features, and one of numbers for each category."""

import re
from collections.abc import Callable

from kano_app.domain.category import Category
from kano_app.domain.mapping import Mapping, Role
from kano_app.importers.answers import looks_numeric
from kano_app.importers.columns import level_text
from kano_app.importers.head import Head
from kano_app.importers.headings import COUNTS, FEATURES, IDS, fold_heading, words
from kano_app.importers.layouts.category_table import CategoryTable, share_number
from kano_app.importers.mapped import only

_NAMES = {
    Category.MUST_BE: """m | mb | must-be | must be | mustbe | must | must-have | must have | basic | basic need
    basic needs | threshold
        expected | dissatisfier | basis | basisfaktor | basismerkmal | 必备属性 | 必备 | 必備 | 必備屬性 | 基本型
        必备型 | 当然品質 | 當然品質 | 当然属性 | 必须
        必备质量 | 基本属性 | 基本屬性 | 必备需求 | 必備品質 | 当然 | 當然 | 当たり前品質 | 必須""",
    Category.PERFORMANCE: """p | o | performance | one-dimensional | one dimensional | onedimensional
    one-dimension | linear | satisfier
        od | leistung | leistungsfaktor | leistungsmerkmal | 期望属性 | 期望 | 期望屬性 | 期望型 | 一维品质
        一維品質 | 一元品質 | 一维属性 | 一維屬性 | 一维 | 一維
        一元 | 线性 | 期望需求 | 绩效""",
    Category.ATTRACTIVE: """a | attractive | excitement | exciter | exciters | delighter | delighters | delight
    excite
        begeisterung | begeisterungsfaktor | 魅力属性 | 魅力屬性 | 魅力品質 | 魅力品质 | 魅力型 | 魅力 | 兴奋型
        魅力需求 | 魅力的品質""",
    Category.INDIFFERENT: """i | indifferent | neutral | indifference | unerheblich | indifferente | 无差异属性
    无差异 | 無差異 | 無差異屬性 | 無差異品質
        无差异品质 | 无差异型 | 無關心品質 | 无关紧要 | 无关 | 无差异需求 | 無関心品質 | 無関心""",
    Category.REVERSE: """r | reverse | reversal | reversed | rückweisung | inverse | 反向属性 | 反向屬性
    反向品質 | 反向品质 | 反向型 | 反向 | 逆向 | 反转
        逆向品質 | 反向需求 | 逆品質""",
    Category.QUESTIONABLE: """q | questionable | question | doubtful | sceptical | skeptical | fragwürdig
    可疑结果 | 可疑結果 | 可疑 | 可疑属性 | 可疑屬性
        可疑品質 | 疑问 | 有问题 | 懷疑 | 存疑 | 可疑型 | 懐疑的""",
}
_BY_NAME = {name: category for category, names in _NAMES.items() for name in words(names)}
_NEEDED = (Category.MUST_BE, Category.PERFORMANCE, Category.ATTRACTIVE, Category.INDIFFERENT)
_SAMPLE = """sample | sample size | respondents | participants | total | base | 样本量 | 樣本量 | 样本数 | 樣本數
样本 | 樣本 | 总数 | 總數 | 合计 | 合計 | 有效人数 | 有效人數 | 有效样本 | 有效樣本"""
_PEOPLE = (COUNTS - IDS) | words(_SAMPLE)
"""Headings of the column that says how many people there were."""
_PERCENT = re.compile(
    r"%|％|\b(?:percent|percentage|per cent|share|pct|anteil|prozent)\b|占比|百分比|比例|比率|份额|份額", re.IGNORECASE
)
_COUNT = re.compile(r"\b(?:count|counts|n|number|frequency|answers)\b|人数|人數|频数|頻數|次数|次數", re.IGNORECASE)


def from_mapping(head: Head, mapping: Mapping) -> CategoryTable | None:
    """Return the category table as a mapping tells it."""
    feature = only(mapping, Role.FEATURE)
    categories = {one.category: one.position for one in mapping.of(Role.CATEGORY) if one.category is not None}
    if feature is None or not categories:
        return None
    headings = [head.headings[at].replace("_", " ") for at in categories.values()]
    shares, counts = (any(pattern.search(one) for one in headings) for pattern in (_PERCENT, _COUNT))
    return CategoryTable(head, feature, categories, shares, counts, only(mapping, Role.PEOPLE))


def recognise(head: Head, _: Callable[[int], bool]) -> CategoryTable | None:
    """Return the head as a category table, or ``None`` if a feature column or one of A, P, M, I is missing."""
    found: dict[Category, int] = {}
    shares = counts = False
    for at, heading in enumerate(head.headings):
        bare = fold_heading(_COUNT.sub("", _PERCENT.sub("", heading.replace("_", " "))).strip(" ()（）[]"))
        category = _BY_NAME.get(fold_heading(heading)) or _BY_NAME.get(bare)
        if category and category not in found and _mostly_numbers(head, at):
            found[category] = at
            shares = shares or bool(_PERCENT.search(heading.replace("_", " ")))
            counts = counts or bool(_COUNT.search(heading.replace("_", " ")))
    if any(category not in found for category in _NEEDED):
        return None
    feature = _feature_column(head, set(found.values()))
    if feature is None:
        return None
    return CategoryTable(head, feature, found, shares, counts, _people_column(head, {feature, *found.values()}))


def _people_column(head: Head, taken: set[int]) -> int | None:
    """Return the column of numbers that is headed as one of people."""
    free = (at for at in range(len(head.headings)) if at not in taken and not head.is_empty(at))
    return next((at for at in free if fold_heading(head.headings[at]) in _PEOPLE and _mostly_numbers(head, at)), None)


def _mostly_numbers(head: Head, column: int) -> bool:
    texts = head.columns[column]
    numbers = sum(
        count for text, count in texts.items() if looks_numeric(text.rstrip("%％ ")) or share_number(text) is not None
    )
    return 2 * numbers > texts.total()


def _feature_column(head: Head, taken: set[int]) -> int | None:
    """Return the column named for features, else the first whose texts are all different and no numbers."""
    free = [at for at in range(len(head.headings)) if at not in taken and not head.is_empty(at)]
    for at in free:
        if fold_heading(head.headings[at]) in FEATURES - {"id", "编号", "編號"}:
            return at
    for at in free:
        texts = [level_text(text) for text in head.columns[at]]
        if len(texts) == head.columns[at].total() and not all(map(looks_numeric, texts)):
            return at
    return None
