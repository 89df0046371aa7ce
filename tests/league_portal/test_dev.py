import ast
import os
import shutil
import socket
import subprocess
import sys

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
FILES = (
    "dev.py",
    "devtools/__init__.py",
    "devtools/programs.py",
    "devtools/installing.py",
    "devtools/site.py",
)
# What a machine looks like is in `sys`: runs dev.py after changing it.
ON_ANOTHER_MACHINE = "import runpy, sys; {change}; runpy.run_path('dev.py', run_name='__main__')"


@pytest.fixture
def checkout(tmp_path):
    """A fresh checkout, in a folder whose name has a space, with nothing installed."""
    checkout = tmp_path / "团委 portal"
    shutil.copytree(ROOT / "devtools", checkout / "devtools")
    for name in ("dev.py", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, checkout)
    return checkout


def dev(*arguments, at=ROOT, change=None, encoding="utf-8", **variables):
    command = ["dev.py"] if change is None else ["-c", ON_ANOTHER_MACHINE.format(change=change)]
    return subprocess.run(
        [sys.executable, *command, *arguments],
        cwd=at,
        env={**os.environ, "PYTHONIOENCODING": encoding, **variables},
        capture_output=True,
        encoding=encoding,
    )


def refusal(*arguments, **options):
    """The one sentence that a refused command says."""
    refused = dev(*arguments, **options)
    assert refused.returncode == 1, refused.stdout
    return refused.stderr


def test_help_names_every_target():
    lines = dev("help").stdout.splitlines()

    assert [line.split()[2] for line in lines] == ["run", "dev", "test", "setup", "check", "bench", "help"]


@pytest.mark.parametrize(
    ("encoding", "variables"),
    [("utf-8", {"LC_ALL": "C", "PYTHONIOENCODING": ""}), ("gbk", {})],
)
def test_help_can_be_read_whatever_the_terminal_speaks(encoding, variables):
    assert dev("help", encoding=encoding, **variables).stdout == dev("help").stdout


def test_unknown_target_is_refused():
    assert refusal("serve") == "没有“serve”这个命令。运行 python3 dev.py help 查看全部命令。\n"


@pytest.mark.parametrize("name", FILES)
def test_old_python_can_read_what_tells_it_that_it_is_old(name):
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_old_python_is_refused():
    said = refusal("run", change="sys.version_info = (3, 9, 2, 'final', 0)")

    assert said == (
        "Python 版本太旧：现在是 3.9，需要 3.11 或更新的版本。"
        "请安装后用它运行，例如 python3.11 dev.py run。\n"
    )


def test_taken_port_is_refused_before_anything_is_installed(checkout):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])

        said = refusal("run", at=checkout, PORT=port)

    assert said == (
        f"端口 {port} 已被占用，可能本站已在运行。请先停止它，或换一个端口：PORT=9000 python3 dev.py run\n"
    )
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("word", ["http", "", "0", "65536", "-1", "8²"])
def test_port_that_is_no_number_is_refused(word):
    assert refusal("run", PORT=word) == f"PORT 要写 1 到 65535 之间的数字，现在是“{word}”。\n"


def test_python_without_venv_is_refused_with_the_package_to_install(checkout):
    python = checkout / "python3"
    python.write_text("#!/bin/sh\nexit 1\n")  # can import nothing, neither ensurepip nor pip
    python.chmod(0o755)

    said = refusal("setup", at=checkout, change=f"sys.executable = {str(python)!r}", PATH="/usr/bin:/bin")

    assert "apt-get install python3-venv" in said
    assert said.count("\n") == 1


def test_unreachable_package_index_is_refused_and_tried_again_next_time(checkout):
    nowhere = "http://127.0.0.1:9/simple"  # the discard port: nothing answers there
    caches = {"PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1"}

    said = refusal("setup", at=checkout, PIP_INDEX_URL=nowhere, UV_DEFAULT_INDEX=nowhere, **caches)

    assert said.startswith("依赖包没有装好。请检查网络能否访问 PyPI")
    assert said.count("\n") == 1
    assert not list((checkout / ".venv").glob("installed-*"))


def test_folder_that_cannot_be_written_is_refused(checkout):
    (checkout / "var").touch()

    said = refusal("setup", at=checkout)

    assert said.startswith("不能读写文件：")
    assert said.count("\n") == 1
