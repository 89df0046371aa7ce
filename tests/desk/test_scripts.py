"""Scripts of the desk meet on one page: each has its names for itself, or the second would not even start."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "templates/admin"


def test_every_script_of_the_desk_is_a_module():
    loaded = [
        script
        for page in TEMPLATES.rglob("*.html")
        for script in re.findall(r"<script[^>]*>", page.read_text())
    ]

    # Django's own: one makes names for all, the others keep theirs to themselves.
    ours = [script for script in loaded if "jsi18n" not in script and "admin/js/" not in script]
    assert ours
    assert [script for script in ours if 'type="module"' not in script] == []
