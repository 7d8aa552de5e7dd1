from kano_app.report.blocks import CellView, Grid
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.grid import grid_view


def test_no_last_row_of_a_table_goes_on_alone_over_a_page() -> None:
    rows = tuple((CellView(f"feature {place}"), CellView("0.50")) for place in range(20))
    grid = Grid(("Feature", "Better"), rows, (False, True))
    gone_on = set()
    for height in range(60, 420, 5):
        table = grid_view(FontBook("en"), grid, 400)
        table.wrap(400, height)
        parts = table.split(400, height)
        if len(parts) == 2:
            gone_on.add(len(parts[1]._rows))
    assert len(gone_on) > 5
    assert min(gone_on) == 3
