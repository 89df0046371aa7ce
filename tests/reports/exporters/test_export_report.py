import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import CommandError, call_command

from reports.models import Report
from tests.factories import ActivityFactory, FigureFactory, ReportFactory, ReportVersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    report = ReportFactory()
    activity = ActivityFactory(title="应急<b>志愿</b>服务𠮷", summary="组织{志愿者}。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    return report


def test_export_writes_json_with_every_figure_and_its_sources(report, capfdbinary):
    call_command("export_report", report.slug, "--format", "json")

    [item] = json.loads(capfdbinary.readouterr().out)["sections"][0]["items"]
    assert item["text"] == "组织300余名。"
    assert [(figure["text"], figure["sources"][0]["type"]) for figure in item["figures"]] == [
        ("300余名", "activity")
    ]


def test_export_writes_a_file_that_says_the_same_as_the_screen(report, tmp_path, capfdbinary):
    path = tmp_path / "总结.txt"

    call_command("export_report", report.slug, "--format", "txt")
    on_screen = capfdbinary.readouterr().out
    call_command("export_report", report.slug, "--format", "txt", "--output", str(path))

    assert path.read_bytes() == on_screen
    assert "1.应急<b>志愿</b>服务𠮷\n组织300余名。" in on_screen.decode()
    assert capfdbinary.readouterr().out == b""


def test_export_escapes_markup_in_html(report, tmp_path):
    path = tmp_path / "report.html"

    call_command("export_report", report.slug, "--format", "html", "--output", str(path))

    page = path.read_text(encoding="utf-8")
    assert "应急&lt;b&gt;志愿&lt;/b&gt;服务𠮷" in page
    assert "<b>志愿" not in page
    assert "300余名" in page
    assert "未签发" in page


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["2099-h1"], "没有地址用名为“2099-h1”的工作总结。"),
        (["2020-h1", "--format", "xls"], "没有“xls”这种格式，可用的有："),
        (["2020-h1", "--length", "5"], "5个字写不下这份总结，至少需要"),
        (["2020-h1", "--output", "/proc/none/report.txt"], "写不进“/proc/none/report.txt”："),
    ],
)
def test_export_refuses_in_one_line_with_status_2(report, arguments, sentence):
    with pytest.raises(CommandError) as refusal:
        call_command("export_report", *arguments)

    assert str(refusal.value).startswith(sentence)
    assert "\n" not in str(refusal.value)
    assert refusal.value.returncode == 2


def test_export_shortens_to_the_number_of_characters(report, capfdbinary):
    ActivityFactory(summary="这是一段很长的话。" * 60, published=True)

    call_command("export_report", report.slug, "--length", "200")

    text = capfdbinary.readouterr().out.decode()
    assert "300余名" in text
    assert len(text) <= 200


def test_export_refuses_a_snapshot_of_an_unknown_format_by_its_number(report):
    ReportVersionFactory(report=report, snapshot={"format": 99})

    with pytest.raises(CommandError, match="99") as refusal:
        call_command("export_report", report.slug)

    assert refusal.value.returncode == 2


def test_export_refuses_a_screen_that_takes_nothing_more(report, monkeypatch):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(CommandError, match="写不进“标准输出”：") as refusal:
            call_command("export_report", report.slug)

    assert refusal.value.returncode == 2


@pytest.mark.parametrize(
    ("annex", "told"),
    [("full", ["数据汇总"]), ("totals", ["主要数据"]), ("none", [])],
)
def test_an_html_file_lists_what_the_report_chose_for_its_annex(annex, told, capfdbinary):
    report = ReportFactory(annex=annex)
    for title in ("植树", "巡河"):
        activity = ActivityFactory(title=title, published=True)
        FigureFactory(activity=activity, name="志愿者", wording="300余名", counts="volunteers")
    Report.objects.update(opening="{志愿者}参加。")

    call_command("export_report", report.slug, "--format", "html")
    page = capfdbinary.readouterr().out.decode()

    assert re.findall("<h2>(数据汇总|主要数据)</h2>", page) == told
    assert set(map(unquote, re.findall('href="#([^"]+)"', page))) <= set(re.findall('id="([^"]+)"', page))
