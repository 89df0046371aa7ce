"""The report composed from the sample data against the facts of the 2020 first half, row by row."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from reports.composing.compose import document_of
from reports.document.snapshot import to_json
from reports.models import Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(db):
    call_command("load_sample_data", stdout=StringIO())
    return to_json(document_of(Report.objects.get(slug="2020-h1")))


def figures_of(item) -> set[tuple]:
    return {(figure["value"], figure["unit"], figure["precision"]) for figure in item["figures"]}


def test_the_report_has_the_outline_of_the_first_half(report):
    assert [
        (section["number"], section["kind"], len(section["items"])) for section in report["sections"]
    ] == [
        ("一", "records", 6),
        ("二", "records", 5),
        ("三", "records", 2),
        ("四", "plan", 6),
    ]


@pytest.mark.parametrize(
    ("section", "item", "expected"),
    [
        (1, 1, set()),
        (1, 2, set()),
        (1, 3, set()),
        (
            1,
            4,
            {("300", "名", "at_least"), ("14", "支", "exact"), ("10000", "个", "exact")},
        ),
        (
            1,
            5,
            {
                ("342", "人次", "exact"),
                ("60", "份", "exact"),
                ("150", "元", "exact"),
                ("9000", "元", "exact"),
            },
        ),
        (1, 6, set()),
        (2, 1, {("70", "名", "at_least")}),
        (2, 2, set()),
        (2, 3, set()),
        (2, 4, set()),
        (2, 5, set()),
        (3, 1, {("70", "人", "at_least")}),
        (
            3,
            2,
            {
                ("6", "个", "exact"),
                ("27", "个", "exact"),
                ("43", "名", "exact"),
                ("45", "名", "exact"),
                ("47", "名", "exact"),
            },
        ),
    ],
)
def test_each_item_bears_the_figures_that_were_stated(report, section, item, expected):
    assert figures_of(report["sections"][section - 1]["items"][item - 1]) == expected


def test_both_groups_of_three_hundred_are_stated_and_counted_once(report):
    emergency = report["sections"][0]["items"][3]
    totals = {figure["label"]: figure["text"] for figure in report["totals"]}

    assert [figure["text"] for figure in emergency["figures"]].count("300余名") == 2
    assert totals["志愿者"] == "300余名"


def test_the_totals_add_like_to_like_and_count_suspected_repeats_once(report):
    assert {figure["label"]: figure["text"] for figure in report["totals"]} == {
        "开展活动": "12项",
        "参加人员": "70余名",
        "参与人次": "342人次",
        "志愿者": "300余名",
        "款物金额": "9000元",
    }


def test_the_honour_received_stands_in_the_opening(report):
    assert "2019年度全省共青团工作先进县（市、区）第一位，全市唯一" in report["opening"]
    assert [source["type"] for source in report["opening_sources"]] == ["honorreceived"]


def test_the_commendation_names_one_recipient_of_each_title_and_its_number(report):
    text = report["sections"][2]["items"][1]["text"]

    for words in (
        "授予西湖区公安分局团委等6个",
        "授予南昌市西湖区住房保障和房产管理局团支部等27个",
        "授予李琪等43名同志",
        "授予彭豪等45名同志",
        "授予纪小川等47名同志",
    ):
        assert words in text


def test_every_figure_has_a_source_and_stands_in_its_text(report):
    items = [item for section in report["sections"] for item in section["items"]]
    figures = [figure for item in items for figure in item["figures"]]

    assert len(figures) == 15
    assert all(figure["sources"] for figure in figures + report["totals"])
    assert all(figure["text"] in item["text"] for item in items for figure in item["figures"])


def test_the_plan_has_its_six_headings_with_their_commitments(report):
    plan = report["sections"][3]["items"]

    assert [len(item["children"]) for item in plan] == [2, 4, 2, 4, 5, 2]


def test_the_report_is_dated_signed_and_issued(report):
    assert (report["as_of"], report["signature"], report["signed_on"], report["status"]) == (
        "2020-05-29",
        "共青团西湖区委",
        "2020-05-29",
        "issued",
    )


def test_export_report_says_the_same(report, capfdbinary):
    call_command("export_report", "2020-h1", "--format", "json")

    assert json.loads(capfdbinary.readouterr().out) == json.loads(json.dumps(report))
