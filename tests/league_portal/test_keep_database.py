import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from league_portal.database import EmbeddedServer


@pytest.fixture
def server():
    with tempfile.TemporaryDirectory(prefix="portal-") as folder:
        server = EmbeddedServer(Path(folder) / "postgres")
        yield server
        shutil.rmtree(server.home, ignore_errors=True)


@pytest.fixture
def keeper(server):
    """The command at work on that server, like dev.py starts it."""
    folder = server.home if os.geteuid() else Path((server.home / "checkout").read_text())
    variables = {"DJANGO_SETTINGS_MODULE": "league_portal.settings", "POSTGRES_FOLDER": str(folder)}
    keeper = subprocess.Popen(
        [sys.executable, "manage.py", "keep_database"],
        cwd=settings.BASE_DIR,
        env={name: text for name, text in os.environ.items() if name != "DATABASE_URL"} | variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert keeper.stdout.readline() == "ready\n"
    yield keeper
    keeper.stdin.close()
    keeper.wait()
    keeper.stdout.close()


def test_keeper_stops_the_server_when_dev_py_is_gone(keeper, server):
    assert server.is_alive()

    keeper.stdin.close()

    assert keeper.wait() == 0
    assert not server.is_alive()


def test_keeper_ends_when_the_server_dies(keeper, server):
    pid = int((server.data / "postmaster.pid").read_text().split()[0])

    os.kill(pid, signal.SIGKILL)

    assert keeper.wait() == 1
