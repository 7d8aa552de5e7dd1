"""The ways to read one heading as a half of a feature: its marker, its item under a stem, or its negations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kano_app.domain.feature import fold_name
from kano_app.importers.headings import DYSFUNCTIONAL, FUNCTIONAL, fold_heading
from kano_app.importers.pairing.families import FAMILIES, Family
from kano_app.importers.pairing.negating import NUMBER, bare, negations


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a heading. Two headings make a pair if scheme and key agree and the negations do not."""

    scheme: tuple[str, ...]
    key: str
    name: str
    negations: int
    """0 for the functional marker and 1 for the dysfunctional one; for sentences, how often they negate."""
    length: int = 0
    """Of the marker: the longer, the surer."""
    asked: bool = False
    """The heading is a question as it was asked, worth keeping."""
    plain: bool = False
    """The marker means a half of a Kano pair and nothing else."""
    stem: str = ""
    """Of an item: what stands before it."""


_OPEN, _CLOSE = r"(\[（【〔{<「", r")\]）】〕}>」"
_JOIN = r"_\-–—−:：/／|｜,，、;；"
_GAP = re.compile(r"\s{12}")
"""Nobody joins a marker by so many blanks, and the patterns take long over them."""
_LONGEST = 1000
"""A heading of more characters is not looked through."""
_NUMBERED = re.compile(
    r"\s*(\d+)\s*[、.．)）]\s*(.*?)\s*[—–，,：:-]*\s*((?:如果|若|假如)(?:不|没|沒|未)?(?:有|具备|具備|提供|无|無).*)",
    re.DOTALL,
)
_CONDITION = re.compile(r"(?:如果|若|假如)(?:有|具备|具備|提供)?|[:：]\s*$")
_OF_SENTENCES = {"have", "present"}
"""Words that end many a question (“… if a pool is available?”), which is then read as one."""
_TRAILING = " \t\r\n_:：-–—"
_REMEMBERED = 4096
"""So many headings are read only once."""
_CODED_ITEM = re.compile(r"\s*([Qq](?:ID)?\d+)_(\d+)\s*")
_UNTITLED_ITEM = re.compile(r"\s*(第\s*\d+\s*[题題])\s*[(（](.+)[)）]\s*", re.DOTALL)
_UNDERSCORED = re.compile(r"\s*[Qq]\d+_(.+)_([^_]+)", re.DOTALL)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def _passed_over(heading: str) -> bool:
    """Return whether a heading is not looked through: the patterns would take long over it."""
    return len(heading) > _LONGEST or bool(_GAP.search(heading))


def _alternatives(markers: tuple[str, ...]) -> str:
    return "|".join(re.escape(marker).replace("\\ ", r"[\s_\-]+") for marker in sorted(markers, key=len, reverse=True))


def _asked(markers: tuple[str, ...]) -> tuple[str, ...]:
    """Return markers, and the same as people write them of questions: ``functional question``."""
    long = [marker for marker in markers if len(marker) > 3 and marker.isascii()]
    return (*markers, *(f"{marker} {what}" for marker in long for what in ("question", "answer", "response", "q")))


@cache
def _beginnings(family: Family) -> tuple[str, ...]:
    """Return the first words of a family's markers: in a heading without any of them none can stand."""
    return tuple({marker.split(" ")[0].casefold() for marker in (*family.functional, *family.dysfunctional)})


@cache
def _patterns(family: Family) -> tuple[tuple[str, bool, re.Pattern[str], int], ...]:
    """Return (place, separate, pattern, weight) for every place a marker of the family can take."""
    found = []
    for weight, markers in enumerate((family.functional, family.dysfunctional)):
        words = _alternatives(_asked(markers) if family.name in {"functional", "positive"} else markers)
        joined = rf"\s*[{_JOIN}]\s*|\.|\s+"
        enclosed = rf"[{_OPEN}]\s*(?P<mark>{words})\s*[{_CLOSE}]"
        after = rf"(?P<key>.*?\S)(?:(?:{joined})?{enclosed}|(?:{joined})(?P<bare>{words}))"
        before = rf"(?:{enclosed}(?:{joined})?|(?P<bare>{words})(?:{joined}))(?P<key>\S.*)"
        found.append(("after", True, rf"\s*{after}[\s:：?？.。]*", weight))
        found.append(("before", True, rf"\s*{before}", weight))
        if family.glue:
            found.append(("after", False, rf"\s*(?P<key>.*?\S)(?P<mark>{words})[\s:：?？.。]*", weight))
            found.append(("before", False, rf"\s*(?P<mark>{words})(?P<key>\S.*)", weight))
        else:
            short = _alternatives(tuple(marker for marker in markers if marker.isalpha()))
            long = _alternatives(tuple(marker for marker in markers if marker.isalpha() and len(marker) > 3))
            found.append(("after", False, rf"\s*(?P<key>.*?(?:\S(?P<mark>{long})|\d(?P<brief>{short})))\s*", weight))
            found.append(("before", False, rf"\s*(?P<mark>{short})(?P<key>\d.*)", weight))
    return tuple(
        (place, separate, re.compile(text, re.IGNORECASE | re.DOTALL), n) for place, separate, text, n in found
    )


@lru_cache(maxsize=_REMEMBERED)
def separate_markers(heading: str) -> tuple[Reading, ...]:
    """Return readings by a marker set apart: ``F1_functional``, ``functional: Wi-Fi``, ``Wi-Fi (without)``."""
    return tuple(_markers(heading, separate=True))


@lru_cache(maxsize=_REMEMBERED)
def glued_markers(heading: str) -> tuple[Reading, ...]:
    """Return readings by a marker that is part of the word: ``F1f``, ``1+``, ``早餐没有``."""
    # A whole sentence that happens to begin with 有 is a question, and is read as one.
    return () if is_sentence(heading) else tuple(_markers(heading, separate=False))


