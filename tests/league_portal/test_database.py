import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2
import pytest
from django.db import connection

from league_portal.database import EmbeddedServer
from league_portal.database_files import DatabaseProblem, refuse_long_path

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root's server lies outside the checkout")
USE_THE_SERVER = """
import sys
from league_portal.database import EmbeddedServer
with EmbeddedServer(sys.argv[1]) as server:
    print((server.data / "postmaster.pid").read_text().split()[0], flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder():
    """A short path: pytest's own leave little room for a socket."""
    with tempfile.TemporaryDirectory(prefix="portal-") as folder:
        yield Path(folder) / "postgres"


@pytest.fixture
def server(folder):
    server = EmbeddedServer(folder)
    yield server
    server.release()
    shutil.rmtree(server.home, ignore_errors=True)


def ask(server, *questions):
    """The rows of the last question's answer."""
    link = psycopg2.connect(host=str(server.home), user="portal", dbname="portal")
    try:
        link.autocommit = True
        cursor = link.cursor()
        for question in questions:
            cursor.execute(question)
        return cursor.fetchall()
    finally:
        link.close()


def server_pid(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


@pytest.mark.django_db
def test_database_sees_chinese_characters():
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        cursor.execute("SELECT cardinality(show_trgm('团委')) > 0")

        assert cursor.fetchone() == (True,)


def is_gone(pid) -> bool:
    """Whether a process ends within some seconds; one that is dead but not yet buried has ended."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


def test_server_listens_on_its_socket_alone_and_leaves_nothing_running(server):
    with server:
        pid = server_pid(server)
        listens = ask(server, "SHOW listen_addresses")
        mode = server.home.stat().st_mode & 0o777

    assert (listens, mode) == ([("",)], 0o700)
    assert not server.is_alive()
    assert is_gone(pid)


def test_server_killed_at_once_starts_again_with_all_rows(server):
    server.start()
    ask(server, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7) RETURNING n")

    os.kill(server_pid(server), signal.SIGKILL)
    server.release()
    server.start()

    assert ask(server, "SELECT n FROM kept") == [(7,)]


def test_server_starts_beside_a_stale_pid_file_and_without_its_socket(server, folder):
    with server:
        pass
    # As after a power cut: the number now belongs to somebody else, here to the test.
    (server.data / "postmaster.pid").write_text(f"{os.getpid()}\n")
    server.start()
    (server.home / ".s.PGSQL.5432").unlink()

    with EmbeddedServer(folder):
        assert ask(server, "SELECT 1") == [(1,)]


def test_server_is_shared_and_stopped_by_the_last_process(server, folder):
    command = [sys.executable, "-c", USE_THE_SERVER, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    users = [subprocess.Popen(command, **pipes) for _ in range(5)]

    pids = {user.stdout.readline() for user in users}
    for user in users[:4]:
        user.communicate()
    survived = server.is_alive()
    users[4].communicate()

    assert pids == {next(iter(pids))}
    assert (survived, server.is_alive()) == (True, False)


def test_server_that_cannot_start_says_why(server):
    with server:
        pass
    (server.data / "PG_VERSION").write_text("9.6\n")

    with pytest.raises(DatabaseProblem, match=r"数据库没有启动.*database files are incompatible"):
        server.start()


def test_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(DatabaseProblem, match="不能写入"):
        EmbeddedServer(tmp_path / "file" / "postgres").start()


def test_path_too_long_for_a_socket_is_a_sentence():
    with pytest.raises(DatabaseProblem, match="至少短 33 个字节"):
        refuse_long_path(Path("/srv/" + "西湖" * 18 + "/postgres"))


@as_root
def test_copied_checkout_gets_files_of_its_own_and_a_moved_one_keeps_them(tmp_path):
    original = EmbeddedServer(tmp_path / "original")

    shutil.copytree(tmp_path / "original", tmp_path / "copy")
    copy = EmbeddedServer(tmp_path / "copy")
    (tmp_path / "original").rename(tmp_path / "moved")
    moved = EmbeddedServer(tmp_path / "moved")

    assert copy.home != original.home
    assert moved.home == original.home
    for server in (original, copy):
        shutil.rmtree(server.home)
