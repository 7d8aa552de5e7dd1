"""The page around the blocks: its head, its landmarks, its contents."""

import base64

from kano_app.analysis import Analysis
from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.report.blocks import Contents, Cover, Document, Title
from kano_app.report.compose import compose
from kano_app.report.html.markup import element, items, literal
from kano_app.report.html.style import style_of
from kano_app.report.html.writer import Section, Writer
from kano_app.report.logo import LogoError, read_logo
from kano_app.report.written import Progress, silent
from kano_app.roadmap import Roadmap

_TAGS = {"en": "en", "zh_CN": "zh-Hans", "zh_TW": "zh-Hant"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def html_of(project: Project, analysis: Analysis, roadmap: Roadmap, progress: Progress = silent) -> bytes:
    """Return the report of a study as one HTML file; the same study gives the same bytes."""
    return page_of(compose(project, analysis, roadmap), progress).encode("utf-8")


def page_of(document: Document, progress: Progress = silent) -> str:
    """Return a document as a page."""
    blocks = document.blocks + (document.tail({}) if document.tail else ())
    writer, parts = Writer(document.language, blocks), []
    for place, (block, following) in enumerate(zip(blocks, (*blocks[1:], None), strict=True)):
        if isinstance(following, Contents):
            continue  # its heading: the page has contents of its own
        parts.append(writer.block(block))
        progress(place / len(blocks))
    body = "\n".join(part for part in [*parts, writer.end()] if part)
    progress(1.0)
    return _page(document, body, writer.sections)


def _page(document: Document, body: str, sections: list[Section]) -> str:
    words = document.language
    title = document.title or document.subject
    under = next((block.under for block in document.blocks if isinstance(block, Title)), "")
    under = under or next((block.organisation for block in document.blocks if isinstance(block, Cover)), "")
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        element("title", literal(f"{title} – {document.subject}" if document.title else title)),
        *([f'<meta name="author" content="{literal(document.author)}">'] if document.author else []),
        f"<style>\n{style_of(document.branding.accent)}\n</style>",
    ]
    kind = element("p", literal(document.subject), class_="kind") if document.title else ""
    skip = words.gettext("To the content")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{_TAGS.get(words.code, words.code)}">',
            element("head", "\n" + "\n".join(head) + "\n"),
            "<body>",
            f'<a class="skip" href="#content">{literal(skip)}</a>',
            element("header", _logo(document) + kind + element("h1", literal(title)) + _line(under)),
            _contents(sections, words),
            f'<main id="content" tabindex="-1">\n{body}\n</main>',
            element("footer", _line(document.footer)),
            "</body>",
            "</html>",
            "",
        ]
    )


def _logo(document: Document) -> str:
    """Return the logo as a picture inside the page; a browser runs nothing that a picture holds."""
    logo = document.branding.logo
    if logo is None:
        return ""
    try:
        picture = read_logo(logo)
    except LogoError:
        return ""
    kind, content = ("png", picture.png) if picture.png else ("svg+xml", logo.content)
    source = f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"
    return f'<img class="logo" src="{source}" alt="{literal(document.author)}">'


def _line(text: str) -> str:
    return element("p", literal(text), class_="under") if text else ""


def _contents(sections: list[Section], words: Language) -> str:
    links = (f'<a href="#{one.key}">{literal(one.text)}</a>' for one in sections)
    return element("nav", items("ol", links), aria_label=words.gettext("Contents"))
