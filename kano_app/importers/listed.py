"""Lists of words as the importers write them down: ``one | other``, over as many lines as they need."""


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a list, without the blanks around them."""
    return tuple(word.strip() for line in text.splitlines() for word in line.split("|") if word.strip())
