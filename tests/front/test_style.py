"""The look of the public site: its style page, and what its templates and style sheets keep to."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.factories import PhotoFactory, UserFactory
from tests.reading import texts
from toolkit.kept.components import rendered

TEMPLATES = settings.BASE_DIR / "templates"
CSS = settings.BASE_DIR / "static/css"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
PUBLIC_TEMPLATES = [
    path for path in sorted(TEMPLATES.rglob("*.html")) if "admin" not in path.relative_to(TEMPLATES).parts
]
MOST_BYTES, MOST_COMPRESSED = 32_000, 10_000


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def linked_styles() -> list[str]:
    """The parts of the style sheet that every public page links, in order."""
    return re.findall(r'@import "([^"]+)"', (CSS / "site.css").read_text(encoding="utf-8"))


@pytest.mark.django_db
def test_style_page_shows_every_component(client):
    client.force_login(UserFactory(is_staff=True))
    PhotoFactory(activity__published=True)
    rendered.forget()  # or those remembered from another page would not be printed

    response = client.get("/style/")

    assert (response.status_code, texts(response, "//h1")) == (200, ["样式"])
    shown = {template.name for template in response.templates if template.name}
    assert {name(path) for path in COMPONENTS} - shown == set()


@pytest.mark.django_db
@pytest.mark.parametrize("is_signed_in", [False, True])
def test_style_page_is_not_found_by_others(client, stranger, is_signed_in):
    if is_signed_in:
        client.force_login(stranger)

    assert client.get("/style/").status_code == 404


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_component_opens_with_what_it_takes(path):
    assert re.match(r"\{# Takes [^#]+ #\}", path.read_text(encoding="utf-8"))


def test_style_of_a_component_bears_its_name():
    styled = {Path(sheet).stem for sheet in linked_styles() if sheet.startswith("components/")}

    assert styled - {path.stem for path in COMPONENTS} == set()


def test_styles_are_linked_once_and_stay_light():
    linked = linked_styles()

    assert len(set(linked)) == len(linked)
    whole = b"".join((CSS / sheet).read_bytes() for sheet in linked)
    assert (len(whole) < MOST_BYTES, len(gzip.compress(whole)) < MOST_COMPRESSED) == (True, True)


def test_raw_colours_stand_only_in_the_tokens():
    with_colours = [
        sheet
        for sheet in linked_styles()
        if re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", (CSS / sheet).read_text(encoding="utf-8"))
    ]

    assert with_colours == ["tokens.css", "print.css"]


@pytest.mark.parametrize("path", PUBLIC_TEMPLATES, ids=name)
def test_template_has_no_style_or_script_of_its_own(path):
    text = path.read_text(encoding="utf-8")
    # The exported file stands alone and so carries its style sheet inside.
    allowed = r"<style>\{\{ styles\|safe \}\}</style>" if path.name == "report_file.html" else r"(?!)"

    assert re.findall(r"<style|<script(?! src=)|\sstyle=|\son[a-z]+=", re.sub(allowed, "", text)) == []


def test_nothing_moves_on_a_public_page():
    """So that no reader has to ask for stillness."""
    moving = r"animation|transition|@keyframes|scroll-behavior"

    assert [
        sheet for sheet in linked_styles() if re.search(moving, (CSS / sheet).read_text(encoding="utf-8"))
    ] == []
