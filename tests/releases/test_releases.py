"""The data of a release outlives every update: its dump, restored and brought up to date, reads as before.

A release is a folder made by ``.venv/bin/python -m devtools.release_dump``: ``site.backup`` and what the site
told then. Where a page or a draft is to read otherwise from now on, the same command with ``--tell-again``
notes the new words, and the commit shows each of them. Hashes are never noted again.
"""

import json
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User

from league_portal.backups.archive import Reading
from league_portal.backups.restoring import restore
from reports.models import ReportVersion
from tests.harness.database import own_site
from tests.releases import telling

RELEASES = sorted(dump.parent for dump in Path(__file__).parent.glob("*/site.backup"))


@pytest.fixture(scope="module", params=RELEASES, ids=lambda folder: folder.name)
def release(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The folder of a release whose site we are on."""
    with django_db_blocker.unblock(), own_site(tmp_path_factory.mktemp("release"), bare=True):
        restore(request.param / "site.backup", replace=False, told=lambda what, done, total: None)
        yield request.param


def noted(folder, name):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def run_together(pages) -> dict[str, str]:
    """Where one piece of a text ends and the next begins is a matter of looks."""
    return {address: "".join("".join(words).split()) for address, words in pages.items()}


def test_every_page_reads_as_before(release):
    before = noted(release, "pages")

    now = {address: telling.words(address) for address in before}

    assert run_together(now) == run_together(before)


def test_every_report_reads_as_before(release):
    assert telling.reports() == noted(release, "reports")


def test_everything_issued_is_unchanged(release):
    versions = ReportVersion.objects.select_related("report")

    assert telling.issued() == noted(release, "issued")
    assert {
        f"{version.report.slug} {version.number}": version.sha256 for version in versions
    } == telling.issued()


def test_staff_of_then_are_tied_to_the_committee_and_the_roles_are_there(release):
    staff = User.objects.filter(is_staff=True, is_active=True)

    assert staff.exists()
    assert not staff.exclude(memberships__organization__kind="committee").exists()
    assert Group.objects.filter(name="支部填报员", permissions__codename="submit_activity").exists()


@pytest.mark.parametrize("folder", RELEASES, ids=lambda folder: folder.name)
def test_dump_has_rows_of_every_table(folder):
    with Reading(folder / "site.backup") as archive:
        tables = archive.manifest.tables

    assert [table.name for table in tables if table.rows == 0] == []


@pytest.mark.parametrize("folder", RELEASES, ids=lambda folder: folder.name)
def test_migrations_of_a_release_are_neither_edited_nor_removed(folder):
    now = telling.migrations()

    changed = [name for name, digest in noted(folder, "migrations").items() if now.get(name) != digest]

    assert changed == []
