"""The one reader of what staff type as a count: 300余名, 3200名团员青年, 2金3铜, 截至5月底，团支部569个."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal

from counting.grammar.days import AS_OF, plain_day
from counting.grammar.forms import normal
from counting.grammar.in_words import in_words
from counting.grammar.measures import IN_A_WORDING, MEDALS
from counting.grammar.numerals import MASKS, SIGNS, START, run_at, value_of
from counting.grammar.phrase import Phrase, phrase_at
from counting.grammar.precision import together, words_before, words_behind
from counting.grammar.refusals import MASK, NumberUnknown, Refused, shown
from counting.grammar.traps import masked, trap_in
from counting.kinds import AT_LEAST, NEVER_SUMMED, RANGE, Count

EXAMPLES = "“300余名”“约500人”“1万个”"

_CLAUSE = re.compile(
    rf"[、；;。！？!?\n（）()]|[，,](?![0-9]{{3}}(?![0-9]))|(?<![0-9])[，,]|(?:以及|和|与|及|并)(?=[0-9{SIGNS}])"
)
_WITHIN_WORD = re.compile(rf"[（(][^（）()0-9{SIGNS}]{{1,4}}[）)](?=[\u4e00-\u9fff0-9])")
_EACH = re.compile(r"各(?:有|为|约|近|设|配|派)?$")
_BAD_COMMA = re.compile(r"(?<![0-9])[0-9]++[,，](?![0-9]{3}(?![0-9]))[0-9]{1,20}")
_PEOPLE_OR_TIMES = re.compile(r"人[（(]次[）)]")
_SUM = re.compile(r"[0-9.]{1,12}[×xX*/÷=∶][0-9]{1,12}")
_UNKNOWN = re.compile(r"(?:若干|多|数|几|好些|[XxＸｘ×*＊_＿○]{1,9})(?=[名位个支场次项件家户份批])")
_FRACTION = re.compile(
    r"(?P<whole>[0-9二三四五六七八九十]{1,3})分之(?P<parts>[0-9一二三四五六七八九十]{1,3})"
)
_GROWTH = re.compile(
    r"(?:(?:比|较)[^，]{1,8}?|与[^，]{1,8}?相比)?(?:同比|环比|年均)?"
    r"(?P<verb>增长|提高|提升|上升|增加|上涨|增幅|增速|下降|降低|减少|回落|下滑|降幅)$"
)
_DECLINES = ("下降", "降低", "减少", "回落", "下滑", "降幅")
_ENDS_NOUN = re.compile(
    r"(?:参加|参与|出席|报名|受益|入选)(?![人者率度群])|到会|到场|观看|获得|获评|上岗|前来|加入|投入|得到|接受|完成|送去|提供"
)
_VERBS = re.compile(
    r"(?:全年|全区|现有|共有|共计|累计|合计|总计|共|其中|先后|统一|进一步|新增|新建|组织|开展|发放|捐赠|捐款(?![人捐额])|招募|发动|动员|覆盖(?!率|面)"
    r"|服务(?!对象|[队站点岗])|培训(?!班|课)|成立|举办|慰问(?![金品])|走访|惠及|表彰|筹集|募集)++"
)
_UNKNOWN_NUMBER = "没有说出确切的数，请写“300余名”这样的数；只知道大概的，请另填数值。"
_EDGES = "的：: 　，—"
_DATE = re.compile(
    r"^(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}[日号])?(?:[至到—-](?:[0-9]{1,2}月)?[0-9]{1,2}[日号])?"
)
_NO_NOUN = ("每", "是", "为", "由", "从", "在", "比", "较", "平均", "累计为")
_TIMES = ("半年", "今年", "去年", "全年", "本月", "季度", "期间", "以来")


@dataclass(frozen=True)
class Reading:
    """A count and the words that state it."""

    text: str
    count: Count


def read(wording: str) -> Count:
    """The one count that a wording states. Raises Refused, a sentence that says why there is none.

    >>> read("300余名")
    Count(value=Decimal('300'), unit='名', precision='at_least', high=None, noun='', grows=False, as_of='')
    """
    readings = read_all(wording)
    if len(readings) > 1:
        parts = "、".join(reading.text for reading in readings[:4])
        raise Refused(f"{shown(wording)}里有{len(readings)}个数（{parts}），请分成几条，一条写一个数。")
    return readings[0].count


def read_all(wording: str) -> list[Reading]:
    """Every count that a wording states, in order. Raises Refused where a part of it cannot be read."""
    text = normal(wording)
    if not text:
        raise Refused(f"没有写数，请写成“数字＋量词”，例如{EXAMPLES}。")
    if match := _BAD_COMMA.search(text):
        raise Refused(f"{shown(match[0])}的千位分隔不对，每三位一个逗号，例如“9,000”。")
    if match := _PEOPLE_OR_TIMES.search(text):
        raise Refused(f"“{match[0]}”说不清是人数还是人次，请只写一种。")
    if match := _SUM.search(text):
        raise Refused(f"{shown(text)}里的“{match[0]}”像一个算式或比例，请直接写结果，例如“200元”。")
    as_of, text = _as_of(text)
    readings = [reading for words, hidden in _clauses(text) for reading in _readings(words, hidden)]
    if not readings:
        raise Refused(_nothing_counted(text))
    readings = [replace(one, count=replace(one.count, as_of=as_of)) for one in readings]
    return [replace(readings[0], text=wording)] if len(readings) == 1 else readings


def _as_of(text: str) -> tuple[str, str]:
    """The day of a stock, wherever it stands, and the wording without it: 团支部569个（截至5月底）."""
    match = AS_OF.search(text + " ")
    if match and match["day"]:
        return plain_day(match["day"]), text[: match.start()] + text[match.end() :].lstrip("，, ")
    if text.startswith(("截至", "截止")):
        raise Refused(f"{shown(text)}没有写明截至哪一天，请写成“截至5月底，团支部569个”。")
    return "", text


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Each clause as it is and with what is no count hidden.

    A bracket within a word parts nothing, 团（工）委, nor does 、 between names that are counted as one.
    """
    hidden, start = masked(text), 0
    hidden = _WITHIN_WORD.sub(lambda match: MASK * len(match[0]), hidden)
    for match in _CLAUSE.finditer(hidden):
        if match[0] == "、" and not START.search(hidden, start, match.start()):
            continue
        yield text[start : match.start()], hidden[start : match.start()]
        start = match.end()
    yield text[start:], hidden[start:]


