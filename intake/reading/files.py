"""A file as lines, whatever it is; or the sentence that says why not."""

import re

from intake.reading.decoding import decoded
from intake.reading.lines import ROW, TEXT, Line, Unreadable
from intake.reading.pdf import pdf_lines
from intake.reading.word import word_lines

LARGEST = 20 * 2**20  # bytes
MOST_LETTERS = 5_000_000  # the densest text of so many takes less than a gigabyte
# Cells parted by tabs, as copied from a table; but not the number of an item and its words.
_ROW = re.compile(r"(?!\s*[^\t]{1,5}[、.．）)]\t[^\t]*$)\s*[^\s][^\t]*\t+[^\t\s].*")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(data: bytes) -> list[Line]:
    """The lines of a TXT, DOCX or PDF file, told apart by what is in it. Raises Unreadable."""
    refuse_too_large(len(data))
    lines = _read(data)
    letters = sum(len(line.text) for line in lines)
    if letters > MOST_LETTERS:
        raise Unreadable(
            f"文件里有{letters // 10_000}万字，超过{MOST_LETTERS // 10_000}万字，请分成几份再试。"
        )
    return lines


def _read(data: bytes) -> list[Line]:
    if data.startswith(b"%PDF"):
        return pdf_lines(data)
    if data.startswith(b"PK\x03\x04"):
        return word_lines(data)
    if data.startswith(_OLD_OFFICE):
        raise Unreadable(_of_old_office(data))
    text = decoded(data)
    if not text.strip():
        raise Unreadable("文件里没有文字。")
    if text.lstrip()[:15].lower().startswith(("<!doctype html", "<html", "{\\rtf")):
        raise Unreadable("这是网页或 RTF 文件，请打开后另存为 .docx 或 TXT，或复制文字粘贴。")
    return [Line(line, kind=ROW if _ROW.fullmatch(line) else TEXT) for line in text.splitlines()]


def refuse_too_large(size: int) -> None:
    """Raises Unreadable for more bytes than a document of words ever has."""
    if size > LARGEST:
        raise Unreadable(
            f"文件有{size / 2**20:.0f} MB，超过{LARGEST // 2**20} MB，请只留文字，分成几份再试。"
        )


def _of_old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "这份 Word 文件加了密码，请去掉密码再试。"
    return "这是旧格式的 Word 文件（.doc），请用 WPS 或 Word 另存为 .docx 再试。"
