#!/usr/bin/env python3
"""The commands everybody uses; `python3 dev.py help` lists them.

Standard library only, and readable by Python 3.6, so that an old one can say what is missing.
"""

import signal
import sys

from devtools.installing import install, install_browser, require_python
from devtools.programs import PYTHON, Interrupted, Problem, environment, manage, run, say
from devtools.site import announce, database, fill, local, port, serve, step


def target_run(arguments):
    """安装、启动数据库、载入示例数据，然后运行网站（PORT=9000 可换端口）"""
    number = port()
    install("requirements.txt")
    env = local(debug="off")
    with database(env) as keeper:
        sign_in = fill(env)
        step("正在整理静态文件", *manage("collectstatic", "--no-input", "--verbosity=0"), env=env)
        serve(number, sign_in, keeper, env)


def target_dev(arguments):
    """同 run，但用开发服务器：改了代码自动重新载入"""
    number = port()
    install("requirements.txt")
    env = local(debug="on")
    with database(env):
        announce(number, fill(env))
        return run(*manage("runserver", "127.0.0.1:{}".format(number)), env=env)


def target_setup(arguments):
    """只做准备：安装、数据库、示例数据；不运行网站"""
    install("requirements.txt")
    env = local(debug="off")
    with database(env):
        say(fill(env))


def target_test(arguments):
    """运行全部测试；后面的参数交给 pytest"""
    install("requirements-dev.txt")
    install_browser()
    return run(PYTHON, "-m", "pytest", "--numprocesses=auto", *arguments)


def target_check(arguments):
    """检查格式、写法、各应用之间的引用、Django 设置、遗漏的数据迁移"""
    install("requirements-dev.txt")
    production = environment(DEBUG="off", SITE_HTTPS="on", ALLOWED_HOSTS="portal.example")
    concise = "--output-format=concise"
    lint_imports = "from importlinter.cli import lint_imports_command as check; check(['--no-logo'])"
    checks = [
        ("格式（运行 .venv/bin/ruff format 即改好）", [PYTHON, "-m", "ruff", "format", "--check", concise]),
        ("写法", [PYTHON, "-m", "ruff", "check", concise]),
        ("应用之间的引用", [PYTHON, "-c", lint_imports]),
        (
            "模板缩进（运行 .venv/bin/djhtml templates 即改好）",
            [PYTHON, "-m", "djhtml", "--check", "templates"],
        ),
        ("Django 设置", manage("check", "--deploy", "--fail-level=WARNING")),
        ("数据迁移", manage("makemigrations", "--check", "--dry-run")),
    ]
    failed = []
    for title, command in checks:
        say("检查" + title)
        if run(*command, env=production):
            failed.append(title)
    if failed:
        raise Problem("没有通过：{}。".format("、".join(failed)))


def target_bench(arguments):
    """运行性能测量"""
    install("requirements.txt")
    env = local(debug="off")
    step("正在整理静态文件", *manage("collectstatic", "--no-input", "--verbosity=0"), env=env)
    return run(*manage("bench", *arguments), env=env)


def target_help(arguments):
    """显示这些说明"""
    for name, target in TARGETS.items():
        say("python3 dev.py {:<6} {}".format(name, target.__doc__))


NAMES = ("run", "dev", "test", "setup", "check", "bench", "help")
TARGETS = {name: globals()["target_" + name] for name in NAMES}


def interrupt(number, frame):
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)  # once is enough: what follows takes its time
    raise Interrupted


def main(arguments):
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
        sys.stderr.reconfigure(errors="replace")
    try:
        require_python()
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, interrupt)
        name = arguments[0] if arguments else "help"
        if name not in TARGETS:
            raise Problem("没有“{}”这个命令。运行 python3 dev.py help 查看全部命令。".format(name))
        return TARGETS[name](arguments[1:])
    except Interrupted:
        say("已停止。")
        return 130
    except Problem as problem:
        print(problem, file=sys.stderr)
    except OSError as problem:
        print("不能读写文件：{}。请检查权限和磁盘空间。".format(problem), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