def _markers(heading: str, *, separate: bool) -> Iterator[Reading]:
    if _passed_over(heading):
        return
    folded = heading.casefold()
    for family in FAMILIES:
        # The patterns of a family are long: they are made when the first heading may hold one of its markers.
        if not any(beginning in folded for beginning in _beginnings(family)):
            continue
        for place, apart, pattern, weight in _patterns(family):
            if apart is not separate or not (match := pattern.fullmatch(heading)):
                continue
            groups = match.groupdict()
            if family.name in _OF_SENTENCES and place == "after" and groups.get("bare") and is_sentence(heading):
                continue
            marker = groups["mark"] or groups.get("bare") or groups.get("brief") or ""
            key = groups["key"]
            if key.endswith(marker) and not separate and "brief" in groups:
                key = key[: -len(marker)]
            name = clean_name(key, leading=place == "before")
            if name:
                scheme = ("marker" if separate else "glued", family.name, place)
                plain = family.plain and len(marker) > 1
                yield Reading(scheme, _key(name), name, weight, len(marker), plain=plain)


@lru_cache(maxsize=_REMEMBERED)
def grid_items(heading: str) -> tuple[Reading, ...]:
    """Return readings of grid headings: ``stem [item]`` and ``stem - item``; the stem tells the half."""
    return () if _passed_over(heading) else tuple(_items(heading))


def _items(heading: str) -> Iterator[Reading]:
    if bracketed := re.fullmatch(r"\s*(.+?)\s*[\[【](.+)[\]】]\s*", heading, re.DOTALL):
        yield _item("bracket", bracketed[1], bracketed[2])
    joints = list(re.finditer(r"\s+[-–—]\s+|[:：]\s*|——", heading))
    for place, joint in (("first", joints[0]), ("last", joints[-1])) if joints else ():
        stem, item = heading[: joint.start()], heading[joint.end() :]
        if stem.strip() and item.strip():
            yield _item(place, stem, item)
    if coded := _CODED_ITEM.fullmatch(heading):
        yield _item("code", coded[1], coded[2])
    if untitled := _UNTITLED_ITEM.fullmatch(heading):
        yield _item("number", untitled[1], untitled[2])
    if (underscored := _UNDERSCORED.fullmatch(heading)) and is_sentence(underscored[1]):
        yield _item("underscore", underscored[1], underscored[2])


def _item(place: str, stem: str, item: str) -> Reading:
    name = clean_name(item, leading=True)
    return Reading(("grid", place), _key(name), name, _stem_negations(stem), asked=is_sentence(stem), stem=stem.strip())


def _stem_negations(stem: str) -> int:
    """Return how often a stem negates; one that is a marker, or ends with a plain one, is told by it."""
    folded = fold_heading(stem)
    if folded in FUNCTIONAL | DYSFUNCTIONAL:
        return int(folded in DYSFUNCTIONAL)
    marked = any(reading.plain and reading.negations for reading in separate_markers(stem))
    return max(negations(stem), int(marked))


@lru_cache(maxsize=_REMEMBERED)
def numbered(heading: str) -> tuple[Reading, ...]:
    """Return the reading of 问卷星's own Kano question: both halves bear its number, only one its feature."""
    if not _passed_over(heading) and (match := _NUMBERED.fullmatch(heading)):
        number, feature, condition = match.groups()
        # Numbers may begin anew in every part of a form: what is asked under them has to agree.
        key = f"{number} {bare(condition)}"
        name = feature or _CONDITION.sub("", condition) or number
        return (Reading(("numbered",), key, name, negations(condition), asked=True),)
    return ()


@lru_cache(maxsize=_REMEMBERED)
def questions(heading: str) -> tuple[Reading, ...]:
    """Return the reading of a heading as a question: what is left when markers and negations are taken out."""
    return _question(heading, stemmed=False)


@lru_cache(maxsize=_REMEMBERED)
def conjugated_questions(heading: str) -> tuple[Reading, ...]:
    """Return the same without what English hangs on verbs: “it offered” and “it did not offer” ask about one thing."""
    return _question(heading, stemmed=True)


def _question(heading: str, *, stemmed: bool) -> tuple[Reading, ...]:
    key = bare(heading, stemmed=stemmed)
    if not key:
        return ()
    name = NUMBER.sub("", heading.strip()).strip() or heading.strip()
    return (Reading(("question",), key, name, negations(heading), asked=is_sentence(heading)),)


def clean_name(text: str, *, leading: bool = False) -> str:
    """Return the part of a heading that names a feature, without the separators that joined it to its marker."""
    text = text.strip().rstrip(_TRAILING)
    if leading:
        text = text.lstrip(_TRAILING)
    if len(text) > 2 and (text[0], text[-1]) in {("[", "]"), ("(", ")"), ("（", "）"), ("【", "】")}:
        inner = text[1:-1].strip()
        return inner if inner and not re.search(r"[\[\]()（）【】]", inner) else text
    return text


def names_whole(name: str, text: str) -> bool:
    """Return whether a folded text names something in whole words; Chinese and Japanese are written without blanks."""
    if not name or name not in text:
        return False
    before = "" if _CJK.match(name) else r"(?<![^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])"
    after = "" if _CJK.match(name[-1:]) else r"(?![^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])"
    return bool(re.search(f"{before}{re.escape(name)}{after}", text))


def _key(name: str) -> str:
    return fold_name(name) or name


def is_sentence(text: str) -> bool:
    """Return whether a text is longer than a tag: some words, or some Chinese characters."""
    return len(text.split()) >= 4 or len(_CJK.findall(text)) >= 7
