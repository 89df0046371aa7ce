"""Rates with the two figures that they are made of: named on the activity's page, or found elsewhere."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from activities.models import Figure
from tests.factories import ActivityFactory, FigureFactory
from tests.pages import Desk, refusals, still_typed, typed

pytestmark = pytest.mark.django_db


def sources(activity) -> dict[str, tuple[str, str]]:
    rates = activity.figures.exclude(numerator=None, denominator=None)
    return {one.name: (str(one.numerator), str(one.denominator)) for one in rates}


def edit(desk, activity):
    return Desk(desk, reverse("admin:activities_activity_change", args=[activity.pk]))


@pytest.fixture
def learned():
    """An activity with a rate and the two figures of its own that it is made of."""
    activity = ActivityFactory()
    first = FigureFactory(activity=activity, name="参学", wording="1200人")
    of_all = FigureFactory(activity=activity, name="应参学", wording="2000人")
    FigureFactory(activity=activity, name="参学率", wording="60%", numerator=first, denominator=of_all)
    return activity


def test_a_rate_and_what_it_is_made_of_are_entered_at_once_in_any_order(form):
    form.add_row("figures", name="参学率", wording="60%", numerator="参学", denominator_here="应参学")
    form.add_row("figures", name="参学", wording="1200人")
    form.add_row("figures", name="应参学", wording="2000人")

    assert form.send().status_code == 302

    assert sources(Figure.objects.first().activity) == {"参学率": ("参学：1200人", "应参学：2000人")}


def test_the_count_of_an_earlier_period_is_found_in_another_activity(form):
    earlier = FigureFactory(
        activity=ActivityFactory(starts_on=date(2019, 3, 5)), name="志愿者", wording="1000名"
    )
    form.add_row(
        "figures", name="增长", wording="同比增长20%", numerator="志愿者", denominator=str(earlier.pk)
    )
    form.add_row("figures", name="志愿者", wording="1200名")

    assert form.send().status_code == 302

    assert sources(Figure.objects.get(name="增长").activity) == {"增长": ("志愿者：1200名", "志愿者：1000名")}


def test_the_page_keeps_what_it_shows_follows_new_names_and_forgets_what_is_emptied(desk, learned):
    shown = edit(desk, learned)
    assert [
        shown.fields[f"figures-2-{name}"] for name in ("numerator", "denominator_here", "denominator")
    ] == [
        "参学",
        "应参学",
        "",
    ]

    assert shown.type(**{"figures-1-name": "青年"}).send().status_code == 302
    assert sources(learned) == {"参学率": ("参学：1200人", "青年：2000人")}

    edit(desk, learned).type(**{"figures-2-numerator": "", "figures-2-denominator_here": ""}).send()
    assert sources(learned) == {}


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"numerator": "到课"}, "numerator", "本活动没有叫“到课”的数据，请填写另一个数据的名称。"),
        ({"numerator": ""}, "numerator", "写了分母，还要写分子；增减和倍数写本期数。"),
        ({"denominator_here": ""}, "denominator_here", "写了分子，还要写分母；增减和倍数写上期数。"),
        ({"denominator_here": "参学"}, "denominator_here", "分子和分母不能是同一个数据。"),
        ({"numerator": "参学率"}, "numerator", "一个数据不能由它自己算出。"),
        ({"wording": "30名"}, "numerator", "只有比例、增减和倍数才由分子和分母算出。"),
        (
            {"denominator_here": "场次"},
            "denominator_here",
            "“参学”按“人”计，“场次”按“场”计，单位不同，不能相比。",
        ),
        ({"denominator_here": "无人"}, "denominator_here", "“无人”是0，不能作分母。"),
        ({"denominator_here": "涨幅"}, "denominator_here", "“涨幅”本身是增减或倍数，不能再作分子、分母。"),
        (
            {"wording": "提高5个百分点"},
            "numerator",
            "“参学”不是比例，百分点只能由两个比例算出。",
        ),
        ({"numerator": "占比"}, "numerator", "“占比”本身是比例，不能再作分子、分母。"),
    ],
)
def test_what_a_rate_cannot_be_made_of_is_refused_beside_the_field(form, values, field, said):
    for name, wording in (
        ("参学", "1200人"),
        ("应参学", "2000人"),
        ("场次", "20场"),
        ("无人", "0人"),
        ("涨幅", "增长5%"),
        ("占比", "50%"),
    ):
        form.add_row("figures", name=name, wording=wording)
    rate = {"name": "参学率", "wording": "60%", "numerator": "参学", "denominator_here": "应参学"}
    form.add_row("figures", **{**rate, **values})

    answer = form.send()

    assert refusals(answer) == {f"figures-6-{field}": [said]}
    assert still_typed(form, answer) == typed(form)
    assert not Figure.objects.exists()


def test_a_denominator_is_chosen_in_one_place(desk, learned):
    other = FigureFactory(wording="3000人")

    answer = edit(desk, learned).type(**{"figures-2-denominator": str(other.pk)}).send()

    assert refusals(answer) == {"figures-2-denominator": ["分母只能有一个，请在本活动和别处里选一个。"]}


def test_a_numerator_is_not_deleted_while_its_rate_stays(desk, learned):
    answer = edit(desk, learned).type(**{"figures-0-DELETE": "on"}).send()

    assert refusals(answer) == {"figures-2-numerator": ["本活动没有叫“参学”的数据，请填写另一个数据的名称。"]}


def test_a_rate_outside_the_page_obeys_the_same_rules(learned):
    rate = learned.figures.get(name="参学率")
    rate.denominator = FigureFactory(wording="20场")

    with pytest.raises(ValidationError) as refusal:
        rate.full_clean()

    assert list(refusal.value.message_dict) == ["denominator"]
