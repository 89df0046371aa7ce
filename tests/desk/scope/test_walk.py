"""Every address of the desk, asked for by every role, from the committee and from a branch."""

import pytest
from django.contrib import admin
from django.urls import get_resolver, reverse

from tests.desk.scope.answers import (
    ACTS,
    AWAY,
    BY_POST,
    HERE,
    MISSING,
    REFUSED,
    ROLES,
    answer,
    kinds,
    rights,
)
from tests.desk.scope.site import ELSEWHERE
from tests.factories import RootOrganizationFactory

pytestmark = pytest.mark.django_db

PAGES = ("changelist", "add", "change", "delete", "history", "compare", "restore", "act")
NOBODY = 99999999
NOWHERE = "00000000-0000-0000-0000-000000000000"
# Addresses of one kind alone: the right to it, what else stands in it, what it answers to whoever has it.
OF_ONE_KIND = {
    "auth_user_password_change": ("auth.user", "c", (), HERE),
    "branches_branchreport_adopt": ("branches.branchreport", "U", (), HERE),
    "branches_branchreport_merge": ("branches.branchreport", "U", (), HERE),
    "branches_branchreport_return": ("branches.branchreport", "U", (), HERE),
    "branches_branchreport_photo": ("branches.branchreport", "v", (99999, "photo.jpg"), MISSING),
    "branches_censusreturn_return": ("branches.censusreturn", "d", (), HERE),
    "branches_censusround_table": ("branches.censusround", "v", (), HERE),
    "branches_censusround_table_file": ("branches.censusround", "v", (), HERE),
    "intake_document_proposal": ("intake.document", "c", (99999,), MISSING),
    "reports_report_edit": ("reports.report", "v", (), HERE),
    "reports_report_entry": ("reports.report", "v", ("activity-99999",), AWAY),
    "reports_report_write": ("reports.report", "v", (), HERE),
    "reports_report_preview": ("reports.report", "v", (), HERE),
    "reports_report_export": ("reports.report", "v", ("txt",), HERE),
    "reports_report_returned": ("reports.report", "c", (), HERE),
    "reports_report_step": ("reports.report", "c", ("send",), HERE),
    "reports_report_waive": ("reports.report", "d", ("0" * 64,), AWAY),
    "reports_report_take_back": ("reports.report", "d", (99999,), BY_POST),
}
# Addresses of all records of a kind: the rights of which one is enough, and what else stands in it.
OF_A_LIST = {
    "activities_activity_alike": ("activities.activity", "ac", ()),
    "activities_activity_lines": ("activities.activity", "ac", ("participants",)),
    "questions": ("activities.activity", "v", ()),
    "questions-file": ("activities.activity", "v", ()),
    "branches_branchreport_mine": ("branches.branchreport", "v", ()),
}
# What is taken in from a table belongs to whoever takes it in, and to who reaches all.
OF_ITS_MAKER = {
    *(f"intake_sheetimport_{page}" for page in (*PAGES[:-1], "export", "faulty")),
    "intake_sheetimport_template",
    *(f"intake_batch_{page}" for page in (*PAGES[:-1], "export", "hours", "hours_of", "roster", "sheet")),
}
ONLY_SENT = {
    "branches_branchreport_take_back",
    "branches_censusround_remind",
    "volunteers_servicerecord_unconfirm",
}
BY_THE_COMMITTEE = {"branches_censusreturn_return"}
# For everybody at the desk; what they show of records is held by the tests beneath.
FOR_EVERYBODY = {
    "second-step",
    "second-step-settings",
    "sessions",
    "index",
    "login",
    "logout",
    "jsi18n",
    "password_change",
    "password_change_done",
}
ASKED_OTHERWISE = {
    "app_list",
    "autocomplete",
    "view_on_site",
    "intake_document_paragraph",
    "activities_activity_upload",
    "activities_activity_chosen",
}


def names_of_addresses():
    return {name for name in get_resolver().namespace_dict["admin"][1].reverse_dict if isinstance(name, str)}


def name_of(kind, page):
    return f"{kind.replace('.', '_')}_{page}"


