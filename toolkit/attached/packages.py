"""A Word file or a workbook: a package of parts, none of which may run, or unpack to more than it should."""

import re
import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from toolkit.attached.judging import ACTIVE, DAMAGED, OTHER, PASSWORD, Judged, Kind, Refused, bounded, cut
from toolkit.attached.words import lines_of_word, lines_of_workbook

LARGEST_WHOLE = 200 * 2**20  # bytes, unpacked
LARGEST_PART = 60 * 2**20  # of those parts that are read
MOST_PARTS = 5000
MOST_MARKS = 1_500_000  # elements and attributes, each of which takes far more memory than its few bytes
TOO_LARGE = "文件解开后过大，不像普通的文件，没有收下。请打开后另存再上传。"

_MAIN = {
    b"wordprocessingml.document.main+xml": Kind.DOCX,
    b"spreadsheetml.sheet.main+xml": Kind.XLSX,
}
# By the names of parts, in lower case.
_RUNS = (
    (re.compile(r"vbaproject|vbadata"), "宏"),
    (re.compile(r"/(?:macrosheets|dialogsheets)/"), "宏表"),
    (re.compile(r"/activex/"), "控件（ActiveX）"),
    (re.compile(r"/oleobject[^/]*$|/embeddings/[^/]*\.(?!xlsx$|docx$|pptx$)[^/]*$"), "嵌入的其他文件"),
)
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(ValueError, LookupError, ArithmeticError, etree.LxmlError),
)


def package_of(content: bytes) -> Judged:
    """Raises Refused."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            kind = _kind_of(package)
            lines = lines_of_word(package) if kind == Kind.DOCX else lines_of_workbook(package)
            words, is_whole = cut(list(bounded(lines)))
            return Judged(kind, words, _names_in(package), is_whole)
    except _BROKEN as error:
        raise Refused(DAMAGED) from error


def _kind_of(package: zipfile.ZipFile) -> Kind:
    entries = package.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise Refused(TOO_LARGE)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(PASSWORD)
    names = [entry.filename.lower() for entry in entries]
    if "[content_types].xml" not in names:
        raise Refused(OTHER.format("OFD 文件" if "ofd.xml" in names else "压缩包"))
    told = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if any(entry.file_size > LARGEST_PART for entry in told):
        raise Refused(TOO_LARGE)
    if sum(_marks_in(package, entry) for entry in told) > MOST_MARKS:
        raise Refused(TOO_LARGE)
    kinds = package.read("[Content_Types].xml")
    if b"macroEnabled" in kinds:
        raise Refused(ACTIVE.format("宏"))
    for pattern, what in _RUNS:
        if any(pattern.search(f"/{name}") for name in names):
            raise Refused(ACTIVE.format(what))
    if any(_leads_elsewhere(package.read(entry)) for entry in told if entry.filename.endswith(".rels")):
        raise Refused(ACTIVE.format("别处的模板"))
    for main, kind in _MAIN.items():
        if main in kinds:
            return kind
    raise Refused(OTHER.format("别的文件"))


def _marks_in(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    with package.open(entry) as part:
        return sum(piece.count(b"<") + piece.count(b"=") for piece in iter(lambda: part.read(2**20), b""))


def _leads_elsewhere(relations: bytes) -> bool:
    """Whether a template would be fetched from somewhere on opening."""
    tree = etree.fromstring(relations, etree.XMLParser(resolve_entities=False, no_network=True))
    return any(
        "attachedTemplate" in one.get("Type", "") and one.get("TargetMode") == "External"
        for one in tree.iter("{*}Relationship")
    )


def _names_in(package: zipfile.ZipFile) -> list[str]:
    """Who wrote it and for whom, as the program that wrote it noted without asking."""
    found = []
    for part, properties in (
        ("docProps/core.xml", ("creator", "lastModifiedBy")),
        ("docProps/app.xml", ("Company", "Manager")),
    ):
        if part in package.namelist():
            tree = etree.fromstring(
                package.read(part), etree.XMLParser(resolve_entities=False, no_network=True)
            )
            found += [
                one.text.strip() for name in properties for one in tree.iter(f"{{*}}{name}") if one.text
            ]
    return list(dict.fromkeys(filter(None, found)))
