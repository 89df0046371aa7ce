"""Files that are no backup, or no longer one, or not yet one: each is refused in its own sentence."""

import hashlib
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command

from activities.models import Activity
from league_portal.backups.archive import MANIFEST
from league_portal.backups.writing import back_up
from tests.factories import ActivityFactory, PhotoFactory
from tests.harness.database import own_site

TABLE, ESCAPING = "tables/activities_activity.csv", "../../.ssh/authorized_keys"


@pytest.fixture(scope="module")
def good(django_db_setup, django_db_blocker, tmp_path_factory):
    """The content of a good backup."""
    folder = tmp_path_factory.mktemp("good")
    with django_db_blocker.unblock(), own_site(folder):
        PhotoFactory()
        back_up(folder / "file", lambda what, done, total: None)
    return (folder / "file").read_bytes()


@pytest.fixture
def file(good, tmp_path):
    file = tmp_path / "site.backup"
    file.write_bytes(good)
    return file


def refusal(file, *options) -> str:
    """What is said of a file; the path, which every sentence may name, is told as FILE."""
    with pytest.raises(CommandError) as refused:
        call_command("restore", str(file), *options)
    assert refused.value.returncode == 2
    return str(refused.value).replace(str(file), "FILE")


def rewrite(file, *, told=None, change=lambda members: None):
    """The same archive with another manifest, or other members."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    if told:
        manifest = json.loads(members[MANIFEST])
        told(manifest)
        members[MANIFEST] = json.dumps(manifest).encode()
    change(members)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)


@pytest.mark.parametrize("kept", [100, 0.5, -1])
def test_truncated_file_is_refused(db, good, file, kept):
    file.write_bytes(good[: int(kept * len(good)) if isinstance(kept, float) else kept])

    assert refusal(file) == "备份文件不完整，可能没有写完或没有传完，不能恢复：FILE"


@pytest.mark.parametrize("content", [b"", b"PK", b"PGDMP\x01\x0e", "活动,时间\n".encode(), b"\x00" * 5000])
def test_foreign_file_is_refused(db, file, content):
    file.write_bytes(content)

    assert refusal(file) == "这不是本站的备份文件：FILE"


def test_foreign_archive_is_refused(db, file):
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")

    assert refusal(file) == "这不是本站的备份文件：FILE"


def test_file_that_is_not_there_is_refused(db, tmp_path):
    assert refusal(tmp_path / "no") == "没有这个备份文件：FILE"
    assert refusal(tmp_path) == "没有这个备份文件：FILE"


def test_backup_of_a_newer_program_is_refused(db, file):
    rewrite(file, told=lambda manifest: manifest.update(program="10.2.0"))

    said = refusal(file)

    assert said.startswith("这份备份由 10.2.0 版程序制作，本程序是 ")
    assert said.endswith(" 版，读不了更新的备份。请先升级程序，再恢复。")


def test_backup_in_a_newer_format_is_refused(db, file):
    rewrite(file, told=lambda manifest: manifest.update(format=2, keys="told otherwise"))

    assert refusal(file) == "备份文件的格式比本程序新，读不了。请先升级程序，再恢复。"


@pytest.mark.parametrize(("app", "name"), [("honors", "9999_rounds"), (None, 7)])
def test_backup_with_migrations_of_another_program_is_refused(db, file, app, name):
    rewrite(file, told=lambda manifest: manifest["migrations"].append([app, name]))

    assert refusal(file) == (
        f"备份里有本程序不认识的数据表变动（{app}.{name}），读不了。请换用制作它的程序版本。"
    )


@pytest.mark.parametrize(
    "manifest", [b"", b"[]", b"{}", b"\xff", b'{"format": 1}', b'{"format": 1, "tables": 7}']
)
def test_manifest_that_makes_no_sense_is_refused(db, file, manifest):
    rewrite(file, change=lambda members: members.update({MANIFEST: manifest}))

    assert refusal(file) == f"备份文件已损坏（{MANIFEST}），不能恢复：FILE"


@pytest.mark.parametrize("name", [TABLE, MANIFEST])
def test_backup_that_lacks_something_is_refused(db, file, name):
    rewrite(file, change=lambda members: members.pop(name))

    assert refusal(file).startswith("备份文件已损坏")


def test_backup_that_holds_something_else_is_refused(db, file):
    rewrite(file, change=lambda members: members.update({"media/photos/x.php": b"<?php"}))

    assert refusal(file) == "备份文件已损坏：其中的内容与清单不符，不能恢复：FILE"


def test_changed_rows_are_refused(db, file):
    rewrite(file, change=lambda members: members.update({TABLE: members[TABLE].replace(b"2020", b"2021")}))

    assert refusal(file) == f"备份文件已损坏（{TABLE}），不能恢复：FILE"


def test_changed_byte_is_refused(db, good, file):
    place = good.index(b"\xff\xd8\xff") + 300  # in the photo
    file.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])

    assert refusal(file).startswith("备份文件已损坏（media/photos/")


@pytest.mark.parametrize("name", [ESCAPING, "/etc/passwd", "photos/../../x", "a\\..\\b", "./x", ""])
def test_file_outside_its_folder_is_refused(db, file, name):
    def escape(manifest):
        manifest["media"][0]["name"] = name

    def put(members):
        members[f"media/{name}"] = members.pop(next(name for name in members if name.startswith("media/")))

    rewrite(file, told=escape, change=put)

    assert refusal(file) == f"备份文件里有越出照片文件夹的文件名，不能恢复：{name!r}"


def test_tables_of_another_make_are_refused(db, file):
    rewrite(file, told=lambda manifest: manifest["tables"][0]["columns"].append('x") FROM STDIN; DROP'))

    assert refusal(file) == "备份里的数据表与它写明的版本不符，不能恢复。"


def test_rows_that_break_a_rule_are_refused_and_change_nothing(another_site, file):
    """Whoever changes rows and manifest together still meets the database: here a photo of no activity."""

    def without_activities(members):
        header = members[TABLE].split(b"\n")[0] + b"\n"
        members[TABLE] = header
        manifest = json.loads(members[MANIFEST])
        (table,) = (table for table in manifest["tables"] if table["name"] == "activities_activity")
        table.update(rows=0, sha256=hashlib.sha256(header).hexdigest())
        members[MANIFEST] = json.dumps(manifest).encode()

    another_site()
    rewrite(file, change=without_activities)
    ActivityFactory(title="现在的活动")
    said = refusal(file, "--replace")

    assert said.startswith("备份里的数据不合数据库的规则。没有恢复，网站保持原样。原文：")
    assert 'violates foreign key constraint "activities_photo' in said
    assert [activity.title for activity in Activity.objects.all()] == ["现在的活动"]
