"""What a heading alone says of a column: who answered, who they are, what the form wrote down by itself, importance."""

import re
import unicodedata

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
    r"importance|important|wichtigkeit|wichtig|importancia|importante|importância|importanza|kepentingan|penting"
    r"|belangrijkheid|belangrijk|viktighet|viktigt?|важность|важно|важна|важен|중요도|중요|重要性|重要程度|重要度|重要"
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
_EMAIL = re.compile(r"[^@＠\s]+[@＠][^@＠\s]+[.．。][^@＠\s]+")
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


def _set(lines: str) -> frozenset[str]:
    return frozenset(fold_heading(word) for line in lines.splitlines() for word in line.split("|"))


IDS = _set(_IDS)
FEATURES = _set(_FEATURES)
EITHER = _set(_EITHER)
FUNCTIONAL = _set(_FUNCTIONAL)
DYSFUNCTIONAL = _set(_DYSFUNCTIONAL)
COUNTS = _set(_COUNTS)
ADMINISTRATIVE = _set(_ADMINISTRATIVE)
IDENTITY_WORDS = _set(_IDENTITY_WORDS)
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
    if _IDENTITY_TEXT.search(folded):
        return True
    return holds_identity(texts)


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
    return bool(_EMAIL.search(text) or _IP.fullmatch(text.strip()) or _IP_WITHIN.search(text))


def _most(texts: list[str], pattern: re.Pattern[str]) -> bool:
    return bool(texts) and 2 * sum(bool(pattern.fullmatch(text)) for text in texts) > len(texts)
