"""The command, on files that are no documents and on documents that say nothing."""

import io
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def package(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", parts.pop("kinds", b"<Types/>"))
        for name, data in parts.items():
            file.writestr(f"word/{name}", data)
    return buffer.getvalue()


def scanned() -> bytes:
    from pypdf import PdfWriter

    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "文件里没有文字。"),
        (b" \n\t\n", "文件里没有文字。"),
        (b"a" * (50 * 2**20), "文件有50 MB，超过20 MB，请只留文字，分成几份再试。"),
        (bytes(range(256)), "这不是文字文件，可能是改了扩展名的图片或程序，请选择 TXT、DOCX 或 PDF 文件。"),
        (b"<html><p>hello</p>", "这是网页或 RTF 文件，请打开后另存为 .docx 或 TXT，或复制文字粘贴。"),
        (_OLE, "这是旧格式的 Word 文件（.doc），请用 WPS 或 Word 另存为 .docx 再试。"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "这份 Word 文件加了密码，请去掉密码再试。"),
        (
            package(kinds=b'<Types macroEnabled="1"/>', **{"document.xml": b"<a/>"}),
            "这份 Word 文件带有宏，请另存为不带宏的 .docx 再试。",
        ),
        (
            package(**{"document.xml": b"0" * (41 * 2**20)}),
            "这份文件解开后过大（文字部分超过40 MB），不像普通的 Word 文件，没有读取。",
        ),
        (
            package(**{"document.xml": b"<a/>", "header1.xml": b"0" * (41 * 2**20)}),
            "这份文件解开后过大（文字部分超过40 MB），不像普通的 Word 文件，没有读取。",
        ),
        (package(other=b""), "这是压缩包，不是 Word 文件，请选择 .docx 文件。"),
        (scanned(), "这份 PDF 是扫描件，里面只有图片没有文字，请先做文字识别（OCR），或粘贴文字。"),
    ],
    ids=[
        "empty",
        "blank",
        "50MB",
        "binary",
        "page",
        "old",
        "locked",
        "macro",
        "bomb",
        "other",
        "zip",
        "scan",
    ],
)
def test_a_file_that_cannot_be_read_ends_with_two_and_one_line(data, sentence, tmp_path):
    file = tmp_path / "file.txt"
    file.write_bytes(data)

    with pytest.raises(CommandError) as refusal:
        call_command("import_summary", str(file), "--dry-run", "--json")

    assert (str(refusal.value), refusal.value.returncode) == (sentence, 2)


@pytest.mark.parametrize(("name", "why"), [("none.txt", "没有这个文件"), ("", "这是文件夹，不是文件")])
def test_what_is_no_file_says_so(name, why, tmp_path):
    with pytest.raises(CommandError) as refusal:
        call_command("import_summary", str(tmp_path / name), "--dry-run", "--json")

    assert (str(refusal.value), refusal.value.returncode) == (f"打不开“{tmp_path / name}”：{why}。", 2)


def imported(words: str, tmp_path) -> dict:
    file, out = tmp_path / "file.txt", io.StringIO()
    file.write_text(words)
    call_command("import_summary", str(file), "--dry-run", "--json", stdout=out)
    return json.loads(out.getvalue())


def test_a_novel_has_no_figures_no_honours_and_is_kept_whole(tmp_path):
    words = "那天傍晚她独自走到河边，风从对岸吹来。\n他说起许多年前的事，却说不出一句完整的话。\n" * 40

    found = imported(words, tmp_path)

    assert found["source"] == words.strip()
    assert (found["title"], found["committee"], found["period"], found["awards"]) == (None, None, None, [])
    assert [figure for one in found["sections"] for item in one["items"] for figure in item["figures"]] == []


def test_thousands_of_items_are_each_an_item(tmp_path):
    words = "甲区2020年工作总结\n一、工作\n" + "\n".join(f"{n}、开展活动{n}场。" for n in range(1, 3001))

    found = imported(words, tmp_path)

    (section,) = found["sections"]
    assert len(section["items"]) == 3000
    assert section["items"][-1]["figures"][0]["value"] == "3000"
