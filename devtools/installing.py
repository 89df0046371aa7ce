"""Making .venv hold what the requirements ask for, whatever the machine offers for it."""

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

from devtools.programs import PYTHON, ROOT, VAR, VENV, Problem, environment, output_of, run, say

OLDEST_PYTHON = (3, 11)
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
INSTALL_LOG = os.path.join(VAR, "install.log")


def require_python():
    if os.name != "posix":
        raise Problem("请在 Linux 或 macOS 上运行；Windows 上请先安装 WSL，在其中运行。")
    if sys.version_info < OLDEST_PYTHON:
        raise Problem(
            "Python 版本太旧：现在是 {}.{}，需要 {}.{} 或更新的版本。"
            "请安装后用它运行，例如 python3.11 dev.py run。".format(*sys.version_info[:2], *OLDEST_PYTHON)
        )


def require_writable():
    for folder in (ROOT, VAR, VENV):
        if os.path.isdir(folder) and not os.access(folder, os.W_OK):
            raise Problem(
                "文件夹 {} 不能写入。请换到有写入权限的文件夹，或请管理员修改它的所有者。".format(folder)
            )
    os.makedirs(VAR, exist_ok=True)


@contextmanager
def one_at_a_time():
    """Two commands started together must not both fill one environment, or one database."""
    import fcntl  # absent on Windows, where require_python must still be able to speak

    with open(os.path.join(VAR, "setup.lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install(requirements):
    """Make .venv hold what the file asks for; nothing to do when it already does."""
    require_writable()
    with one_at_a_time():
        wanted = hashlib.sha256("".join(map(text_of, REQUIREMENTS)).encode()).hexdigest()
        stamp = os.path.join(VENV, "installed-" + requirements)
        works = os.path.exists(PYTHON) and can_import(PYTHON, "sys")
        if works and text_of(stamp) == wanted:
            return
        with open(INSTALL_LOG, "w") as log:
            if not works:
                make_venv(log)
            say("正在安装依赖包（{}），第一次约需一分钟……".format(requirements))
            if run(*installer(log), "-r", requirements, stdout=log, stderr=log):
                raise Problem(
                    "依赖包没有装好。请检查网络能否访问 PyPI（可用环境变量 PIP_INDEX_URL 指定镜像，"
                    "使用 uv 时是 UV_DEFAULT_INDEX），然后再运行一次。详情见 {}。".format(INSTALL_LOG)
                )
        for done in {requirements, "requirements.txt"}:  # the other one begins with this
            with open(os.path.join(VENV, "installed-" + done), "w") as file:
                file.write(wanted)


def text_of(name):
    try:
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def can_import(python, module):
    return run(python, "-c", "import " + module, stderr=subprocess.DEVNULL) == 0


def make_venv(log):
    say("正在建立 Python 环境 .venv……")
    shutil.rmtree(VENV, ignore_errors=True)
    if shutil.which("uv"):
        command = ["uv", "venv", "--python", sys.executable, VENV]
    elif can_import(sys.executable, "ensurepip"):
        command = [sys.executable, "-m", "venv", VENV]
    elif can_import(sys.executable, "pip"):
        command = [sys.executable, "-m", "venv", "--without-pip", VENV]
    else:
        raise Problem(
            "这台机器的 Python 缺少 venv。请先安装它，例如在 Debian 或 Ubuntu 上运行"
            " apt-get install python3-venv，然后再运行一次。"
        )
    if run(*command, stdout=log, stderr=log):
        raise Problem("Python 环境没有建成。请检查磁盘空间和文件夹权限。详情见 {}。".format(INSTALL_LOG))


def installer(log):
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--retries=2", "--timeout=20"]
    if shutil.which("uv"):
        return ["uv", "pip", "install", "--quiet", "--python", PYTHON]
    if can_import(PYTHON, "pip") or run(PYTHON, "-m", "ensurepip", stdout=log, stderr=log) == 0:
        return [PYTHON, "-m", "pip", "install", *options]
    return [sys.executable, "-m", "pip", "--python", PYTHON, "install", *options]


def install_browser():
    """For root on Debian or Ubuntu: what browser tests need. Others are told by the tests."""
    missing = []
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        missing.append("chromium")
    if not (shutil.which("fc-list") and output_of("fc-list", ":lang=zh")):
        missing.append("fonts-noto-cjk")
    if not missing or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    say("正在安装浏览器测试用的 {}……".format("、".join(missing)))
    quiet = environment(DEBIAN_FRONTEND="noninteractive")
    with open(INSTALL_LOG, "a") as log:
        run("apt-get", "update", env=quiet, stdout=log, stderr=log)
        command = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
        if run(*command, env=quiet, stdout=log, stderr=log):
            say("没有装上 {}，详情见 {}。".format("、".join(missing), INSTALL_LOG))
