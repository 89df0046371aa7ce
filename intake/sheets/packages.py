"""An .xlsx looked into before it is read: no macros, no password, nothing too large once unpacked."""

import re
import struct
import zipfile
import zlib
from io import BytesIO
from posixpath import join, normpath
from xml.parsers import expat

from lxml import etree

from intake.reading import Unreadable
from intake.sheets.apart import LARGEST_CELLS

Broken = dict[tuple[int, int], str]  # the cell, from zero, and why it has no value

LARGEST = 20 * 2**20  # bytes, as uploaded
LARGEST_WHOLE = 150 * 2**20  # bytes, unpacked
MOST_ROWS = 100_000
MOST_COLUMNS = 200

_CHUNK = 2**16
_WARY = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_NO_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
    etree.LxmlError,
)
PASSWORD = "这个表格加了密码，请去掉密码、另存以后再上传。"
MACROS = "这个表格带有宏，没有读取。请另存为不带宏的 .xlsx 再试。"
DAMAGED = "这个表格已损坏，读不出来，请用 WPS 或 Excel 打开后另存为 .xlsx 再试。"
_TOO_LARGE = "这个文件解开后过大，不像普通的表格，没有读取。请只留要导入的内容，另存为新的 .xlsx 再试。"
_NOT_COUNTED = "这一格是公式，文件里没有它的结果。请用 WPS 或 Excel 打开、保存一次，或者把公式换成数值。"


def looked_into(data: bytes) -> dict[str, Broken]:
    """Of each sheet by its name the cells that have no value, and why. Raises Unreadable.

    Nothing is kept in memory before its size is known.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _refuse_others(package)
            parts = {entry.filename: _part(package, entry) for entry in package.infolist()}
            return _by_name(package, parts)
    except _NO_ZIP as error:
        raise Unreadable(DAMAGED) from error


def _refuse_others(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    names = {entry.filename for entry in entries}
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE or len(entries) > 2000:
        raise Unreadable(_TOO_LARGE)
    if len(names) < len(entries):
        raise Unreadable(DAMAGED)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(PASSWORD)
    if "[Content_Types].xml" not in names or not any(name.lower().startswith("xl/") for name in names):
        raise Unreadable("这不是 Excel 表格，请选择 .xlsx、.xls 或 .csv 文件；其他格式请另存为 .xlsx。")
    kinds = package.read("[Content_Types].xml").lower()
    if (
        b"macroenabled" in kinds
        or b"vbaproject" in kinds
        or any("vbaproject" in name.lower() for name in names)
    ):
        raise Unreadable("这个表格带有宏，没有读取。请另存为不带宏的 .xlsx 再试。")
    if b"sheet.binary" in kinds:
        raise Unreadable("这是二进制格式的表格（.xlsb），请另存为 .xlsx 再试。")


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Broken | None:
    """Read a part to its end; of a sheet, what is broken in it.

    That holds the directory to the truth, which may lie about sizes: Python reads no more than it says
    and then finds the checksum wrong, the reader of workbooks would unpack whatever comes.
    """
    scan = _Scan()
    with package.open(entry) as part:
        while chunk := part.read(_CHUNK):
            scan.feed(chunk)
    return scan.broken if scan.is_sheet else None


class _Scan:
    """Walks the XML of a sheet as it comes; of any other part only its first element."""

    def __init__(self):
        self.broken: Broken = {}
        self._height = self._width = 0
        self.is_sheet = None
        self._row = self._column = -1
        self._kind, self._filled, self._formula = "", False, False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse_entity

    def feed(self, chunk: bytes) -> None:
        if self.is_sheet is False:
            return
        try:
            self._parser.Parse(chunk)
        except expat.ExpatError as error:
            if self.is_sheet:
                raise Unreadable(DAMAGED) from error
            self.is_sheet = False

    def _refuse_entity(self, *_):
        raise Unreadable(DAMAGED)  # no program writes entities; they may stand for gigabytes

    def _start(self, name, attributes):
        name = name.rpartition(" ")[2]
        if self.is_sheet is None:
            self.is_sheet = name == "worksheet"
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._column = -1
        elif name == "c":
            self._place(attributes.get("r", ""))
            self._kind, self._filled, self._formula = attributes.get("t", ""), False, False
        elif name in ("v", "is"):
            self._parser.CharacterDataHandler = self._text
        elif name == "f":
            self._formula = True

    def _text(self, _):
        self._filled = True
        self._parser.CharacterDataHandler = None

    def _place(self, reference: str) -> None:
        place = re.fullmatch("([A-Z]{1,3})([0-9]{1,7})", reference)
        if place:
            self._row = int(place[2]) - 1
            self._column = _number(place[1]) - 1
        else:
            self._column += 1

    def _end(self, name):
        if not self.is_sheet or name.rpartition(" ")[2] != "c":
            return
        self._parser.CharacterDataHandler = None
        at = (self._row, self._column)
        if self._kind == "e":
            self.broken[at] = "这一格的公式出错了（如 #REF!、#N/A），请改正后再试。"
        elif self._formula and not self._filled:
            self.broken[at] = _NOT_COUNTED
        if self._filled or self._formula:
            self._take(*at)

    def _take(self, row: int, column: int) -> None:
        self._height, self._width = max(self._height, row + 1), max(self._width, column + 1)
        refuse_too_wide("", self._height, self._width)


def refuse_too_wide(name: str, height: int, width: int) -> None:
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > LARGEST_CELLS:
        raise Unreadable(
            f"工作表{f'“{name}”' if name else ''}的内容一直到第{height}行、第{width}列，超过一次能读的"
            f"{MOST_ROWS}行、{MOST_COLUMNS}列，请删去多余的内容，或者分成几份再试。"
        )


def _by_name(package: zipfile.ZipFile, broken: dict[str, Broken | None]) -> dict[str, Broken]:
    """The sheets by the names that their tabs bear."""
    paths = {}
    for path in broken:
        if path.lower().endswith("workbook.xml.rels"):
            home = path.rpartition("_rels/")[0]
            for one in etree.fromstring(package.read(path), _WARY):
                paths[one.get("Id")] = normpath(join("/", home, one.get("Target", ""))).lstrip("/")
    named = {}
    for path in broken:
        if path.lower().endswith("xl/workbook.xml"):
            for one in etree.fromstring(package.read(path), _WARY).iter("{*}sheet"):
                identity = next((value for key, value in one.items() if key.endswith("}id")), "")
                named[one.get("name", "")] = broken.get(paths.get(identity, "")) or {}
    return named


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
