"""Every figure of the sample report, computed again from the tables without the project's own functions."""

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

pytestmark = pytest.mark.django_db

_FIGURE = """
    SELECT value, unit, precision, wording, name FROM activities_figure WHERE id = %s AND activity_id = %s
"""
_ANNOUNCED = """
    SELECT announced_count, recipients FROM honors_awardtitle WHERE commendation_id = %s AND name = %s
"""

# Of figures that may be the same thing, the one that repeats no other counts.
_SUM = """
    SELECT SUM(figure.value),
           CASE WHEN bool_or(figure.precision = 'about') THEN 'about'
                WHEN bool_or(figure.precision = 'at_least') THEN 'at_least' ELSE 'exact' END
      FROM activities_figure figure JOIN activities_activity activity ON activity.id = figure.activity_id
     WHERE figure.part = 'total' AND figure.repeats_id IS NULL AND figure.kind = %s
       AND (%s = '' OR figure.counts = %s)
       AND activity.state = 'published' AND activity.published_at <= clock_timestamp()
       AND activity.starts_on <= '2020-05-29' AND activity.ends_on >= '2020-01-01'
"""
_TOLD = """
    SELECT COUNT(*) FROM activities_activity
     WHERE state = 'published' AND published_at <= clock_timestamp()
       AND starts_on <= '2020-05-29' AND ends_on >= '2020-01-01'
"""
SUMMED = {
    "参加人员": ("people", "participants", "{}名"),
    "参与人次": ("attendances", "", "{}人次"),
    "志愿者": ("people", "volunteers", "{}名"),
    "受益对象": ("people", "beneficiaries", "{}名"),
    "志愿服务时长": ("hours", "", "{}小时"),
    "款物金额": ("money", "", "{}元"),
}


@pytest.fixture
def report(db, capfdbinary):
    call_command("load_sample_data", stdout=StringIO())
    capfdbinary.readouterr()
    call_command("export_report", "2020-h1", "--format", "json")
    return json.loads(capfdbinary.readouterr().out)


def row(query, *values):
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchone()


def stated_in(node):
    """Every figure below this node of the JSON, the totals apart."""
    if isinstance(node, list):
        return [figure for one in node for figure in stated_in(one)]
    if not isinstance(node, dict):
        return []
    own = [*node.get("figures", ()), *node.get("opening_figures", ())]
    return (
        own
        + stated_in(node.get("sections", []))
        + stated_in(node.get("items", []))
        + stated_in(node.get("children", []))
    )


def said(figure):
    return Decimal(figure["value"]), figure["unit"], figure["precision"], figure["text"]


def recomputed(figure):
    [source] = figure["sources"]
    if source["type"] == "activity":
        *expected, name = row(_FIGURE, source["figure_id"], source["id"])
        assert (name, source["text"]) == (figure["label"], figure["text"])
        return tuple(expected)
    assert source["type"] == "commendation"
    announced, recipients = row(_ANNOUNCED, source["id"], figure["label"])
    unit = "个" if recipients == "organizations" else "名"
    return Decimal(announced), unit, "exact", f"{announced}{unit}"


def test_every_stated_figure_is_what_its_record_says(report):
    figures = stated_in(report)

    assert len(figures) == 15
    for figure in figures:
        assert said(figure) == recomputed(figure)


def test_every_figure_of_the_period_is_stated(report):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT figure.id FROM activities_figure figure JOIN activities_activity activity"
            " ON activity.id = figure.activity_id WHERE activity.state = 'published'"
            " AND activity.starts_on <= '2020-05-29' AND activity.ends_on >= '2020-01-01'"
        )
        recorded = {key for (key,) in cursor.fetchall()}

    told = {source["figure_id"] for figure in stated_in(report) for source in figure["sources"]}

    assert told - {None} == recorded


def test_every_total_is_the_sum_of_its_records(report):
    totals = {figure["label"]: figure for figure in report["totals"]}
    [activities] = row(_TOLD)
    expected = {"开展活动": (Decimal(activities), "exact", f"{activities}项")}
    for label, (kind, counts, wording) in SUMMED.items():
        value, precision = row(_SUM, kind, counts, counts)
        if value is not None:
            more = {"at_least": "余", "about": "", "exact": ""}[precision]
            written = f"{value.normalize():f}{more}"
            expected[label] = (value, precision, wording.format(written))

    assert {
        label: (Decimal(figure["value"]), figure["precision"], figure["text"])
        for label, figure in totals.items()
    } == expected


def test_every_source_of_a_total_says_what_its_record_says(report):
    for figure in report["totals"]:
        for source in figure["sources"]:
            if source["figure_id"]:
                _, _, _, wording, _ = row(_FIGURE, source["figure_id"], source["id"])
                assert source["text"] == wording
            else:
                assert (figure["label"], source["text"]) == ("开展活动", "1项")
