"""Short names for features that the file knows only by a whole question: what the question asks about."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from kano_app.domain.feature import fold_name

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+|\s+|.", re.DOTALL)
_SUBJECT = r"(?:[^\s,;]+\s+){0,6}?"
_ASKING = "how|what|please|your|would|do|cómo|qué|como|o que|que|comment|quel|come|cosa|bagaimana|apa"
_AND_YOU = rf"(?:\s*[,;:.–—-]\s*¿?(?:then\s+)?(?:{_ASKING})\b.*|\s+how\s+(?:would|do|will|did)\s+(?:you|i)\b.*)?"
"""What follows the feature: “, how would you feel?”."""
_LEAD = r"(?:¿?(?:how|what|wie|was|qué|cómo|que|como|comment|bagaimana|apa)\b[^.?？]{0,60}?\s)?"
"""What a question may begin with: “How would you feel …”."""
_FRAMES_OF = (
    # If the hotel offered free Wi-Fi, how would you feel? How would you feel if there was a pool?
    (
        rf"{_LEAD}(?:if|when|imagine|suppose|assume)\s+(?:that\s+)?{_SUBJECT}(?:had|has|have|offer(?:ed|s)?|provide[ds]?"
        r"|include[ds]?|feature[ds]|contain(?:ed|s)?|support(?:ed|s)?|allow(?:ed|s)?\s+you\s+to|lets?\s+you|c[ao]mes?\s+with"
        r"|it\s+(?:was|were|is)\s+possible\s+to|there\s+(?:was|were|is|are)|(?:could|can)(?:\s+(?:have|get))?)\s+"
        rf"(?P<name>.+?){_AND_YOU}"
    ),
    # How would you feel if a pool was available?
    (
        rf"{_LEAD}(?:if|when)\s+(?P<name>[^,;]+?)\s+(?:is|are|was|were|were\s+to\s+be)\s+"
        rf"(?:present|available|offered|provided|included|possible|there){_AND_YOU}"
    ),
    r"(?:wenn|falls)\s+(?P<name>[^,]+?)\s+vorhanden\s+(?:ist|sind|wäre|wären)(?:\s*,.*)?",
    (
        rf"{_LEAD}(?:wenn|falls)\s+(?:(?:das|der|die|ihre?|unsere?|dieses?)\s+\S+|es|sie|wir|man)\s+(?P<name>.+?)\s+"
        r"(?:hätten?|hat|haben|gäbe|gibt|anbietet|anböte|anbieten\s+würden?|bietet|enthält|enthielte"
        r"|vorhanden\s+(?:wäre|ist))(?:\s*,.*)?"
    ),
    (
        r"(?:如果|假如|假设|假設|倘若|要是|若|当|當)[^，,有提具支能可会會配设設]{0,12}?"
        r"(?:(?:能够|能夠|可以|能|会|會)?(?:提供了?|具有|具备了?|具備了?|配备|配備|配有|设有|設有|支持|支援|有)|能够|能夠|可以|能)"
        r"(?P<name>[^，,；;]+?)(?:的话|的話)?(?:[，,；;：:。]\s*(?:您|你|请|請|那么|那麼|对此|對此|是否|感觉|感覺|会|會).*)?"
    ),
    r"(?:在|当|當)?有(?P<name>[^，,；;]+?)(?:时|時|的时候|的時候|的情况下|的情況下)[，,].*",
    (
        r"(?:もしも?、?)?(?:[^、，,]{1,12}?に(?:は)?)?(?P<name>[^、，,]+?)(?:が|を|も)"
        r"(?:あったら|あれば|ある場合|あると|(?:利用でき|提供され)(?:たら|る場合|ると|れば)|使えたら|使える場合)[、，,]?.*"
    ),
    (
        rf"{_LEAD}(?:si|cuando)\s+{_SUBJECT}(?:ofreciera|ofreciese|ofrece|tuviera|tuviese|tiene|hubiera|hubiese|hay"
        rf"|incluyera|incluye|proporcionara|contara\s+con|cuenta\s+con|dispusiera\s+de)\s+(?P<name>.+?){_AND_YOU}"
    ),
    (
        rf"{_LEAD}si\s+{_SUBJECT}(?:avait|a|offrait|offre|proposait|propose|disposait\s+de|fournissait)\s+"
        rf"(?P<name>.+?){_AND_YOU}"
    ),
    (
        rf"{_LEAD}se\s+{_SUBJECT}(?:tivesse|tem|tiver|oferecesse|oferece|oferecer|houvesse|há|houver|incluísse|offrisse|offre|avesse|ha|ci\s+fosse)\s+"
        rf"(?P<name>.+?){_AND_YOU}"
    ),
    (
        r"(?:만약\s+)?(?:\S+에\s+)?(?P<name>.+?)(?:이|가|을|를)\s*"
        r"(?:있다면|있으면|있을\s*경우|제공된다면|제공한다면)[\s,].*"
    ),
    (
        rf"{_LEAD}(?:jika|apabila|bila|kalau)\s+{_SUBJECT}"
        rf"(?:menyediakan|memiliki|mempunyai|menawarkan|punya|ada|terdapat)\s+(?P<name>.+?){_AND_YOU}"
    ),
)


@cache
def _frames() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\s*(?:{frame})[\s?？.。!]*", re.IGNORECASE | re.DOTALL) for frame in _FRAMES_OF)


_LONGEST = 400
"""A question of more characters is not looked through."""
_AROUND = " ,，、:：;；?？.。-–—_"


def shorten(questions: Sequence[str]) -> list[str]:
    """Return what each question asks about.

    Questions of a known frame (“If the hotel had a pool, how would you feel?”) are asked about what stands in it; of
    others the beginning and the end are taken away that all share. They stay as they are where that leaves no name
    of its own for every one.
    """
    asked = [_asked(question) for question in questions]
    cut_down = [name or _cut(question) for name, question in zip(asked, questions, strict=True)]
    either = [name or question for name, question in zip(cut_down, questions, strict=True)]
    framed = any(asked) or sum(map(bool, cut_down)) > 1
    for names in (asked, cut_down, *([either] if framed else []), _without_shared(questions), either):
        if names and all(names) and len(set(map(fold_name, names))) == len(names):
            return names
    return list(questions)


def _asked(question: str) -> str:
    """Return what stands in the frame of a question, nothing if it is none that is known."""
    if len(question) > _LONGEST:
        return ""
    match = next((match for frame in _frames() if (match := frame.fullmatch(question))), None)
    return "" if match is None else match["name"].strip(_AROUND)


_LEADS = re.compile(
    r"\s*(?:(?:how|what)\s+(?:would|do|did|will)\s+you\s+(?:feel|think|say)\s+(?:if|when)|if|when|wenn|falls|si|cuando|se"
    r"|jika|apabila|bila|kalau)\s+(?:there\s+(?:is|are|was|were)\s+)?|\s*(?:如果|假如|假设|假設|倘若|要是|若|もしも?)[、，,\s]*",
    re.IGNORECASE,
)
_TAILS = re.compile(
    r"[\s,;:.–—-]+¿?(?:then\s+)?(?:how|what)\s+(?:would|do|did|will|is|are)\b[^,]*"
    r"|[\s,]+(?:wie|was)\s+(?:denken|fühlen|empfinden|würden|sagen|halten|finden)\b[^,]*"
    r"|[\s,]+¿?(?:cómo|qué|comment|qu'en|como|o\s+que|come|cosa|bagaimana|apa)\s[^,]*"
    r"|(?:的话|的話|时|時|的时候|的時候)?[，,;；:：\s]*(?:您|你)(?:会|會)?(?:觉得|覺得|感觉|感覺|认为|認為|的感受|的感觉|的感覺|的态度|的態度).*"
    r"|(?:だったら|であれば)?[、，,]\s*どう.*",
    re.IGNORECASE | re.DOTALL,
)


def _cut(question: str) -> str:
    """Return a question without the “if” it begins with and the “how do you feel?” it ends with, if it has either."""
    if len(question) > _LONGEST:
        return ""
    lead = _LEADS.match(question)
    rest = question if lead is None else question[lead.end() :]
    tail = next((one for one in _TAILS.finditer(rest) if one.end() >= len(rest.rstrip(" ?？.。!！"))), None)
    if lead is None and tail is None:
        return ""
    return _closed((rest if tail is None else rest[: tail.start()]).strip(_AROUND))


def _without_shared(questions: Sequence[str]) -> list[str]:
    """Return questions without the beginning and the end they share; none if they share nothing."""
    tokens = [_TOKEN.findall(question) for question in questions]
    start = _shared(tokens)
    end = _shared([line[start:][::-1] for line in tokens])
    if len(questions) < 2 or not any(part.strip(_AROUND) for part in (*tokens[0][:start], *tokens[0][::-1][:end])):
        return []
    names = ["".join(line[start : len(line) - end]).strip(_AROUND) for line in tokens]
    return [_closed(name) for name in names]


def _closed(name: str) -> str:
    """Return a name without a bracket that lost its other half."""
    for opening, closing in ("()", "[]", "（）", "【】"):
        if name.count(opening) != name.count(closing):
            name = name.strip(opening + closing + _AROUND)
    return name


def _shared(lines: list[list[str]]) -> int:
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, zip(*lines, strict=False)))
