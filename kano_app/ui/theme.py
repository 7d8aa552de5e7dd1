"""Light and dark: the colours of the window, its style sheet, and the matching look of charts."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from kano_app import assets


@dataclass(frozen=True, slots=True)
class Colours:
    """One neutral ground, one accent; every text colour is legible (AA) on the grounds it stands on."""

    dark: bool
    ground: str
    """Of the window."""
    surface: str
    """Of cards, tables and fields."""
    raised: str
    """Of headings of tables, hovered rows, lanes."""
    line: str
    edge: str
    """Of fields and buttons: a line that has to be seen."""
    ink: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    """Ground of what is selected; ink and accent are legible on it."""
    warning: str
    """Text that asks for a look."""
    warning_ground: str
    error: str
    error_ground: str
    good: str


LIGHT = Colours(
    dark=False,
    ground="#F3F5F7",
    surface="#FFFFFF",
    raised="#ECEFF3",
    line="#DFE3E9",
    edge="#868E9A",
    ink="#1B2430",
    muted="#565F6C",
    accent="#0B57B8",
    on_accent="#FFFFFF",
    selected="#E6EFFB",
    warning="#8A4B00",
    warning_ground="#FFF4E0",
    error="#A81E1E",
    error_ground="#FDECEC",
    good="#12694A",
)
DARK = Colours(
    dark=True,
    ground="#15191F",
    surface="#1D222A",
    raised="#272E38",
    line="#343C48",
    edge="#7C8796",
    ink="#E8ECF1",
    muted="#A6B0BD",
    accent="#7DB4FF",
    on_accent="#0B1420",
    selected="#24384F",
    warning="#F2BE6B",
    warning_ground="#3A2E18",
    error="#FF9C95",
    error_ground="#42211F",
    good="#7BD3AC",
)


def palette(colours: Colours) -> QPalette:
    """Return Qt's palette of a theme."""
    found = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.ground,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.ToolTipBase: colours.ink,
        QPalette.ColorRole.ToolTipText: colours.surface,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.Highlight: colours.selected,
        QPalette.ColorRole.HighlightedText: colours.ink,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        found.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return found


def apply_theme(application: QApplication, colours: Colours) -> None:
    """Give the whole application a theme."""
    sheet = style_sheet(colours)
    if application.styleSheet() != sheet:  # Qt polishes every widget anew, which is dear
        application.setPalette(palette(colours))
        application.setStyleSheet(sheet)


def style_sheet(colours: Colours) -> str:
    """Return the style sheet: an 8-pixel grid, thin lines, a focus that is always seen."""
    values = {name: getattr(colours, name) for name in Colours.__dataclass_fields__}
    for name, drawing in (("chevron_down", "chevron-down"), ("chevron_up", "chevron-up"), ("check_mark", "check")):
        file = f"{drawing}-{'dark' if colours.dark else 'light'}.svg"
        values[name] = assets.resource("icons", "controls", file).as_posix()
    sheet = _SHEET
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"${name}", str(values[name]))
    return sheet


_SHEET = """
* { outline: none; }
QWidget { font-size: 13px; color: $ink; }
QMainWindow, QDialog, #page { background: $ground; }
QToolTip { background: $ink; color: $surface; border: none; padding: 6px 8px; }
#card { background: $surface; border: 1px solid $line; border-radius: 8px; }
#lane { background: $raised; border-radius: 8px; }
#topbar, #rail { background: $surface; }
#topbar { border-bottom: 1px solid $line; }
#rail { border-right: 1px solid $line; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="error"] { color: $error; }
QLabel[role="number"] { font-size: 15px; font-weight: 600; }
QPushButton, QToolButton {
    background: $surface; border: 1px solid $line; border-radius: 6px; padding: 6px 12px; min-height: 18px;
}
QToolButton { padding: 6px 8px; }
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 5px 11px; }
QToolButton:focus { padding: 5px 7px; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $ground; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $raised; color: $muted; border-color: $line; }
QPushButton[role="link"], QToolButton[role="link"] {
    border: 1px solid transparent; background: transparent; color: $accent; padding: 4px 6px; text-align: left;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 3px 5px; }
QToolButton[role="rail"] {
    border: none; border-radius: 8px; padding: 8px 10px; text-align: left; background: transparent;
}
QToolButton[role="rail"]:hover { background: $raised; }
QToolButton[role="rail"]:checked { background: $selected; color: $accent; font-weight: 600; }
QToolButton[role="rail"]:focus { border: 2px solid $accent; padding: 6px 8px; }
QToolButton[role="tab"], QPushButton[role="tab"] {
    border: 1px solid transparent; background: transparent; color: $muted; padding: 5px 10px;
}
QPushButton[role="tab"]:hover { background: $raised; }
QPushButton[role="tab"]:checked { background: $selected; color: $accent; font-weight: 600; }
QPushButton[role="tab"]:focus { border: 2px solid $accent; padding: 4px 9px; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {
    background: $surface; border: 1px solid $edge; border-radius: 6px; padding: 5px 8px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateEdit:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit[role="quiet"] { border: 1px solid transparent; background: transparent; font-size: 15px; font-weight: 600; }
QLineEdit[role="quiet"]:hover { border: 1px solid $edge; }
QLineEdit[role="quiet"]:focus { border: 2px solid $accent; background: $surface; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$chevron_down"); width: 14px; height: 14px; margin-right: 8px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron_down"); width: 12px; height: 12px; }
QDateEdit::drop-down { border: none; width: 24px; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QListView::indicator {
    width: 15px; height: 15px; border: 1px solid $edge; border-radius: 4px; background: $surface;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$check_mark");
}
QRadioButton::indicator:checked { background: $surface; border: 5px solid $accent; width: 7px; height: 7px; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; selection-background-color: $selected;
    selection-color: $ink; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 3px; border: 2px solid transparent;
    border-radius: 5px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QTableView, QTreeView, QListView, QListWidget {
    background: $surface; alternate-background-color: $surface; gridline-color: $line;
    border: 2px solid transparent; border-radius: 4px;
    selection-background-color: $selected; selection-color: $ink;
}
QTableView:focus, QListView:focus, QListWidget:focus, QTreeView:focus { border: 2px solid $accent; }
QTableView::item { padding: 4px 6px; border-bottom: 1px solid $line; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $muted; }
QMenuBar { background: $surface; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: $selected; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 5px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $raised; border: none; border-radius: 4px; height: 8px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
#notice { background: $selected; border: 1px solid $line; border-radius: 6px; }
#notice[kind="warning"] { background: $warning_ground; }
#notice[kind="warning"] QLabel { color: $warning; }
#notice[kind="error"] { background: $error_ground; }
#notice[kind="error"] QLabel { color: $error; }
"""
