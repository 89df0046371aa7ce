"""How the tests upload an edited Word file at the desk, and choose from its changes."""

from django.core.files.uploadedfile import SimpleUploadedFile

from reports.composing.compose import compose
from reports.formats import FORMATS
from tests.pages import FormOnPage
from tests.reading import texts
from tests.reports.pages import page_of
from tests.reports.returning.files import edited


def exported(report) -> bytes:
    report.refresh_from_db()
    return FORMATS["docx"](compose(report))


def upload(desk, report, file: bytes):
    return desk.post(page_of(report, "returned"), {"file": SimpleUploadedFile("改.docx", file)})


def uploaded(desk, report, change):
    return upload(desk, report, edited(exported(report), change))


def take(desk, report, page, **chosen):
    """What the page's own form sends, with these boxes ticked."""
    fields = {
        name: value for name, value in FormOnPage(page).fields.items() if name in ("reading", "revision")
    }
    return desk.post(page_of(report, "returned"), fields | dict.fromkeys(chosen, "on") | chosen)


def places(page) -> list[str]:
    return [one.split("\n")[0].strip() for one in texts(page, "//article//h2")]


def text_of(report) -> list[str]:
    report.refresh_from_db()
    return [item.text for section in compose(report).sections for item in section.items]
