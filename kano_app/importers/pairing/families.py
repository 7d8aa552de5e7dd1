"""The markers by which people tell the two halves of a feature apart, in families that belong together."""

from dataclasses import dataclass

from kano_app.importers.listed import listed


@dataclass(frozen=True, slots=True)
class Family:
    """Markers that belong together: functional ones and dysfunctional ones."""

    name: str
    functional: tuple[str, ...]
    dysfunctional: tuple[str, ...]
    glue: bool = False
    """May stand at a word without a separator."""
    plain: bool = False


FAMILIES = (
    Family(
        "functional",
        listed("functional|function|functionally|funct|func|fun|fnc|fct|funktional|funcional|fungsional|fonctionnel|f"),
        listed(
            "dysfunctional|disfunctional|dysfunction|dysfunct|dysfunc|dysfun|dysf|dysfnc|dys|disf|dis|non-functional|nonfunctional"
            "|non functional|not functional|dysfunktional|disfuncional|disfungsional|dysfonctionnel|df|nf|d"
        ),
        plain=True,
    ),
    Family(
        "positive",
        listed("positive|positively|posit|pos|positiv|positiva|positivo|positif|p"),
        listed("negative|negatively|negat|neg|negativ|negativa|negativo|negatif|n"),
    ),
    Family("plus", listed(r"(+)|+|＋"), listed("(-)|-|−|–|－"), glue=True),
    Family("with", listed("with|w|w/|mit|con|avec|com|dengan"), listed("without|w/o|wo|ohne|sin|sans|sem|tanpa")),
    Family(
        "have",
        listed("have it|has it|had it|having|have|has|had|if had|if present|if yes|yes"),
        listed(
            "do not have it|does not have it|not have it|don't have it|have not|has not|had not|haven't|hasn't"
            "|hadn't|not have|do not have|does not have|don't have|doesn't have|not having|have-not|hasnt|havent|hadnt"
            "|lacked|lacking|lacks|lack|if lacked|if absent|if no|no|not"
        ),
    ),
    Family(
        "present",
        listed(
            "if available|if provided|if offered|ada|tersedia"
            "|present|presence|available|included|include|provided|offered|implemented|exists|vorhanden"
            "|exist|fulfilled|on"
        ),
        listed(
            "if not available|if unavailable|if not provided|if not offered|tidak ada|tidak tersedia"
            "|absent|absence|not present|unavailable|not available|excluded|not included|exclude|not provided"
            "|not offered|missing|not implemented|nicht vorhanden|does not exist|not exist|not fulfilled|unfulfilled"
            "|off"
        ),
    ),
    Family(
        "有",
        listed("有此功能|有该功能|有該功能|有这个功能|有這個功能|如果有|若有|具有|有"),
        listed(
            "如果没有|如果沒有|若没有|若沒有|如果无|若无|若無|没有此功能|没有该功能|没有这个功能|沒有此功能|沒有該功能|沒有這個功能|无此功能|無此功能|不具有|没有|沒有|没|沒|无|無"
        ),
        glue=True,
    ),
    Family(
        "具备",
        listed("具备|具備|提供|存在|支持|支援|实现|實現|充足"),
        listed("不具备|不具備|未具备|未具備|不提供|未提供|不存在|不支持|不支援|未实现|未實現|不充足"),
        glue=True,
    ),
    Family(
        "正向",
        listed("正向问题|正向問題|正向题|正向題|正向提问|正面问题|正面問題|正向|正面|正"),
        listed(
            "负向问题|負向問題|反向问题|反向問題|负向题|負向題|反向题|反向題|负面问题|負面問題|反向提问|负向|負向|反向|负面|負面|负|負|反"
        ),
        glue=True,
        plain=True,
    ),
    Family(
        "功能",
        listed("功能性问题|功能性|功能型|功能"),
        listed("非功能性问题|非功能性|非功能型|非功能|反功能|失功能"),
        glue=True,
        plain=True,
    ),
    Family("あり", listed("あり|有り|機能的"), listed("なし|無し|非機能的|逆機能的"), glue=True),
)