def _readings(words: str, hidden: str) -> list[Reading]:
    """The count of a clause, or the medals; none where it has words only."""
    phrase = _first(hidden)
    if phrase is None:
        phrase = in_words(words)
        return [_reading(words, phrase)] if phrase else []
    found = [phrase]
    while found[-1].count.unit in MEDALS and START.match(hidden, found[-1].end):
        found.append(phrase_at(hidden, found[-1].end, IN_A_WORDING))
    _refuse_more(words, hidden, found[-1].end)
    if len(found) > 1:
        return [Reading(words[phrase.start : phrase.end], phrase.count) for phrase in found]
    return [_reading(words, phrase)]


def _reading(words: str, phrase: Phrase) -> Reading:
    return Reading(words, _with_words(phrase, words[: phrase.start], words[phrase.end :]))


def _first(hidden: str) -> Phrase | None:
    """The first count of a clause; digits that state none refuse it, a numeral may be of a word (一线)."""
    last_digit = max((hidden.rfind(digit) for digit in "0123456789"), default=-1)
    refusal, at = None, 0
    while match := START.search(hidden, at):
        at = match.start()
        run = run_at(hidden, at)
        if _is_of_a_name(hidden, at, run):
            at += len(run)
            continue
        try:
            phrase = _counted_at(hidden, at)
            if run != "一" or last_digit < phrase.end:
                return phrase
        except NumberUnknown:
            raise
        except Refused as error:
            if match[0].isascii():
                raise
            if run not in "一二" and refusal is None:
                refusal = error
        at += len(run)
    if refusal and not in_words(hidden):
        raise refusal
    return None


def _is_of_a_name(hidden: str, at: int, run: str) -> bool:
    """N95, A4, 5G, 3D."""
    before, after = hidden[max(0, at - 1) : at], hidden[at + len(run) : at + len(run) + 1]
    return run[0].isascii() and ((before.isascii() and before.isalpha()) or "A" <= after <= "Z")


