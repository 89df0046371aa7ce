"""A report that the portal exported is read again: its outline, every figure and no other, its honours."""

import json
from pathlib import Path

import pytest

from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import cleaned, read
from reports.document.snapshot import from_json
from reports.exporters import docx, text

REPORTS = Path(__file__).parents[1] / "releases/1.0.0/reports.json"


@pytest.fixture(scope="module")
def report():
    return from_json(json.loads(REPORTS.read_text())["2020-h1"])


@pytest.mark.parametrize(
    "render", [lambda report: text.render(report).encode(), docx.render], ids=["txt", "docx"]
)
def test_an_exported_report_gives_back_its_outline_its_figures_and_its_honours(render, report):
    found = as_json(propose(cleaned(read(render(report)))))

    assert [(one["heading"], [item["title"] for item in one["items"]]) for one in found["sections"][1:]] == [
        (section.heading, [item.title for _, item in items]) for _, section, items in report.outline
    ]
    assert [len(one["items"]) for one in found["sections"][1:]] == [6, 5, 2, 6]
    assert [
        (figure["text"], figure["value"], figure["unit"])
        for section in found["sections"]
        for item in section["items"]
        for figure in item["figures"]
    ] == [
        (figure.text, f"{figure.value:f}", figure.unit)
        for _, _, items in report.outline
        for _, item in items
        for figure in item.passage.figures
    ]
    assert [(one["title"], one["count"], one["direction"]) for one in found["awards"]] == [
        ("2019年度全省共青团工作先进县（市、区）第一位", None, "received"),
        ("2019年度五四红旗团（工）委、团总支", 6, "given"),
        ("2019年度五四红旗团（总）支部", 27, "given"),
        ("优秀团干部", 43, "given"),
        ("优秀团员", 45, "given"),
        ("优秀青年志愿者", 47, "given"),
    ]
    assert (found["period"]["label"], found["signed_on"], len(found["plan"])) == (
        "2020年上半年",
        "2020-05-29",
        6,
    )
