"""Bytes as text: UTF-8, GB 18030 or UTF-16, with a mark in front or without; Big5 where it reads better."""

from intake.reading.lines import Unreadable

_BINARY = frozenset(range(32)) - frozenset(b"\t\n\r\f\x0b\x1a\x1b")
# The commonest characters of any document, in both scripts: what is read rightly has many of them.
_COMMON = frozenset("的一是在了年工作团團员員会會人和有活动動志愿")
_SAMPLE = 4096  # characters


def decoded(data: bytes) -> str:
    """The text of a file. Raises Unreadable where it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    elif any(byte in _BINARY for byte in data[:4096]):
        return _without_mark(data)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(data) - 4 or error.start < 8:
                continue
            text = data[: error.start].decode(encoding)  # the last character was cut off
        return _or_big5(text, data) if encoding == "gb18030" else text
    raise Unreadable("看不懂这个文件的编码，请用记事本另存为 UTF-8 再试。")


def _without_mark(data: bytes) -> str:
    """UTF-16 that lacks its mark; anything else with bytes that no text has is none."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, errors="replace")
        sample = text[:_SAMPLE]
        chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in sample)
        if chinese * 2 > len(sample) and _common(text) * 40 > len(sample):
            return text
    raise Unreadable("这不是文字文件，可能是改了扩展名的图片或程序，请选择 TXT、DOCX 或 PDF 文件。")


def _or_big5(text: str, data: bytes) -> str:
    try:
        other = data.decode("big5")
    except UnicodeDecodeError:
        return text
    return other if _common(other) > _common(text) else text


def _common(text: str) -> int:
    return sum(letter in _COMMON for letter in text[:_SAMPLE])
