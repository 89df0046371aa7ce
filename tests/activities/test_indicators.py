"""Which total a figure enters: Python and the database say the same, and staff have the last word."""

import random

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from activities.indicators import candidates, entered, indicator_of
from activities.models import Figure, Indicator
from tests.factories import ActivityFactory, FigureFactory, IndicatorFactory
from tests.reading import texts

pytestmark = pytest.mark.django_db


STOCKS = ("截至5月底，青年8人", "截至3月底，青年9个")


def indicators() -> list[Indicator]:
    return list(Indicator.objects.all())


def total_of(figure) -> str:
    found = indicator_of(figure, indicators())
    return found.name if found else ""


@pytest.mark.parametrize(
    ("wording", "counts", "total"),
    [
        ("70余人", "participants", "参加人员"),
        ("300余名", "volunteers", "志愿者"),
        ("62位", "beneficiaries", "受益对象"),
        ("342人次", "other", "参与人次"),
        ("6户次", "other", ""),
        ("8小时", "other", "志愿服务时长"),
        ("1.5万元", "goods", "款物金额"),
        ("1万个", "goods", ""),
        ("54名", "other", ""),
    ],
)
def test_every_site_begins_with_the_totals_that_reports_always_had(wording, counts, total):
    assert total_of(FigureFactory(wording=wording, counts=counts)) == total


def test_the_rule_that_tells_most_of_a_figure_takes_it():
    IndicatorFactory(name="线上参与", unit="人次", words="阅读、播放、线上")

    assert total_of(FigureFactory(name="推文阅读量", wording="2.3万人次")) == "线上参与"
    assert total_of(FigureFactory(wording="线上参学200人次", noun="线上参学")) == "线上参与"
    assert total_of(FigureFactory(name="到场", wording="200人次")) == "参与人次"


def test_of_two_rules_that_tell_as_much_neither_takes_it():
    IndicatorFactory(name="走访", unit="户", words="走访")
    IndicatorFactory(name="困难家庭", unit="户", words="困难")
    figure = FigureFactory(name="走访困难家庭", wording="60户")

    assert total_of(figure) == ""
    assert [str(one) for one in candidates(figure, indicators())] == ["走访", "困难家庭"]


def test_what_staff_choose_goes_before_every_rule():
    chosen = IndicatorFactory(name="主题团日", unit="人次", is_chosen_only=True)

    assert total_of(FigureFactory(wording="20人次", indicator=chosen)) == "主题团日"
    assert total_of(FigureFactory(wording="20人次")) == "参与人次"
    assert total_of(FigureFactory(wording="20户次", indicator=chosen)) == ""


@pytest.mark.parametrize("seed", [1, 2])
def test_the_database_finds_the_same_total(seed):
    chance = random.Random(seed)
    words = ("", "", "阅读", "团支部、青年", "100%_")
    for _ in range(8):
        IndicatorFactory(
            unit=chance.choice(("人", "人次", "户次", "户", "个", "元")),
            counts=chance.choice(("", "", "volunteers", "goods")),
            words=chance.choice(words),
            is_chosen_only=chance.random() < 0.2,
        )
    for words in ("团支部、青年", "阅读"):
        IndicatorFactory(unit=chance.choice(("人", "个")), words=words, is_stock=True)
    activity, choices = ActivityFactory(), [None, None, *indicators()]
    for place in range(60):
        FigureFactory(
            activity=activity,
            name=f"{chance.choice(('阅读量', '青年', '100%_', '物资'))}{place}",
            wording=chance.choice(
                ("7名", "8人", "9人次", "9户次", "60户", "1万个", "3元", "60%", "2倍", *STOCKS)
            ),
            noun=chance.choice(("", "团支部")),
            counts=chance.choice(("other", "volunteers", "goods")),
            indicator=chance.choice(choices),
        )

    found = Figure.objects.annotate(enters=entered(indicators()))

    assert {one.pk: one.enters for one in found} == {
        one.pk: getattr(indicator_of(one, indicators()), "pk", None) for one in Figure.objects.all()
    }


