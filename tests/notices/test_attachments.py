"""Documents attached to notices: chosen at the desk, held by the gate, downloaded by readers."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.urls import reverse
from reversion.models import Version

from desk.bin.actions import put_away, take_out
from desk.models import ChosenFile, Draft
from notices.models import Attachment, Notice
from search.refresh import refresh
from tests import uploads
from tests.factories import AttachmentFactory, NoticeFactory
from tests.pages import Desk, FormOnPage, refusals
from tests.reading import texts
from toolkit.attached.judging import CONTENT_TYPES, NO_DOCUMENT

pytestmark = pytest.mark.django_db

WORD = uploads.word("报名表", author="张三")
PHONE = uploads.word("联系人", "13812345678")
STOPPED = "附件第1行·文件里的文字：写有手机号码（联系人 138…），不能公开，请删去。"


def form_of(desk, notice):
    return Desk(desk, reverse("admin:notices_notice_change", args=[notice.pk]))


def attach(form, content=WORD, name="报名表（2020）.docx", **more):
    return form.add_row("attachments", file=uploads.upload(content, name), **{"title": "", **more})


def said(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_attachment_bears_the_name_of_its_file_and_tells_what_it_betrays(desk):
    notice = NoticeFactory()

    answer = attach(form_of(desk, notice)).send()

    kept = notice.attachments.get()
    assert (kept.title, kept.kind, kept.size, kept.words) == ("报名表（2020）", "docx", len(WORD), "报名表")
    assert said(answer)[0] == (
        "附件“报名表（2020）”的文件属性里写有“张三”，下载的人也看得到；"
        "不想公开的，请在 WPS 或 Word 里清除后重新上传。"
    )


def test_scan_is_said_not_to_be_checked(desk):
    answer = attach(form_of(desk, NoticeFactory()), uploads.pdf(), "通知.pdf").send()

    assert said(answer)[0] == ("附件“通知”里没有能读出的文字（可能是扫描件），没有做隐私检查，请自己核对。")


def test_what_is_no_document_is_refused_beside_it_and_good_ones_are_held(desk):
    form = attach(attach(form_of(desk, NoticeFactory())), b"hello", "通知.pdf")

    answer = form.send()

    assert refusals(answer) == {"attachments-1-file": [NO_DOCUMENT]}
    assert (Attachment.objects.count(), ChosenFile.objects.get().name) == (0, "报名表（2020）.docx")
    form.fields = {name: value for name, value in FormOnPage(answer).fields.items() if "__" not in name}
    form.type(**{"attachments-1-DELETE": "on"}).send()
    assert Attachment.objects.get().title == "报名表（2020）"


def test_two_of_one_name_are_refused(desk):
    answer = attach(attach(form_of(desk, NoticeFactory()))).send()

    assert refusals(answer) == {"attachments-1-title": ["已经有一个附件叫这个名称，请换一个。"]}


def test_row_says_which_file_is_kept_for_it_where_another_is_refused(desk):
    form = attach(attach(form_of(desk, NoticeFactory())), b"MZ", "通知.pdf")

    answer = form.send().content.decode()

    assert answer.count("已选好“报名表（2020）.docx”，不必重新选择") == 1
    assert "已选好“通知.pdf”" not in answer


def test_what_is_private_in_a_file_stops_publication(desk):
    notice = AttachmentFactory(file=uploads.upload(PHONE, "名单.docx")).notice

    form_of(desk, notice).send("publish")
    page = desk.get(reverse("admin:notices_notice_act", args=[notice.pk, "publish"]))

    assert Notice.objects.get().state == "draft"
    assert texts(page, "//form[@class='act']/ul/li") == [STOPPED]


def test_attachment_added_to_a_live_notice_waits_in_its_draft_and_is_held_by_the_gate(desk, client):
    notice = NoticeFactory(published=True)

    attach(form_of(desk, notice), PHONE).send()
    assert (Attachment.objects.count(), Draft.objects.get().files.count()) == (0, 1)
    answer = form_of(desk, notice).send("update")

    assert STOPPED.removeprefix("附件第1行·") in str(refusals(answer))
    assert not Attachment.objects.exists()


def test_reader_downloads_what_the_page_lists(client):
    notice = NoticeFactory(published=True)
    second = AttachmentFactory(notice=notice, title="回执", position=2)
    first = AttachmentFactory(
        notice=notice, title="报名表", position=1, file=uploads.upload(uploads.pdf("x"), "a.pdf")
    )

    page = client.get(notice.get_absolute_url())

    listed = "//section[@aria-labelledby='files']//li"
    size = f"{round(second.size / 1024)} KB"
    assert texts(page, listed) == ["报名表（PDF，1 KB）", f"回执（DOCX，{size}）"]
    assert texts(page, f"{listed}/a/@href") == [first.get_absolute_url(), second.get_absolute_url()]
    answer = client.get(first.get_absolute_url())
    told = {name: answer[name] for name in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")}
    assert (answer.status_code, told) == (
        200,
        {
            "Content-Type": CONTENT_TYPES["pdf"],
            "Content-Disposition": "attachment; filename*=utf-8''%E6%8A%A5%E5%90%8D%E8%A1%A8.pdf",
            "X-Content-Type-Options": "nosniff",
        },
    )
    assert answer["Cache-Control"] == "private, no-cache"
    assert b"".join(answer.streaming_content) == uploads.pdf("x")


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_nobody_downloads_what_is_not_public_but_staff(client, staff, state):
    attachment = AttachmentFactory(notice=NoticeFactory(state=state))
    assert client.get(attachment.get_absolute_url()).status_code == 404

    client.force_login(staff)
    answer = client.get(attachment.get_absolute_url())

    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)


def test_attachment_is_of_its_own_notice_and_its_file_has_no_other_address(client):
    attachment = AttachmentFactory(notice__published=True)
    other = NoticeFactory(published=True)
    address = reverse("notices:attachment", args=[other.pk, attachment.pk])

    assert [client.get(one).status_code for one in (address, f"/media/{attachment.file.name}")] == [404, 404]
    default_storage.delete(attachment.file.name)
    assert client.get(attachment.get_absolute_url()).status_code == 404


def test_attachment_comes_back_out_of_the_bin_with_its_notice(client, staff):
    attachment = AttachmentFactory(notice__published=True)
    [binned] = put_away([attachment.notice], by=staff)
    assert client.get(attachment.get_absolute_url()).status_code == 404

    take_out(binned, by=staff)

    assert client.get(attachment.get_absolute_url()).status_code == 200


def test_notice_is_found_by_its_number_and_by_what_is_attached(client):
    attachment = AttachmentFactory(title="志愿服务登记表", notice__title="通知甲", notice__published=True)
    Notice.objects.update(number="西团〔2020〕5号")
    refresh()

    for words in ("登记表", "西团〔2020〕5号"):
        assert "通知甲" in client.get("/search/", {"q": words}).content.decode()
    attachment.delete()
    refresh()
    assert texts(client.get("/search/", {"q": "登记表"}), "//article") == []


@pytest.mark.parametrize(
    "typed",
    ["西团[2020]5号", "西团［２０２０］第05号", "西团【2020】5号", " 西团 (2020) 5 号", "西团〔2020年〕5"],
)
def test_number_is_kept_as_documents_bear_it(desk, typed):
    notice = NoticeFactory()

    form_of(desk, notice).type(number=typed).send()

    assert Notice.objects.get().number == "西团〔2020〕5号"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("第5号", "文号由机关代字、六角括号里的年份和顺序号组成，例如“西团〔2020〕5号”。"),
        ("西团〔2020〕6号", "已经有一条通知公告用了这个文号，请核对。"),
    ],
)
def test_number_that_is_none_or_taken_is_refused_beside_it(desk, typed, sentence):
    NoticeFactory(number="西团〔2020〕6号")

    answer = form_of(desk, NoticeFactory()).type(number=typed).send()

    assert refusals(answer) == {"number": [sentence]}


def test_number_stands_on_the_page_and_in_the_list(client):
    notice = NoticeFactory(title="通知甲", number="西团〔2020〕5号", published=True)

    assert "文号：西团〔2020〕5号" in client.get(notice.get_absolute_url()).content.decode()
    assert texts(client.get("/notices/"), "//main//article") == ["通知甲 通知 西团〔2020〕5号 2020年5月29日"]


def test_attachment_that_was_taken_away_comes_back_with_an_earlier_version(desk):
    notice = NoticeFactory(published=True)
    attach(form_of(desk, notice)).send("update")
    version = Version.objects.get_for_object(notice).first()
    form_of(desk, notice).type(**{"attachments-0-DELETE": "on"}).send("update")
    assert not Attachment.objects.exists()

    desk.post(reverse("admin:notices_notice_restore", args=[notice.pk, version.pk]))
    form_of(desk, notice).send("update")

    back = Attachment.objects.get()
    assert (back.title, back.words, back.file.read()) == ("报名表（2020）", "报名表", WORD)
