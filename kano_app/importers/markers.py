"""The ways to read one heading as a half of a feature: its marker, its item under a stem, or its negations."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kano_app.domain.feature import fold_name


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


@dataclass(frozen=True, slots=True)
class _Family:
    """Markers that belong together: functional ones and dysfunctional ones."""

    name: str
    functional: tuple[str, ...]
    dysfunctional: tuple[str, ...]
    glue: bool = False
    """May stand at a word without a separator."""
    plain: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


_FAMILIES = (
    _Family(
        "functional",
        _words("functional|function|functionally|funct|func|fun|fnc|fct|funktional|funcional|fungsional|fonctionnel|f"),
        _words(
            "dysfunctional|disfunctional|dysfunction|dysfunct|dysfunc|dysfun|dysf|dysfnc|dys|disf|dis|non-functional|nonfunctional"
            "|non functional|not functional|dysfunktional|disfuncional|disfungsional|dysfonctionnel|df|nf|d"
        ),
        plain=True,
    ),
    _Family(
        "positive",
        _words("positive|positively|posit|pos|positiv|positiva|positivo|positif|p"),
        _words("negative|negatively|negat|neg|negativ|negativa|negativo|negatif|n"),
    ),
    _Family("plus", _words(r"(+)|+|＋"), _words("(-)|-|−|–|－"), glue=True),
    _Family("with", _words("with|w|w/|mit|con|avec|com|dengan"), _words("without|w/o|wo|ohne|sin|sans|sem|tanpa")),
    _Family(
        "have",
        _words("have it|has it|had it|having|have|has|had|if had|if present|if yes|yes"),
        _words(
            "do not have it|does not have it|not have it|don't have it|have not|has not|had not|haven't|hasn't"
            "|hadn't|not have|do not have|does not have|don't have|doesn't have|not having|have-not"
            "|lacked|lacking|lacks|lack|if lacked|if absent|if no|no|not"
        ),
    ),
    _Family(
        "present",
        _words(
            "present|presence|available|included|include|provided|offered|implemented|exists|vorhanden"
            "|exist|fulfilled|on"
        ),
        _words(
            "absent|absence|not present|unavailable|not available|excluded|not included|exclude|not provided"
            "|not offered|missing|not implemented|nicht vorhanden|does not exist|not exist|not fulfilled|unfulfilled"
            "|off"
        ),
    ),
    _Family("有", _words("具有|有"), _words("不具有|没有|沒有|没|沒|无|無"), glue=True),
    _Family(
        "具备",
        _words("具备|具備|提供|存在|支持|支援|实现|實現|充足"),
        _words("不具备|不具備|未具备|未具備|不提供|未提供|不存在|不支持|不支援|未实现|未實現|不充足"),
        glue=True,
    ),
    _Family(
        "正向",
        _words("正向问题|正向問題|正向题|正向題|正向提问|正面问题|正面問題|正向|正面|正"),
        _words(
            "负向问题|負向問題|反向问题|反向問題|负向题|負向題|反向题|反向題|负面问题|負面問題|反向提问|负向|負向|反向|负面|負面|负|負|反"
        ),
        glue=True,
        plain=True,
    ),
    _Family(
        "功能",
        _words("功能性问题|功能性|功能型|功能"),
        _words("非功能性问题|非功能性|非功能型|非功能|反功能|失功能"),
        glue=True,
        plain=True,
    ),
    _Family("あり", _words("あり|有り|機能的"), _words("なし|無し|非機能的|逆機能的"), glue=True),
)
_OPEN, _CLOSE = r"(\[（【〔{<「", r")\]）】〕}>」"
_JOIN = r"_\-–—−:：/／|｜,，、;；"
_GAP = re.compile(r"\s{12}")
"""Nobody joins a marker by so many blanks, and the patterns take long over them."""
_NUMBERED = re.compile(
    r"\s*(\d+)\s*[、.．)）]\s*(.*?)\s*[—–，,：:-]*\s*((?:如果|若|假如)(?:不|没|沒|未)?(?:有|具备|具備|提供|无|無).*)",
    re.DOTALL,
)
_TRAILING = " \t\r\n_:：-–—"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def _alternatives(markers: tuple[str, ...]) -> str:
    return "|".join(re.escape(marker).replace("\\ ", r"[\s_\-]+") for marker in sorted(markers, key=len, reverse=True))


def _patterns(family: _Family) -> tuple[tuple[str, bool, re.Pattern[str], int], ...]:
    """Return (place, separate, pattern, negations) for every place a marker of the family can take."""
    found = []
    for negations, markers in enumerate((family.functional, family.dysfunctional)):
        words = _alternatives(markers)
        joined = rf"\s*[{_JOIN}]\s*|\.|\s+"
        enclosed = rf"[{_OPEN}]\s*(?P<mark>{words})\s*[{_CLOSE}]"
        after = rf"(?P<key>.*?\S)(?:(?:{joined})?{enclosed}|(?:{joined})(?P<bare>{words}))"
        before = rf"(?:{enclosed}(?:{joined})?|(?P<bare>{words})(?:{joined}))(?P<key>\S.*)"
        found.append(("after", True, rf"\s*{after}[\s:：?？.。]*", negations))
        found.append(("before", True, rf"\s*{before}", negations))
        if family.glue:
            found.append(("after", False, rf"\s*(?P<key>.*?\S)(?P<mark>{words})[\s:：?？.。]*", negations))
            found.append(("before", False, rf"\s*(?P<mark>{words})(?P<key>\S.*)", negations))
        else:
            short = _alternatives(tuple(marker for marker in markers if marker.isalpha()))
            long = _alternatives(tuple(marker for marker in markers if marker.isalpha() and len(marker) > 3))
            found.append(("after", False, rf"\s*(?P<key>.*?(?:\S(?P<mark>{long})|\d(?P<brief>{short})))\s*", negations))
            found.append(("before", False, rf"\s*(?P<mark>{short})(?P<key>\d.*)", negations))
    return tuple(
        (place, separate, re.compile(text, re.IGNORECASE | re.DOTALL), n) for place, separate, text, n in found
    )


_COMPILED = tuple((family, _patterns(family)) for family in _FAMILIES)


def separate_markers(heading: str) -> Iterator[Reading]:
    """Yield readings by a marker set apart: ``F1_functional``, ``functional: Wi-Fi``, ``Wi-Fi (without)``."""
    return _markers(heading, separate=True)


def glued_markers(heading: str) -> Iterator[Reading]:
    """Yield readings by a marker that is part of the word: ``F1f``, ``1+``, ``早餐没有``."""
    # A whole sentence that happens to begin with 有 is a question, and is read as one.
    return iter(()) if is_sentence(heading) else _markers(heading, separate=False)


def _markers(heading: str, *, separate: bool) -> Iterator[Reading]:
    if _GAP.search(heading):
        return
    for family, patterns in _COMPILED:
        for place, apart, pattern, negations in patterns:
            if apart is not separate or not (match := pattern.fullmatch(heading)):
                continue
            groups = match.groupdict()
            marker = groups["mark"] or groups.get("bare") or groups.get("brief") or ""
            key = groups["key"]
            if key.endswith(marker) and not separate and "brief" in groups:
                key = key[: -len(marker)]
            name = clean_name(key, leading=place == "before")
            if name:
                scheme = ("marker" if separate else "glued", family.name, place)
                plain = family.plain and len(marker) > 1
                yield Reading(scheme, _key(name), name, negations, len(marker), plain=plain)


def grid_items(heading: str) -> Iterator[Reading]:
    """Yield readings of grid headings: ``stem [item]`` and ``stem - item``; the stem tells the half."""
    if _GAP.search(heading):
        return
    if bracketed := re.fullmatch(r"\s*(.+?)\s*[\[【](.+)[\]】]\s*", heading, re.DOTALL):
        yield _item("bracket", bracketed[1], bracketed[2])
    joints = list(re.finditer(r"\s+[-–—]\s+|[:：]\s*|——", heading))
    for place, joint in (("first", joints[0]), ("last", joints[-1])) if joints else ():
        stem, item = heading[: joint.start()], heading[joint.end() :]
        if stem.strip() and item.strip():
            yield _item(place, stem, item)


def _item(place: str, stem: str, item: str) -> Reading:
    name = clean_name(item, leading=True)
    return Reading(("grid", place), _key(name), name, negations(stem), asked=is_sentence(stem))


def numbered(heading: str) -> Iterator[Reading]:
    """Yield the reading of 问卷星's own Kano question: both halves bear its number, only one its feature."""
    if match := _NUMBERED.fullmatch(heading):
        number, feature, condition = match.groups()
        yield Reading(("numbered",), number, feature or number, negations(condition), asked=True)


