"""What was read of a file that came back: its text, and whose it says it is."""

from dataclasses import asdict, dataclass

from reports.exporters import marks
from reports.returning.word.body import Mark, Paragraph, Text, text_of
from reports.returning.word.package import Package, Unreadable

_NOT_OURS = (
    "这份文件里没有导出时写进的记号：它不是从这里导出的，或者文字是粘贴到新文件里的。"
    "请在导出的 Word 文件上修改，再上传。"
)


@dataclass(frozen=True)
class Reading:
    text: Text
    told: dict[str, str]  # the file's properties: whose it is, and the fingerprint of each text

    @property
    def draft(self) -> str:
        return self.told.get(marks.DRAFT, "")

    def refuse_of_another(self, *, slug: str, office: str) -> None:
        """Raises Unreadable, a sentence that names where the file belongs."""
        names = {mark.name for paragraph in self.text.paragraphs for mark in paragraph.marks}
        ours = [name for name in names if not name.startswith(f"{marks.REPORT}_")]
        if not ours or not (marks.REPORT in self.told or names & {marks.mark_of_report(slug)}):
            other = next((name for name in names if name.startswith(f"{marks.REPORT}_")), "")
            raise Unreadable(
                _of_another(other.removeprefix(f"{marks.REPORT}_"), slug) if other else _NOT_OURS
            )
        if self.told.get(marks.OFFICE, office) != office:
            raise Unreadable(f"这份文件是“{self.told[marks.OFFICE]}”导出的，不是“{office}”的，没有读取。")
        if self.told.get(marks.REPORT, slug) != slug:
            raise Unreadable(_of_another(self.told[marks.REPORT], slug))

    def to_json(self) -> dict:
        return asdict(self)


def _of_another(other: str, slug: str) -> str:
    return f"这份文件是另一份总结（{other}）的，不是本总结（{slug}）的。请到那一份总结的页面上传。"


def read(file: bytes) -> Reading:
    """The reading of a .docx. Raises Unreadable, a sentence for whoever uploaded it."""
    package = Package(file)
    properties = package.part("docProps/custom.xml")
    told = (
        {one.get("name", ""): "".join(one.itertext()) for one in properties if isinstance(one.tag, str)}
        if properties is not None
        else {}
    )
    return Reading(text_of(package), told)


def from_json(data: dict) -> Reading:
    """What ``to_json`` wrote."""
    text = data["text"]
    paragraphs = [
        Paragraph(one["text"], [Mark(**mark) for mark in one["marks"]]) for one in text["paragraphs"]
    ]
    rows = [tuple(row) for row in text["rows"]]
    beside = [tuple(one) for one in text["beside"]]
    return Reading(Text(paragraphs, rows, beside, text["revisions"]), data["told"])
