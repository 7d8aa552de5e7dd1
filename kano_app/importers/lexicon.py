"""The answer wordings people are given, in many languages: a text means an answer only as a whole, never by a part."""

import re
import unicodedata
from functools import cache

from kano_app.domain.answer import Answer
from kano_app.importers.listed import listed

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"'})
_CIRCLED = str.maketrans({chr(0x2460 + at): f"{at + 1}. " for at in range(10)})
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")

_PART = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")

# One line per source: EXPORTS.md's sets first, then the everyday variants of each language.
_LIKE = """
I am happy with it | I'm happy with it | I would be happy | It makes me happy | Das würde mir gefallen | Ich mag es
Das würde mir sehr gefallen | Ich mag das | Es gefällt mir | J'aimerais | J'aimerais ça | Cela me plairait
Cela me plaît beaucoup | Saya suka itu | Saya sangat suka | 마음에 듭니다 | 좋아한다 | 嬉しいと思う | 好きである
Eu gosto disso | Mi piace così | 我会很喜欢 | 我會很喜歡
I like it that way | I like it this way | I like it | I like this | I like that | I'd like it | I would like it | Like
I would like that | I like it very much | I like it a lot | I really like it | Like it | I'd like that | Delighted
I enjoy it that way | I enjoy it | I love it | Love it | I would enjoy it | I'd enjoy it | Very happy
This would be very helpful to me | I'd be delighted | I would be delighted | I am delighted
Das würde mich sehr freuen | Das würde mich freuen | Ich freue mich | Gefällt mir | Das gefällt mir sehr
Das gefällt mir | Würde mich sehr freuen
很喜欢 | 我很喜欢 | 喜欢 | 我喜欢 | 非常喜欢 | 我非常喜欢 | 很满意 | 满意 | 我喜欢这样 | 我很喜欢这样 | 喜欢它
很喜歡 | 我很喜歡 | 喜歡 | 我喜歡 | 非常喜歡 | 我非常喜歡 | 很滿意 | 滿意 | 我喜歡這樣 | 我很喜歡這樣
気に入る | 気にいる | 嬉しい | うれしい | 好き | 好きです | 気に入ります
Me gustaría | Me gusta | Me gusta mucho | Me gustaría mucho | Me encanta | Me gusta así
Suka | Saya suka | Senang | Saya senang | Sangat suka | Menyukai | Saya menyukainya
J'aime | J'aime ça | Cela me plaît | Ça me plaît | Cela me ferait plaisir | Cela me ferait très plaisir
Gosto | Eu gosto | Gosto disso | Eu gostaria | Gostaria | Mi piace | Mi piacerebbe | Mi piace molto
좋다 | 좋아요 | 마음에 든다 | 마음에 듭니다 | 좋습니다 | Мне нравится | Нравится | Ik vind het leuk
"""
_EXPECT = """
It should be that way | It must be like that | It's a must | It is a must | I would require it | I need it
It is expected | Das würde ich erwarten | Das wäre selbstverständlich | Es muss so sein | Ich erwarte es
Je m'y attendrais | Ça doit être ainsi | 当たり前 | 当たり前である | 当たり前だ | 当然だと感じる | 당연히 있어야 한다
Harus seperti itu | Saya mengharapkan itu | Deve ser assim mesmo | Eu espero isso | 理应这样 | 理應這樣 | 应该有
應該有
It must be that way | I must be that way | It must be this way | It must be | Must be | Must-be | Must have
Must-have
It has to be that way | I must have it | It must be there
It is a basic necessity or I expect it that way | It is a basic necessity, or I expect it that way
It's a basic necessity or I expect it that way | It is a basic necessity | I expect it that way | I expect it
I expect it to be that way | I expect this | I expect that | I'd expect it | I would expect it | Expect | Expect it
Expected | I take it for granted | Taken for granted | Required | I would expect that | I require it
This is a basic requirement for me | It is a basic requirement | Basic requirement
Das setze ich voraus | Setze ich voraus | Ich setze das voraus | Selbstverständlich | Das ist selbstverständlich
Das erwarte ich | Ich erwarte das | Das muss so sein
理所当然 | 理应如此 | 应该的 | 应该如此 | 理当如此 | 必须如此 | 必须有 | 必须这样 | 应当如此 | 我认为理所当然
觉得理所当然
本应如此 | 理所应当 | 必须是这样 | 它必须是这样 | 必须的 | 认为理所当然
理所當然 | 理應如此 | 應該的 | 應該如此 | 理當如此 | 必須如此 | 必須有 | 必須這樣 | 應當如此 | 我認為理所當然
覺得理所當然 | 本應如此 | 理所應當 | 必須是這樣 | 必須的 | 認為理所當然
当然である | 当然 | 当然だ | 当然だと思う | 当然です | 當然
Lo esperaría | Lo espero | Espero que sea así | Debe ser así | Es básico | Lo doy por hecho
Mengharapkan | Saya mengharapkan | Saya mengharapkannya | Harus | Memang harus begitu | Memang seharusnya | Mengharap
Je m'y attends | C'est normal | Cela va de soi | Ça va de soi | C'est indispensable | Cela doit être ainsi
Espero | Eu espero | Espero isso | Eu esperaria | Deve ser assim | Me lo aspetto | Deve essere così
Lo do per scontato
당연하다 | 당연합니다 | 당연해요 | Я этого ожидаю | Так и должно быть | Ожидаю | Dat verwacht ik
"""
_NEUTRAL = """
I would be neutral | I'd be neutral | I have no feelings about it | I am neutral about this | Neither
Das wäre mir egal | Ich bin neutral | Cela me serait égal | Sans importance | Saya merasa biasa saja
특별한 느낌이 없다
何も感じない | 特に何も感じない | どうとも思わない | Isso é indiferente para mim | 沒意見 | 没意见 | 不关心 | 不關心
I am neutral | I'm neutral | I feel neutral | Neutral | I am indifferent | I'm indifferent | Indifferent
No preference
I don't care | I do not care | Don't care | I am neutral about it | It does not matter | It doesn't matter
No feeling
I don't mind | I do not mind | Neither like nor dislike | It makes no difference | I feel indifferent | Not important
This would not affect me | It would not affect me | It does not affect me | It doesn't affect me | No matter
Das ist mir egal | Ist mir egal | Egal | Mir egal | Es ist mir egal | Es ist mir gleichgültig | Das ist mir gleich
无所谓 | 我无所谓 | 没感觉 | 没有感觉 | 中立 | 一般 | 没关系 | 无关紧要 | 我感到中立 | 我是中立的 | 保持中立 | 不在意
無所謂 | 我無所謂 | 沒感覺 | 沒有感覺 | 沒關係 | 無關緊要 | 保持中立的態度 | 普通 | 中性
なんとも感じない | 何とも感じない | 何とも思わない | なんとも思わない | どちらでもない | どちらでもよい
どうでもよい | どちらでもいい
Soy neutral | Me es indiferente | Me da igual | Indiferente | Neutro | Me resulta indiferente | No me importa
Netral | Saya netral | Biasa saja | Biasa | Tidak masalah
Ça m'est égal | Cela m'est égal | Indifférent | Neutre | Je suis neutre | Cela m'est indifférent
Sou neutro | Sou indiferente | Tanto faz | Sono neutrale | Neutrale | Mi è indifferente | Indifferente
상관없다 | 상관없습니다 | 상관없어요 | 아무렇지 않다 | 보통 | 보통이다 | Мне всё равно | Мне все равно
Нейтрально | Neutraal
"""
_TOLERATE = """
I would live with it | I'd tolerate it | I can manage | I could bear it | I dislike it but I can tolerate it
Ich kann damit leben | Ich kann es tolerieren | Das könnte ich tolerieren | Je pourrais le tolérer | Je le tolérerais
Saya bisa mentoleransinya | Saya dapat menerimanya | やむを得ない | 我慢できると思う | 我慢する | 받아들일 수 있다
Consigo tolerar | Eu consigo tolerar | 可以将就 | 能将就 | 可以將就 | 勉强可以 | 勉強可以
I can live with it that way | I can live with it | I can live with that | I could live with it | Live with
Live with it
I could live with that | Can live with it | Can live with | I can live with this | I'll live with it
I dislike it, but I can live with it that way | I dislike it but I can live with it that way
I dislike it, but I can live with it | I dislike it but I can live with it | I don't like it, but I can live with it
I don't like it, but I can live with it that way | I don't like it but I can live with it
I dislike it but can live with it
I can tolerate it | I tolerate it | I can tolerate it that way | Tolerate | Tolerate it | Can tolerate
I could tolerate it
I can tolerate this | I can tolerate that | I would tolerate it | Tolerable | I can accept it | I can put up with it
I can bear it | Acceptable | I can stand it | It's tolerable
This would be a minor inconvenience | It would be a minor inconvenience
Das könnte ich in Kauf nehmen | Das kann ich in Kauf nehmen | Das nehme ich in Kauf | Könnte ich in Kauf nehmen
Damit kann ich leben | Damit könnte ich leben | Nehme ich in Kauf | Das nehme ich gerade noch hin | Das nehme ich hin
勉强接受 | 能忍受 | 可以忍受 | 我能忍受 | 勉强可以接受 | 可以接受 | 能接受 | 可以勉强接受 | 能够忍受 | 我可以忍受
可忍受 | 能够接受
我能接受 | 我勉强接受 | 不喜欢但可以接受 | 我可以接受 | 可接受 | 还可以忍受 | 我能够忍受 | 勉强能接受 | 勉强忍受
尚可接受 | 还能忍受
勉強接受 | 勉強可以接受 | 能夠忍受 | 能夠接受 | 不喜歡但可以接受 | 可以勉強接受 | 我勉強接受 | 還可以忍受 | 我能夠忍受
勉強能接受 | 勉強忍受 | 還能忍受
仕方ない | 仕方がない | しかたない | しかたがない | しょうがない | 我慢できる | 許容できる | 仕方ないと思う
Podría tolerarlo | Puedo tolerarlo | Lo tolero | Lo toleraría | Tolerable | Puedo vivir con ello | Lo puedo tolerar
Toleransi | Saya bisa mentolerir | Dapat mentolerir | Mentolerir | Saya dapat mentolerirnya | Bisa mentoleransi
Dapat ditoleransi | Saya bisa menerima | Mentoleransi
Je peux le tolérer | Je peux m'en accommoder | Je m'en accommode | Je peux vivre avec | Tolérable | Je tolère
Posso tolerar | Eu tolero | Eu posso tolerar | Consigo conviver com isso | Posso tollerarlo | Lo tollero
Lo posso tollerare
어쩔 수 없다 | 어쩔 수 없이 받아들인다 | 참을 수 있다 | 참을 수 있습니다 | Могу смириться | Терпимо
Могу с этим смириться
Daar kan ik mee leven
"""
_DISLIKE = """
I would hate it | I am unhappy with it | I don't like this way | I don't like it this way | I'd hate it
Das würde mir nicht gefallen | Ich mag es nicht | Ich mag das nicht | Es gefällt mir nicht | Cela me déplairait
Je n'aimerais pas | Saya tidak suka itu | 不満である | 不快 | 不快に感じる | 싫어한다 | Eu não gosto disso
Non mi piace così
我会很不喜欢 | 我會很不喜歡
I dislike it that way | I dislike it this way | I dislike it | I dislike this | I dislike that | Dislike | Dislike it
I would dislike it | I'd dislike it | I would dislike that | I dislike it very much | I really dislike it
I hate it | Hate it
I don't like it | I do not like it | I don't like it that way | I do not like it that way | Don't like
I don't like this
I strongly dislike it
I dislike it, and I can't accept it | I dislike it and I can't accept it | I dislike it, and I cannot accept it
I dislike it and I cannot accept it | I dislike it, and I can't live with it | I can't accept it | I cannot accept it
I dislike it and can't accept it | I can't tolerate it | I cannot tolerate it | I can't stand it | Unacceptable
This would be a major problem for me | It would be a major problem for me
Das würde mich sehr stören | Das würde mich stören | Das stört mich sehr | Das stört mich | Würde mich sehr stören
Gefällt mir nicht | Das gefällt mir nicht
很不喜欢 | 我很不喜欢 | 不喜欢 | 我不喜欢 | 非常不喜欢 | 我非常不喜欢 | 讨厌 | 很讨厌 | 不能接受 | 无法接受
不满意 | 很不满意
我不喜欢这样 | 无法忍受 | 不能忍受 | 我讨厌 | 我很不喜欢这样
很不喜歡 | 我很不喜歡 | 不喜歡 | 我不喜歡 | 非常不喜歡 | 我非常不喜歡 | 討厭 | 很討厭 | 無法接受 | 不滿意 | 很不滿意
我不喜歡這樣 | 無法忍受 | 我討厭
気に入らない | 気にいらない | 嫌い | 嫌いだ | 困る | 嫌だ | いやだ | 好きではない | 不満 | 気に入りません
Me desagrada | Me desagradaría | No me gusta | No me gustaría | Me disgusta | No me gusta nada | Me molesta | Lo odio
Tidak suka | Saya tidak suka | Tidak menyukai | Sangat tidak suka | Saya tidak menyukainya
Je n'aime pas | Je n'aime pas ça | Cela me déplaît | Ça me déplaît | Cela me dérange | Cela me dérangerait beaucoup
Não gosto | Eu não gosto | Não gosto disso | Não gostaria | Eu não gostaria | Não mi piace | Non mi piace
Non mi piacerebbe
싫다 | 싫어요 | 마음에 들지 않는다 | 마음에 들지 않습니다 | 싫습니다 | Мне не нравится | Не нравится
Ik vind het niet leuk
"""
_ABSTAINED = """
Don't know | I don't know | Do not know | I do not know | Dont know | I dont know | DK | Not sure | I'm not sure
Unsure
I am not sure | No answer | No opinion | I have no opinion | Can't say | I can't say | Cannot say | Abstain
Abstained
I abstain | Abstention | Prefer not to answer | Prefer not to say | I prefer not to answer | I'd rather not say
No idea
Don't know / no answer | Don't know/no answer | Rather not say | Undecided | Refused | No response
Weiß nicht | Weiss nicht | Ich weiß nicht | Ich weiss nicht | Keine Angabe | k. A. | Keine Antwort | Enthaltung
不知道 | 我不知道 | 不清楚 | 我不清楚 | 不确定 | 不確定 | 说不清 | 說不清 | 弃权 | 棄權 | 不回答 | 不想回答
拒绝回答 | 拒絕回答 | 不了解
わからない | 分からない | 無回答 | 無回答です | No sé | No lo sé | No contesta | NS/NC | Tidak tahu | Saya tidak tahu
Je ne sais pas | Sans opinion | Não sei | Non so | 모르겠다 | 모름 | Не знаю | Weet niet
"""
_UNANSWERED = """
- | -- | --- | – | — | − | n/a | na | n.a. | n.a | nan | null | nil | none | #n/a | #null! | (null) | (none)
<na> | . | .. | / | \\ | ?
-2 | -3 | −2 | −3 | (跳过) | (跳過) | 跳过 | 跳過 | (空) | 空 | (空白) | 空白 | 未回答 | 未答 | 未填 | 未填写
未填寫 | 没填 | 沒填
(skipped) | skipped | skip | (skip) | (blank) | blank | (empty) | empty | not answered | unanswered
not applicable | missing
question skipped | not asked | not shown
"""
_SETS: dict[Answer, str] = {
    Answer.LIKE: _LIKE,
    Answer.EXPECT: _EXPECT,
    Answer.NEUTRAL: _NEUTRAL,
    Answer.TOLERATE: _TOLERATE,
    Answer.DISLIKE: _DISLIKE,
    Answer.ABSTAINED: _ABSTAINED,
    Answer.UNANSWERED: _UNANSWERED,
}


