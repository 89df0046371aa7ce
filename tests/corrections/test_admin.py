import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.factories import CorrectionFactory, UserFactory
from tests.pages import Desk, refusals
from tests.reading import texts

pytestmark = pytest.mark.django_db

LIST = "/admin/corrections/correction/"


def change(correction):
    return reverse("admin:corrections_correction_change", args=[correction.pk])


@pytest.fixture
def handler(client):
    """Somebody who works through corrections, without the right to see who sent them."""
    handler = UserFactory(is_staff=True)
    codenames = ("view_correction", "change_correction")
    handler.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(handler)
    return handler


def test_list_moves_the_chosen_and_notes_who(client, handler):
    correction = CorrectionFactory()

    page = client.post(LIST, {"action": "move_to_mended", "_selected_action": [correction.pk]}, follow=True)

    correction.refresh_from_db()
    assert (correction.state, correction.handled_by) == ("mended", handler)
    assert texts(page, "//ul[@class='messagelist']/li") == ["1 条标为“已改正”。"]
    assert [entry.get_change_message() for entry in LogEntry.objects.all()] == ["标为“已改正”。"]


def test_form_moves_the_state_and_keeps_the_note(client, handler):
    correction = CorrectionFactory(text="错字")

    answer = Desk(client, change(correction)).type(state="no_fault", note="原文如此。").send()

    correction.refresh_from_db()
    told = (correction.text, correction.state, correction.note, correction.handled_by)
    assert (answer.status_code, told) == (302, ("错字", "no_fault", "原文如此。", handler))


def test_note_alone_moves_nothing(client, handler):
    correction = CorrectionFactory()

    Desk(client, change(correction)).type(note="先放一放。").send()

    correction.refresh_from_db()
    assert (correction.state, correction.note, correction.handled_by) == ("new", "先放一放。", None)


def test_handled_correction_cannot_become_new_again(client, handler, staff):
    correction = CorrectionFactory(state="mended", handled_by=staff, handled_at="2020-05-29T01:00Z")

    answer = Desk(client, change(correction)).type(state="new").send()

    assert list(refusals(answer)) == ["state"]


def test_contact_is_shown_only_with_the_permission(client, handler, staff):
    correction = CorrectionFactory(contact="0000-0000")

    without = client.get(change(correction)).content.decode() + client.get(LIST).content.decode()
    client.force_login(staff)
    with_it = client.get(change(correction)).content.decode()

    assert ("0000-0000" in without, "0000-0000" in with_it) == (False, True)


def test_list_is_filtered_by_contact_only_with_the_permission(client, handler, staff):
    CorrectionFactory(contact="0000-0000")

    without = client.get(f"{LIST}?contact__startswith=0000").status_code
    client.force_login(staff)
    with_it = client.get(f"{LIST}?contact__startswith=0000").status_code

    assert (without, with_it) == (400, 200)


def test_staff_add_no_corrections(desk):
    assert desk.get(f"{LIST}add/").status_code == 403


def test_script_that_a_reader_typed_is_escaped(desk):
    correction = CorrectionFactory(text="<script>alert(1)</script>", page='/"><script>alert(1)</script>')

    pages = desk.get(change(correction)).content.decode() + desk.get(LIST).content.decode()

    assert "<script>alert(1)" not in pages
