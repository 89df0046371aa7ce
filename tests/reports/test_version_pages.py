from datetime import timedelta

import pytest
from django.utils import timezone

from reports.composing.compose import compose
from reports.document.snapshot import sha256_of, to_json
from tests.factories import (
    ActivityFactory,
    CommitteeFactory,
    FigureFactory,
    NoticeFactory,
    ReportFactory,
    ReportVersionFactory,
    WorkAreaFactory,
)
from tests.reading import texts
from tests.reports.every_source import report_of_every_source

pytestmark = pytest.mark.django_db

PAGE = "/reports/2020-h1/"


@pytest.fixture
def activity():
    area = WorkAreaFactory(name="服务青年")
    activity = ActivityFactory(title="应急志愿服务", area=area, summary="组织{志愿者}。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名", counts="volunteers")
    return activity


def issue(report, number, **values):
    """The report as composed now, as its issued version of this number."""
    snapshot = to_json(compose(report)) | {"status": "issued", "state": "issued"}
    return ReportVersionFactory(
        report=report, number=number, snapshot=snapshot, issued_at=timezone.now(), **values
    )


@pytest.fixture
def corrected(activity):
    """A report issued twice: 300余名 first, then 310名."""
    report = ReportFactory(title="上半年工作总结", state="issued")
    issue(report, 1)
    activity.figures.update(wording="310名", value=310, precision="exact")
    issue(report, 2, reason="人数核实为310名")
    return report


def test_page_of_an_issued_report_shows_its_issue_and_hash(client, activity):
    version = issue(ReportFactory(title="上半年工作总结", state="issued"), 1)

    response = client.get(PAGE)

    assert version.sha256 == sha256_of(version.snapshot)
    assert texts(response, "//section[@class='issue']//dd") == [
        "第 1 版",
        f"{timezone.localtime(version.issued_at):%Y年%-m月%-d日 %H:%M}",
        "1",
        f"SHA-256 {version.sha256}",
    ]
    assert texts(response, "//*[@class='notice']") == []


def test_page_says_so_when_a_source_has_changed_since(client, activity):
    issue(ReportFactory(state="issued"), 1)
    activity.figures.update(wording="310名")

    response = client.get(PAGE)

    assert texts(response, "//*[@class='notice']//li") == ["应急志愿服务“300余名”现为“310名”"]
    assert "组织300余名。" in texts(response, "//div[@class='report-text']//p")


def test_newest_version_is_the_page_and_the_earlier_stays_reachable(client, corrected):
    newest = texts(client.get(PAGE), "//a[@class='figure']")
    earlier = client.get(f"{PAGE}versions/1/")

    assert newest == ["310名"]
    assert texts(earlier, "//a[@class='figure']") == ["300余名"]
    assert texts(earlier, "//*[@class='banner']") == ["旧版这不是现行版本。"]
    assert texts(earlier, "//ol[@class='issue-versions']//a/@href") == [
        f"{PAGE}versions/2/",
        f"{PAGE}versions/2/changes/",
    ]


def test_changes_show_the_text_and_the_figures_with_the_reason(client, corrected):
    response = client.get(f"{PAGE}versions/2/changes/")

    assert texts(response, "//h1/following-sibling::p[1]") == ["更正原因：人数核实为310名"]
    assert texts(response, "//section[@class='change']/h2") == ["一、服务青年 1.", "合计"]
    assert texts(response, "//section[@class='change'][1]//td") == ["300余名", "310名"]
    marked = texts(response, "//section[@class='change'][1]//del | //section[@class='change'][1]//ins")
    assert marked == ["300余", "310"]


def test_a_correction_being_written_does_not_show_in_public(client, corrected):
    corrected.state, corrected.title = "draft", "还没有签发的新标题"
    corrected.save()

    for address in (PAGE, f"{PAGE}versions/1/", f"{PAGE}versions/2/changes/"):
        assert "还没有签发的新标题" not in client.get(address).content.decode()


@pytest.mark.parametrize(
    "address", ["versions/3/", "versions/0/", "versions/99999999999999999999/", "versions/1/changes/"]
)
def test_versions_that_do_not_exist_are_not_found(client, corrected, address):
    assert client.get(PAGE + address).status_code == 404


@pytest.mark.parametrize("address", ["", "versions/1/"])
def test_a_snapshot_of_an_unknown_format_is_named(client, address):
    ReportVersionFactory(report=ReportFactory(state="issued"), snapshot={"format": 99}, format=99)

    response = client.get(PAGE + address)

    assert response.status_code == 503
    assert "这份总结的格式版本是 99，本系统只认识版本 1。" in texts(response, "//main//p")[0]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("address", ["", "versions/1/"])
def test_issued_page_takes_the_same_queries_for_every_kind_of_source(
    client, django_assert_num_queries, number, address
):
    CommitteeFactory()
    report = report_of_every_source(number, state="issued")
    for at in range(number):
        issue(report, at + 1, reason="更正" if at else "")

    with django_assert_num_queries(10):
        response = client.get(PAGE + address)
    NoticeFactory(published=True)
    with django_assert_num_queries(3):  # nothing that the report rests on has changed
        client.get(PAGE + address)

    assert len(texts(response, "//section[@class='report-section']//h3/a")) == number * 2


def test_notice_names_a_record_only_once(client, activity):
    FigureFactory(activity=activity, name="口罩", wording="1万个")
    issue(ReportFactory(state="issued"), 1)
    type(activity).objects.update(updated_at=timezone.now() + timedelta(minutes=1))

    assert texts(client.get(PAGE), "//*[@class='notice']//li") == ["应急志愿服务签发后有修改"]
