"""What may be attached, told by its content: a PDF, a Word file, a workbook, with nothing in it that runs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db.models import TextChoices

LARGEST = 20 * 2**20  # bytes
MOST_WORDS = 200_000  # characters that are held against the rules of privacy

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"\xff\xd8": "图片",
    b"\x89PNG": "图片",
    b"GIF8": "图片",
    b"MZ": "程序",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"{\\rtf": "RTF 文件",
}

EMPTY = "文件是空的。"
TOO_LARGE = "文件超过 20 MB，请压缩图片或分成几份再上传。"
OTHER = "附件要用 PDF、DOCX 或 XLSX，这是{}，请另存后再上传。"
NO_DOCUMENT = "这个文件不是 PDF、DOCX 或 XLSX，请打开后另存为其中一种再上传。"
OLD_OFFICE = "这是旧格式的 Word 或 Excel 文件，请用 WPS 或 Word 另存为 DOCX、XLSX 或 PDF 再上传。"
PASSWORD = "文件加了密码，读者打不开，请去掉密码再上传。"
DAMAGED = "文件已损坏，打不开，请重新导出再上传。"
ACTIVE = "文件里有{}，下载的人打开时可能运行，请去掉或另存为不带它的文件再上传。"


class Kind(TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "DOCX"
    XLSX = "xlsx", "XLSX"


CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Refused(Exception):
    """Why a document is not taken, in a sentence for whoever chose it."""


@dataclass(frozen=True)
class Judged:
    kind: Kind
    words: str  # all of them, also of hidden sheets, notes and deleted passages
    names: list[str] = field(default_factory=list)  # of people and bodies in the properties of the file
    is_whole: bool = True  # whether ``words`` are all of them


def judged(content: bytes) -> Judged:
    """Raises ValidationError with a sentence for whoever chose the file."""
    from toolkit.attached.packages import package_of  # what it needs is slow to load, and seldom needed
    from toolkit.attached.pdf import pdf_of

    try:
        _refuse_others(content)
        return pdf_of(content) if content.startswith(b"%PDF-") else package_of(content)
    except Refused as refusal:
        raise ValidationError(str(refusal), code="not_a_document") from None


def refuse_too_large(size: int) -> None:
    """Raises ValidationError, before anything is read."""
    if size > LARGEST:
        raise ValidationError(TOO_LARGE, code="too_large")


def _refuse_others(content: bytes) -> None:
    if not content:
        raise Refused(EMPTY)
    if content.startswith(_OLD_OFFICE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in content
        raise Refused(PASSWORD if is_locked else OLD_OFFICE)
    for start, name in _OTHERS.items():
        if content.startswith(start):
            raise Refused(OTHER.format(name))
    if not content.startswith((b"%PDF-", b"PK\x03\x04")):
        raise Refused(NO_DOCUMENT)


def bounded(pieces: Iterable[str]) -> Iterator[str]:
    """As many as are held against the rules, and one more; a small file may tell one a million times."""
    told = 0
    for piece in pieces:
        yield piece
        told += len(piece)
        if told > MOST_WORDS:
            return


def cut(lines: list[str]) -> tuple[str, bool]:
    """The lines as one text of bounded length, and whether it is all of them."""
    text = "\n".join(filter(None, (" ".join(line.split()) for line in lines))).replace("\0", "")
    return text[:MOST_WORDS], len(text) <= MOST_WORDS