def test_a_total_in_use_is_not_deleted_but_its_figures_named(desk):
    chosen = IndicatorFactory(name="走访", is_chosen_only=True)
    FigureFactory(name="入户", wording="60户", indicator=chosen)
    FigureFactory(name="宣讲", wording="20人次")
    by_rule = Indicator.objects.get(name="参与人次")

    for indicator, figure in ((chosen, "入户"), (by_rule, "宣讲")):
        path = reverse("admin:activities_indicator_delete", args=[indicator.pk])
        answer = desk.post(path, {"post": "yes"})

        assert figure in str(answer.context["protected"])
        assert Indicator.objects.filter(pk=indicator.pk).exists()


def test_a_total_that_nothing_enters_is_deleted(desk):
    indicator = IndicatorFactory()

    desk.post(reverse("admin:activities_indicator_delete", args=[indicator.pk]), {"post": "yes"})

    assert not Indicator.objects.filter(pk=indicator.pk).exists()


def test_the_public_page_follows_name_order_and_whether_it_is_printed(client):
    activity = ActivityFactory(published=True)
    FigureFactory(activity=activity, wording="60户")
    FigureFactory(activity=activity, wording="9000元")
    FigureFactory(activity=activity, wording="20人次")
    IndicatorFactory(name="走访家庭", slug="visits", position=1)
    Indicator.objects.filter(name="款物金额").update(is_printed=False)
    Indicator.objects.filter(name="参加人员").update(name="参加者")

    page = client.get("/figures/")

    assert texts(page, "//table//thead//th") == [
        "时段",
        "开展活动",
        "参加者",
        "走访家庭",
        "参与人次",
        "志愿者",
        "受益对象",
        "志愿服务时长",
        "获得上级荣誉",
    ]
    assert client.get("/figures/2020/visits/").status_code == 200
    assert client.get("/figures/2020/money/").status_code == 404


def refusals_of(record) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    return refusal.value.message_dict


def test_the_unit_of_a_total_fits_the_figures_that_chose_it():
    chosen = IndicatorFactory(name="走访", unit="户", is_chosen_only=True)
    figure = FigureFactory(wording="60户", indicator=chosen)

    figure.wording, figure.value, figure.unit, figure.kind = "60名", None, "", ""
    refused = refusals_of(figure)
    chosen.unit = "家"

    assert refused == {"indicator": ["“走访”按“户”相加，不能计入按“名”计的数据。"]}
    assert refusals_of(chosen) == {"unit": ["选了这个指标的数据里有按“户”计的，不能与“家”相加。"]}


def test_stocks_and_what_is_added_enter_no_total_together():
    level = IndicatorFactory(name="团支部数", unit="个", words="团支部", is_stock=True)
    IndicatorFactory(name="团建", unit="个", words="团支部")
    stock = FigureFactory(wording="截至5月底，团支部569个")
    built = FigureFactory(name="新建团支部", wording="3个")

    assert [total_of(stock), total_of(built)] == ["团支部数", "团建"]

    built.indicator = level
    stock.indicator = Indicator.objects.get(name="团建")
    assert [refusals_of(built), refusals_of(stock)] == [
        {"indicator": ["“团支部数”是存量指标，请写明这个数截至哪天，例如“截至5月底，团支部569个”。"]},
        {"indicator": ["“团建”是相加的指标，截至5月底的存量不能计入；请选存量指标。"]},
    ]


@pytest.mark.parametrize(
    ("wording", "is_stock", "said"),
    [
        ("3个", True, "选了这个指标的数据里有1条没有写明截至哪天，不能当作存量。"),
        ("截至5月底，团支部569个", False, "选了这个指标的数据里有1条是截至某天的存量，不能相加。"),
    ],
)
def test_a_total_stays_of_the_sort_that_its_figures_are_of(wording, is_stock, said):
    chosen = IndicatorFactory(unit="个", is_chosen_only=True, is_stock=not is_stock)
    FigureFactory(wording=wording, indicator=chosen)

    chosen.is_stock = is_stock

    assert refusals_of(chosen) == {"is_stock": [said]}
