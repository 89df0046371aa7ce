"""The first command of every newcomer, on a copy of this checkout that shares its environment."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from league_portal.database import EmbeddedServer

ROOT = settings.BASE_DIR
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "var", ".*_cache", "__pycache__")
OURS = ("DEBUG", "SITE_HTTPS", "ALLOWED_HOSTS", "SECRET_KEY", "POSTGRES_FOLDER", "DATABASE_URL")


@pytest.fixture
def checkout():
    if not (ROOT / ".venv" / "installed-requirements.txt").exists():
        pytest.skip("needs the environment that dev.py makes")
    with tempfile.TemporaryDirectory(prefix="portal-") as folder:
        checkout = Path(folder) / "a copy"
        shutil.copytree(ROOT, checkout, ignore=NOT_COPIED)
        (checkout / ".venv").symlink_to(ROOT / ".venv")
        yield checkout
        shutil.rmtree(EmbeddedServer(checkout / "var/postgres").home)


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def start(checkout, target, **variables):
    environment = {name: text for name, text in os.environ.items() if name not in OURS}
    return subprocess.Popen(
        [sys.executable, str(checkout / "dev.py"), target],
        cwd="/",
        env={**environment, "PYTHONIOENCODING": "utf-8", **variables},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def run_until_announced(checkout, port):
    """The process, and what it said up to the end of the box."""
    process = start(checkout, "run", PORT=str(port))
    said = ""
    for line in process.stdout:
        said += line
        if "Ctrl-C" in line:
            break
    return process, said


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    response = connection.getresponse()
    return response.status, response.read().decode()


def test_run_serves_the_site_and_ctrl_c_stops_all_of_it(checkout, port):
    process, said = run_until_announced(checkout, port)
    health = get(port, "/healthz")
    page = get(port, "/admin/login/")
    process.send_signal(signal.SIGINT)
    process.communicate()

    assert f"网站：http://127.0.0.1:{port}/\n" in said
    assert "账号：admin\n密码：" in said
    assert health == (200, "ok")
    assert "/static/admin/css/base." in page[1]  # by its hashed name
    assert not EmbeddedServer(checkout / "var/postgres").is_alive()
    with pytest.raises(ConnectionRefusedError):
        get(port, "/")


def test_two_commands_at_once_make_one_site_and_one_account(checkout):
    both = [start(checkout, "setup") for _ in range(2)]
    said = [process.communicate()[0] for process in both]

    assert [process.returncode for process in both] == [0, 0]
    assert "".join(said).count("账号：admin\n密码：") == 1
