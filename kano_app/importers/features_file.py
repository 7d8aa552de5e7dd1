"""The features file: what the team knows of each feature beside the survey, in a table of any format."""

import math
import re
from collections.abc import Mapping
from pathlib import Path

from kano_app.domain.feature import FeatureDetails, fold_name
from kano_app.domain.problem import Code, Problem
from kano_app.domain.settings import ImportSettings
from kano_app.importers.answers import AnswerReader
from kano_app.importers.choosing import heads
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import fold_heading
from kano_app.importers.listed import listed
from kano_app.importers.readers.files import open_grids
from kano_app.importers.stream import pour
from kano_app.importers.textual import CellColumn

_HEADINGS = {
    "id": (
        "id | key | code | feature id | no | nr | number | # | 编号 | 編號 | 序号 | 序號 | 代码 | 代碼 "
        "| 功能编号 | 功能編號"
    ),
    "name": (
        "name | names | feature | features | feature name | feature names | item | 名称 | 名稱 | 功能 "
        "| 功能名称 | 功能名稱 | 特性 | 服务 | 服務 | 服务项目 | 服務項目 | 项目 | 項目 | 需求"
    ),
    "label": (
        "label | title | short name | display name | 标签 | 標籤 | 标题 | 標題 | 简称 | 簡稱 | 显示名称 | 顯示名稱"
    ),
    "description": "description | details | note | notes | 描述 | 说明 | 說明 | 备注 | 備註 | 详情 | 詳情",
    "functional_question": (
        "question | functional question | functional | positive question | question functional | 问题 "
        "| 問題 | 正向问题 | 正向問題 | 功能性问题 | 功能性問題 | 正向题 | 正向題 | 题目 | 題目"
    ),
    "dysfunctional_question": (
        "dysfunctional question | dysfunctional | negative question | question dysfunctional | 反向问题 "
        "| 反向問題 | 负向问题 | 負向問題 | 非功能性问题 | 非功能性問題 | 反向题 | 反向題 | 负向题 "
        "| 負向題"
    ),
    "touchpoint": (
        "touchpoint | touch point | touch-point | stage | journey stage | 触点 | 觸點 | 接触点 | 接觸點 "
        "| 服务触点 | 服務接觸點 | 接點"
    ),
    "dimension": (
        "dimension | quality dimension | servqual | servqual dimension | 维度 | 維度 | 质量维度 "
        "| 品質維度 | 品質構面 | 构面 | 構面 | 服务质量维度 | 質量維度"
    ),
    "effort": (
        "effort | cost | estimate | estimated effort | points | story points | days | 工作量 | 成本 "
        "| 投入 | 工时 | 工時 | 人天 | 人日 | 估算 | 工作量估算"
    ),
    "owner": (
        "owner | responsible | team | lead | assignee | 负责人 | 負責人 | 责任人 | 責任人 | 团队 | 團隊 | 负责团队"
    ),
    "depends_on": (
        "depends on | dependencies | dependency | depends | requires | needs | prerequisite "
        "| prerequisites | after | 依赖 | 依賴 | 依赖于 | 依賴於 | 前置 | 前置功能 | 依赖项 | 依賴項 "
        "| 依赖项目 | 依賴項目 | 前提 | 相依 | 相依项目 | 相依項目 | 相依项 | 相依項"
    ),
}
_FIELD = {fold_heading(name): field for field, names in _HEADINGS.items() for name in listed(names)}
_UNITS = {
    unit: {fold_heading(name) for name in listed(names)}
    for unit, names in {
        "days": "days | day | d | person days | man days | 天 | 日 | 人天 | 人日",
        "weeks": "weeks | week | w | person weeks | 周 | 週 | 人周 | 人週",
        "points": "points | point | pt | pts | story points | sp | 点 | 點 | 故事点 | 故事點",
    }.items()
}
_WITHIN = re.compile(r"[(（\[](.*)[)）\]]\s*$")
_DIVIDERS = r"[;|；｜\n]"
_BARE_UNIT = re.compile(r"\s*[(（\[].*[)）\]]\s*$")


def read_features(path: Path) -> tuple[tuple[FeatureDetails, ...], tuple[Problem, ...]]:
    """Read a features file.

    Args:
        path: a delimited text or a workbook whose first sheet with an id or name column is read.

    Returns:
        What it says of each feature, and what was left out or could not be read.

    Raises:
        Unusable: if the file is no table, or has neither an id nor a name column.

    """
    findings = Findings(path.name)
    reader = AnswerReader(ImportSettings())
    columns: tuple[str, ...] = ()
    for grid in open_grids(path, findings):
        for head in heads(grid, reader):
            columns = columns or tuple(head.name(at) for at in range(min(len(head.headings), 6)))
            fields = _fields(head)
            if "key" in fields:
                return _read(head, fields, findings), tuple(findings.problems)
    raise findings.unusable(Code.FEATURES_WITHOUT_KEY, columns=columns)