def _counted_at(hidden: str, at: int) -> Phrase:
    before = hidden[max(0, at - 2) : at]
    if (
        before[-1:] in ("数", "几", *MASKS)
        and hidden[at] in "十百千万亿"
        and hidden[at + 1 : at + 3] != "分之"
    ):
        raise NumberUnknown(f"{shown(hidden[at - 1 : at + 8])}{_UNKNOWN_NUMBER}")
    if before == "零下" or before[-1:] in ("-", "–", "负") or (before[-1:] == "—" and before != "——"):
        raise Refused(f"{shown(hidden[at - 1 : at + 12])}是负数，数量不能小于0，请核对。")
    if hidden[at : at + 2] in ("万元", "亿元"):
        raise Refused(f"“{hidden[at : at + 2]}”前面没有写数，请写成“3万元”这样。")
    if match := _FRACTION.match(hidden, at):
        return _fraction(hidden, match)
    return phrase_at(hidden, at, IN_A_WORDING, plain_words=True)


def _fraction(hidden: str, match: re.Match) -> Phrase:
    whole, parts = value_of(match["whole"]), value_of(match["parts"])
    share = Context(prec=30).divide(parts * 100, whole or Decimal(1)).normalize()
    if not whole or -share.as_tuple().exponent > 4:
        raise Refused(f"“{match[0]}”化不成有限的百分数，请直接写百分数，例如“66.7%”。")
    said, start = words_before(hidden[max(0, match.start() - 12) : match.start()], plain=True)
    more, end = words_behind(hidden, match.end())
    count = Count(Decimal(f"{share:f}"), "%", together(said | more, match[0]))
    return Phrase(count, max(0, match.start() - 12) + start, end)


def _refuse_more(words: str, hidden: str, at: int) -> None:
    """Refuse a clause that goes on with another number."""
    rest = words[at:]
    if rest.startswith("/"):
        raise Refused(f"{shown(words)}里的“/”读不懂；如果是单价，请写成“150元”，在“总数或单价”里选单价。")
    if re.fullmatch(r"[0-9.,，]+", rest):
        raise Refused(f"{shown(words)}的后面还有一个数“{rest}”，不知道是什么，请核对。")
    start = at
    while match := START.search(hidden, at):
        at = match.start()
        run = run_at(hidden, at)
        try:
            phrase = phrase_at(hidden, at, IN_A_WORDING)
        except Refused:
            phrase = None
        if phrase and (run != "一" or at == start):
            raise Refused(f"{shown(words)}里不止一个数，请用顿号分开，一处写一个数。")
        if run[0].isascii() and not _is_of_a_name(hidden, at, run):
            raise Refused(f"{shown(words)}的后面还有一个数“{run}”，不知道是什么，请核对。")
        at += len(run)


def _with_words(phrase: Phrase, before: str, after: str) -> Count:
    """The count with what the words around it say: what is counted, and whether it grew."""
    count = phrase.count
    if _EACH.search(before):
        raise Refused(f"{shown(before)}后面的数是每一种各有多少，请一种写一条，例如“团员20名”。")
    growth = _GROWTH.search(before[-24:])
    if growth and count.kind in NEVER_SUMMED:
        count = _growth(count, growth["verb"])
        before = before[: len(before) - len(growth[0])]
    if after in ("多", "余") and count.precision != RANGE:
        count, after = replace(count, precision=together({count.precision, AT_LEAST}, after)), ""
    noun = _ENDS_NOUN.split(after, maxsplit=1)[0].strip(_EDGES)
    return replace(count, noun=noun or _noun_before(before))


def _growth(count: Count, verb: str) -> Count:
    if verb not in _DECLINES:
        return replace(count, grows=True)
    if count.high is None:
        return replace(count, value=-count.value, grows=True)
    return replace(count, value=-count.high, high=-count.value, grows=True)


def _noun_before(words: str) -> str:
    words = words[_DATE.match(words).end() :].strip(_EDGES)
    verbs = _VERBS.match(words)
    words = words[verbs.end() :] if verbs else words
    return "" if words.startswith(_NO_NOUN) or words.endswith(_TIMES) else words


def _nothing_counted(text: str) -> str:
    if trap := trap_in(text):
        words, what = trap
        return f"{shown(words)}{what}，这里没有要统计的数。"
    if match := _UNKNOWN.search(text):
        raise NumberUnknown(f"{shown(text[match.start() :])}{_UNKNOWN_NUMBER}")
    return f"{shown(text)}里没有“数字＋量词”，请写成{EXAMPLES}这样。"
