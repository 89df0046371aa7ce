"""Lighthouse's four scores for one page of each kind, of a site that runs: `python3 -m devtools.lighthouse`.

Not part of the tests: Lighthouse comes from the npm registry, and the score for performance leans on
what else the machine does, so a page that misses 100 is measured again and its best run is told.
Two lines before the first time:

    npm install --prefix var/lighthouse lighthouse
    python3 dev.py run
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from urllib.request import urlopen

from devtools.programs import Problem, say

PROGRAM = os.path.join("var", "lighthouse", "node_modules", ".bin", "lighthouse")
RUNS = 4  # of one page at most
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
CATEGORIES = (
    ("performance", "性能"),
    ("accessibility", "无障碍"),
    ("best-practices", "最佳实践"),
    ("seo", "搜索引擎"),
)
KINDS = (
    ("首页", "/", None),
    ("列表", "/activities/", None),
    ("新闻", "/activities/", r'href="(/activities/\d+/)"'),
    ("总结", "/reports/", r'class="story-title"><a href="(/reports/[^/"]+/)"'),
    ("查找", "/search/", None),
)


def address_of(site, path, link):
    """The page itself, or the first that it links to as ``link`` says."""
    if link is None:
        return site + path
    with urlopen(site + path) as answer:
        found = re.search(link, answer.read().decode())
    if not found:
        raise Problem("{} 上没有要测的页面，先载入示例数据。".format(path))
    return site + found.group(1)


def report(program, address):
    """What Lighthouse found, or None where its run came to nothing, as happens on a busy machine."""
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.json")
        only = "--only-categories=" + ",".join(name for name, _ in CATEGORIES)
        quiet = ["--quiet", "--no-enable-error-reporting"]  # it would send its own faults to its makers
        options = [*quiet, "--output=json", "--output-path=" + path, "--chrome-flags=" + FLAGS, only]
        done = subprocess.run([program, address, *options], env=dict(os.environ, CHROME_PATH=browser or ""))
        if done.returncode:
            return None
        with open(path, encoding="utf-8") as file:
            return json.load(file)


def best_report(program, address):
    """The first run without a fault, or of several the one that other work disturbed least."""
    runs = []
    for _ in range(RUNS):
        runs += filter(None, [report(program, address)])
        if runs and min(scores(runs[-1])) == 100:
            return runs[-1]
    if not runs:
        raise Problem("Lighthouse 没有测完 {}。".format(address))
    return max(runs, key=lambda told: sum(scores(told)))


def scores(told):
    return [round(100 * told["categories"][name]["score"]) for name, _ in CATEGORIES]


def faults(told):
    """The titles of what cost points."""
    for name, _ in CATEGORIES:
        for audit in told["categories"][name]["auditRefs"]:
            found = told["audits"][audit["id"]]
            if audit["weight"] and found["score"] is not None and found["score"] < 1:
                yield "{}（{}）".format(found["title"], found.get("displayValue") or found["score"])


def main(arguments):
    site = (arguments[0] if arguments else "http://127.0.0.1:8000").rstrip("/")
    program = shutil.which("lighthouse") or PROGRAM
    if not os.path.exists(program):
        raise Problem("没有 Lighthouse。先运行：npm install --prefix var/lighthouse lighthouse")
    say("页面    " + "  ".join(title for _, title in CATEGORIES))
    for kind, path, link in KINDS:
        told = best_report(program, address_of(site, path, link))
        say("{}    {}".format(kind, "  ".join("{:>4}".format(score) for score in scores(told))))
        for fault in faults(told):
            say("        " + fault)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (Problem, OSError) as problem:
        sys.exit(str(problem))
