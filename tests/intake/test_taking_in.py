"""A large document comes in step by step, and whoever waits for it sees how far it is."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from intake.admin.taking_in import AT_ONCE
from intake.models import Document

pytestmark = pytest.mark.django_db

ADD = reverse("admin:intake_document_add")
NUMBER = 5_500
LARGE = ("共青团西湖区委2020年上半年工作总结\n一、工作\n").encode() + b"".join(
    f"{n}、植树。3月12日，植树{n}棵。\n".encode() for n in range(1, NUMBER + 1)
)


def sent(desk, data: bytes):
    """The page as a browser has it in the end, and the pieces in which it came."""
    answer = desk.post(ADD, {"file": SimpleUploadedFile("总结.txt", data)})
    pieces = [piece.decode() for piece in answer.streaming_content]
    return html.fromstring("".join(pieces)), pieces


def test_each_step_is_told_as_it_begins_and_the_review_opens_by_itself(desk):
    page, pieces = sent(desk, LARGE)

    document = Document.objects.get()
    length = sum(map(len, LARGE.decode().splitlines()))
    assert [one.text_content().strip() for one in page.xpath("//ol/li")] == [
        "正在认出文字……",
        f"读出{length:,}字，正在去掉页码、水印等不属于正文的文字……",
        "正在分出各部分，找活动、荣誉、日期和数据，这一步最久……",
        "正在核对数据，列出要留意的地方……",
        "读出5,500条，正在记下来，等你审阅……",
        "已记下5,000条，共5,500条……",
        "已读完，都还没有保存为记录。 打开审阅",
    ]
    assert len(pieces) == 9  # each step by itself, between the head of the page and its end
    assert page.xpath("//li/meta/@content") == [f"0;url={document.review_address}"]
    assert document.proposals.count() == NUMBER


def test_a_large_document_that_is_known_is_not_read_again(desk):
    sent(desk, LARGE)

    page, _ = sent(desk, LARGE)

    assert page.xpath("//li")[-1].text_content().strip() == (
        "这份文件已经读过（“总结”），没有再读一遍。 打开原来的审阅"
    )
    assert Document.objects.count() == 1


def test_a_large_file_that_cannot_be_read_says_why_and_leads_back(desk):
    page, _ = sent(desk, bytes(range(256)) * (AT_ONCE // 256 + 1))

    (end,) = page.xpath("//li[@class='refused']")
    assert end.text_content().strip() == (
        "这不是文字文件，可能是改了扩展名的图片或程序，请选择 TXT、DOCX 或 PDF 文件。 返回再试"
    )
    assert end.xpath("a/@href") == [ADD]
    assert not Document.objects.exists()
