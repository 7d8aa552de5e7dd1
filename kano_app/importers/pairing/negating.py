"""What negates in a question, and what is left of it when everything is taken out in which its two halves differ."""

import re
import unicodedata

NUMBER = re.compile(
    r"^\s*[(（]?(?:[Qq](?:uestion\s+)?)?(?:\d+(?:\.\d+)+\s+|\d+(?:[.-]\d+)*[A-Za-z]?\s*[.、)）:：](?!\d)\s*)"
)
"""The number of a question."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEGATIONS = _set(
    """not no without lack lacks lacked lacking never absent absence missing unavailable dysfunctional negative nor none
    nicht kein keine keinen keiner keinem keines ohne fehlt fehlen fehlte fehlten sin ningún ninguna sem não nenhum
    nenhuma nunca senza non nessun nessuna sans pas aucun aucune tidak tanpa bukan tak niet geen zonder не нет без
    отсутствует отсутствуют"""
)
_HELPERS = _set(
    """do does did have has had having is are was were be been being would will can could should may might there with
    a an any the functional positive present presence available some of it it's
    hat haben hätte hätten hatte mit ein eine einen einer einem eines ist wäre gibt gäbe es vorhanden con com avec
    dengan ne n y un une des du de d hay há ada een er есть был была было были"""
)
_CJK_NEGATION = re.compile("缺少|缺乏|[没沒无無不未非]|なかった|なけれ|ない|なし|ません|없|않|안 ")
_CJK_HELPER = re.compile(
    "具备|具備|具有|提供|能够|能夠|可以|支持|支援|如果|假如|[若有能会會]|[这這该該此]功能"
    "|하지|한다면|하면|는다면|다면|으면|있|으"
)
_KANA = re.compile("[\u3040-\u309f]")
_JAPANESE_ENDING = re.compile(
    "(?:で(?:は)?|じゃ)(?:なかったら|なければ|なかった場合|ないと|ない場合|ない)|だったら|であれば|である場合|ならば"
    "|し?(?:なかったら|なければ|なかった場合|なかった|ないと|ない場合|ない|なし)|あったら|あれば|あった場合|あった|あると|ある場合|ある|あり"
    "|(?:され|でき|られ)(?:たら|れば|る場合|た場合|ると|る|た)?|する場合|すると|すれば|したら|する|たら|れば|る場合|た場合|ると|場合"
)
_ELISION = re.compile(r"\b(?:l|d|s|qu|j|c|n|dell|all|un)'(?=\w)")


def negations(text: str) -> int:
    """Return how often a text negates."""
    return len(_CJK_NEGATION.findall(text)) + sum(token in _NEGATIONS for token in _tokens(text))


def bare(text: str, *, stemmed: bool = True) -> str:
    """Return what a question asks about, without everything in which its two halves differ."""
    text = NUMBER.sub("", text)
    if _KANA.search(text):
        text = _JAPANESE_ENDING.sub("", text)
    text = _CJK_HELPER.sub("", _CJK_NEGATION.sub("", text))
    tokens = (token for token in _tokens(text) if token not in _NEGATIONS and token not in _HELPERS)
    return " ".join(map(_stem, tokens) if stemmed else tokens)


def _tokens(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‘", "'")
    text = re.sub(r"\bcan't\b|\bcannot\b", "can not", text).replace("won't", "will not").replace("n't", " not")
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", _ELISION.sub(" ", text))


def _stem(token: str) -> str:
    """Return a word without what English hangs on verbs: it offered, it offers, it did not offer."""
    if not token.isalpha():
        return token
    if len(token) > 3 and token.endswith("s") and token[-2] != "s":
        token = token[:-1]
    if len(token) > 4 and token.endswith("ed"):
        token = token[:-2]
    if len(token) > 3 and token.endswith("e"):
        token = token[:-1]
    return token[:-1] if len(token) > 4 and token[-1] == token[-2] else token
