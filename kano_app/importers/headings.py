"""What a heading alone says of a column: who answered, who they are, what the form wrote down by itself, importance."""

import re
import unicodedata

from kano_app.importers.listed import listed

_IDS = """id | ids | respondent | respondents | respondent id | respondentid | respondent no | respondent number
participant
participant id | participantid | participant no | response id | responseid | response | user id | userid
person id | person
subject | subject id | case | case id | nr | no | number | # | record id | uid | uuid | code | teilnehmer
teilnehmer id | befragter
编号 | 編號 | 序号 | 序號 | 受访者 | 受訪者 | 受访者编号 | 受訪者編號 | 答卷编号 | 答卷編號 | 问卷编号 | 問卷編號
用户id | 用戶id | 被试 | 受試者
被试编号 | 样本编号 | 樣本編號 | 参与者 | 參與者 | 回答者 | 回答者id | 学号"""
_FEATURES = """feature | features | feature name | feature id | feature label | item | items | attribute | service
service feature
requirement | need | quality attribute | question | topic | element | merkmal | funktion | function name | label
name | key | id
功能 | 功能名称 | 功能名稱 | 特性 | 特征 | 特徵 | 属性 | 屬性 | 项目 | 項目 | 需求 | 题目 | 題目 | 服务 | 服務
要素 | 指标 | 指標 | 服务项目 | 服務項目
服务要素 | 服務要素 | 需求项 | 名称 | 名稱 | 質量特性 | 品質要素 | 功能点 | 編號 | 编号 | característica | fitur
atribut"""
# Headings of a column of features that a column of people may bear just as well.
_EITHER = "name | key | id | label | 名称 | 名稱 | 編號 | 编号"
_FUNCTIONAL = """functional | functional answer | functional question | functional response | func | f | positive
positive question
positive answer | pos | with | present | have | has | if present | + | funktional | funcional | fungsional
功能性 | 正向 | 正向问题 | 正向問題
正向题 | 正向題 | 正面 | 正 | 有 | 具备 | 具備 | 提供 | 正向回答 | 功能型 | 正向答案 | 有此功能 | 有该功能 | 如果有
若有 | 如果有此功能 | 如果具备 | 如果具備 | 如果提供"""
_DYSFUNCTIONAL = """dysfunctional | dysfunctional answer | dysfunctional question | dysfunctional response | dysf
dysfunc | dys | d
negative | negative question | negative answer | neg | without | absent | have not | has not | if absent | -
dysfunktional | disfunktional
disfuncional | disfungsional | 非功能性 | 负向 | 負向 | 反向 | 负向问题 | 負向問題 | 反向问题 | 反向問題 | 负向题
負向題 | 反向题 | 反向題 | 负面 | 負面
负 | 負 | 没有 | 沒有 | 无 | 無 | 不具备 | 不具備 | 不提供 | 反向回答 | 负向回答 | 非功能型 | 反向答案
没有此功能 | 無此功能 | 如果没有 | 如果沒有 | 若没有 | 若沒有 | 如果没有此功能 | 如果沒有此功能
如果不具备 | 如果不具備 | 如果不提供"""
_COUNTS = """count | counts | n | number | number of people | number of answers | number of respondents
frequency | freq | tally | times
people | answers | respondents | anzahl | häufigkeit | 次数 | 次數 | 人数 | 人數 | 数量 | 數量 | 频数 | 頻數
计数 | 計數 | 频次 | 頻次 | 数目"""
_IMPORTANCE_WORDS = (
    r"(?<![^\W\d_])(?:importance|importante?s?|wichtigkeit|wichtig|importancia|importância|importanza|kepentingan"
    r"|(?:se|ter)?penting(?:nya)?|belangrijkheid|belangrijk|viktighet|viktigt?|важность|важно|важна|важен)(?![^\W\d_])"
    r"|중요도|중요|重要性|重要程度|重要度|重要"
)
_ADMINISTRATIVE = """timestamp | time stamp | date | time | start | end | start time | end time | start date
end date | completion time
submit date | submitdate | submit date (utc) | start date (utc) | submitted at | created at | recorded date
recordeddate | startdate
enddate | last modified time | date created | date modified | date submitted | duration | duration (in seconds)
time taken | source
status | progress | finished | distribution channel | distributionchannel | user language | userlanguage
collector id | collectorid
startlanguage | start language | lastpage | last page | seed | datestamp | refurl | user agent | version
network id | tags | total points
quiz feedback | points | 提交答卷时间 | 提交答卷時間 | 所用时间 | 所用時間 | 来源 | 來源 | 来源详情 | 來源詳情
时间戳记 | 時間戳記 | 时间戳 | 開始時間
开始时间 | 结束时间 | 結束時間 | 提交时间 | 提交時間 | 完成时间 | 完成時間 | 填写时间 | 填寫時間 | 答题时长 | 总分
總分 | 状态 | 狀態 | 日期 | 时间 | 時間"""
_TOTALS = """total | totals | sum | grand total | subtotal | mean | average | avg | mode | median
overall | most frequent | gesamt | summe
mittelwert | durchschnitt | insgesamt | modus | total general | suma | promedio | moyenne | somme
rata-rata | jumlah | média | soma | totale | 合计 | 合計 | 总计 | 總計 | 总和 | 總和 | 小计 | 小計 | 平均 | 平均值
均值 | 平均数 | 平均數 | 众数 | 眾數 | 総計 | 平均値 | 합계 | 평균"""
_IDENTITY_WORDS = """email | e-mail | mail | name | firstname | lastname | surname | forename | username | fullname
nickname | phone | telephone | mobile | tel | cellphone | whatsapp | wechat | location | latitude | longitude
locationlatitude | locationlongitude | address | street | postcode | zip | ip | ipaddress | ipaddr | vorname | nachname
telefon | adresse | nombre | apellido | apellidos | correo | teléfono | dirección | nama | alamat | telepon
recipientemail | recipientfirstname | recipientlastname | breitengrad | längengrad | latitud | longitud | prénom
cognome | sobrenome | apelido | handy | handynummer | instagram | facebook | linkedin | telegram | passport"""
_IDENTITY_TEXT = re.compile(
    "姓名|名字|您的称呼|您的稱呼|昵称|暱稱|电话|電話|手机|手機|邮箱|郵箱|信箱|邮件|郵件|地址|位置|"
    "来自ip|來自ip|微信|qq号|身份证|身分證|联系方式|聯絡方式|聯繫方式|用户名|用戶名|使用者名稱|证件号|證件號|护照|護照|纬度|緯度|经度|經度|openid|网名|網名|"
    "e-?mail|ip[ _-]?addr|phone number|氏名|メール|住所"
)
_FREE_ID_WORDS = (
    r"\b(?:user|student|member|membership|customer|employee|staff|personnel|client|patient|account|worker|prolific"
    r"|mturk|panel|badge|matriculation|registration|passport|social security|tax|insurance)"
    r"(?:'s)? ?(?:id|ids|no|nr|number|num|code|pin|handle)\b"
    r"|^(?:your )?(?:user|user ?name|login|badge|handle|token|uid|uuid|ssn|tax id)$"
    r"|matrikel|personalnummer|kundennummer|mitgliedsnummer|mitarbeiternummer|ausweisnummer|benutzername|nutzername"
    r"|matrícula|nombre de usuario|nom d['’]utilisateur"
    r"|学号|學號|工号|工號|会员号|會員號|会员编号|會員編號|员工编号|員工編號|用户名|用戶名|使用者名稱|openid|学籍番号|社員番号"
)
_FREE_ID = re.compile(_FREE_ID_WORDS)
_ASKED_WHO = re.compile(
    r"\b(?:full|first|last|family|given|middle|maiden|real|your|their|nick) ?names?\b|^(?:ihr|dein)e? name\b"
    r"|vollständige[rn]? name|nombre completo|nom complet|nome completo"
    r"|^(?:your |preferred )?contacts?(?: (?:details?|info|information|data|person|number|no|address))?$"
    r"|\breach you\b|^kontakt(?:daten|adresse|person)?$|erreichbarkeit|(?:sie|dich) erreichen|^(?:datos de )?contacto$"
    r"|^(?:your )?(?:twitter|x|discord|skype|signal|snapchat|tiktok|xing|github|mastodon|reddit|line|viber)"
    r"(?: (?:handle|name|id|account|user|profile))?$|\bhandle$"
    r"|^who (?:recommended|referred|invited)\b"
    r"|date of birth|birth ?dates?\b|\bbirthdays?\b|^dob$|geburtsdatum|geburtstag|fecha de nacimiento"
    r"|date de naissance|data de nascimento|data di nascita|生日|出生日期|出生年月|誕生日|生年月日"
)
_ASKED_WHERE = re.compile(
    r"^(?:your |home |current )?(?:city|town|home ?town|village|place|place of residence|residence|gps|gps coordinates"
    r"|coordinates|geolocation|lat|lon|lng|long|zip ?codes?|postal codes?|post ?codes?)$"
    r"|\b(?:what|which) (?:city|town|village)\b|\bcity (?:do|are) you\b|\bcity of residence\b"
    r"|\bwhere (?:do|are) you (?:live|living|based|located)\b"
    r"|\b(?:zip|postal|post) ?code\b"
    r"|^(?:wohnort|ort|stadt|plz|postleitzahl|plz ort|heimatort|koordinaten|ciudad|ville|code postal|código postal"
    r"|cidade|città|kota|comune|gemeinde)$|wohnort|postleitzahl|welcher stadt|wo wohn(?:en|st)"
    r"|^城市$|(?:所在|居住|常住|您的|家乡|家鄉|哪个|哪個)的?城市|居住地|邮编|郵編|邮政编码|郵遞區號|坐标|座標|市町村|郵便番号"
)
_EMAIL = re.compile(r"[^@＠\s]{1,64}[@＠][^@＠\s]{1,255}[.．。][^@＠\s]{1,63}")
_EMAIL_WITHIN = re.compile(r"[^@＠\s,;:<>()\[\]\"“”]{1,64}[@＠][\w.．。-]{1,190}[.．。]\w{2,63}")
_HANDLE = re.compile(r"(?<![\w.])[@＠][A-Za-z0-9_][\w.]{1,}")
_AT = re.compile(r"[\w.+-](?:\s+at\s+|\s?[\[(]at[\])]\s?)[\w-]{1,63}\.[a-z]{2,10}\b", re.IGNORECASE)
_PROFILE = re.compile(r"(?:https?://|www\.)\S|\b[\w-]{1,63}\.[a-z]{2,6}/[\w@.-]", re.IGNORECASE)
_PLACE = re.compile(r"(?<![\d.])-?\d{1,3}\.\d{4,12}\s{0,3}[,;/ ]\s{0,3}-?\d{1,3}\.\d{4,12}")
"""Two coordinates."""
_DATE = re.compile(
    r"(?<![\d./-])(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?![\d./-])"
)
_DIGITS = re.compile(r"(?<![\w.,])\+?\(?\d[\d ()./\-–—\u00a0]{5,24}\d(?!\w)")
"""What may be a phone number, together with its separators."""
_AMOUNT = re.compile(r"[1-9]\d*|0|[1-9]\d{0,2}(?:[ .\u00a0]\d{3})+")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
_FEWEST_BARE = 10
"""So many digits in a row are a phone number; fewer may be an amount."""
_LONGEST_CELL = 10_000
"""What is longer than this is nobody's answer; it is not shown, and not searched either."""
_TO_THE_SECOND = re.compile(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}.{0,8}?\d{1,2}:\d{2}:\d{2}.{0,20}")
_TO_THE_MINUTE = re.compile(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}.{0,8}?\d{1,2}:\d{2}.{0,24}")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?:\(.*\))?|(?:[0-9a-fA-F]{0,4}:){3,7}[0-9a-fA-F]{0,4}")
_IP_WITHIN = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
_MOMENT = re.compile(
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[ T]+(?:\D{1,4}\s?)?\d{1,2}:\d{2}.*)?"
    r"|\d{1,2}:\d{2}(?::\d{2}.*)?"
)


