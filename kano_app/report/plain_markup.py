"""Text as the markup of other tools that shows it literally."""

import re

_JOINER = "\N{WORD JOINER}"
"""Is not seen, and parts what a tool would take for the name of a person or the number of an issue."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>|~$]|^\s*(?:[-+>=]|#+)(?=\s|$|[-=])|^\s*\d+(?=[.)]\s)", re.MULTILINE)
_REFERENCE = re.compile(r"[@#](?=\w)|\bGH-(?=\d)")
_WIKI = re.compile(
    r"[\\{}\[\]|!*^~]|(?<!\w)[-+_](?=\S)|(?<=\S)[-+_](?!\w)|\?\?|^\s*[-#](?=\s)|(?<=^h[1-6])\.|(?<=^bq)\.", re.MULTILINE
)


def in_markdown(text: str) -> str:
    """Return text that GitHub shows as it is: no markup, no person told of it, no issue linked."""
    return _REFERENCE.sub(rf"\g<0>{_JOINER}", _MARKDOWN.sub(_escaped, text))


def in_wiki_markup(text: str) -> str:
    """Return text that Jira shows as it is."""
    return _WIKI.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """Return what was found with a backslash before its first mark, or after a number before what makes it a list."""
    text = found[0]
    mark = text.lstrip()
    blank = text[: len(text) - len(mark)]
    return f"{blank}{mark}\\" if mark[0].isdigit() else f"{blank}\\{mark}"
