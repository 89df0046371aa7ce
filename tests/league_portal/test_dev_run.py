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


def run_until_announced(checkout, port):
    """The process, and what it said up to the end of the box."""
    environment = {name: text for name, text in os.environ.items() if name not in OURS}
    process = subprocess.Popen(
        [sys.executable, str(checkout / "dev.py"), "run"],
        cwd="/",
        env=environment | {"PORT": str(port), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
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
