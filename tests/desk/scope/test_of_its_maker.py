"""What is taken in from tables and pasted lists, and chosen for a form: by role, and by whose it is."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.scope.answers import AWAY, HERE, MISSING, REFUSED, ROLES, rights
from tests.factories import (
    BatchFactory,
    RootOrganizationFactory,
    SheetImportFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db

# The table that may be taken in, by whom records of this kind are added.
TABLES = {
    "activity": "activities.activity",
    "organization": "organizations.organization",
    "person": "organizations.person",
    "volunteer": "volunteers.volunteer",
    "servicerecord": "volunteers.servicerecord",
    "award": "honors.awardtitle",
}
# Whoever changes one of these may paste a list for it.
LISTED = ("honors.awardtitle", "honors.honorreceived", "volunteers.team")


@pytest.mark.parametrize("role", ROLES, ids=[f"role{place}" for place, _ in enumerate(ROLES)])
@pytest.mark.parametrize("of_branch", [False, True], ids=["committee", "branch"])
def test_role_walk_of_tables_and_lists(client, site, role, of_branch):
    client.force_login(site.account(role, at=None if of_branch else RootOrganizationFactory()))
    table, batch = SheetImportFactory(created_by=StaffFactory()), BatchFactory(created_by=StaffFactory())
    held = {label: rights(role, label, of_branch=of_branch) for label in (*TABLES.values(), *LISTED)}
    tables = {kind for kind, label in TABLES.items() if "a" in held[label]}

    def told(name, *args):
        return client.get(reverse(f"admin:intake_{name}", args=args)).status_code

    def answer(may, of_others=HERE):
        return of_others if may else REFUSED

    templates = {kind: told("sheetimport_template", kind) for kind in TABLES}
    assert templates == {kind: answer(kind in tables) for kind in TABLES}
    lists = {page: told(f"sheetimport_{page}") for page in ("changelist", "add")}
    assert lists == dict.fromkeys(lists, answer(tables))
    hours = "a" in held["volunteers.servicerecord"]
    enters = hours or any("c" in held[label] for label in LISTED)
    assert told("batch_changelist") == answer(enters)
    assert told("batch_add") == REFUSED
    assert told("batch_hours") == answer(hours)
    reached = "activity" in tables and not of_branch
    assert told("sheetimport_change", table.pk) == answer(tables, HERE if reached else AWAY)
    assert told("sheetimport_faulty", table.pk) == answer(tables, HERE if reached else MISSING)
    assert told("batch_change", batch.pk) == (MISSING if of_branch else answer(enters))


@pytest.mark.parametrize("role", ROLES, ids=[f"role{place}" for place, _ in enumerate(ROLES)])
def test_role_walk_of_what_is_chosen_for_a_form(client, site, role):
    client.force_login(site.account(role))
    may = {*"ac"} & {*rights(role, "activities.activity", of_branch=True)}
    upload = reverse("admin:activities_activity_upload", args=["photos"])

    sent = client.post(upload, {"file": SimpleUploadedFile("x.jpg", b"no picture", "image/jpeg")})
    shown = client.get(reverse("admin:activities_activity_chosen", args=["nothing"]))

    assert sent.status_code == (HERE if may else REFUSED)
    assert shown.status_code == (MISSING if may else REFUSED)


@pytest.mark.parametrize("page", ["roster", "sheet"])
def test_nobody_enters_many_rows_of_what_is_beyond_their_reach(client, site, page):
    client.force_login(site.account("志愿服务管理员"))
    label = {"roster": "volunteers.team", "sheet": "activities.activity"}[page]
    elsewhere = site.other[label]

    answer = client.get(reverse(f"admin:intake_batch_{page}", args=[label, elsewhere.pk]))

    assert answer.status_code in (MISSING, REFUSED)


def test_who_keeps_honours_and_teams_pastes_their_lists(client, site):
    of = {"表彰管理员": ("honors.awardtitle", "honors.honorreceived"), "志愿服务管理员": ("volunteers.team",)}
    answers = {}
    for role, labels in of.items():
        client.force_login(site.account(role, at=RootOrganizationFactory()))
        for label in labels:
            record = site.district.get(label) or site.own[label]
            address = reverse("admin:intake_batch_roster", args=[label, record.pk])
            answers[role, label] = client.get(address).status_code

    assert answers == dict.fromkeys(answers, HERE)
