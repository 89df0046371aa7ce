"""A file as lines, whatever it is; or the sentence that says why not."""

from intake.reading.lines import Line, Unreadable
from intake.reading.pdf import pdf_lines
from intake.reading.word import word_lines

LARGEST = 20 * 2**20  # bytes
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\r\f\x0b\x1a\x1b")


def read(data: bytes) -> list[Line]:
    """The lines of a TXT, DOCX or PDF file, told apart by what is in it. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable(
            f"文件有{len(data) / 2**20:.0f} MB，超过{LARGEST // 2**20} MB，请只留文字，分成几份再试。"
        )
    if data.startswith(b"%PDF"):
        return pdf_lines(data)
    if data.startswith(b"PK\x03\x04"):
        return word_lines(data)
    if data.startswith(_OLD_OFFICE):
        raise Unreadable(_of_old_office(data))
    text = _decoded(data)
    if not text.strip():
        raise Unreadable("文件里没有文字。")
    return [Line(line) for line in text.splitlines()]


def _of_old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "这份 Word 文件加了密码，请去掉密码再试。"
    return "这是旧格式的 Word 文件（.doc），请用 WPS 或 Word 另存为 .docx 再试。"


def _decoded(data: bytes) -> str:
    """UTF-8 or GB 18030, with a mark in front or without; UTF-16 with its mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    elif any(byte in _BINARY for byte in data[:4096]):
        raise Unreadable("这不是文字文件，可能是改了扩展名的图片或程序，请选择 TXT、DOCX 或 PDF 文件。")
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("看不懂这个文件的编码，请用记事本另存为 UTF-8 再试。")
