"""The menus of the file: what a column is, and where headings end."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.mapping import OF_A_FEATURE, Layout, Role
from kano_app.ui.context import Context
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.looks import look_of
from kano_app.ui.importing.words import column_name, name_in, shown
from kano_app.wording.categories import category_name
from kano_app.wording.mapping import role_name

ROLES = {
    Layout.WIDE: (*OF_A_FEATURE, Role.TRAIT, Role.RESPONDENT, Role.LEFT_OUT),
    Layout.LONG: (Role.FEATURE, *OF_A_FEATURE, Role.RESPONDENT, Role.TRAIT, Role.LEFT_OUT),
    Layout.TALLY: (Role.FEATURE, Role.FUNCTIONAL, Role.DYSFUNCTIONAL, Role.COUNT, Role.LEFT_OUT),
    Layout.CATEGORY_TABLE: (Role.FEATURE, Role.CATEGORY, Role.PEOPLE, Role.LEFT_OUT),
}
"""What a column can be in each layout."""


def column_menu(context: Context, draft: Draft, position: int, parent: QWidget) -> QMenu:
    """Return the menu that says what a column is."""
    menu = QMenu(parent)
    mapping = draft.mapping
    one = next((column for column in mapping.columns if column.position == position), None)
    add_title(menu, column_name(position, one.heading if one else ""))
    if one is None:
        menu.addAction(context.tr("Nothing stands in this column")).setEnabled(False)
        return menu
    for role in ROLES[mapping.layout]:
        text = f"{look_of(role, context).sign}  {role_name(role, context.language)}"
        if role in OF_A_FEATURE and mapping.layout is Layout.WIDE:
            _add_features(menu.addMenu(text), context, draft, position, role)
        elif role is Role.CATEGORY:
            below = menu.addMenu(text)
            for category in CATEGORIES:
                tell = partial(_tell, draft, position, Role.CATEGORY, category=category)
                below.addAction(category_name(category, context.language), tell)
        else:
            action = menu.addAction(text, partial(_tell, draft, position, role))
            action.setCheckable(True)
            action.setChecked(one.role is role)
    return menu


def _add_features(menu: QMenu, context: Context, draft: Draft, position: int, role: Role) -> None:
    mapping = draft.mapping
    one = next(column for column in mapping.columns if column.position == position)
    if role is not Role.IMPORTANCE:
        name = mapping.free_name(shown(name_in(one.heading)) or column_name(position, ""))
        menu.addAction(context.tr("A new feature"), partial(_tell, draft, position, role, name))
        menu.addSeparator()
    for feature in sorted(mapping.features, key=lambda feature: mapping.half(feature, role) is not None):
        action = menu.addAction(_plain(shown(feature)), partial(_tell, draft, position, role, feature))
        action.setCheckable(True)
        action.setChecked(one.role is role and one.feature == feature)


def _tell(draft: Draft, position: int, role: Role, feature: str = "", category: Category | None = None) -> None:
    draft.correct(draft.mapping.with_role(position, role, feature, category))


def row_menu(context: Context, draft: Draft, row: int, parent: QWidget) -> QMenu:
    """Return the menu that says what a row is; rows count from 1."""
    menu = QMenu(parent)
    add_title(menu, context.tr("Row {n}", n=context.language.number(row)))
    add_rows(menu, context, draft, row)
    return menu


def add_title(menu: QMenu, text: str) -> None:
    """Say in a menu what the items below are about."""
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction(_plain(text)).setEnabled(False)
    menu.addSeparator()


def add_rows(menu: QMenu, context: Context, draft: Draft, row: int) -> None:
    """Add what can be said of a row."""
    rows = draft.mapping.heading_rows
    first = min((one for one in rows if one <= row), default=row)
    last = len(draft.step.examined.head.grid.head)
    end = menu.addAction(context.tr("Headings end here"), lambda: frame(draft, range(first, row + 1), row + 1))
    end.setEnabled(row < last)
    only = menu.addAction(context.tr("Only this row is the heading"), lambda: frame(draft, (row,), row + 1))
    only.setEnabled(row < last)
    above = [one for one in rows if one < row]
    menu.addAction(context.tr("First row of answers"), lambda: frame(draft, above, row))


def frame(draft: Draft, headings: "range | tuple[int, ...] | list[int]", first_row: int) -> None:
    """Read other rows as headings."""
    draft.look_otherwise(draft.step.examined.framed(tuple(headings), first_row))


def _plain(text: str) -> str:
    return text.replace("&", "&&")
