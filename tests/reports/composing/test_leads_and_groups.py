"""What a section may open with, and its items told together."""

from datetime import date

import pytest

from reports.composing.compose import compose
from reports.composing.gathering import Most, told_together
from reports.document.snapshot import from_json, to_json
from reports.exporters.text import render
from tests.factories import (
    ActivityFactory,
    AwardTitleFactory,
    CampaignFactory,
    CommendationFactory,
    FigureFactory,
    ReportFactory,
    ReportSectionFactory,
    WrittenItemFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory()


@pytest.fixture
def row(report):
    """A section of two activities of one campaign, one of none, and a commendation."""
    row = ReportSectionFactory(report=report, heading="服务青年")
    campaign = CampaignFactory(name="五四系列")
    days = (("座谈会", 5, True), ("植树", 6, False), ("读书会", 7, True))
    for title, day, is_of_campaign in days:
        activity = ActivityFactory(
            title=title, area=row.area, starts_on=date(2020, 3, day), summary="来了{青年}", published=True
        )
        FigureFactory(activity=activity, name="青年", wording=f"{day}0余名", counts="participants")
        if is_of_campaign:
            activity.campaigns.add(campaign)
    given = CommendationFactory(area=row.area, title="表彰", summary="经研究，", published=True)
    AwardTitleFactory(commendation=given, name="优秀团员", announced_count=45)
    return row


def told(report):
    [section] = compose(report).sections
    return section.lead and section.lead.text, [(item.title, item.text) for item in section.items]


ONE_BY_ONE = [
    ("座谈会", "来了50余名"),
    ("植树", "来了60余名"),
    ("读书会", "来了70余名"),
    ("表彰", "经研究，授予45名同志“优秀团员”称号。"),
]


def change(row, **values):
    type(row).objects.filter(pk=row.pk).update(**values)


def test_a_section_opens_with_nothing_until_staff_want_it(report, row):
    assert told(report) == (None, ONE_BY_ONE)


def test_the_lead_is_made_of_the_totals_of_the_section(report, row):
    ActivityFactory(published=True)
    change(row, has_lead=True)

    section = compose(report).sections[0]

    assert section.lead.text == "共开展活动3项、表彰1项，参加人员180余名，授予个人45名。"
    assert [len(figure.sources) for figure in section.lead.figures] == [3, 1, 3, 1]
    assert [(item.title, item.text) for item in section.items] == ONE_BY_ONE


def test_staff_replace_the_lead_and_name_its_figures(report, row):
    change(row, has_lead=True, lead="围绕中心，{开展活动}活动吸引{参加人员}青年。")
    replaced = told(report)[0]
    change(row, has_lead=False)

    assert (replaced, told(report)[0]) == ("围绕中心，3项活动吸引180余名青年。", None)


def test_a_part_in_own_words_has_only_a_lead_that_staff_write(report):
    row = ReportSectionFactory(report=report, area=None, kind="written", heading="存在问题", has_lead=True)
    WrittenItemFactory(section=row, title="力量不足")

    assert told(report)[0] is None
    change(row, lead="还有以下不足。")
    assert told(report)[0] == "还有以下不足。"


def test_items_are_told_in_one_paragraph(report, row):
    change(row, item_form="paragraph")

    assert told(report) == (
        None,
        [
            (
                "",
                "一是座谈会。来了50余名。二是植树。来了60余名。三是读书会。来了70余名。"
                "四是表彰。经研究，授予45名同志“优秀团员”称号。",
            )
        ],
    )
    assert len(compose(report).sections[0].items[0].figures) == 4


def test_items_of_one_campaign_are_told_together_where_the_first_stood(report, row):
    change(row, item_form="campaigns")

    assert told(report)[1] == [
        ("五四系列", "一是座谈会。来了50余名。二是读书会。来了70余名。"),
        ONE_BY_ONE[1],
        ONE_BY_ONE[3],
    ]


def test_a_title_that_the_text_tells_is_told_once_and_one_item_stays_an_item(report):
    row = ReportSectionFactory(report=report, item_form="paragraph")
    ActivityFactory(title="义诊", area=row.area, published=True)
    alone = told(report)[1]
    ActivityFactory(title="义剪", area=row.area, published=True)

    assert alone == [("义诊", "3月5日，开展“义诊”活动。")]
    assert told(report)[1] == [("", "一是3月5日，开展“义诊”活动。二是3月5日，开展“义剪”活动。")]


def test_lead_and_paragraph_come_back_from_a_snapshot_and_print(report, row):
    change(row, has_lead=True, item_form="paragraph")

    document = compose(report)

    assert from_json(to_json(document)) == document
    assert "\n一、服务青年\n共开展活动3项、表彰1项，参加人员180余名，授予个人45名。\n一是座谈会。" in render(
        document
    )
    assert len(to_json(document)["sections"][0]["items"]) == 1


def test_a_shorter_version_drops_the_lead_and_knows_the_titles_of_a_paragraph(report, row):
    change(row, has_lead=True, item_form="paragraph")
    document = compose(report)

    short = told_together(document, document.sections[0], Most(titles=2))

    assert short.lead is None
    assert (
        short.items[0].text
        == "开展活动3项、表彰1项，参加人员180余名，授予优秀团员45名，主要有：座谈会；植树。"
    )
