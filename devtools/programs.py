"""Running other programs, and ending them in good order."""

import ctypes
import os
import signal
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VAR = os.path.join(ROOT, "var")
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class Problem(Exception):
    """One sentence for the operator: what is wrong and what to do."""


class Interrupted(Exception):
    """Ctrl-C, or another signal that asks us to end."""


def say(text):
    print(text, flush=True)


def environment(**extra):
    """What our programs run in, whatever language or Python settings the terminal has."""
    variables = dict(os.environ, **extra)
    for name in ("PYTHONHOME", "PYTHONPATH", "DJANGO_SETTINGS_MODULE", "VIRTUAL_ENV"):
        variables.pop(name, None)
    variables["PYTHONUTF8"] = "1"
    variables["PYTHONIOENCODING"] = "{}:replace".format(sys.stdout.encoding or "utf-8")
    return variables


def start(command, env=None, **options):
    """Start a program out of reach of the terminal's Ctrl-C: we pass it on, in the right order."""
    return subprocess.Popen(
        command, cwd=ROOT, env=env or environment(), start_new_session=True, preexec_fn=end_with_us, **options
    )


def end_with_us():
    """On Linux: should we be killed outright, our programs end as well and free the port."""
    if LIBC:
        LIBC.prctl(1, signal.SIGTERM)  # 1 is PR_SET_PDEATHSIG


def end(child, ask=signal.SIGINT):
    """Ask a program and all that it started to end, and see that it does."""
    for sign in (ask, signal.SIGKILL):
        if child.poll() is None:
            os.killpg(child.pid, sign)
        try:
            return child.wait(timeout=30)
        except subprocess.TimeoutExpired:
            continue


def run(*command, **options):
    """Run a program to its end; its exit status."""
    child = start(command, **options)
    try:
        return child.wait()
    finally:
        end(child)


def output_of(*command, **options):
    """What a program prints, or None when it fails."""
    child = start(command, stdout=subprocess.PIPE, universal_newlines=True, **options)
    try:
        printed = child.communicate()[0]
    finally:
        end(child)
    return printed.strip() if child.returncode == 0 else None


def manage(*arguments):
    return [PYTHON, os.path.join(ROOT, "manage.py"), *list(arguments)]
