"""Issues the sample's report, as two people of an office would.

The two accounts cannot sign in: they are there because whoever sends a report
for review may not issue it as well. The time is that of the loading, since when
the real report was issued is not known; its date of signature is.
"""

from django.contrib.auth import get_user_model
from django.utils import timezone

from reports.issuing.actions import issue, send_for_review
from reports.models import Report

AUTHOR = {"username": "sample-author", "last_name": "示例", "first_name": "拟稿人"}
APPROVER = {"username": "sample-approver", "last_name": "示例", "first_name": "签发人"}


def issue_as_an_office_would(report: Report) -> None:
    """Send the report for review and issue it; it must be a draft that no check blocks."""
    send_for_review(report=report, by=account(AUTHOR), at=timezone.now())
    issue(report=report, by=account(APPROVER), at=timezone.now())


def account(values):
    """The account of that name; made without a password, and not as staff."""
    users = get_user_model()
    account = users.objects.filter(username=values["username"]).first()
    if account is None:
        account = users(**values)
        account.set_unusable_password()
        account.save()
    return account
