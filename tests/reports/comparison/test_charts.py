from decimal import Decimal
from xml.etree import ElementTree

from reports.comparison.charts import described, draw
from reports.comparison.tables import Cell, Group, Row
from reports.document import Figure as ReportFigure

SVG = "{http://www.w3.org/2000/svg}"


def test_the_chart_bears_its_numbers_and_no_script():
    figure = ReportFigure("", Decimal(70), "名", "at_least", "70余名", ())
    rows = (
        Row("参加人员", (Cell(figure), Cell(None))),
        Row("<script>\x0b名称很长很长的一个称号\ud800", (Cell(None), Cell(figure))),
    )

    image = draw(Group("people", "人数", rows, "人"), ("2020年上半年", "<下半年>"))

    root = ElementTree.fromstring(image)
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert {"70余名", "无记录", "参加人员", "2020年上半年", "<下半年>"} <= set(words)
    assert root.find(f"{SVG}title").text == "人数（人）"
    assert not list(root.iter(f"{SVG}script"))
    assert b"://" not in image.replace(b"http://www.w3.org/", b"")
    assert image == draw(Group("people", "人数", rows, "人"), ("2020年上半年", "<下半年>"))


def test_the_day_of_a_level_is_left_to_the_words_beside_the_chart():
    level = ReportFigure("", Decimal(569), "个", "exact", "569个（截至5月底）", (), as_of="5月底")
    group = Group("levels-1", "团支部数", (Row("团支部数", (Cell(level), Cell(None))),), "个")

    words = [text.text for text in ElementTree.fromstring(draw(group, ("上", "下"))).iter(f"{SVG}text")]

    assert "569个" in words
    assert described(group, ("上", "下")) == "团支部数：上569个（截至5月底），下无记录。"


def test_a_chart_is_told_in_words_too():
    figure = ReportFigure("", Decimal(70), "名", "at_least", "70余名", ())
    group = Group("people", "人数", (Row("参加人员", (Cell(figure), Cell(None))),), "人")

    assert described(group, ("上半年", "下半年")) == "参加人员：上半年70余名，下半年无记录。"
