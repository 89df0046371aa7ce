"""The drill: a whole site into one file, and out of it into an empty checkout."""

import io
from functools import partial
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from activities.models import Photo, Tag
from front.models import PublicChange
from league_portal.backups.restoring import restore
from league_portal.backups.tables import LEFT_OUT
from league_portal.backups.writing import back_up
from tests.every_table import fill_every_table, rows
from tests.factories import TagFactory

CHANGES = PublicChange._meta.db_table


@pytest.fixture
def file(tmp_path):
    return tmp_path / "site.backup"


@pytest.fixture
def filled(another_site):
    another_site()
    fill_every_table()


def media() -> dict[str, bytes]:
    folder = Path(settings.MEDIA_ROOT)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*command):
    """What a command prints, and what it says on standard error."""
    printed, told = io.StringIO(), io.StringIO()
    call_command(*map(str, command), stdout=printed, stderr=told)
    return printed.getvalue(), told.getvalue().splitlines()


def refusal(*command) -> str:
    with pytest.raises(CommandError) as refused:
        run(*command)
    assert refused.value.returncode == 2
    return str(refused.value)


def quietly(what, done, total):
    """Tells nobody how far the work is."""


def test_empty_checkout_gets_every_row_and_every_file(another_site, filled, file):
    rows_before, files = rows(), media()
    empty = [name for name, standing in rows_before.items() if not standing]

    _, backing_up = run("backup", file)
    another_site(bare=True)
    printed, restoring = run("restore", file)

    rows_after = rows()
    changes = rows_before.pop(CHANGES)
    rows_before |= {key: [] for key in LEFT_OUT}
    assert empty == []
    assert len(set(rows_after.pop(CHANGES)) - set(changes)) == 1  # of the restore itself
    assert rows_after == rows_before
    assert media() == files
    tables = len(rows_before) + 1 - len(LEFT_OUT)
    assert (backing_up[-1], restoring[-1]) == ("备份照片等文件：4/4", f"恢复数据表：{tables}/{tables}")
    assert "活动 2 条" in printed
    assert file.stat().st_mode & 0o777 == 0o600


def test_restored_site_repeats_no_number(another_site, file):
    """Of a deleted record, which an address may hold; of a change, after which kept pages are named."""
    another_site()
    gone = TagFactory().pk
    Tag.objects.all().delete()
    run("backup", file)
    at_backup = changes()
    TagFactory()
    lost = changes() - at_backup

    run("restore", file, "--replace")
    tag = TagFactory()

    assert tag.pk == gone + 1
    assert (len(lost), len(changes() - at_backup), len(changes() & lost)) == (1, 2, 0)


def changes() -> set[int]:
    return set(PublicChange.objects.values_list("pk", flat=True))


def test_older_backup_is_brought_up_to_date(another_site, filled, file):
    run("migrate", "search", "0002")
    before = rows()
    run("backup", file)

    another_site(bare=True)
    run("restore", file)

    after = rows()
    added = "".join(set(after["django_migrations"]) - set(before["django_migrations"]))
    assert "0003_narrow_rows" in added
    assert len(after["search_entry"]) == len(before["search_entry"])


def test_backup_is_of_one_moment(another_site, filled, file):
    told = []

    def write_meanwhile(what, done, total):
        if not told:
            add_tag("后来的标签")
        told.append(what)

    manifest = back_up(file, write_meanwhile)

    kept = {table.name: table.rows for table in manifest.tables}
    assert kept["activities_tag"] == Tag.objects.count() - 1


def add_tag(name):
    """As somebody else would, while the backup is being made."""
    of = connection.get_connection_params()
    other = psycopg2.connect(
        **{key: of[key] for key in ("dbname", "user", "host", "port", "password") if key in of}
    )
    with other, other.cursor() as cursor:
        cursor.execute("INSERT INTO activities_tag (name) VALUES (%s)", [name])
    other.close()


def test_smaller_versions_and_stray_files_stay_out(another_site, filled, file):
    photos = media()
    for name in ("640x400.avif", ".hidden", "0f3c.part", "a\\b.jpg"):
        (Path(settings.MEDIA_ROOT) / "photos" / name).write_bytes(b"stray")

    manifest = back_up(file, quietly)

    assert [file.name for file in manifest.media] == sorted(photos)


def test_broken_off_backup_leaves_the_earlier_one(another_site, filled, file):
    file.write_bytes(b"the earlier one")

    with pytest.raises(KeyboardInterrupt):
        back_up(file, partial(break_off, at="备份照片等文件"))

    assert [path.read_bytes() for path in file.parent.glob("site.backup*")] == [b"the earlier one"]


def test_backup_says_where_it_cannot_be_put(another_site, tmp_path):
    another_site()
    folder = Path(settings.MEDIA_ROOT)

    assert refusal("backup", tmp_path) == f"这里不能放备份文件：{tmp_path}"
    assert refusal("backup", folder / "photos" / "x") == f"备份文件不能放在照片的文件夹里：{folder}"
    assert refusal("backup", tmp_path / "no" / "x").startswith("备份没有做成，没有留下文件。原因：")


def test_backup_of_no_tables_is_refused(another_site, file):
    another_site(bare=True)

    assert refusal("backup", file) == "数据库里还没有数据表，没有可以备份的内容。"


def test_backup_of_a_newer_database_is_refused(another_site, file):
    another_site()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('search', '9999_z', now())"
        )

    assert refusal("backup", file) == "数据库比本程序新（search.9999_z），请用与它相同版本的程序备份。"


def test_site_that_holds_something_is_replaced_only_when_told(another_site, filled, file):
    run("backup", file)
    wanted = rows()["activities_activity"], media()
    another_site()
    fill_every_table()
    before = rows(), media()

    said = refusal("restore", file)
    after_refusal = rows(), media()
    run("restore", file, "--replace")

    assert said == (
        "网站里已经有内容（活动、品牌（系列）活动、活动数据等），没有恢复。"
        "确实要用备份代替现在的全部内容，请先另做一份备份，再加 --replace。"
    )
    assert after_refusal == before
    assert (rows()["activities_activity"], media()) == wanted


def test_lost_photo_is_told_and_stops_nothing(another_site, filled, file):
    lost = Photo.objects.earliest("pk").image
    Path(lost.path).unlink()
    left = media()

    _, backing_up = run("backup", file)
    another_site(bare=True)
    _, restoring = run("restore", file)

    assert backing_up[-1] == f"注意：有 1 个文件记录里有而磁盘上没有，备份里也就没有：{lost.name}"
    assert restoring[-1] == "注意：有 1 个文件在备份时就已缺失。"
    assert media() == left


def test_restore_broken_off_leaves_the_site_as_it_was(another_site, filled, file):
    run("backup", file)
    Photo.objects.first().delete()
    next(Path(settings.MEDIA_ROOT).rglob("photo.jpg")).unlink()
    before, after = (rows(), media()), []

    for part in ("核对备份文件", "取出照片等文件", "恢复数据表"):
        with pytest.raises(KeyboardInterrupt):
            restore(file, replace=True, told=partial(break_off, at=part))
        after.append((rows(), media()))

    assert after == [before] * 3


def break_off(what, done, total, at):
    if (what, done) == (at, total):
        raise KeyboardInterrupt