def test_every_address_has_its_answer():
    of_kinds = {name_of(kind, page) for kind in kinds() for page in (*PAGES, "undo", "export")}

    known = (
        of_kinds
        | OF_ONE_KIND.keys()
        | OF_A_LIST.keys()
        | ONLY_SENT
        | OF_ITS_MAKER
        | FOR_EVERYBODY
        | ASKED_OTHERWISE
    )
    shown = {model._meta.label_lower for model in admin.site._registry}
    assert shown == {*kinds(), "intake.sheetimport", "intake.batch"}
    assert names_of_addresses() - known == set()


def asked(record, name, page):
    """The address of a page of a record, by what stands in it."""
    return reverse(f"admin:{name}", args=[record.pk, *{"restore": [1]}.get(page, [])])


def addresses(site, role, *, of_branch):
    """Every address with what it should answer to a role."""
    known = names_of_addresses()
    for kind, records in site.records().items():
        held = rights(role, kind, of_branch=of_branch)
        is_seen = kind != "desk.binned" or "d" in rights(role, "notices.notice", of_branch=of_branch)
        for page in ("changelist", "add"):
            yield reverse(f"admin:{name_of(kind, page)}"), expected(kind, page, held, True)
        for place, record in enumerate(records if of_branch else records[:1]):
            is_reached = is_seen and (not of_branch or place == 0)
            for page in PAGES[2:-1]:
                if (name := name_of(kind, page)) in known:
                    yield asked(record, name, page), expected(kind, page, held, is_reached)
            if (name := name_of(kind, "act")) in known:
                for act in ACTS:
                    address = reverse(f"admin:{name}", args=[record.pk, act])
                    yield address, expected(kind, act, held, is_reached)
            for name, (its, right, more, told) in OF_ONE_KIND.items():
                if its == kind:
                    is_let = right in held and "v" in held and not (of_branch and name in BY_THE_COMMITTEE)
                    address = reverse(f"admin:{name}", args=[record.pk, *more])
                    is_away = "v" in held and not is_reached and its != "auth.user"
                    yield address, MISSING if is_away else told if is_let else REFUSED
        if (name := name_of(kind, "export")) in known:
            yield reverse(f"admin:{name}", args=["csv"]), HERE if "v" in held else REFUSED
        if (name := name_of(kind, "undo")) in known:
            yield reverse(f"admin:{name}", args=[NOWHERE]), BY_POST
    yield reverse("admin:branches_branchreport_take_back"), BY_POST
    yield reverse("admin:branches_censusround_remind", args=[NOBODY]), BY_POST
    yield reverse("admin:volunteers_servicerecord_unconfirm", args=["2020-01-01"]), BY_POST
    for name, (its, one_of, more) in OF_A_LIST.items():
        is_let = not {*one_of}.isdisjoint(rights(role, its, of_branch=of_branch))
        yield reverse(f"admin:{name}", args=more), HERE if is_let else REFUSED
    yield reverse("admin:index"), HERE
    yield reverse("admin:app_list", args=["activities"]), HERE


def expected(kind, page, held, is_reached):
    if kind == "desk.binned" and page == "change" and "v" in held and not is_reached:
        return MISSING  # it has no form of its own to lead away from
    if page == "add" and kind in ("branches.censusreturn", "organizations.committee"):
        return REFUSED  # the round makes them; there is a committee already
    if (kind, page) == ("corrections.correction", "restore"):
        return REFUSED  # its handling moves on, never back
    return answer(page, held, is_reached=is_reached)


@pytest.mark.parametrize("role", ROLES, ids=[f"role{place}" for place, _ in enumerate(ROLES)])
@pytest.mark.parametrize("of_branch", [False, True], ids=["committee", "branch"])
def test_role_walk(client, site, role, of_branch):
    client.force_login(site.account(role, at=None if of_branch else RootOrganizationFactory()))
    known = dict(addresses(site, role, of_branch=of_branch))

    answers = {address: client.get(address) for address in known}

    told = {address: one.status_code for address, one in answers.items()}
    assert {a: (told[a], known[a]) for a in known if told[a] != known[a]} == {}
    if of_branch:
        shown = [
            a
            for a, one in answers.items()
            if not one.streaming and ELSEWHERE in one.content.decode(errors="ignore")
        ]
        assert shown == []
