"""The pictures of README.md, taken anew of a site that runs: `python3 dev.py run`, then beside it

.venv/bin/python -m devtools.pictures
"""

import os
import shutil
import sys

from devtools.programs import ROOT

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGES = (("home", "/"), ("report", "/reports/2020-h1/"))


def take(site):
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 900}, locale="zh-CN")
        for name, path in PAGES:
            page.goto(site + path, wait_until="networkidle")
            page.screenshot(path=os.path.join(ROOT, "docs", "pictures", name + ".png"))


if __name__ == "__main__":
    take((sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000").rstrip("/"))