def fold_heading(text: str) -> str:
    """Return a heading as names of columns are compared: no case, no width, underscores as blanks."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    return re.sub(r"\s+", " ", text).strip(" :.?") or text.strip()


def words(text: str) -> frozenset[str]:
    """Return headings separated by ``|`` as they are compared."""
    return frozenset(map(fold_heading, listed(text)))


IDS = words(_IDS)
FEATURES = words(_FEATURES)
EITHER = words(_EITHER)
FUNCTIONAL = words(_FUNCTIONAL)
DYSFUNCTIONAL = words(_DYSFUNCTIONAL)
COUNTS = words(_COUNTS)
ADMINISTRATIVE = words(_ADMINISTRATIVE)
TOTALS = words(_TOTALS)
"""What a row is called that sums the others up."""
IDENTITY_WORDS = words(_IDENTITY_WORDS)
IMPORTANCE = re.compile(_IMPORTANCE_WORDS, re.IGNORECASE)


def is_importance(heading: str) -> bool:
    """Return whether a heading asks how important something is."""
    return bool(IMPORTANCE.search(heading))


def is_identity(heading: str, texts: list[str]) -> bool:
    """Return whether a column tells who or where a person is, by its heading or by what stands in it."""
    folded = fold_heading(heading)
    words = re.findall(r"[\w-]+", folded)
    if len(words) <= 5 and not IDENTITY_WORDS.isdisjoint(words):
        return True
    if any(pattern.search(folded) for pattern in (_IDENTITY_TEXT, _ASKED_WHO, _ASKED_WHERE, _FREE_ID)):
        return True
    return holds_identity(texts) or any(map(is_personal, texts))


def holds_identity(texts: list[str]) -> bool:
    """Return whether most texts of a column are addresses of people or of their machines."""
    return _most(texts, _EMAIL) or _most(texts, _IP)


def holds_moments(texts: list[str]) -> bool:
    """Return whether most texts of a column are dates or times."""
    return _most(texts, _MOMENT)


def holds_dates(texts: list[str]) -> bool:
    """Return whether most texts of a column are dates, with or without a time."""
    return holds_moments(texts) and any(re.search(r"\d{4}", text) for text in texts)


def is_administrative(heading: str, texts: list[str]) -> bool:
    """Return whether the form wrote a column down by itself: moments, durations, states."""
    return fold_heading(heading) in ADMINISTRATIVE or holds_moments(texts)


def is_personal(text: str) -> bool:
    """Return whether a single cell tells who or where a person is: such a cell is never shown."""
    if len(text) > _LONGEST_CELL:
        return True
    if any(sign in text for sign in "@＠") and (_EMAIL_WITHIN.search(text) or _HANDLE.search(text)):
        return True
    if _AT.search(text) or _PROFILE.search(text):
        return True
    if not any(character.isdigit() for character in text):
        return False
    return bool(_IP.fullmatch(text.strip()) or _IP_WITHIN.search(text) or _PLACE.search(text)) or holds_phone(text)


def holds_phone(text: str) -> bool:
    """Return whether a phone number stands in a text: no date, no amount, no range of amounts."""
    if sum(character.isdigit() for character in text) < _FEWEST_DIGITS:
        return False
    return any(_is_phone(found[0]) for found in _DIGITS.finditer(_DATE.sub(" ", text)))


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return False
    if text.startswith("+") or re.match(r"\(?0\d(?!\d*\.\d+$)", text):
        return True
    if _AMOUNT.fullmatch(text):
        bare = len(digits) >= _FEWEST_BARE or not text.isdigit()
        return bare and "." not in text and not digits.endswith(("00", "99"))
    parts = re.split(r"\s*[-–—/]\s*", text)
    parts = text.split() if len(parts) == 1 else parts
    if len(parts) == 2 and all(map(_AMOUNT.fullmatch, parts)):
        low, high = (re.sub(r"\D", "", part) for part in parts)
        if int(low) < int(high) and (low == "0" or len(high) - len(low) <= 3):
            return False
    return re.fullmatch(r"\d+\.\d+", text) is None


def masked(heading: str) -> str:
    """Return a heading without the addresses and phone numbers that stand in it."""
    if any(sign in heading for sign in "@＠"):
        heading = _EMAIL_WITHIN.sub("…", heading)
    if holds_phone(heading):
        heading = _DIGITS.sub(lambda found: "…" if _is_phone(found[0]) else found[0], heading)
    return heading


def is_user(heading: str) -> bool:
    """Return whether a heading asks for what one person alone is called by: a user name, a number of a student."""
    return bool(_FREE_ID.search(fold_heading(heading)))


def holds_mails(texts: list[str]) -> bool:
    """Return whether most texts are e-mail addresses."""
    return _most(texts, _EMAIL)


def holds_machines(texts: list[str]) -> bool:
    """Return whether most texts are addresses of machines."""
    return _most(texts, _IP)


def holds_phones(texts: list[str]) -> bool:
    """Return whether most texts are phone numbers."""
    return bool(texts) and 2 * sum(map(holds_phone, texts)) > len(texts)


def holds_times(texts: list[str], *, seconds: bool) -> bool:
    """Return whether most texts are a date with a time of day, to the second or at least to the minute."""
    return _most(texts, _TO_THE_SECOND if seconds else _TO_THE_MINUTE)


def _most(texts: list[str], pattern: re.Pattern[str]) -> bool:
    return bool(texts) and 2 * sum(bool(pattern.fullmatch(text)) for text in texts) > len(texts)
