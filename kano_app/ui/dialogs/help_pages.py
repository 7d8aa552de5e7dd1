"""The help as it is written: Markdown pages with anchors at their headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from kano_app import assets
from kano_app.i18n import Language
from kano_app.ui.dialogs.help_pictures import PicturedDocument
from kano_app.ui.widgets.card import GAP

NAMES = ("guide", "method", "glossary")
"""The pages in their order."""
DEEPEST = 3
"""The level of headings down to which they are listed and stand apart."""
_PICTURE = "\ufffc"
"""What stands in the text of a document where a picture is."""
_ANCHOR = re.compile(r"\s*\{#([\w-]+)\}\s*$")
_BEFORE, _AFTER = 16, 60
"""Characters on either side of what was found."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a page."""

    page: str
    level: int
    text: str
    anchor: str
    """Empty where it has none."""
    place: int
    """Of its block in the document."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found."""

    heading: Heading
    excerpt: str
    place: int


class HelpPage:
    """One page, read and laid out."""

    def __init__(self, name: str, markdown: str) -> None:
        """Read the Markdown; what stands in braces at the end of a heading is its anchor and is not shown."""
        self.name = name
        self.document = PicturedDocument()
        self.document.setUndoRedoEnabled(False)
        features = QTextDocument.MarkdownFeature
        self.document.setMarkdown(markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self.headings = tuple(self._headings())

    @property
    def title(self) -> str:
        """The first heading."""
        return self.headings[0].text if self.headings else self.name

    def find(self, topic: str) -> Heading | None:
        """Return the heading with an anchor."""
        return next((one for one in self.headings if one.anchor == topic), None)

    def search(self, words: list[str]) -> Iterator[Hit]:
        """Yield each section that holds all words, with the first place where one of them stands."""
        for heading, blocks in self._sections():
            whole = " ".join(block.text() for block in blocks).casefold()
            if all(word in whole for word in words):
                block = next((one for one in blocks if words[0] in one.text().casefold()), blocks[0])
                yield Hit(heading, _excerpt(block.text(), words[0]), block.blockNumber())

    def _sections(self) -> Iterator[tuple[Heading, list[QTextBlock]]]:
        ends = [*(one.place for one in self.headings[1:]), self.document.blockCount()]
        for heading, end in zip(self.headings, ends, strict=True):
            yield heading, [self.document.findBlockByNumber(at) for at in range(heading.place, end)]

    def _headings(self) -> Iterator[Heading]:
        for at in range(self.document.blockCount()):
            block = self.document.findBlockByNumber(at)
            level = block.blockFormat().headingLevel()
            if level:
                yield Heading(self.name, level, *_without_anchor(block), at)


def read_pages(folder: Path, language: Language) -> dict[str, HelpPage]:
    """Return the pages in a language, in English where it has none."""
    found = {}
    for name in NAMES:
        for code in (language.code, "en"):
            path = folder / code / f"{name}.md"
            if path.is_file():
                found[name] = HelpPage(name, path.read_text(encoding="utf-8"))
                break
    return found


def help_folder() -> Path:
    """Return where the help is."""
    return assets.resource("help")


def space(document: QTextDocument, ground: str) -> None:
    """Give lines and paragraphs room: Markdown brings none."""
    document.setDocumentMargin(GAP)
    for at in range(document.blockCount()):
        block = document.findBlockByNumber(at)
        look = QTextBlockFormat()
        if block.blockFormat().nonBreakableLines() or block.charFormat().fontFixedPitch():
            look.setBackground(QColor(ground))
            QTextCursor(block).mergeBlockFormat(look)
            continue
        is_picture = block.text() == _PICTURE
        look.setLineHeight(100 if is_picture else 140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        level = block.blockFormat().headingLevel()
        if level:
            look.setTopMargin(3 * GAP if level < DEEPEST else 2 * GAP)
        if block.textList() is None and not QTextCursor(block).currentTable():
            look.setBottomMargin(GAP)
        QTextCursor(block).mergeBlockFormat(look)


def _without_anchor(block: QTextBlock) -> tuple[str, str]:
    """Take the anchor out of a heading; return what is left, and the anchor."""
    found = _ANCHOR.search(block.text())
    if found is None:
        return block.text(), ""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + found.start())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return block.text(), found[1]


def _excerpt(text: str, word: str) -> str:
    at = max(text.casefold().find(word), 0)
    start, end = max(at - _BEFORE, 0), at + len(word) + _AFTER
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
