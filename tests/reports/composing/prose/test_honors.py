"""What others of the district received from above, read aloud."""

from datetime import date

import pytest

from reports.composing.compose import compose
from tests.factories import HonorReceivedFactory, HonorRecipientFactory, ReportFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory(opening="服务青年。现汇报如下。", signature="共青团西湖区委")


def honored(title, count, given_to="people", *names, **values):
    values = {"year": 2020, "starts_on": date(2020, 5, 4), "published": True, **values}
    honor = HonorReceivedFactory(title=title, announced_count=count, given_to=given_to, **values)
    for place, name in enumerate(names, 1):
        HonorRecipientFactory(honor=honor, name=name, position=place, is_minor=name == "诸葛小亮")
    return honor


def opening_of(report):
    return compose(report).opening


def test_few_honours_of_others_are_told_one_by_one(report):
    honored(
        "全省最美志愿者", 4, "people", "张三", "李四", "王五", "诸葛小亮", noun="青年", level="provincial"
    )
    honored("优秀共青团员", 34, "people", "赵六", year=2019)
    honored("五四红旗团支部", 12, "collectives")

    opening = opening_of(report)

    assert opening.text == (
        "服务青年。区内4名青年（张三、李四、王五、诸葛同学）荣获2020年度“全省最美志愿者”，"
        "赵六等34名个人荣获2019年度“优秀共青团员”，12个集体荣获2020年度“五四红旗团支部”。现汇报如下。"
    )
    assert [(one.text, [source.label for source in one.sources]) for one in opening.figures] == [
        ("4名", ["全省最美志愿者"]),
        ("34名", ["优秀共青团员"]),
        ("12个", ["五四红旗团支部"]),
    ]


def test_of_many_it_is_told_how_many_there_are_and_the_highest(report):
    for place, level in enumerate(("provincial", "national", "provincial", "national"), 1):
        honored(f"称号{place}", place * 10, level=level)
    honored("称号5", 12, "collectives", level="national")

    assert opening_of(report).text == (
        "服务青年。区内100名个人、12个集体获省级以上表彰，其中20名个人荣获2020年度“称号2”，"
        "40名个人荣获2020年度“称号4”，12个集体荣获2020年度“称号5”。现汇报如下。"
    )


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (["municipal"] * 4, "获市级表彰"),
        (["municipal", "", "national", "national"], "获上级表彰"),
        (["municipal", "provincial", "national", "national"], "获市级以上表彰"),
    ],
)
def test_it_is_said_how_high_they_were_given_where_that_is_known(report, levels, said):
    for place, level in enumerate(levels):
        honored(f"称号{place}", 1, level=level)

    assert f"区内4名个人{said}，其中" in opening_of(report).text


def test_staff_may_say_where_it_stands(report):
    HonorReceivedFactory(title="先进县", year=2019, starts_on=date(2020, 5, 4), published=True)
    honored("优秀共青团员", 34)
    report.opening, report.signature = (
        "荣获{上级荣誉}，{区内荣誉}，共有{获上级表彰的个人}。",
        "共青团进贤县委",
    )

    assert opening_of(report).text == (
        "荣获2019年度先进县，县内34名个人荣获2020年度“优秀共青团员”，共有34名。"
    )
