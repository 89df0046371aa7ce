"""Figures that the form of an activity refuses: a sentence beside the field, nothing typed lost."""

import pytest
from django.urls import reverse

from activities.models import Activity
from tests.factories import ActivityFactory, FigureFactory
from tests.pages import Desk, refusals, still_typed, typed

pytestmark = pytest.mark.django_db

NO_VALUE = "请填写数值，或在“数字写法”中写明，例如“300余名”。"
MAGNITUDE = "单位前面不要带“万”“千”等字：5万元的数值写50000、单位写“元”，或在“数字写法”里写“5万元”。"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, {"figures-0-value": [NO_VALUE]}),
        ({"value": "300"}, {"figures-0-unit": ["请填写单位，例如“名”“人次”“个”“元”。"]}),
        ({"value": "-5", "unit": "人"}, {"figures-0-value": ["数值不能是负数。"]}),
        ({"value": "1.5", "unit": "人"}, {"figures-0-value": ["人数和人次必须是整数。"]}),
        ({"value": "NaN", "unit": "人"}, {"figures-0-value": ["请填写数字。", NO_VALUE]}),
        ({"value": "1e400", "unit": "个"}, {"figures-0-value": ["最多 14 位数字。", NO_VALUE]}),
        (
            {"wording": "一千万人"},
            {"figures-0-value": ["人数或人次达到一千万，超出了一个区的范围，请核对。"]},
        ),
        (
            {"wording": "-300名"},
            {"figures-0-wording": ["“-300名”是负数，数量不能小于0，请核对。"]},
        ),
        (
            {"wording": "1亿人"},
            {"figures-0-value": ["人数或人次达到一千万，超出了一个区的范围，请核对。"]},
        ),
        (
            {"wording": "5<script>"},
            {
                "figures-0-wording": [
                    "读到了数字“5”，后面的“<script>”看不懂，请写成“数字＋量词”，例如“300余名”。"
                ]
            },
        ),
        (
            {"wording": "20至10人"},
            {"figures-0-wording": ["“20至10人”的两头写反了，小的在前，请写成“10至20人”这样。"]},
        ),
        (
            {"wording": "300团员"},
            {"figures-0-wording": ["读到了数字“300”，但“团员”开头的不是认得的量词。是不是要写“300名团员”？"]},
        ),
        (
            {"wording": "数百名"},
            {
                "figures-0-wording": [
                    "“数百名”没有说出确切的数，请写“300余名”这样的数；只知道大概的，请另填数值。"
                ]
            },
        ),
        (
            {"wording": "10^30元"},
            {
                "figures-0-wording": [
                    "读到了数字“10”，后面的“^30元”看不懂，请写成“数字＋量词”，例如“300余名”。"
                ]
            },
        ),
        ({"value": "5", "unit": "<b>"}, {"figures-0-unit": ["单位只能用文字，例如“名”“个”“公里”。"]}),
        ({"value": "5", "unit": "万元"}, {"figures-0-unit": [MAGNITUDE]}),
        ({"value": "1.2", "unit": "万人次"}, {"figures-0-unit": [MAGNITUDE]}),
        ({"value": "3", "unit": "千人"}, {"figures-0-unit": [MAGNITUDE]}),
        ({"wording": "99999999亿个"}, {"figures-0-wording": ["这个数太大，或者小数超过两位，请核对。"]}),
        (
            {"wording": "300名", "kind": "money"},
            {
                "figures-0-unit": [
                    "单位与计量种类不符：人数用人、名、位，人次用人次、户次等，金额用元，时长用小时，"
                    "比例用百分号，增减用百分号、百分点或倍，倍数用倍，其余单位属于物与事。"
                ]
            },
        ),
        (
            {"wording": "截至2月30日，团支部569个"},
            {"figures-0-as_of": ["看不出是哪一天，请写成“5月底”“2020年5月31日”或“目前”。"]},
        ),
        ({"wording": "300名", "part": "unit_price"}, {"figures-0-part": ["只有金额才能是单价。"]}),
    ],
)
def test_figure_is_refused_beside_its_field(form, values, said):
    form.add_row("figures", name="志愿者", **values)

    answer = form.send()

    assert refusals(answer) == said
    assert still_typed(form, answer) == typed(form)
    assert not Activity.objects.exists()


def test_closed_group_of_a_figure_opens_for_a_refusal_in_it(form):
    form.add_row("figures", name="志愿者", value="300").add_row("figures", name="口罩", wording="1万个")

    answer = form.send()

    figures = answer.context["inline_admin_formsets"][1]
    assert [[group.is_collapsible for group in row] for row in figures][:2] == [[False, False], [False, True]]


def test_figure_that_the_summary_names_is_not_deleted(desk):
    activity = ActivityFactory(summary="组织{志愿者}深入一线。")
    FigureFactory(activity=activity, name="志愿者")
    form = Desk(desk, reverse("admin:activities_activity_change", args=[activity.pk]))

    answer = form.type(**{"figures-0-DELETE": "on"}).send()

    assert list(refusals(answer)) == ["figures"]
    assert activity.figures.count() == 1


def test_figure_name_with_braces_is_refused_beside_it(form):
    form.add_row("figures", name="志愿}者", wording="300名")

    assert refusals(form.send()) == {"figures-0-name": ["数据名称里不要用花括号。"]}
