"""Bringing the site up on this machine: database, tables, sample data, web server."""

import http.client
import os
import shlex
import signal
import socket
import subprocess
import time
from contextlib import contextmanager

from devtools.installing import one_at_a_time
from devtools.programs import PYTHON, Problem, end, environment, manage, output_of, run, say, start


def port():
    """The port asked for, if it is a free one."""
    word = os.environ.get("PORT", "8000")
    if not word.isdecimal() or not 0 < int(word) < 65536:
        raise Problem("PORT 要写 1 到 65535 之间的数字，现在是“{}”。".format(word))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(word)))
        except PermissionError:
            raise Problem("没有权限使用端口 {}。请换一个大于 1023 的端口。".format(word)) from None
        except OSError:
            raise Problem(
                "端口 {} 已被占用，可能本站已在运行。"
                "请先停止它，或换一个端口：PORT=9000 python3 dev.py run".format(word)
            ) from None
    return int(word)


@contextmanager
def database(env):
    """The database, up until we leave; a process of its own holds it and ends when it dies."""
    say("正在启动数据库……")
    pipe = subprocess.PIPE
    keeper = start(manage("keep_database"), env=env, stdin=pipe, stdout=pipe, universal_newlines=True)
    try:
        if keeper.stdout.readline() != "ready\n":
            raise Problem("数据库没有启动，原因见上面一行。改正后再运行一次。")
        yield keeper
    finally:
        keeper.stdin.close()
        keeper.wait()


def step(title, *command, **options):
    say(title + "……")
    if run(*command, **options):
        raise Problem("“{}”没有完成，原因见上面。改正后再运行一次。".format(title))


def fill(env):
    """Tables, sample data and the first staff account; returns how to sign in."""
    with one_at_a_time():
        step("正在更新数据表", *manage("migrate", "--no-input", "--verbosity=0"), env=env)
        step("正在载入示例数据", *manage("load_sample_data"), env=env)
        made = output_of(*manage("create_first_staff"), env=env)
    if made is None:
        raise Problem("管理员账号没有建成，原因见上面。")
    if made:
        return "\n".join([made, "请现在就记下密码：以后不再显示。"])
    changing = " ".join(map(shlex.quote, manage("changepassword", "admin")))
    return "密码已在首次启动时显示；忘记时运行 " + changing


def local(debug):
    """The settings for this machine alone: plain HTTP on the loopback address."""
    hosts = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    return environment(DEBUG=debug, SITE_HTTPS="off", ALLOWED_HOSTS=hosts)


def announce(number, sign_in):
    line = "=" * 64
    address = "http://127.0.0.1:{}/".format(number)
    say(
        "\n".join(
            [line, "网站：" + address, "管理后台：" + address + "admin/", sign_in, "按 Ctrl-C 停止。", line]
        )
    )


def answers(number):
    connection = http.client.HTTPConnection("127.0.0.1", number, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def serve(number, sign_in, keeper, env):
    address = "127.0.0.1:{}".format(number)
    amount = ["--workers=2", "--threads=4", "--graceful-timeout=5"]
    quiet = ["--log-level=error", "--no-control-socket"]
    options = ["--bind", address, *amount, *quiet]
    server = start([PYTHON, "-m", "gunicorn", *options, "league_portal.wsgi"], env=env)
    announced = False
    try:
        while server.poll() is None and keeper.poll() is None:
            if not announced and answers(number):
                announce(number, sign_in)
                announced = True
            time.sleep(0.2)
    finally:
        end(server, ask=signal.SIGTERM)  # a worker that is still loading takes SIGINT for a failure
    if keeper.poll() is not None:
        raise Problem("数据库中途停止了，网站已停下。请再运行一次 python3 dev.py run；数据会自动恢复。")
    raise Problem("网站没有启动或中途停止了，原因见上面。")
