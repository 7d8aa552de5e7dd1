"""Findings in, tables out: what is shown is decided here once, for screen, PDF, workbook and terminal."""

from kano_app.tables.cells import Cell, Split, raw_cell
from kano_app.tables.comparison import differences_table, groups_table
from kano_app.tables.continuous import continuous_table
from kano_app.tables.descriptions import descriptions_table
from kano_app.tables.every_figure import every_figure
from kano_app.tables.features import features_table, flipped_table
from kano_app.tables.importance import importance_table
from kano_app.tables.overview import overview_table
from kano_app.tables.people import flags_table, people_table
from kano_app.tables.planning import alternatives_table, answers_at_hand, sizes_table, widths_table
from kano_app.tables.reading import reading_table
from kano_app.tables.roadmap import roadmap_table
from kano_app.tables.sensitivity import sensitivity_table
from kano_app.tables.spreadsheet import sheet_cells, sheet_headings, sheet_number
from kano_app.tables.sureness import sureness_table
from kano_app.tables.table import Column, Kind, Table, cell_text
from kano_app.tables.votes import votes_table
from kano_app.tables.waves import waves_table

__all__ = [
    "Cell",
    "Column",
    "Kind",
    "Split",
    "Table",
    "alternatives_table",
    "answers_at_hand",
    "cell_text",
    "continuous_table",
    "descriptions_table",
    "differences_table",
    "every_figure",
    "features_table",
    "flags_table",
    "flipped_table",
    "groups_table",
    "importance_table",
    "overview_table",
    "people_table",
    "raw_cell",
    "reading_table",
    "roadmap_table",
    "sensitivity_table",
    "sheet_cells",
    "sheet_headings",
    "sheet_number",
    "sizes_table",
    "sureness_table",
    "votes_table",
    "waves_table",
    "widths_table",
]
