from datetime import date

import pytest

from reports.composing.compose import compose
from reports.document.periods import HalfYear
from reports.document.snapshot import to_json
from tests.factories import (
    ActivityFactory,
    CommitmentFactory,
    CommitteeFactory,
    FigureFactory,
    ParticipantFactory,
    PlanItemFactory,
    ReportFactory,
    ReportVersionFactory,
    WorkAreaFactory,
)
from tests.reading import BAD_PAGE_NUMBERS, TITLES, metas, texts
from tests.reports.every_source import report_of_every_source

pytestmark = pytest.mark.django_db

PAGE = "/reports/2020-h1/"


@pytest.fixture
def activity():
    activity = ActivityFactory(
        title="应急志愿服务",
        area=WorkAreaFactory(name="服务成长"),
        summary="组织{志愿者}上岗。",
        published=True,
    )
    FigureFactory(activity=activity, name="志愿者", wording="300余名", counts="volunteers")
    return activity


@pytest.fixture
def draft(activity):
    """A public draft with one section of records and a plan."""
    report = ReportFactory(
        title="上半年工作总结",
        opening="今年以来，志愿者踊跃。",
        as_of=date(2020, 5, 29),
        signature="某团区委",
        signed_on=date(2020, 5, 29),
        is_public=True,
    )
    CommitmentFactory(plan_item=PlanItemFactory(report=report, heading="志愿服务"), text="建设服务站")
    return report


def issued(report):
    report.state = "issued"
    report.save()
    ReportVersionFactory(report=report, snapshot=to_json(compose(report)))
    return report


def test_list_shows_what_is_public_newest_first(client):
    issued(ReportFactory(period=HalfYear(2019, 2), title="2019年下半年总结"))
    ReportFactory(
        period=HalfYear(2020, 1), title="2020年上半年总结", signed_on=date(2020, 6, 30), is_public=True
    )
    ReportFactory(period=HalfYear(2020, 2), title="内部草稿")

    response = client.get("/reports/")

    assert texts(response, "//main//article") == [
        "2020年上半年总结 未签发 2020年1月1日至2020年6月30日 落款 2020年6月30日"
        " 这是公开的草稿，内容和数据签发以前还可能修改。",
        "2019年下半年总结 2019年7月1日至2019年12月31日",
    ]


def test_list_shows_the_numbers_and_sections_of_an_issued_report_each_leading_into_it(client, draft):
    issued(draft)
    newer = compose(draft)
    FigureFactory(activity__published=True, activity__area__name="思想引领", wording="342人次")
    ReportVersionFactory(report=draft, number=2, reason="补录", snapshot=to_json(compose(draft)))

    card = "//article[@class='report-card']"
    response = client.get("/reports/")

    assert len(newer.sections) == 2
    assert texts(response, f"{card}//dl/div") == ["开展活动 2项", "参与人次 342人次", "志愿者 300余名"]
    assert texts(response, f"{card}//ol/li") == ["服务成长1 项", "思想引领1 项", "下一步工作计划1 项"]
    places = [link.partition("#")[2] for link in texts(response, f"{card}//*[self::dl or self::ol]//a/@href")]
    assert [len(texts(client.get(PAGE), f"//*[@id='{place}']")) for place in places] == [1] * 6


def test_list_shows_the_numbers_and_sections_of_a_public_draft_as_they_are_now(client, draft):
    card = "//article[@class='report-card']"
    before = texts(client.get("/reports/"), f"{card}//dl/div")
    FigureFactory(activity__published=True, activity__area__name="思想引领", wording="342人次")

    response = client.get("/reports/")

    assert before == ["开展活动 1项", "志愿者 300余名"]
    assert texts(response, f"{card}//dl/div") == ["开展活动 2项", "参与人次 342人次", "志愿者 300余名"]
    assert texts(response, f"{card}//ol/li") == ["服务成长1 项", "思想引领1 项", "下一步工作计划1 项"]


def test_list_stands_beside_a_snapshot_of_an_unknown_format(client):
    ReportVersionFactory(report=ReportFactory(), format=99, snapshot={"format": 99, "title": "以后的格式"})

    assert texts(client.get("/reports/"), "//main//article") == ["以后的格式 2020年1月1日至2020年6月30日"]


def test_list_keeps_the_issued_title_while_a_correction_is_written(client):
    report = issued(ReportFactory(title="签发的标题"))
    type(report).objects.update(title="还没有签发的新标题", state="draft")

    assert texts(client.get("/reports/"), TITLES) == ["签发的标题"]


@pytest.mark.parametrize("page", BAD_PAGE_NUMBERS)
def test_list_has_no_page_of_a_bad_number(client, page):
    assert client.get("/reports/", {"page": page}).status_code == 404