def heading_field(heading: str) -> str:
    """Return the field that a heading names, such as "name" or "effort"; nothing where it names none."""
    return _FIELD.get(fold_heading(heading)) or _FIELD.get(fold_heading(_BARE_UNIT.sub("", heading)), "")


def _fields(head: Head) -> dict[str, int]:
    """Return field → column; the key is the id where there is one, and the name then serves as a label."""
    fields: dict[str, int] = {}
    for at, heading in enumerate(head.headings):
        field = heading_field(heading)
        if field and field not in fields:
            fields[field] = at
    name, key = fields.pop("name", None), fields.pop("id", None)
    if key is None and name is None and len(fields) > 1 and "label" in fields:
        name = fields.pop("label")
    if key is None:
        key, name = name, None
    if key is not None:
        fields["key"] = key
    if name is not None:
        fields.setdefault("label", name)
    return fields


def _read(head: Head, fields: dict[str, int], findings: Findings) -> tuple[FeatureDetails, ...]:
    for column in range(len(head.headings)):
        if column not in fields.values() and (head.headings[column] or not head.is_empty(column)):
            reason = "empty" if head.is_empty(column) else "not-understood"
            findings.say(Code.COLUMN_LEFT_OUT, column=head.name(column), reason=reason)
    columns, flow = pour(head, lambda: {at: CellColumn() for at in fields.values()}, findings, lambda _: None)
    cells = {at: column.cells() for at, column in columns.items() if isinstance(column, CellColumn)}
    names = {fold_name(text) for field in ("key", "label") if field in fields for text in cells[fields[field]]}
    details = []
    seen: set[str] = set()
    for at, row in enumerate(flow.rows.tolist()):
        texts = {field: cells[column][at] for field, column in fields.items()}
        if not texts["key"]:
            findings.say(Code.ROW_WITHOUT_FEATURE, row=row, column=head.name(fields["key"]), rows=(row,), count=1)
        elif texts["key"] in seen:
            findings.say(Code.FEATURE_TWICE, row=row, column=head.name(fields["key"]), name=texts["key"])
        else:
            seen.add(texts["key"])
            details.append(_details(texts, row, head, fields, names, findings))
    return tuple(details)


def _details(
    texts: Mapping[str, str], row: int, head: Head, fields: Mapping[str, int], names: set[str], findings: Findings
) -> FeatureDetails:
    effort = _effort(texts.get("effort", ""))
    if effort is not None and math.isnan(effort):
        findings.say(Code.EFFORT_UNREAD, row=row, column=head.name(fields["effort"]), value=texts["effort"])
        effort = None
    return FeatureDetails(
        key=texts["key"],
        row=row,
        label=texts.get("label", ""),
        description=texts.get("description", ""),
        functional_question=texts.get("functional_question", ""),
        dysfunctional_question=texts.get("dysfunctional_question", ""),
        touchpoint=texts.get("touchpoint", ""),
        dimension=texts.get("dimension", ""),
        effort=effort,
        effort_unit=effort_unit(head.headings[fields["effort"]]) if "effort" in fields else "",
        owner=texts.get("owner", ""),
        depends_on=_names(texts.get("depends_on", ""), names),
    )


def _names(text: str, known: set[str]) -> tuple[str, ...]:
    """Return the features a cell names. A comma divides them only where nothing plainer does: names may hold one."""
    if re.search(_DIVIDERS, text):
        parts = re.split(_DIVIDERS, text)
    elif fold_name(text) in known:
        parts = [text]
    else:
        parts = re.split("[,、，]", text)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def effort_unit(heading: str) -> str:
    """Return in what a heading says that efforts are counted: "Effort (days)", "Story points"; else nothing."""
    within = _WITHIN.search(heading)
    words = [fold_heading(heading), *([fold_heading(within[1])] if within else [])]
    return next((unit for word in reversed(words) for unit, names in _UNITS.items() if word in names), "")


def _effort(text: str) -> float | None:
    """Return an effort, ``None`` where none is given, NaN where it is no finite number above 0."""
    if not text:
        return None
    if re.fullmatch(r"\d+,\d{1,2}", text):
        text = text.replace(",", ".")
    try:
        effort = float(text)
    except ValueError:
        return math.nan
    return effort if math.isfinite(effort) and effort > 0 else math.nan
