import pytest

from reports.editing.holding import Changed, edit
from reports.issuing.actions import Refused
from tests.factories import ReportFactory, StaffFactory
from tests.reports.editing.drafts import key

pytestmark = pytest.mark.django_db


def test_edit_moves_the_report_one_revision_on_and_says_who_did_it(report, author):
    with edit(report=report, by=author, revision=0) as draft:
        draft.open_with("新的开头。")

    report.refresh_from_db()
    assert (report.opening, report.revision, report.updated_by) == ("新的开头。", 1, author)


@pytest.mark.parametrize("state", ["in_review", "issued"])
def test_edit_refuses_a_closed_report_in_a_sentence(state, author):
    report = ReportFactory(state=state)

    with pytest.raises(Refused, match="不能修改"), edit(report=report, by=author, revision=0):
        pass


def test_edit_refuses_a_report_that_has_moved_on_and_writes_nothing(report, author):
    other = StaffFactory(username="other")
    with edit(report=report, by=other, revision=0) as draft:
        draft.open_with("别人写的。")

    with pytest.raises(Changed) as changed, edit(report=report, by=author, revision=0) as draft:
        draft.open_with("我写的。")

    report.refresh_from_db()
    assert changed.value.report.updated_by == other
    assert (report.opening, report.revision) == ("别人写的。", 1)


def test_a_refusal_inside_an_edit_undoes_all_of_it(report, draft, three):
    with pytest.raises(Refused):
        draft(lambda one: (one.open_with("不该留下。"), one.merge(key(three[0]), key(three[0]))))

    report.refresh_from_db()
    assert (report.opening, report.revision) == ("", 0)
