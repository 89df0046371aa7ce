"""Editing one at a time: a draft is held for an edit, which must rest on what the editor has read.

    with edit(report=report, by=user, revision=7) as draft:
        draft.place({"activity-4": 1})
        draft.leave_out("activity-6")

One such block is one transaction and one revision of the report.
"""

from contextlib import contextmanager

from django.db import transaction

from reports.editing.draft import Draft
from reports.issuing.actions import Refused
from reports.models import Report


class Changed(Exception):
    """Somebody changed the report after it was read; ``report`` is as it stands now."""

    def __init__(self, report: Report):
        super().__init__(report)
        self.report = report


@contextmanager
def edit(*, report: Report, by, revision: int):
    """The draft, held for this edit alone; afterwards it is a revision further.

    Raises Refused while the report is closed, and Changed when it is no longer
    the ``revision`` that the editor has read.
    """
    with transaction.atomic():
        report = locked(report)
        if not report.is_open:
            state = report.get_state_display()
            raise Refused(f"这份总结现在是“{state}”，不能修改。要修改，先退回，或者发起更正。")
        if report.revision != revision:
            raise Changed(report)
        yield Draft(report)
        report.revision += 1
        report.updated_by = by
        report.save(update_fields=["revision", "updated_by", "updated_at"])


def locked(report: Report) -> Report:
    """The report as it is in the database now, held until the transaction ends."""
    return Report.objects.select_for_update(of=("self",)).select_related("updated_by").get(pk=report.pk)
