"""What a PDF is made of, as text that can be compared: pages, bookmarks, links, fonts; KANO_GOLDEN=1 writes it anew."""

import os
from pathlib import Path
from typing import Any

from pypdf import PdfReader

_FOLDER = Path(__file__).parent / "golden"


def structure(path: Path) -> str:
    """Return the structure of a PDF: a line a page, a line a bookmark, and the fonts."""
    reader = PdfReader(path)
    lines = [f"{len(reader.pages)} pages"]
    for number, page in enumerate(reader.pages, start=1):
        targets = [target + 1 for target in links(reader, page)]
        leads = ", ".join(f"{targets.count(one)}→{one}" for one in sorted(set(targets)))
        lines.append(f"page {number}: {page.mediabox.width:.0f}×{page.mediabox.height:.0f} {leads}".rstrip())
    lines += ["bookmarks", *bookmarks(reader, reader.outline, "  ")]
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = {str(font["/BaseFont"])[8:] for one in resources for font in one["/Font"].values()}
    return "\n".join([*lines, "fonts " + " ".join(sorted(fonts))]) + "\n"


def links(reader: PdfReader, page: Any) -> list[int]:
    """Return the page every link of a page leads to, counted from 0."""
    places = {one.indirect_reference.idnum: at for at, one in enumerate(reader.pages) if one.indirect_reference}
    found = []
    for one in page.get("/Annots") or ():
        note = one.get_object()
        assert note["/Subtype"] == "/Link"
        found.append(places[note["/Dest"].get_object()[0].idnum if hasattr(note["/Dest"], "get_object") else -1])
    return found


def bookmarks(reader: PdfReader, outline: Any, indent: str) -> list[str]:
    """Return every bookmark with its page, those below others further in."""
    found = []
    for entry in outline:
        if isinstance(entry, list):
            found += bookmarks(reader, entry, indent + "  ")
        else:
            found.append(f"{indent}{entry.title} – {(reader.get_destination_page_number(entry) or 0) + 1}")
    return found


def compare(path: Path, name: str) -> None:
    """Compare a PDF with what is kept of it."""
    kept, found = _FOLDER / f"{name}.txt", structure(path)
    if os.environ.get("KANO_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")
