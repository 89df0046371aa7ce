"""Playwright on whichever Chromium the machine has; `page` and `live_server` do the rest."""

import os
import shutil

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# No sandbox: it needs rights that root in a container lacks, and only our own pages are
# opened. The rest keeps the browser from calling home.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "No browser found: install Debian's package chromium, or name a Chromium in the variable CHROMIUM."


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser_name" in item.fixturenames:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    return {**browser_type_launch_args, "executable_path": program, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
