"""Figures that are parts of another: chosen by its name on the activity's page, as new as they may all be."""

import pytest
from django.urls import reverse

from activities.models import Figure
from tests.factories import ActivityFactory, FigureFactory
from tests.pages import Desk, refusals, still_typed, typed
from tests.reading import texts

pytestmark = pytest.mark.django_db

MORE = "属于另一个数据的一部分，不再合计：不能又是单价、选指标、标记重复，或自己再分各部分。"


def wholes(activity) -> dict[str, str]:
    return {one.name: one.part_of.name for one in activity.figures.all() if one.part_of}


def edit(desk, activity):
    return Desk(desk, reverse("admin:activities_activity_change", args=[activity.pk]))


def test_a_whole_and_its_parts_are_entered_at_once_in_any_order(desk, form):
    form.add_row("figures", name="市级筹集", wording="3万元", part_of="助学金")
    form.add_row("figures", name="助学金", wording="8万元", parts_are_all="on")
    form.add_row("figures", name="本区自筹", wording="5万元", part_of="助学金")

    assert form.send().status_code == 302

    activity = Figure.objects.first().activity
    assert wholes(activity) == {"市级筹集": "助学金", "本区自筹": "助学金"}


def test_a_part_stays_with_a_whole_that_gets_another_name_and_leaves_it_when_told(desk):
    activity = ActivityFactory()
    whole = FigureFactory(activity=activity, name="参加人员", wording="74人")
    for name, wording in (("团员", "62人"), ("党员", "10人")):
        FigureFactory(activity=activity, name=name, wording=wording, part_of=whole)

    renamed = edit(desk, activity).type(**{"figures-0-name": "到场"}).send()
    assert (renamed.status_code, wholes(activity)) == (302, {"团员": "到场", "党员": "到场"})

    edit(desk, activity).type(**{"figures-1-part_of": ""}).send()
    assert wholes(activity) == {"党员": "到场"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"part_of": "助学"}, "本活动没有叫“助学”的数据，请填写另一个数据的名称。"),
        ({"part_of": "其中"}, "一个数据不能是它自己的一部分。"),
        ({"part_of": "市级"}, "“市级”本身就属于“助学金”，只能分一层，请填写“助学金”。"),
        ({"part_of": "每人"}, "“每人”是单价，不能再分。"),
        ({"part_of": "助学金", "wording": "3箱"}, "“助学金”按“元”计，按“箱”计的不能是它的一部分。"),
        ({"part_of": "助学金", "part": "unit_price"}, MORE),
        ({"part_of": "助学金", "parts_are_all": "on"}, MORE),
    ],
)
def test_a_part_of_what_cannot_be_its_whole_is_refused_beside_the_field(desk, form, values, said):
    form.add_row("figures", name="助学金", wording="8万元")
    form.add_row("figures", name="市级", wording="3万元", part_of="助学金")
    form.add_row("figures", name="每人", wording="500元", part="unit_price")
    form.add_row("figures", **{"name": "其中", "wording": "5万元", **values})

    answer = form.send()

    assert refusals(answer) == {"figures-3-part_of": [said]}
    assert still_typed(form, answer) == typed(form)
    assert not Figure.objects.exists()


def test_a_whole_is_not_deleted_while_its_parts_stay(desk):
    activity = ActivityFactory()
    whole = FigureFactory(activity=activity, name="参加人员", wording="74人")
    FigureFactory(activity=activity, name="团员", wording="62人", part_of=whole)

    answer = edit(desk, activity).type(**{"figures-0-DELETE": "on"}).send()

    assert refusals(answer) == {
        "figures-1-part_of": ["本活动没有叫“参加人员”的数据，请填写另一个数据的名称。"]
    }
    assert wholes(activity) == {"团员": "参加人员"}


def test_the_page_of_the_activity_says_what_is_part_of_what(client):
    activity = ActivityFactory(published=True)
    whole = FigureFactory(activity=activity, name="参加人员", wording="74人")
    FigureFactory(activity=activity, name="团员", wording="62人", part_of=whole)

    page = client.get(activity.get_absolute_url())

    assert texts(page, "//dl[@class='numbers']//small") == ["“参加人员”的一部分"]
