"""问卷星 (wjx.cn)."""

from importers.exports.study import (
    ADDRESSES,
    AGES,
    BACKWARDS,
    CHINESE,
    CHINESE_NAMES,
    CODES,
    MOMENTS,
    PEOPLE,
    PHONES,
    STAYS,
    Export,
    answers,
    blocks,
    column,
    rows,
    text,
    workbook,
)

from kano_app.domain.mapping import Confidence, PairReason, Platform

FEATURES = ("免费早餐", "机场接送", "健身房")
_FIXED = [
    column("序号", [str(at + 1) for at in range(PEOPLE)]),
    column("提交答卷时间", [one.replace("-", "/") for one in MOMENTS]),
    column("所用时间", [f"{61 + at}秒" for at in range(PEOPLE)]),
    column("来源", ["手机提交"] * PEOPLE),
    column("来源详情", ["直接访问"] * PEOPLE),
    column("来自IP", [f"{one}(广东-深圳)" for one in ADDRESSES]),
]
_LEFT = (("所用时间", "administrative"), ("来源", "administrative"), ("来源详情", "identity"), ("来自IP", "identity"))
_ASKED = [
    (f"{at}、如果酒店提供{one}，您的感受是？", f"{at + 1}、如果酒店不提供{one}，您的感受是？")
    for at, one in zip((1, 3, 5), FEATURES, strict=True)
]
_OWN = [
    (f"{at}、{one}—如果有这个功能您的评价是：", f"{at}、如果没有这个功能您的评价是：")
    for at, one in enumerate(FEATURES, start=1)
]
_MATRIX = [f"第1题({one})" for one in FEATURES], [f"第2题({one})" for one in FEATURES]
_ITEMS = (
    ["3、如果酒店提供以下服务，您的感受是？—免费早餐", "3、机场接送", "3、健身房"],
    ["4、如果酒店不提供以下服务，您的感受是？—免费早餐", "4、机场接送", "4、健身房"],
)
_NEGATION = frozenset({(PairReason.NEGATION, Confidence.SURE)})
_NUMBER = frozenset({(PairReason.NUMBER, Confidence.SURE)})
_TRAIT = column("7、您多久旅行一次？", STAYS)
_WHO = [column("8、您的姓名：", CHINESE_NAMES), column("9、您的手机号码", PHONES)]
_WHO_LEFT = (*_LEFT, ("8、您的姓名：", "identity"), ("9、您的手机号码", "identity"))


def _with_gaps(columns: list[list[str]], *gaps: str) -> list[list[str]]:
    """Return columns in which one more person answered nothing, as the tool writes it."""
    return [[*cells, gaps[at % len(gaps)] if at >= 6 else cells[-1]] for at, cells in enumerate(columns)]


EXPORTS = (
    Export(
        "问卷星 by text, a question for each half",
        "按文本.xlsx",
        workbook(rows([*_FIXED, *answers(CHINESE, *_ASKED), _TRAIT, *_WHO])),
        Platform.WJX,
        FEATURES,
        _NEGATION,
        ("提交答卷时间", "7、您多久旅行一次？"),
        _WHO_LEFT,
    ),
    Export(
        "问卷星 by text in GB18030",
        "gbk.csv",
        text(rows([*_FIXED, *answers(CHINESE, *_ASKED), _TRAIT]), "gb18030"),
        Platform.WJX,
        FEATURES,
        _NEGATION,
        ("提交答卷时间", "7、您多久旅行一次？"),
        _LEFT,
    ),
    Export(
        "问卷星 by text in UTF-8 with a byte order mark",
        "bom.csv",
        text(rows([*_FIXED, *answers(CHINESE, *_ASKED), _TRAIT]), "utf-8-sig"),
        Platform.WJX,
        FEATURES,
        _NEGATION,
        ("提交答卷时间", "7、您多久旅行一次？"),
        _LEFT,
    ),
    Export(
        "问卷星 by code, 1 for liking",
        "codes.csv",
        text(rows([*_FIXED, *answers(CODES, *_ASKED)])),
        Platform.WJX,
        FEATURES,
        _NEGATION,
        ("提交答卷时间",),
        _LEFT,
    ),
    Export(
        "问卷星 by code, 5 for liking",
        "codes-backwards.csv",
        text(rows([*_FIXED, *answers(BACKWARDS, *_ASKED)])),
        Platform.WJX,
        FEATURES,
        _NEGATION,
        ("提交答卷时间",),
        _LEFT,
    ),
    Export(
        "问卷星 with a matrix for each half, whose question stands nowhere",
        "matrix.csv",
        text(rows([*_FIXED, *blocks(CHINESE, *_MATRIX)])),
        Platform.WJX,
        FEATURES,
        frozenset({(PairReason.ANSWERS, Confidence.LIKELY)}),
        ("提交答卷时间",),
        _LEFT,
    ),
    Export(
        "问卷星 by code with a matrix for each half",
        "matrix-codes.csv",
        text(rows([*_FIXED, *blocks(CODES, *_MATRIX)])),
        Platform.WJX,
        FEATURES,
        frozenset({(PairReason.BLOCK, Confidence.GUESS)}),
        ("提交答卷时间",),
        _LEFT,
    ),
    Export(
        "问卷星 with the question of a matrix before its first item only",
        "items.csv",
        text(rows([*_FIXED, *blocks(CHINESE, *_ITEMS), _TRAIT])),
        Platform.WJX,
        FEATURES,
        frozenset({(PairReason.ITEM, Confidence.SURE)}),
        ("提交答卷时间", "7、您多久旅行一次？"),
        _LEFT,
    ),
    Export(
        "问卷星 with its own Kano question",
        "kano.xlsx",
        workbook(rows([*_FIXED, *answers(CHINESE, *_OWN), column("4、您的年龄", AGES)])),
        Platform.WJX,
        FEATURES,
        _NUMBER,
        ("提交答卷时间", "4、您的年龄"),
        _LEFT,
    ),
    Export(
        "问卷星 with somebody who skipped everything, written -3 and (跳过) and (空)",
        "gaps.csv",
        text(rows(_with_gaps([*_FIXED, *answers(CHINESE, *_OWN)], "-3", "(跳过)", "(空)"))),
        Platform.WJX,
        FEATURES,
        _NUMBER,
        ("提交答卷时间",),
        _LEFT,
        kept=PEOPLE + 1,
    ),
    Export(
        "问卷星 published without most of its fixed columns",
        "published.csv",
        text(rows([*_FIXED[:2], *answers(CHINESE, *_OWN)])),
        Platform.WJX,
        FEATURES,
        _NUMBER,
        ("提交答卷时间",),
    ),
)
