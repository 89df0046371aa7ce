"""数字的出处: where staff choose the record that a number of theirs was taken from."""

import pytest

from reports.models import Report, WrittenItem
from tests.factories import (
    ActivityFactory,
    FigureFactory,
    ReportFactory,
    ReportSectionFactory,
    WorkAreaFactory,
    WrittenItemFactory,
)
from tests.reports.pages import filled, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory(opening="又有300余名青年参加。")


@pytest.fixture
def figure():
    area = WorkAreaFactory()
    drill = ActivityFactory(title="演练", area=area, summary="3月9日，{队员}演练。", published=True)
    FigureFactory(activity=drill, name="队员", wording="300余人", counts="other")
    cleaned = ActivityFactory(title="巡河", area=area, summary="3月5日，{志愿者}巡河。", published=True)
    return FigureFactory(activity=cleaned, name="志愿者", wording="300余名", counts="other")


def origin(response) -> str:
    [field] = response.context["form"].origins
    return field.name


def test_a_number_of_an_item_is_bound_on_its_page_and_leads_to_its_record(desk, report, figure):
    part = desk.get(page_of(report)).context["draft"].parts[0].key
    write = f"{page_of(report, 'write')}?section={part}"
    desk.post(write, filled(desk.get(write), title="另外", text="其中300余名青年旁听。"))
    address = page_of(report, "entry", f"written-{WrittenItem.objects.get().pk}")
    asked = desk.get(address)

    desk.post(address, filled(asked, **{origin(asked): f"figure-{figure.pk}"}))

    [choices] = [[label for _, label in field.field.choices] for field in asked.context["form"].origins]
    assert choices == ["没有选定", "演练：队员 300余人", "巡河：志愿者 300余名"]
    assert "“其中300余名青年旁听”里的“300余名”" in asked.text
    assert [(row.source, row.number) for row in report.bindings.all()] == [(f"figure-{figure.pk}", "300余名")]
    again = desk.get(address)
    assert again.context["form"].origins[0].value() == f"figure-{figure.pk}"
    [trace] = desk.get(page_of(report)).context["draft"].parts[0].entries[-1].words.traces
    assert [source.label for source, _, _ in trace.sources] == ["巡河"]


def test_a_number_of_the_opening_is_bound_on_the_editors_page(desk, report, figure):
    asked = desk.get(page_of(report))
    desk.post(page_of(report), filled(asked, **{origin(asked): f"figure-{figure.pk}"}))

    bound = desk.get(page_of(report))

    assert [one.finding.code for one in asked.context["open"].blocking] == ["number_unbound"]
    assert bound.context["open"].blocking == []
    assert Report.objects.get().bindings.get().clause == "又有300余名青年参加"


def test_what_is_no_choice_is_refused_and_nothing_typed_is_lost(desk, report, figure):
    asked = desk.get(page_of(report))

    refused = desk.post(
        page_of(report), filled(asked, **{origin(asked): "figure-999999", "opening": "又有300余名青年到场。"})
    )

    assert origin(asked) in refused.context["form"].errors
    assert "又有300余名青年到场。" in refused.text
    assert not report.bindings.exists()


def test_what_is_found_of_an_items_number_leads_to_the_page_where_its_origin_is_chosen(desk, report, figure):
    Report.objects.update(opening="")
    section = ReportSectionFactory(report=report, kind="written", area=None, heading="另外")
    own = WrittenItemFactory(section=section, text="其中300余名青年旁听。")

    page = desk.get(page_of(report)).text

    assert f'href="{page_of(report, "entry", f"written-{own.pk}")}#origins"' in page
