"""The questions: both halves drafted from a feature's name, what sets them apart, what to look at in them."""

import difflib
import re
from dataclasses import dataclass

from kano_app.domain.answer import Answer
from kano_app.domain.feature import Feature, fold_name
from kano_app.i18n import Language

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+(?:[’']\w+)?|\s+|.", re.DOTALL)
_DOUBLE = re.compile(
    r"\b(?:and|or|as well as|plus)\b|&"
    r"|以及|并且|並且|而且|或者|还有|還有|[或]"
    r"|(?<![温溫缓緩柔谐諧总總亲親随隨])和(?![谐諧平睦气氣蔼藹服])|(?<![参參])[与與](?![其会會时時])"
    r"|(?<![以普涉提触觸来來不])及(?![时時格早])",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not(?! only)|no(?!\s*\.)|never|none|nobody|nothing|neither|nor|without|lacks?|lacking|cannot"
    r"|\w+n[’']t)\b(?!-)"
    r"|没有|沒有|缺少|缺乏|[没沒未](?![来來])|不(?![同断斷仅僅只少锈鏽管论論错錯])|无(?![线障论人])|無(?![線障論人])",
    re.IGNORECASE,
)
_ARTICLES = {"a", "an", "the", "any", "some"}
_NEW_PHRASE = re.compile(
    r"about|after|and|as|at|before|but|by|for|from|how|if|in|is|of|on|or|that|to|was|were|when|where|which|while|with"
    r"|without|would",
    re.IGNORECASE,
)
"""Words before which a phrase ends."""
_LONGEST_PHRASE = 4
_PAIRS = re.compile(
    "可以|需要|提供|能[够夠]|必[须須]|[应應][该該]|具[备備]|包括|包含|允[许許]|支持|[设設]有|配有|[拥擁]有"
)
"""Chinese words of which a stress takes no half."""
Spans = list[tuple[int, int]]
"""Parts of a text as (start, length)."""


@dataclass(frozen=True, slots=True)
class Half:
    """One half as it is shown."""

    text: str
    is_draft: bool


def halves(feature: Feature, language: Language) -> tuple[Half, Half]:
    """Return the functional and the dysfunctional half: as worded by hand, else as drafted from the name."""
    drafts = (
        language.gettext("How do you feel if you have this: “{name}”?").format(name=feature.name),
        language.gettext("How do you feel if you do not have this: “{name}”?").format(name=feature.name),
    )
    return _worded(feature, drafts)


def halves_under_name(feature: Feature, language: Language) -> tuple[Half, Half]:
    """Return both halves as they are asked where the feature's name stands beside them."""
    drafts = (
        language.gettext("How do you feel if you have this?"),
        language.gettext("How do you feel if you do not have this?"),
    )
    return _worded(feature, drafts)


def contrast(functional: str, dysfunctional: str) -> tuple[Spans, Spans]:
    """Return where the halves differ, as (start, length) in each.

    What is stressed is a whole phrase: an insertion takes the word after it, and an article what it belongs to
    ("gym" against "no gym"); an article itself is never stressed.
    """
    one, other = (_TOKEN.findall(text) for text in (functional, dysfunctional))
    found: tuple[Spans, Spans] = ([], [])
    for kind, *ends in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        a0, a1, b0, b1 = ends
        if kind in {"insert", "delete"}:
            a1, b1 = _past_word(one, a1), _past_word(other, b1)
        if _says_nothing(one[a0:a1]) or _says_nothing(other[b0:b1]):
            a1, b1 = _past_phrase(one, a1), _past_phrase(other, b1)
        for spans, tokens, start, end in ((found[0], one, a0, a1), (found[1], other, b0, b1)):
            first = start
            while first < end and (not tokens[first].strip() or tokens[first].lower() in _ARTICLES):
                first += 1
            text = "".join(tokens[first:end]).rstrip()
            before = len("".join(tokens[:first]))
            if text and (not spans or before >= sum(spans[-1])):
                spans.append((before, len(text)))
    return found


def hints(feature: Feature, language: Language, asked_in: Language | None = None) -> tuple[list[str], list[str]]:
    """Return what to look at in the functional and in the dysfunctional half.

    Args:
        feature: whose question it is.
        language: of the reader.
        asked_in: of what is drafted, where that is another one.

    """
    shown = halves(feature, asked_in or language)
    found: tuple[list[str], list[str]] = ([], [])
    for half, told in zip(shown, found, strict=True):
        if word := _DOUBLE.search(half.text):
            told.append(
                language.gettext("This may ask two things at once (“{word}”). Ask one thing at a time.").format(
                    word=word[0]
                )
            )
    if word := _NEGATION.search(shown[0].text):
        told_of = language.gettext("This half negates (“{word}”). Ask here for what people have.")
        found[0].append(told_of.format(word=word[0]))
    if fold_name(shown[0].text) == fold_name(shown[1].text):
        found[1].append(language.gettext("Both halves ask the same."))
    elif not shown[1].is_draft and not negates(shown[1].text):
        found[1].append(language.gettext("This half does not negate. Ask here for what it is not to have it."))
    return found


def negates(text: str) -> bool:
    """Return whether a question asks for what is not there."""
    return bool(_NEGATION.search(text))


def answer_sentences(language: Language) -> dict[Answer, str]:
    """Return the five answers as people are given them, from like to dislike; the importer knows each wording."""
    return {
        Answer.LIKE: language.gettext("I like it that way"),
        Answer.EXPECT: language.gettext("It must be that way"),
        Answer.NEUTRAL: language.gettext("I am neutral"),
        Answer.TOLERATE: language.gettext("I can live with it that way"),
        Answer.DISLIKE: language.gettext("I dislike it that way"),
    }


def answer_meanings(language: Language) -> dict[Answer, str]:
    """Return what each of the five answers means, for those who are asked."""
    return {
        Answer.LIKE: language.gettext("You are pleased about it."),
        Answer.EXPECT: language.gettext("You take it for granted."),
        Answer.NEUTRAL: language.gettext("It makes no difference to you."),
        Answer.TOLERATE: language.gettext("You do not like it, but you put up with it."),
        Answer.DISLIKE: language.gettext("It bothers you."),
    }


def _worded(feature: Feature, drafts: tuple[str, str]) -> tuple[Half, Half]:
    written = (feature.functional_question, feature.dysfunctional_question)
    one, other = (Half(text or draft, not text) for text, draft in zip(written, drafts, strict=True))
    return one, other


def _past_word(tokens: list[str], start: int) -> int:
    """Return the place behind the next word; Chinese words of two characters stay whole."""
    while start < len(tokens) and not tokens[start].strip():
        start += 1
    return min(start + (2 if _PAIRS.fullmatch("".join(tokens[start : start + 2])) else 1), len(tokens))


def _says_nothing(tokens: list[str]) -> bool:
    """Return whether there are articles and no other words."""
    words = [one.lower() for one in tokens if one.strip()]
    return bool(words) and all(one in _ARTICLES for one in words)


def _past_phrase(tokens: list[str], start: int) -> int:
    """Return the place behind the words that belong to what goes before."""
    end, taken = start, 0
    for place in range(start, len(tokens)):
        token = tokens[place]
        if not token.strip():
            continue
        is_word = token[0].isalnum()
        if not is_word or taken == _LONGEST_PHRASE or (taken and _NEW_PHRASE.fullmatch(token)):
            break
        end, taken = place + 1, taken + (token.lower() not in _ARTICLES)
    return end
