"""What is uploaded as a Word file and is none, or could do harm: each a sentence."""

import pytest

from reports.returning.word.package import MOST_BYTES, Package, Unreadable
from reports.returning.word.reading import read
from tests.reports.returning.files import RELATIONS, word_of, zipped

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
DAMAGED = "文件已经损坏，打不开。请在 WPS 或 Word 里重新保存一次，再上传。"
PASSWORD = "文件有打开密码，读不了。请在 WPS 或 Word 里去掉密码，另存以后再上传。"
SAVE_AS = "请在 WPS 或 Word 里另存为“Word 文档（.docx）”，再上传。"
GOOD = word_of("<w:p><w:r><w:t>好</w:t></w:r></w:p>")


def main_part(content: str | bytes) -> bytes:
    return zipped({"_rels/.rels": RELATIONS, "word/document.xml": content})


def marked_as_encrypted(file: bytes) -> bytes:
    """The general purpose bit of every entry says so, in both directories of the ZIP file."""
    changed = bytearray(file)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(signature)
        while place >= 0:
            changed[place + at] |= 1
            place = changed.find(signature, place + 1)
    return bytes(changed)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (b"", "文件是空的，请核对选的是不是这一份。"),
        ("会议通知".encode(), f"这不是 Word 文件（.docx）。{SAVE_AS}"),
        (b"%PDF-1.7 ...", "这是 PDF 文件，读不了。请上传在它之前修改的 Word 文件（.docx）。"),
        (OLE + b"\0" * 600, f"这是旧格式的文件（.doc 或 .wps），读不了。{SAVE_AS}"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PASSWORD),
        (marked_as_encrypted(GOOD), PASSWORD),
        (b"PK\x03\x04 and no more", DAMAGED),
        (GOOD[: len(GOOD) // 2], DAMAGED),
        (zipped({"照片.txt": "x"}), f"这不是 Word 文件，里面没有 Word 的正文。{SAVE_AS}"),
        (
            zipped(
                {"_rels/.rels": RELATIONS.replace("word/document", "xl/workbook"), "xl/workbook.xml": "<x/>"}
            ),
            f"这不是 Word 文件，里面没有 Word 的正文。{SAVE_AS}",
        ),
        (main_part("<w:document"), DAMAGED),
        (main_part(b"\xff\xfe\x00"), DAMAGED),
        (
            main_part('<!DOCTYPE d [<!ENTITY a "一"><!ENTITY b "&a;&a;">]><d>&b;</d>'),
            DAMAGED,
        ),
        (main_part('<!DOCTYPE d SYSTEM "http://example.org/d.dtd"><d/>'), DAMAGED),
        (main_part('<w:document xmlns:w="x"/>'), "这不是 Word 文件，里面没有 Word 的正文。"),
    ],
)
def test_what_is_no_word_file_is_refused_in_a_sentence(file, sentence):
    with pytest.raises(Unreadable) as refused:
        read(file)

    assert str(refused.value) == sentence


def test_a_part_that_unpacks_to_more_than_any_report_is_not_unpacked():
    bomb = main_part(b" " * (MOST_BYTES + 1))

    assert len(bomb) < 100_000
    with pytest.raises(Unreadable, match="文件解开以后太大"):
        Package(bomb).main()


def test_a_file_too_large_is_not_opened():
    with pytest.raises(Unreadable, match="文件超过 20 MB"):
        Package(b"PK" + b"\0" * MOST_BYTES)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (f"<w:p><w:r><w:t>{'字' * 200_001}</w:t></w:r></w:p>", "文件里的字超过 20 万"),
        ("<w:p><w:r><w:t>字</w:t></w:r></w:p>" * 3001, "文件里的段落超过 3000 个"),
    ],
)
def test_more_text_than_any_report_is_not_read(body, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read(word_of(body))
