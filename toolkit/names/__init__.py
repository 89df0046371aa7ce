"""Names, titles and texts as they are kept, however they were typed or pasted. Pure: knows no Django.

A text loses what nobody sees and gets each look-alike's own character; a title besides has
one kind of middle dot, half-width letters and single spaces; a name has no padding either.
"""

import re
import unicodedata

from toolkit.names.look_alikes import DOTS, INVISIBLE, LOOK_ALIKES, MIDDLE_DOT, STRAY
from toolkit.names.surnames import OF_FOUR, OF_ONE, OF_TWO

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇々"
_LINE_BREAK = re.compile(r"\r\n|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")
_FULL_WIDTH = {
    code: code - 0xFEE0
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))  # ０–９ Ａ–Ｚ ａ–ｚ
}
_DOT = re.compile(rf"(?<=[{HAN}A-Za-z])\s*[{DOTS}{MIDDLE_DOT}]\s*(?=[{HAN}A-Za-z])")
_EDGE_DOTS = re.compile(rf"^[\s{DOTS}{MIDDLE_DOT}]+|[\s{DOTS}{MIDDLE_DOT}]+$")
# Between people's names a full stop is a dot too, but not after a serial number: 三.王伟
_STOP = re.compile(rf"^(?![一二三四五六七八九十百]+\s*[.．﹒])([{HAN}]+)\s*[.．﹒]\s*(?=[{HAN}])")
_ALL_HAN = re.compile(rf"[{HAN}]+")
_AROUND_BRACKETS = re.compile(rf"(?<=[{HAN}）]) (?=（)|(?<=（) | (?=）)|(?<=）) (?=[{HAN}])")
_PADDING = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_DOCUMENT_NUMBER = re.compile(
    rf"(?P<office>[{HAN}A-Za-z]+)[〔\[［【(（〈<{{](?P<year>[0-9]{{4}})(?:年)?[〕\]］】)）〉>}}]"
    r"第?(?P<number>[0-9]{1,5})号?"
)
_HAN_RUNS = re.compile(rf"[{HAN}]+(?: [{HAN}]+)+")
_HALF_WIDTH_BRACKETS = re.compile(rf"\((?=[^()]*[{HAN}])([^()]*)\)")


def readable(text: str) -> str:
    """A text without invisible and private characters, each look-alike as the character it looks like."""
    return STRAY.sub("", _LINE_BREAK.sub("\n", text.translate(LOOK_ALIKES)))


def title(text: str) -> str:
    """A title on one line: 中国梦•劳动美 and 中国梦 · 劳动美 are one, ＱＱ is QQ, every gap one space."""
    line = _SPACES.sub(" ", readable(text).translate(_FULL_WIDTH)).strip()
    return _EDGE_DOTS.sub("", _DOT.sub(MIDDLE_DOT, unicodedata.normalize("NFC", line)))


def name(text: str) -> str:
    """The name of a body or a thing: a title without padding, its brackets full-width, 团（工）委."""
    return _PADDING.sub("", _bracketed(text))


def person(text: str) -> str:
    """The name of a person, or of a body: 张　三 is 张三, 阿迪力.买买提 has a middle dot.

    Two names side by side (王伟 李敏) stay two: only a gap beside a single character, or after
    a surname of two, is padding.
    """
    return _HAN_RUNS.sub(_without_padding, _STOP.sub(rf"\1{MIDDLE_DOT}", _bracketed(text)))


def number(text: str) -> str:
    """A number that somebody may be called by: half-width, without gaps, its letters upper case."""
    return _SPACES.sub("", INVISIBLE.sub("", text).translate(_FULL_WIDTH)).upper()


def document_number(text: str) -> str:
    """The number of an official document as GB/T 9704-2012 has it: of 西团[2020]第05号 西团〔2020〕5号.

    Whatever is no such number stays a title.
    """
    found = _DOCUMENT_NUMBER.fullmatch(_SPACES.sub("", title(text)))
    return f"{found['office']}〔{found['year']}〕{int(found['number'])}号" if found else title(text)


def sought(text: str) -> str:
    """What to look for in lists: words apart, since a dot of a name may have been typed as any other."""
    return re.sub(rf"(?<=[{HAN}])[.．﹒{MIDDLE_DOT}](?=[{HAN}])", " ", title(text))


def changes(before: str, after: str) -> bool:
    """Whether more than the spaces around a text was changed, so that whoever typed it should know."""
    return _LINE_BREAK.sub("\n", before).strip() != after.strip()


def surname_of(text: str) -> str:
    """The surname of a person; empty where none can be told from the given name.

    Before the dot of a name stands what is used as one. Of four characters that begin with no
    surname of two, only a double surname (张王子涵) is told from a name such as 扎西顿珠.
    """
    whole = person(text)
    before_dot, dot, _ = whole.partition(MIDDLE_DOT)
    if dot:
        return before_dot if _ALL_HAN.fullmatch(before_dot) else ""
    run = _ALL_HAN.match(whole)
    letters = run.group() if run else ""
    if letters[:4] in OF_FOUR:
        return letters[:4]
    if letters[:2] in OF_TWO and len(whole) > 2:
        return letters[:2]
    is_a_name = len(letters) < 4 or (len(letters) == 4 and letters[1] in OF_ONE)
    return letters[:1] if is_a_name and letters[:1] in OF_ONE else ""


def name_of_a_minor(text: str) -> str:
    """What the public may read of a minor's name: the surname."""
    return f"{surname_of(text) or '某'}同学"


def _bracketed(text):
    full_width = _HALF_WIDTH_BRACKETS.sub(r"（\1）", INVISIBLE.sub("", title(text)))
    return _AROUND_BRACKETS.sub("", full_width)


def _without_padding(gapped):
    first, *others = gapped.group().split(" ")
    joined, last = first, first
    for run in others:
        is_padding = len(last) == 1 or len(run) == 1 or last in OF_TWO
        joined, last = f"{joined}{'' if is_padding else ' '}{run}", run
    return joined
