from kano_app.report.pdf.columns import Text, shared

_SHORT = (60.0,) * 11
_REASONS = (600.0,) * 12


def test_one_long_name_does_not_take_the_room_of_sentences() -> None:
    names = Text(8, (*_SHORT, 500.0), (*(40.0,) * 11, 190.0), 30)
    reasons = Text(8, _REASONS, (50.0,) * 12, 30)
    narrow, wide = shared([names, reasons], 380)
    assert narrow + wide == 380
    assert 60 <= narrow <= 145
    assert wide >= 235


def test_texts_that_fit_keep_their_one_line() -> None:
    first, second = Text(8, (100.0, 90.0), (40.0, 40.0), 30), Text(8, (400.0, 350.0), (40.0, 40.0), 30)
    narrow, wide = shared([first, second], 330)
    assert narrow >= 108
    assert wide <= 222


def test_no_column_is_narrower_than_its_heading_and_an_empty_table_has_none() -> None:
    assert min(shared([Text(8, (10.0,), (10.0,), 70), Text(8, (5000.0,), (50.0,), 30)], 300)) >= 78
    assert shared([], 300) == []
    assert shared([Text(8, (), (), 30)], 300) == [300]