def fold(text: str) -> str:
    """Return a text as answers are compared: without case, width, kinds of quote, doubled blanks, a final stop."""
    text = (
        unicodedata.normalize("NFKC", _INVISIBLE.sub("", text).translate(_QUOTES).translate(_CIRCLED))
        .translate(_QUOTES)
        .casefold()
    )
    text = re.sub(r"\s+", " ", text).strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    return text.rstrip(".!。…").rstrip() or text


_DEGREES = """really very much a lot strongly completely totally extremely absolutely somewhat rather slightly quite
sehr ganz völlig mucho muy beaucoup très sangat muito molto 很 非 常 十 分 完 全 极 極 比 较 較 真 とても 아주 매우"""
_STRONGER = frozenset(_DEGREES.split())
"""Parts of a wording that make it stronger or weaker and nothing else."""


def strengthened(text: str, other: str) -> bool:
    """Return whether a wording is another one, only stronger or weaker: “I really like it” and “I like it”."""
    more, less = (_PART.findall(fold(one)) for one in (text, other))
    rest = [part for part in more if part not in _STRONGER]
    return len(more) > len(less) and rest == [part for part in less if part not in _STRONGER]


def wordings() -> list[tuple[Answer, str]]:
    """Return every known wording with the answer it means, as written."""
    return [(answer, wording) for answer, lines in _SETS.items() for wording in listed(lines)]


@cache
def lexicon() -> dict[str, Answer]:
    """Return folded wording → answer."""
    return {fold(wording): answer for answer, wording in wordings()} | {"": Answer.UNANSWERED}
