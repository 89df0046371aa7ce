"""Numbers typed a line each, read as the office's counts."""

import pytest

from branches.figures import Unread, lines_of, told_by_name


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("参加 120余名", ("参加", "120余名", "participants")),
        ("志愿者：35人", ("志愿者", "35人", "volunteers")),
        ("120余名团员青年参加", ("团员青年", "120余名", "other")),
        ("惠及群众约200人", ("惠及群众", "约200人", "beneficiaries")),
        ("突击队3支", ("突击队", "3支", "teams")),
        ("服务 3.5小时", ("服务", "3.5小时", "other")),
        ("5万元", ("金额", "5万元", "other")),
        ("满意率{95%}", ("满意率", "95%", "other")),
        ("截至5月底，团支部569个", ("团支部", "截至5月底，团支部569个", "other")),
    ],
)
def test_a_line_is_a_figure_by_its_name_and_wording(typed, read):
    [line] = lines_of(f"\n  {typed} \n\n")

    assert (line.name, line.wording, line.counts) == read


def test_lines_of_one_name_are_told_apart():
    assert [line.name for line in lines_of("志愿者 35名\n志愿者 12名\n团员 5名")] == [
        "志愿者",
        "志愿者2",
        "团员",
    ]


def test_each_line_without_a_number_says_why():
    with pytest.raises(Unread) as refused:
        lines_of("参加人数120\n志愿者 35名\n若干名\n没有")

    assert refused.value.sentences == [
        "第1行：“120”只有数字，没有单位，请写上量词，例如“120名”“120人次”“120个”。",
        "第3行：没有说出确切的数，请写“300余名”这样的数。",
        "第4行：“没有”里没有“数字＋量词”，请写成“300余名”“约500人”“1万个”这样。",
    ]


def test_the_summary_calls_a_figure_by_name_where_it_says_it_once():
    lines = lines_of("志愿者 35名\n居民 120名")

    assert told_by_name("35名志愿者为120名居民、又为120名学生服务。", lines) == (
        "{志愿者}志愿者为120名居民、又为120名学生服务。"
    )
