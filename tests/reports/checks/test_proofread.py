import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

TEXT = "2020年工作总结\r\n组织300余名青年,慰问群众。\n"


def proofread(path, *options):
    out = StringIO()
    call_command("proofread", str(path), *options, stdout=out)
    return out.getvalue()


def test_what_is_found_is_told_as_json_with_its_places(tmp_path):
    file = tmp_path / "稿.txt"
    file.write_bytes(TEXT.encode("utf-8-sig"))

    assert json.loads(proofread(file, "--json")) == [
        {
            "code": "number_without_record",
            "severity": "blocker",
            "start": 12,
            "end": 17,
            "text": "300余名",
            "message": "“300余名”没有记录支撑，请录入“活动数据”并在文中用花括号引用，或删去这个数字。",
        },
        {
            "code": "half_width_mark",
            "severity": "hint",
            "start": 19,
            "end": 20,
            "text": ",",
            "message": "“,”是半角标点，中文里请用“，”。",
        },
    ]


def test_it_is_told_line_by_line_also_of_a_file_in_the_encoding_of_windows(tmp_path):
    file = tmp_path / "稿.txt"
    file.write_bytes(TEXT.encode("gb18030"))

    assert proofread(file).splitlines() == [
        "第2行第3字　必须改　“300余名”没有记录支撑，请录入“活动数据”并在文中用花括号引用，或删去这个数字。",
        "第2行第10字　请核对　“,”是半角标点，中文里请用“，”。",
        "共2处：必须改的1处，请核对的1处。",
    ]


def test_a_text_without_fault_is_said_to_be_so(tmp_path):
    file = tmp_path / "稿.txt"
    file.write_text("扎实推进各项工作。", encoding="utf-8")

    assert (proofread(file), proofread(file, "--json")) == ("没有发现问题。\n", "[]\n")


@pytest.mark.parametrize("content", [None, b"PK\x03\x04\0\0", b"\xff\xff\xff"])
def test_a_file_that_cannot_be_read_is_refused_in_one_line(tmp_path, content):
    file = tmp_path / "稿.txt"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(CommandError, match=r"^读不了“.*稿.txt”：[^\n]*。$") as refused:
        proofread(file)

    assert refused.value.returncode == 2
