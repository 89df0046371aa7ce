"""The pages of the editor, as a test opens and reads them."""

from django.urls import reverse

from reports.composing.compose import compose
from tests.pages import FormOnPage


def filled(response, **typed) -> dict[str, str]:
    """The page's form as a browser would send it, with what was typed."""
    return FormOnPage(response).fields | typed


def page_of(report, name="edit", *args) -> str:
    return reverse(f"admin:reports_report_{name}", args=[report.pk, *args])


def titles(report) -> list[list[str]]:
    report.refresh_from_db()
    return [[item.title for item in section.items] for section in compose(report).sections]


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]