def test_list_says_when_it_is_empty(client):
    assert texts(client.get("/reports/"), "//*[@class='empty']") == ["还没有公开的工作总结。"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for year in range(2015, 2015 + number):
        issued(ReportFactory(period=HalfYear(year, 1)))

    with django_assert_num_queries(3):
        response = client.get("/reports/")

    assert len(texts(response, TITLES)) == number


def test_public_draft_is_numbered_and_says_that_it_is_not_issued(client, draft):
    response = client.get(PAGE)

    assert texts(response, "//h1 | //div[@class='report-text']//h2 | //div[@class='report-text']//h3") == [
        "上半年工作总结",
        "一、服务成长",
        "1.应急志愿服务",
        "二、下一步工作计划",
        "1.志愿服务",
        "数据汇总",
    ]
    assert texts(response, "//*[@class='banner']") == ["未签发这是公开的草稿，签发以前内容还可能修改。"]
    assert texts(response, "//*[@class='article-meta']/span") == [
        "总结时段：2020年1月1日至2020年6月30日",
        "统计截止：2020年5月29日",
        "与另一期对照",
    ]
    assert texts(response, "//div[@class='report-text']//p") == [
        "今年以来，志愿者踊跃。",
        "组织300余名上岗。",
        "某团区委",
        "2020年5月29日",
    ]
    assert texts(response, "//*[@class='report-children']/li") == ["（1）建设服务站"]
    assert metas(response)["ArticleTitle"] == "上半年工作总结"


def test_contents_lead_to_every_part(client, draft):
    response = client.get(PAGE)

    leads = texts(response, "//nav[@class='report-contents']//a/@href")
    assert leads == ["#section-1", "#section-2", "#totals"]
    assert set(texts(response, "//@id")) >= {lead.removeprefix("#") for lead in leads}


def test_figure_leads_to_its_record(client, draft, activity):
    response = client.get(PAGE)

    assert texts(response, "//a[@class='figure']/@href") == [activity.get_absolute_url()]
    assert texts(response, "//a[@class='figure']") == ["300余名"]


def test_figure_of_several_records_leads_to_the_records_behind_the_total(client, draft, activity):
    other = ActivityFactory(area=activity.area, title="学雷锋", published=True)
    FigureFactory(activity=other, name="志愿者", wording="50名", counts="volunteers")
    draft.opening = "发动{志愿者}。"
    draft.save()

    response = client.get(PAGE)

    assert texts(response, "//a[@class='figure'][1]")[0] == "300余名"
    assert texts(response, "//a[@class='figure']/@href")[0] == "#total-%E5%BF%97%E6%84%BF%E8%80%85"
    assert texts(response, "//tr[@id='total-志愿者']//li") == ["应急志愿服务300余名", "学雷锋50名"]


def test_totals_keep_more_than_and_name_their_records(client, draft):
    rows = texts(client.get(PAGE), "//section[@id='totals']//tbody/tr")

    assert rows == ["开展活动 1项 1 条记录 应急志愿服务1项", "志愿者 300余名 1 条记录 应急志愿服务300余名"]


def test_issued_report_is_frozen_and_has_no_banner(client, draft, activity):
    issued(draft)
    type(activity).objects.update(title="后来的标题")

    response = client.get(PAGE)

    assert texts(response, "//*[@class='banner']") == []
    assert "应急志愿服务" in texts(response, "//main")[0]
    assert "后来的标题" not in response.content.decode()


def test_issued_report_no_longer_links_what_was_withdrawn(client, draft, activity):
    issued(draft)
    type(activity).objects.update(state="withdrawn")

    response = client.get(PAGE)

    assert texts(response, "//*[@class='figure']") == ["300余名"]
    assert texts(response, f"//a[@href='{activity.get_absolute_url()}']") == []


def test_issued_report_takes_few_queries(client, draft, django_assert_num_queries):
    CommitteeFactory()
    issued(draft)

    with django_assert_num_queries(6):
        client.get(PAGE)


@pytest.mark.parametrize("number", [1, 3])
def test_draft_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    report_of_every_source(number, is_public=True)

    with django_assert_num_queries(27):
        response = client.get(PAGE)

    assert len(texts(response, "//section[@class='report-section']//h3/a")) == number * 2


@pytest.mark.parametrize("address", [PAGE, "/reports/nothing/", "/reports/%00/", f"/reports/{'a' * 3000}/"])
def test_report_that_is_not_public_is_not_found(client, stranger, address):
    ReportFactory(title="内部草稿")
    client.force_login(stranger)

    assert client.get(address).status_code == 404


def test_public_draft_with_a_private_number_is_for_staff_alone(client, desk, draft):
    draft.opening = "联系电话13812345678。"
    draft.save()

    previewed = desk.get(PAGE)
    client.logout()

    assert client.get(PAGE).status_code == 404
    assert texts(previewed, "//*[@class='banner']") == ["起草中这是内部预览，公众看不到这一页。"]
    assert "no-store" in previewed["Cache-Control"]


def test_public_draft_that_names_a_minor_in_full_is_for_staff_alone(client, draft):
    girl = ParticipantFactory(
        activity=ActivityFactory(published=True, starts_on=draft.starts_on), name="欧阳小明", is_minor=True
    )
    draft.opening = "欧阳小明同学走上讲台。"
    draft.save()
    withheld = client.get(PAGE).status_code
    girl.is_minor = False
    girl.save()

    assert (withheld, client.get(PAGE).status_code) == (404, 200)


def test_staff_preview_a_draft(desk):
    ReportFactory()

    response = desk.get(PAGE)

    assert texts(response, "//*[@class='banner']") == ["起草中这是内部预览，公众看不到这一页。"]
    assert "no-store" in response["Cache-Control"]


def test_report_escapes_every_text(client):
    script = "<script>alert(1)</script>"
    activity = ActivityFactory(title=script, area__name=script, summary=f"{script}{{数}}", published=True)
    FigureFactory(activity=activity, name="数", wording="1个")
    activity.figures.update(wording=script, unit=script[:10])
    report = ReportFactory(title=script, opening=script, signature=script, is_public=True)
    CommitmentFactory(plan_item=PlanItemFactory(report=report, heading=script, text=script), text=script)

    for address in (PAGE, "/reports/", "/"):
        page = client.get(address).content.decode()
        assert (page.count("<script>"), "&lt;script&gt;" in page) == (0, True)
