"""Where Chinese meets Latin letters or digits without a space, and the little room that belongs there (clreq)."""

import re
from collections.abc import Iterator

GAP = 0.095
"""Room at a seam, in shares of the letters' size.

Readers of PDF files (pdftotext, pypdf, Firefox) take a tenth for a space, and would find words that nobody wrote; they
find no space that is set narrower, so one that somebody wrote keeps its own width.
"""

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31c0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LATIN = (
    "0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u1e00-\u1fff"
)
# A number keeps its sign and its per cent.
_SEAM = re.compile(f"(?<=[{_HAN}])(?=[{_LATIN}]|[−+±$€£¥][0-9])|(?<=[{_LATIN}%])(?=[{_HAN}])")


def seams(text: str) -> Iterator[int]:
    """Yield the index of every character that stands away from the one before it."""
    if not text.isascii():
        yield from (found.start() for found in _SEAM.finditer(text))
