"""The parts of a Word file that hold its words, unpacked within bounds; the others are never unpacked."""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from intake.reading.lines import Unreadable

LARGEST_PART = 40 * 2**20  # bytes of XML, unpacked
LARGEST_WHOLE = 200 * 2**20
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
_BROKEN = "这份 Word 文件已损坏，读不出来，请用 WPS 或 Word 打开后另存再试。"
_NO_WORD_FILE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    etree.LxmlError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
)
_MAIN = re.compile(
    rb'Type="[^"]*/officeDocument"[^>]*?Target="/?([^"]+)"|Target="/?([^"]+)"[^>]*?Type="[^"]*/officeDocument"'
)


@dataclass(frozen=True)
class Parts:
    """The text, and what its numbers and headings are told by; None for a part the file lacks."""

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None


def parts_of(data: bytes) -> Parts:
    """Raises Unreadable for what is no Word file, holds macros, or would not fit into memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sizes = {entry.filename: entry.file_size for entry in package.infolist()}
            _refuse(sizes)
            kinds = package.read("[Content_Types].xml")
            if b"macroEnabled" in kinds or any(name.endswith("vbaProject.bin") for name in sizes):
                raise Unreadable("这份 Word 文件带有宏，请另存为不带宏的 .docx 再试。")
            main = _main_part(package, sizes)
            folder = main.rpartition("/")[0]
            body = _parsed(package, main).find(f"{W}body")
            others = [f"{folder}/{name}.xml" for name in ("styles", "numbering")]
            styles, numbering = (_parsed(package, one) if one in sizes else None for one in others)
    except _NO_WORD_FILE as error:
        raise Unreadable(_BROKEN) from error
    if body is None:
        raise Unreadable(_BROKEN)
    return Parts(body, styles, numbering)


def _refuse(sizes: dict[str, int]) -> None:
    """By what the package says of itself, before anything is unpacked; no part gives more than it says."""
    words = [size for name, size in sizes.items() if name.endswith((".xml", ".rels"))]
    if sum(sizes.values()) > LARGEST_WHOLE or sum(words) > LARGEST_PART:
        raise Unreadable(
            f"这份文件解开后过大（文字部分超过{LARGEST_PART // 2**20} MB），不像普通的 Word 文件，没有读取。"
        )
    if "[Content_Types].xml" not in sizes or not any(name.startswith("word/") for name in sizes):
        raise Unreadable("这是压缩包，不是 Word 文件，请选择 .docx 文件。")


def _main_part(package: zipfile.ZipFile, sizes: dict[str, int]) -> str:
    if "word/document.xml" in sizes:
        return "word/document.xml"
    told = _MAIN.search(package.read("_rels/.rels")) if "_rels/.rels" in sizes else None
    if told is None:
        raise Unreadable("这是压缩包，不是 Word 文件，请选择 .docx 文件。")
    return (told[1] or told[2]).decode()


def _parsed(package: zipfile.ZipFile, name: str) -> etree._Element:
    data = package.read(name).replace(_STRICT, W[1:-1].encode())
    return etree.fromstring(data, _PARSER)
