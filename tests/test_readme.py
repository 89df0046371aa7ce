"""What the README names is there."""

import re

from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

ROOT = settings.BASE_DIR
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMED = [
    *re.findall(r"\]\(([\w./-]+)\)", README),
    *re.findall(r"`(\w[\w./-]*/[\w.-]*)`", README),
    *re.findall(r"^([a-z_]+/) ", README, re.MULTILINE),
]
MADE_LATER = ("var/", "var/media")


def test_readme_names_only_files_that_are_there():
    missing = [path for path in NAMED if path not in MADE_LATER and not (ROOT / path).exists()]

    assert len(NAMED) > 25
    assert missing == []


def test_readme_names_only_commands_that_are_there():
    named = re.findall(r"manage\.py ([a-z_]+)", README)
    listed = re.findall(r"^\| (`[a-z_]+.*?)\|", README.partition("## Commands for the data")[2], re.MULTILINE)
    named += re.findall(r"`([a-z_]+)", " ".join(listed))

    assert len(named) > 6
    assert sorted(set(named) - set(get_commands())) == []


def test_readme_has_every_app_in_its_tree():
    ours = {app.label for app in apps.get_app_configs() if (ROOT / app.path).parent == ROOT}

    assert ours - set(re.findall(r"^([a-z_]+)/ ", README, re.MULTILINE)) == set()
