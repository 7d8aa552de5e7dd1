import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader
from report.studies import Judged, survey, written

from kano_app.domain.branding import (
    FEWEST_CONTRAST,
    Branding,
    Logo,
    branding_json,
    branding_of,
    contrast,
    nearest_readable,
)
from kano_app.domain.settings import Preset
from kano_app.i18n import language
from kano_app.report.logo import LogoError, LogoFault, accent_refused, logo_fault, logo_of, read_logo
from kano_app.report.svg import read_svg

_SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">
<title>x</title><g fill="#1D4E89" transform="translate(5 5)"><rect width="30" height="30" rx="4"/>
<circle cx="50" cy="15" r="12" style="fill: none; stroke: red; stroke-width: 2"/>
<path d="M70 0h20v10c0 5-4 8-10 8s-10-3-10-8zm5,25a5 5 0 1110 0 5 5 0 01-10 0"/></g></svg>"""


def _png(width: int = 60, height: int = 20) -> bytes:
    target = io.BytesIO()
    Image.new("RGBA", (width, height), (200, 30, 30, 128)).save(target, "PNG")
    return target.getvalue()


def _bomb() -> bytes:
    """Return a PNG that says it is of 100,000 × 100,000 pixels."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 6, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + body


def _branded(logo: bytes, **settings: Any) -> Judged:
    return survey(3, 20, branding=Branding(logo=Logo.of(logo), accent="#A03020", footer="Confidential"), **settings)


@pytest.mark.parametrize("logo", [_png(), _SVG])
@pytest.mark.parametrize("settings", [{}, {"left_out": Preset.ONE_PAGE.left_out}])
def test_a_logo_of_pixels_or_shapes_stands_on_the_first_page(
    tmp_path: Path, logo: bytes, settings: dict[str, Any]
) -> None:
    plain, branded = tmp_path / "plain.pdf", tmp_path / "branded.pdf"
    written(survey(3, 20, **settings), plain)
    assert written(_branded(logo, **settings), branded).without == ""
    with pikepdf.open(branded) as pdf:
        assert list(pdf.check_pdf_syntax()) == []
        page = pdf.pages[0]
        pixels = [one for one in page.Resources.get("/XObject", {}).values() if one.Subtype == "/Image"]
        assert bool(pixels) is logo.startswith(b"\x89")
    assert branded.stat().st_size != plain.stat().st_size
    assert "Confidential" in PdfReader(branded).pages[-1].extract_text()


def test_the_same_logo_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.pdf", "other.pdf"):
        written(_branded(_png()), tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"GIF89a", LogoFault.NO_PICTURE),
        (_png()[:60], LogoFault.BROKEN),
        (b"\x89PNG\r\n\x1a\n", LogoFault.BROKEN),
        (_bomb(), LogoFault.TOO_LARGE),
        (b"\x89PNG" + bytes(3_000_000), LogoFault.TOO_LARGE),
        (b"<svg><g>", LogoFault.SVG),
        (b'<svg viewBox="0 0 9 9"><script>1</script></svg>', LogoFault.SVG),
        (b'<svg viewBox="0 0 9 9"><image href="http://example.org/x.png"/></svg>', LogoFault.SVG),
        (b'<svg viewBox="0 0 9 9"><text>x</text></svg>', LogoFault.SVG),
        (b'<svg viewBox="0 0 9 9"><rect width="9" height="9" fill="url(#a)"/></svg>', LogoFault.SVG),
        (b'<svg viewBox="0 0 0 9"><rect width="9" height="9"/></svg>', LogoFault.SVG),
        (b'<svg viewBox="0 0 9 9"><path d="M0 0 L 1e99 0"/></svg>', LogoFault.SVG),
        (b'<svg viewBox="0 0 9 9"><path d="M0 0 L nan 0"/></svg>', LogoFault.SVG),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>', LogoFault.SVG),
        (b'<svg viewBox="0 0 9 9">' + b"<g>" * 99 + b"</g>" * 99 + b"</svg>", LogoFault.SVG),
    ],
)
def test_a_logo_that_cannot_be_drawn_is_refused_with_one_sentence(content: bytes, fault: LogoFault) -> None:
    with pytest.raises(LogoError) as refused:
        logo_of(content)
    assert refused.value.fault is fault
    told = logo_fault(refused.value, language("en"))
    assert told.endswith(".")
    assert told.count(". ") == 0


def test_a_report_whose_logo_is_broken_is_written_without_it_and_says_so(tmp_path: Path) -> None:
    done = written(_branded(_png()[:60]), tmp_path / "report.pdf")
    assert done.without == "The report is without its logo. The logo’s file is damaged."
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    assert "The report is without its logo." in text.replace("\n", " ")


def test_the_shapes_of_an_svg_keep_their_places_and_colours() -> None:
    width, height, shapes = read_svg(_SVG)
    assert (width, height) == (100, 40)
    assert [one.fill for one in shapes] == ["#1D4E89", "", "#1D4E89"]
    assert shapes[1].stroke == "#FF0000"
    across = [value for _, points in shapes[1].steps for value in points[::2]]
    assert [min(across), max(across)] == pytest.approx([43, 67])
    arc = shapes[2].steps
    assert list(arc[-1][1][-2:]) == pytest.approx([80, 30])


def test_a_theme_comes_back_from_its_text() -> None:
    theme = Branding("Ours", Logo.of(_png()), "#A03020", "Confidential 机密")
    assert branding_of(branding_json(theme)) == theme
    assert branding_of(branding_json(Branding())) == Branding()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"kano-app-theme": 1, "accent": "#FFFF00"}', '{"kano-app-theme": 2}']
)
def test_what_is_no_theme_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - several kinds of it
        branding_of(text)


@pytest.mark.parametrize("colour", ["#F0E442", "#FFFFFF", "#8A9099", "#00FF00"])
def test_an_accent_too_light_for_white_is_refused_with_the_nearest_that_can_be_read(colour: str) -> None:
    nearest = nearest_readable(colour)
    assert contrast(colour) < FEWEST_CONTRAST <= contrast(nearest)
    assert nearest in accent_refused(colour, language("en"))
    with pytest.raises(ValueError, match="accent"):
        Branding(accent=colour)


def test_a_dark_accent_is_taken_as_it_is() -> None:
    assert accent_refused("#1d4e89", language("en")) == ""
    assert nearest_readable("#1d4e89") == "#1D4E89"
    assert "no colour" in accent_refused("blue", language("en"))


def test_branding_travels_in_the_settings_and_is_compared_by_what_it_holds() -> None:
    project, _, _ = _branded(_png())
    again = replace(project.report, branding=Branding("", Logo.of(_png()), "#A03020", "Confidential"))
    assert again == project.report


def test_a_logo_is_read_to_what_is_drawn_of_it() -> None:
    assert read_logo(Logo.of(_png(90, 30))).width == 90
