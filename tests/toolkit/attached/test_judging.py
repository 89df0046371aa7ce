"""What may be attached is told by its content, and all of its words are read."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests import uploads
from toolkit.attached import judging, packages
from toolkit.attached.fields import taken
from toolkit.attached.judging import (
    ACTIVE,
    DAMAGED,
    LARGEST,
    NO_DOCUMENT,
    OLD_OFFICE,
    OTHER,
    PASSWORD,
    judged,
)

WORD = uploads.word("报名表")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MACROS = b'<Types><Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
TEMPLATE = b'<x><Relationship Type="x/attachedTemplate" Target="http://x" TargetMode="External"/></x>'
SCRIPT = "/OpenAction << /S /JavaScript /JS (app.alert) >>"


def test_words_of_a_word_file_are_read_with_tables_headers_and_what_was_deleted():
    document = uploads.word("报名 须知", author="张三", table=[("姓名", "电话"), ("李四", "13812345678")])
    gone = "<w:del xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    gone += "<w:p><w:r><w:delText>旧电话</w:delText></w:r></w:p></w:del>"

    found = judged(uploads.package(document, **{"word/footer9.xml": gone.encode()}))

    assert (found.kind, found.names, found.is_whole) == ("docx", ["张三"], True)
    assert found.words.split("\n") == ["报名 须知", "姓名 电话", "李四 13812345678", "旧电话"]


def test_words_of_a_workbook_are_read_as_people_read_them_hidden_sheets_too():
    book = uploads.workbook(
        ["姓名", "身份证号", "出生日期"],
        ["张三", 110105199001011200, date(1990, 1, 1)],
        hidden=[["备注", 13812345678]],
    )

    found = judged(book)

    assert (found.kind, found.names) == ("xlsx", [])
    assert found.words.split("\n") == [
        *("Sheet", "隐藏", "姓名 身份证号 出生日期"),
        "张三 110105199001011200 1990年1月1日",
        "备注 13812345678",
    ]


def test_words_of_a_pdf_are_read_and_its_author():
    assert judged(uploads.pdf("Tel 13812345678", author="Zhang")) == judging.Judged(
        "pdf", "Tel 13812345678", ["Zhang"]
    )


def test_of_a_very_long_document_it_is_said_that_not_all_was_read(monkeypatch):
    monkeypatch.setattr(judging, "MOST_WORDS", 3)

    assert judging.cut(["三个", "字"]) == ("三个\n", False)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", judging.EMPTY),
        (b"hello", NO_DOCUMENT),
        (uploads.photo().read(), OTHER.format("图片")),
        (b"MZ" + bytes(99), OTHER.format("程序")),
        (OLE, OLD_OFFICE),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PASSWORD),
        (uploads.package(WORD, **{"word/vbaProject.bin": b"x"}), ACTIVE.format("宏")),
        (uploads.package(WORD, **{"[Content_Types].xml": MACROS}), ACTIVE.format("宏")),
        (uploads.package(WORD, **{"word/activeX/activeX1.xml": b"x"}), ACTIVE.format("控件（ActiveX）")),
        (uploads.package(WORD, **{"word/embeddings/oleObject1.bin": b"x"}), ACTIVE.format("嵌入的其他文件")),
        (uploads.package(WORD, **{"word/_rels/settings.xml.rels": TEMPLATE}), ACTIVE.format("别处的模板")),
        (uploads.package(WORD, **{"word/document.xml": b"<broken"}), DAMAGED),
        (uploads.package(WORD, **{"[Content_Types].xml": b"<Types/>"}), OTHER.format("别的文件")),
        (WORD[:500], DAMAGED),
        (uploads.pdf(catalog=SCRIPT), ACTIVE.format("脚本（JavaScript）")),
        (uploads.pdf(catalog="/OpenAction << /S /Launch /F (x) >>"), ACTIVE.format("打开其他程序的动作")),
        (uploads.pdf(catalog="/Names << /EmbeddedFiles << /EF << >> >> >>"), ACTIVE.format("嵌入的其他文件")),
        (b"%PDF-1.4 broken", DAMAGED),
    ],
    ids=[
        *(
            "empty",
            "text",
            "photo",
            "program",
            "old",
            "locked",
            "macros",
            "declared macros",
            "activex",
            "ole",
        ),
        *("template", "xml", "zip", "cut off", "script", "launch", "file in it", "broken pdf"),
    ],
)
def test_refuses_in_a_sentence(content, sentence):
    with pytest.raises(ValidationError) as refusal:
        judged(content)

    assert refusal.value.messages == [sentence]


def test_refuses_a_package_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr(packages, "LARGEST_WHOLE", 2**20)

    with pytest.raises(ValidationError) as refusal:
        judged(uploads.package(WORD, **{"word/media/a.bin": bytes(2**20)}))

    assert refusal.value.messages == [packages.TOO_LARGE]


def test_refuses_a_package_of_more_elements_and_attributes_than_memory_is_for(monkeypatch):
    """Each takes hundreds of bytes: a hundred kilobytes would unpack to a gigabyte of them."""
    monkeypatch.setattr(packages, "MOST_MARKS", 2000)

    with pytest.raises(ValidationError) as refusal:
        judged(uploads.package(WORD, **{"word/document.xml": b"<p a=''>" * 1000}))

    assert refusal.value.messages == [packages.TOO_LARGE]


def test_words_told_again_and_again_are_read_until_they_are_enough(monkeypatch):
    monkeypatch.setattr(judging, "MOST_WORDS", 10)

    assert list(judging.bounded("四个字词" for _ in range(9**9))) == ["四个字词"] * 3


def test_relations_of_a_package_are_read_as_what_they_are_however_long():
    relations = (
        b"<x><y z='" + b"attachedTemplate" * 100_000 + b"'/></x>"
    )  # once looked through again from each

    assert judged(uploads.package(WORD, **{"word/_rels/settings.xml.rels": relations})).kind == "docx"


def test_refuses_what_is_too_large_before_reading_it():
    file = uploads.upload(b"%PDF-", "a.pdf")
    file.size = LARGEST + 1

    with pytest.raises(ValidationError) as refusal:
        taken(file)

    assert refusal.value.messages == ["文件超过 20 MB，请压缩图片或分成几份再上传。"]
