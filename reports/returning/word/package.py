"""A file that somebody uploads as .docx, opened without trusting it: its XML parts, or a sentence why not."""

import lzma
import struct
import zipfile
import zlib
from io import BytesIO
from posixpath import join, normpath

from lxml import etree

MOST_BYTES = 20 * 1024 * 1024  # of the file, and of each part of it unpacked

# Whatever the standard library raises on damaged directories and contents.
_NO_ZIP = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError)
_NO_ZIP += (ValueError, LookupError)
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # .doc, and the wrapping of a file that has a password
_SAVE_AS = "请在 WPS 或 Word 里另存为“Word 文档（.docx）”，再上传。"
_DAMAGED = "文件已经损坏，打不开。请在 WPS 或 Word 里重新保存一次，再上传。"
_PASSWORD = "文件有打开密码，读不了。请在 WPS 或 Word 里去掉密码，另存以后再上传。"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
)


class Unreadable(ValueError):
    """The file cannot be read; the message is a sentence for whoever uploaded it."""


class Package:
    """The XML parts of a .docx. Raises Unreadable for anything else."""

    def __init__(self, file: bytes):
        _refuse_other_kinds(file)
        try:
            self._zip = zipfile.ZipFile(BytesIO(file))
        except _NO_ZIP:
            raise Unreadable(_DAMAGED) from None
        self._names = set(self._zip.namelist())
        self._main = self._main_part()

    def main(self) -> etree._Element:
        """The text of the document."""
        return self._parsed(self._main)

    def beside(self, name: str) -> etree._Element | None:
        """A part in the folder of the text: comments.xml."""
        return self.part(join(self._main.rpartition("/")[0], name))

    def part(self, path: str) -> etree._Element | None:
        return self._parsed(path) if path in self._names else None

    def _main_part(self) -> str:
        relations = self.part("_rels/.rels")
        for one in relations.iter(_RELATIONS) if relations is not None else ():
            path = normpath(one.get("Target", "")).lstrip("/")
            if one.get("Type") in _MAIN and path in self._names:
                if path.startswith("word/"):
                    return path
                break
        raise Unreadable(f"这不是 Word 文件，里面没有 Word 的正文。{_SAVE_AS}")

    def _parsed(self, path: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self._unpacked(path), parser)
        except etree.XMLSyntaxError:
            raise Unreadable(_DAMAGED) from None
        if root.getroottree().docinfo.doctype:  # Word writes none; it could name entities
            raise Unreadable(_DAMAGED)
        return root

    def _unpacked(self, path: str) -> bytes:
        if self._zip.getinfo(path).flag_bits & 1:
            raise Unreadable(_PASSWORD)
        try:
            with self._zip.open(path) as part:
                content = part.read(MOST_BYTES + 1)
        except _NO_ZIP:
            raise Unreadable(_DAMAGED) from None
        if len(content) > MOST_BYTES:
            raise Unreadable("文件解开以后太大，不像是一份总结，没有读取。")
        return content


def _refuse_other_kinds(file: bytes) -> None:
    if not file:
        raise Unreadable("文件是空的，请核对选的是不是这一份。")
    if len(file) > MOST_BYTES:
        raise Unreadable(f"文件超过 {MOST_BYTES // 1024 // 1024} MB，请把里面的图片去掉再上传。")
    if file.startswith(_OLE):
        has_password = "EncryptedPackage".encode("utf-16-le") in file
        raise Unreadable(
            _PASSWORD if has_password else f"这是旧格式的文件（.doc 或 .wps），读不了。{_SAVE_AS}"
        )
    if file.startswith(b"%PDF"):
        raise Unreadable("这是 PDF 文件，读不了。请上传在它之前修改的 Word 文件（.docx）。")
    if not file.startswith(b"PK"):
        raise Unreadable(f"这不是 Word 文件（.docx）。{_SAVE_AS}")
