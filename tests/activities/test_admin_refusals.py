"""Bad input to the form of an activity: a sentence beside the field, nothing typed lost, nothing saved."""

import pytest
from django.urls import reverse

from activities.models import Activity, Photo
from tests import uploads
from tests.factories import FigureFactory, PartnerFactory
from tests.pages import Desk, refusals, still_typed, typed
from toolkit.dates.typed import NOT_READ
from toolkit.pictures.reading import NOT_A_PICTURE, OTHER_FORMAT, TOO_MANY_BYTES, TOO_MANY_PIXELS

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": "长" * 121}, {"title": ["最多 120 个字，现在有 121 个字。"]}),
        ({"title": "空\x00字符"}, {"title": ["这里有看不见的字符，请删去后再保存。"]}),
        ({"body": "<p>空\x00字符</p>"}, {"body": ["这里有看不见的字符，请删去后再保存。"]}),
        ({"starts_on": "三月上旬"}, {"starts_on": [NOT_READ]}),
        ({"starts_on": "2020/02/30"}, {"starts_on": ["没有2020年2月30日这一天，请核对。"]}),
        (
            {"date_precision": "season", "starts_on": "9999/12/31"},
            {"starts_on": ["年份应在1949年至2100年之间，请核对。"]},
        ),
        ({"ends_on": "2020/03/04"}, {"ends_on": ["结束日期不能早于开始日期。"]}),
        (
            {"date_precision": "about", "ends_on": "2020/03/06"},
            {"ends_on": ["选“某一天前后”或“自某一天起”时，不要填写结束日期。"]},
        ),
        (
            {"date_precision": "month", "day_part": "morning"},
            {"day_part": ["只有“某一天”才能填写上午、下午等时段。"]},
        ),
        (
            {"summary": "组织{志愿者深入一线。"},
            {"summary": ["花括号没有成对，或者里面是空的。请写成“{数据名称}”。"]},
        ),
        (
            {"summary": "组织{志愿者}深入一线。"},
            {"figures": ["概要里写了{志愿者}，但下面没有叫这个名称的数据。请补上数据，或修改概要。"]},
        ),
    ],
)
def test_activity_is_refused_beside_its_field(form, values, said):
    form.type(**values)

    answer = form.send()

    assert refusals(answer) == said
    assert still_typed(form, answer) == typed(form)
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"not a picture", "photo.jpg", NOT_A_PICTURE),
        (b"", "photo.jpg", "文件是空的。"),
        (uploads.SVG, "photo.svg", NOT_A_PICTURE),
        (uploads.SVG, "photo.jpg", NOT_A_PICTURE),
        (uploads.photo(picture_format="GIF").read(), "photo.gif", OTHER_FORMAT.format("GIF")),
        (uploads.vast_png(), "photo.png", TOO_MANY_PIXELS),
        (uploads.vast_png(12_000, 10_001), "photo.png", TOO_MANY_PIXELS),
        (b"\xff\xd8" + b"\0" * 50 * 1024 * 1024, "photo.jpg", TOO_MANY_BYTES),
    ],
    ids=["text", "empty", "svg", "svg named jpg", "gif", "30,000²", "120 million pixels and more", "50 MB"],
)
def test_file_that_is_no_usable_photo_is_refused_beside_it(form, content, name, sentence):
    form.add_row("photos", image=uploads.upload(content, name), alt="志愿者在清扫步道")

    answer = form.send()

    assert refusals(answer) == {"photos-0-image": [sentence]}
    assert still_typed(form, answer) == typed(form)
    assert not Activity.objects.exists()


def test_photo_without_alternative_text_is_refused_once_it_is_to_be_published(form):
    form.add_row("photos", image=uploads.photo(), caption="清扫步道")

    answer = form.send("publish")

    assert refusals(answer) == {"photos-0-alt": ["请填写这一项。"]}
    assert still_typed(form, answer) == typed(form)
    assert not Photo.objects.exists()


@pytest.mark.parametrize(
    ("prefix", "row", "said"),
    [
        (
            "figures",
            {"name": "志愿者", "wording": "300余名"},
            {"figures-1-name": ["本活动已经有同名的数据，请换一个名称。"]},
        ),
        (
            "participants",
            {"name": "芦君", "role": "chaired"},
            {
                "participants-1-name": [
                    "这个人在活动中的同一角色已经填过；确是同名的两个人，请写明各自的职务。"
                ]
            },
        ),
    ],
)
def test_second_of_two_equal_rows_is_refused(form, prefix, row, said):
    form.add_row(prefix, **row).add_row(prefix, **row)

    answer = form.send()

    assert refusals(answer) == said
    assert still_typed(form, answer) == typed(form)
    assert not Activity.objects.exists()


def test_two_people_of_one_name_in_one_role_are_told_apart_by_their_posts(form):
    form.add_row("participants", name="王伟", role="attended", post="一支部书记")
    form.add_row("participants", name="王　伟", role="attended", post="二支部书记")

    form.send()

    assert list(Activity.objects.get().participants.values_list("name", "post")) == [
        ("王伟", "一支部书记"),
        ("王伟", "二支部书记"),
    ]


def test_second_of_two_equal_partnerships_is_refused(form):
    row = {"partner": str(PartnerFactory().pk), "part": "donor"}
    form.add_row("partnerships", **row).add_row("partnerships", **row)

    answer = form.send()

    assert refusals(answer) == {"partnerships-1-partner": ["这个单位的同一作用已经填过。"]}
    assert still_typed(form, answer) == typed(form)
    assert not Activity.objects.exists()


def test_row_that_equals_a_saved_one_is_refused(desk):
    figure = FigureFactory(name="志愿者")
    form = Desk(desk, reverse("admin:activities_activity_change", args=[figure.activity.pk]))
    form.add_row("figures", name="志愿者", wording="14支")

    answer = form.send()

    assert refusals(answer) == {"figures-1-name": ["本活动已经有同名的数据，请换一个名称。"]}
    assert list(figure.activity.figures.all()) == [figure]


def test_html_in_every_text_is_shown_as_text(form, desk):
    texts = ("title", "place", "audience", "occasion", "slogan", "summary", "source", "author", "reviewer")
    form.type(**dict.fromkeys(texts, SCRIPT))
    form.add_row("figures", name=SCRIPT, value="300", unit="名", note=SCRIPT)
    form.add_row("photos", image=uploads.photo(), alt=SCRIPT, caption=SCRIPT, credit=SCRIPT)
    form.add_row("participants", name=SCRIPT, post=SCRIPT)

    form.send()

    activity = Activity.objects.get()
    pages = [
        desk.get(address).content.decode()
        for address in (
            reverse("admin:activities_activity_changelist"),
            reverse("admin:activities_activity_change", args=[activity.pk]),
            reverse("admin:activities_activity_history", args=[activity.pk]),
            reverse("admin:activities_activity_delete", args=[activity.pk]),
            reverse("admin:activities_figure_changelist"),
        )
    ]
    assert activity.title == SCRIPT
    assert [page for page in pages if SCRIPT in page] == []


def test_rich_text_keeps_what_the_editor_can_write_and_nothing_else(form):
    form.type(
        body='<h2>标题</h2><p onclick="x()">正文<script>alert(1)</script>'
        '<a href="javascript:alert(1)">链接</a><img src=x onerror=alert(1)></p><style>p{}</style>'
    )

    form.send()

    assert Activity.objects.get().body == ("<h2>标题</h2><p>正文<a>链接</a></p>")
