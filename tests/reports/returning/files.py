"""Word files for the tests of reading: exported ones with something changed, and small ones by hand."""

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reports.document import Document
from tests.reports.documents import document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r" Type="{MAIN}" Target="word/document.xml"/></Relationships>'
)
SOFFICE = shutil.which("soffice")


def keyed(**changes) -> Document:
    """The small document with the keys that a draft's items and sections have."""
    made = document(**changes)
    records, plan = made.sections
    [item], [planned] = records.items, plan.items
    promised = replace(planned.children[0], key="commitment-2")
    return replace(
        made,
        sections=(
            replace(records, items=(replace(item, key="activity-4"),), key="area-1"),
            replace(plan, items=(replace(planned, children=(promised,), key="planitem-1"),), key="plan"),
        ),
    )


def zipped(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def word_of(body: str, namespace: str = WORD, **beside: str) -> bytes:
    """A .docx with this body, and other parts beside it: ``comments``."""
    parts = {
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
    }
    for name, content in beside.items():
        parts[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{namespace}">{content}</w:{name}>'
    return zipped(parts)


def edited(file: bytes, change: Callable[[list[Paragraph]], object]) -> bytes:
    """The file after somebody changed its paragraphs."""
    word = docx.Document(BytesIO(file))
    change(word.paragraphs)
    written = BytesIO()
    word.save(written)
    return written.getvalue()


def without_properties(file: bytes) -> bytes:
    """As a program leaves it that keeps no properties."""
    with zipfile.ZipFile(BytesIO(file)) as package:
        return zipped({name: package.read(name) for name in package.namelist() if "custom" not in name})


def paragraph_with(paragraphs: list[Paragraph], words: str) -> Paragraph:
    return next(one for one in paragraphs if words in one.text)


def retype(paragraphs: list[Paragraph], old: str, new: str) -> None:
    """Other words for those of one run, where bookmarks stay as they are."""
    run = next(run for paragraph in paragraphs for run in paragraph.runs if old in run.text)
    run.text = run.text.replace(old, new)


def without_bookmarks(paragraph: Paragraph) -> None:
    for element in list(paragraph._p):
        if element.tag in (qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            paragraph._p.remove(element)


def add_behind(paragraph: Paragraph, *texts: str) -> None:
    """New paragraphs, as Enter makes them."""
    for text in reversed(texts):
        new = docx.Document().add_paragraph(text)._p
        paragraph._p.addnext(new)


def resaved(file: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it."""
    (folder / "returned.docx").write_bytes(file)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            SOFFICE,
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            folder / "out",
            folder / "returned.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "out/returned.docx").read_bytes()