def questions(heading: str) -> Iterator[Reading]:
    """Yield the reading of a heading as a question: what is left when markers and negations are taken out."""
    key = _bare(heading)
    if key:
        name = re.sub(r"^\s*(?:[Qq]?\d+(?:\.\d+)*)\s*[.、)）:：]\s*", "", heading.strip())
        yield Reading(
            ("question",), key, name.strip() or heading.strip(), negations(heading), asked=is_sentence(heading)
        )


def clean_name(text: str, *, leading: bool = False) -> str:
    """Return the part of a heading that names a feature, without the separators that joined it to its marker."""
    text = text.strip().rstrip(_TRAILING)
    if leading:
        text = text.lstrip(_TRAILING)
    if len(text) > 2 and (text[0], text[-1]) in {("[", "]"), ("(", ")"), ("（", "）"), ("【", "】")}:
        inner = text[1:-1].strip()
        return inner if inner and not re.search(r"[\[\]()（）【】]", inner) else text
    return text


def _key(name: str) -> str:
    return fold_name(name) or name


def is_sentence(text: str) -> bool:
    """Return whether a text is longer than a tag: some words, or some Chinese characters."""
    return len(text.split()) >= 4 or len(_CJK.findall(text)) >= 7


_NEGATIONS = frozenset(
    _words(
        "not|no|without|lack|lacks|lacked|lacking|never|absent|absence|missing|unavailable|dysfunctional|negative|nor|none"
        "|nicht|kein|keine|keinen|keiner|ohne|fehlt|fehlen|sin|sans|tidak|tanpa|sem|não|senza|non|ne|pas"
    )
)
_HELPERS = frozenset(
    _words(
        "do|does|did|have|has|had|having|is|are|was|were|be|been|being|would|will|can|could|should|may|might|there|with"
        "|a|an|any|the|functional|positive|present|presence|available|some|of|it|hat|haben|mit|con|avec|com|dengan|ist"
    )
)
_CJK_NEGATION = re.compile("缺少|缺乏|[没沒无無不未非]|ない|なし")
_CJK_HELPER = re.compile("具备|具備|具有|提供|能够|能夠|可以|支持|支援|如果|假如|[若有能会會]|[这這该該此]功能")


def negations(text: str) -> int:
    """Return how often a text negates."""
    return len(_CJK_NEGATION.findall(text)) + sum(token in _NEGATIONS for token in _tokens(text))


def _tokens(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‘", "'")
    text = re.sub(r"\bcan't\b|\bcannot\b", "can not", text).replace("won't", "will not").replace("n't", " not")
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)


def _bare(text: str) -> str:
    """Return what a question asks about, without everything in which its two halves differ."""
    text = re.sub(r"^\s*[Qq]?\d+(?:\.\d+)*\s*[.、)）:：]\s*", "", text)
    text = _CJK_HELPER.sub("", _CJK_NEGATION.sub("", text))
    tokens = [token for token in _tokens(text) if token not in _NEGATIONS and token not in _HELPERS]
    return " ".join(
        token[:-1] if len(token) > 3 and token.endswith("s") and token[-2] != "s" else token for token in tokens
    )
