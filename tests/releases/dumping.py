"""Making the dump of a release, and telling again what its site says: the work of devtools.release_dump."""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from league_portal.backups.restoring import restore
from league_portal.backups.writing import back_up
from league_portal.version import VERSION
from sample.load import load
from tests.every_table import fill_every_table, rows
from tests.harness.database import own_site
from tests.releases import telling

RELEASES = Path(__file__).parent


def make(release: str) -> None:
    """A site with the sample and rows in every table, and beside its backup all that is told of it."""
    folder = RELEASES / release
    if release != VERSION:
        sys.exit(f"pyproject.toml 写的版本是 {VERSION}，不是 {release}。")
    if folder.exists():
        sys.exit(f"{release} 版已经有了，不能重做：{folder}")
    with _empty_site():
        call_command("migrate", verbosity=0)
        load()
        fill_every_table()
        if empty := [name for name, standing in rows().items() if not standing]:
            sys.exit(f"这些表里没有记录，请先补在 tests/every_table.py：{'、'.join(empty)}")
        folder.mkdir()
        back_up(folder / "site.backup", _tell)
        (folder / "site.backup").chmod(0o644)  # nothing in it is secret
        _note(folder, "pages", "reports", "issued", "migrations")


def tell_again(release: str) -> None:
    """What pages and drafts of that release say now; hashes stay as they were noted."""
    with _empty_site():
        restore(RELEASES / release / "site.backup", replace=False, told=_tell)
        _note(RELEASES / release, "pages", "reports")


@contextmanager
def _empty_site() -> Iterator[None]:
    with (
        settings.EMBEDDED_POSTGRES or nullcontext(),
        tempfile.TemporaryDirectory() as folder,
        own_site(Path(folder), bare=True),
    ):
        yield


def _note(folder, *names):
    for name in names:
        told = json.dumps(getattr(telling, name)(), ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(told + "\n", encoding="utf-8")


def _tell(what, done, total):
    if done == total:
        print(f"{what}：{done}/{total}", file=sys.stderr)
