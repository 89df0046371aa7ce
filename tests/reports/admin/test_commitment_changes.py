"""Two people at one commitment: the second is told, and nothing is overwritten unawares."""

from datetime import date

import pytest
from django.urls import reverse

from reports.document.periods import HalfYear
from reports.models import Commitment, Report
from tests.factories import CommitmentFactory, PlanItemFactory, ReportFactory
from tests.reports.pages import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def training():
    return CommitmentFactory(text="培训团干部", target_value=3, target_unit="期")


@pytest.fixture
def page(training) -> str:
    return reverse("admin:reports_commitment_change", args=[training.pk])


def test_a_commitment_of_an_open_plan_changes_as_a_revision_of_its_report(desk, staff, training, page):
    desk.post(page, filled(desk.get(page)) | {"text": "培训少先队辅导员"})

    report = Report.objects.get()
    training.refresh_from_db()
    assert (training.text, report.revision, report.updated_by) == ("培训少先队辅导员", 1, staff)


def test_the_second_to_edit_a_commitment_is_told_and_saves_over_only_what_was_typed(desk, training, page):
    form = filled(desk.get(page))
    Report.objects.update(revision=1)
    Commitment.objects.update(text="别人的", target_value=5)

    told = desk.post(page, form | {"text": "我的"})
    before = Commitment.objects.get().text
    desk.post(page, form | {"text": "我的", "over": "1"})

    errors = told.context["adminform"].form.errors
    assert "改过这份总结" in errors["__all__"][0]
    assert errors["text"] == ["现在的内容：别人的"]
    assert set(errors) == {"__all__", "text"}
    assert "仍然保存我的改动" in told.text
    assert before == "别人的"
    training.refresh_from_db()
    assert (training.text, training.target_value) == ("我的", 5)


def test_the_second_to_judge_a_commitment_of_an_issued_plan_is_told(desk, training, page):
    Report.objects.update(state="issued")
    form = filled(desk.get(page))
    Commitment.objects.update(said_status="done", said_reason="别人说已办完", said_on=date(2020, 12, 1))
    mine = {"said_status": "adjusted", "said_reason": "改到明年"}

    told = desk.post(page, form | mine)
    before = Commitment.objects.get().said_status
    desk.post(page, form | mine | {"over": "0"})

    assert told.context["adminform"].form.errors == {
        "__all__": ["在你打开这一页以后，有人改过这项任务的进展。你填写的都还在，没有写入。"],
        "said_status": ["现在的内容：完成"],
        "said_reason": ["现在的内容：别人说已办完"],
    }
    assert before == "done"
    training.refresh_from_db()
    assert (training.said_status, training.said_reason) == ("adjusted", "改到明年")
    assert Report.objects.get().revision == 0


def test_a_commitment_does_not_move_to_another_report(desk, page):
    other = PlanItemFactory(report=ReportFactory(period=HalfYear(2020, 2)))

    response = desk.post(page, filled(desk.get(page)) | {"plan_item": other.pk})

    assert response.context["adminform"].form.errors["plan_item"] == ["任务只能移到同一份总结的计划里。"]


def test_deleting_a_commitment_is_a_revision_of_its_report(desk, training):
    desk.post(reverse("admin:reports_commitment_delete", args=[training.pk]), {"post": "yes"})

    assert (Commitment.objects.count(), Report.objects.get().revision) == (0, 1)
