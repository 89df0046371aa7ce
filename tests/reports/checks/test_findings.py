import re
from collections import Counter
from cProfile import Profile
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from pstats import Stats

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

import reports.checks
from reports.checks import BLOCKER, HINT, LEVELS, blockers, findings_of
from reports.composing.compose import composed_from
from reports.composing.material import Material, gather
from reports.document import Item, Passage, Section, Source
from reports.models import Report
from tests.factories import ActivityFactory, FigureFactory, ReportFactory, WorkAreaFactory
from tests.reports.documents import document


def test_every_code_has_a_level_and_every_level_a_check():
    files = Path(reports.checks.__file__).parent.rglob("*.py")
    made = set()
    for path in files:
        made.update(
            re.findall(r'(?:finding|_of|Slip)\(\s*(?:piece, )?"([a-z_]+)"', path.read_text(encoding="utf-8"))
        )

    assert made == set(LEVELS)
    assert set(LEVELS.values()) == {BLOCKER, HINT}


def test_every_code_is_produced_by_some_test():
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))

    assert [code for code in LEVELS if f'"{code}"' not in tests] == []


@pytest.mark.django_db
def test_findings_are_listed_blockers_first_then_in_reading_order():
    items = (
        Item(
            "的的", Passage(("去年举办2场。",)), sources=(Source("activity", 1, "某活动", "/activities/1/"),)
        ),
        Item("甲", Passage(("去年的的举办{场次}。",))),
    )
    draft = document(
        totals=(),
        opening=Passage(("“今年",)),
        sections=(Section("部分", "records", items),),
        signature="区委）",
    )

    found = findings_of(Material(Report(starts_on=date(2020, 1, 1)), [], [], [], []), draft)

    assert [(finding.level, finding.code, finding.place) for finding in found] == [
        ("blocker", "number_without_record", "一、1.的的"),
        ("blocker", "unknown_placeholder", "一、2.甲"),
        ("hint", "unpaired_mark", "开头语"),
        ("hint", "doubled_word", "一、1.的的"),
        ("hint", "no_figure_or_date", "一、1.的的"),
        ("hint", "doubled_word", "一、2.甲"),
        ("hint", "no_figure_or_date", "一、2.甲"),
        ("hint", "unpaired_mark", "落款"),
    ]
    assert found[0].sources == items[0].sources
    assert blockers(found) == found[:2]


@pytest.mark.django_db
def test_the_sample_report_has_the_findings_that_are_right_and_no_blocker():
    call_command("load_sample_data", stdout=StringIO())
    material = gather(Report.objects.get(slug="2020-h1"))

    found = findings_of(material, composed_from(material))

    assert blockers(found) == []
    assert Counter(finding.code for finding in found) == {
        "suspected_repeat": 2,
        "rows_missing": 5,
        "in_no_total": 1,
        "no_target": 6,
    }
    repeats = [finding for finding in found if finding.code == "suspected_repeat"]
    assert [[source.text for source in finding.sources] for finding in repeats] == [
        ["300余名", "300余名"],
        ["70余名", "70余人"],
    ]
    assert all("已标记" in finding.message for finding in repeats)


@pytest.mark.django_db
def test_the_checks_take_few_queries_and_no_more_work_an_item_where_there_are_many():
    report, area = ReportFactory(), WorkAreaFactory()
    for number in range(400):
        activity = ActivityFactory.build(title=f"河道清洁{number}", area=area, place="江边", published=True)
        activity.summary = (
            "{参加人员}参加，其中{志愿者}在现场服务，清洁步道、护栏和绿化带，守护一江清水。" * 2
        )
        activity.save()
        FigureFactory(activity=activity, name="参加人员", wording=f"{100 + number}人", counts="participants")
        FigureFactory(activity=activity, name="志愿者", wording=f"{1000 + number}余名", counts="volunteers")
    material = gather(report)
    some = replace(material, activities=material.activities[:100])

    with CaptureQueriesContext(connection) as captured:
        found = findings_of(material, composed_from(material))

    assert (len(captured), found) == (5, [])
    assert calls_of(material) < 5 * calls_of(some)


def calls_of(material: Material) -> int:
    """How many functions the checks call: the same on every machine, however busy."""
    draft, profile = composed_from(material), Profile()
    profile.runcall(findings_of, material, draft)
    return Stats(profile).total_calls
