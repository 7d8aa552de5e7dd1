"""Findings in, tables out: what is shown is decided here once, for screen, PDF, workbook and terminal."""

from kano_app.tables.descriptions import descriptions_table
from kano_app.tables.every_figure import every_figure
from kano_app.tables.features import features_table
from kano_app.tables.importance import importance_table
from kano_app.tables.reading import reading_table
from kano_app.tables.roadmap import roadmap_table
from kano_app.tables.sensitivity import sensitivity_table
from kano_app.tables.sureness import sureness_table
from kano_app.tables.table import Cell, Column, Kind, Table, cell_text, raw_cell

__all__ = [
    "Cell",
    "Column",
    "Kind",
    "Table",
    "cell_text",
    "descriptions_table",
    "every_figure",
    "features_table",
    "importance_table",
    "raw_cell",
    "reading_table",
    "roadmap_table",
    "sensitivity_table",
    "sureness_table",
]
