"""The public style sheet as it is served: in one piece, hashed and compressed."""

import gzip
import json

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from league_portal.static_files import in_one_piece
from tests.reading import texts

PARTS = ("tokens.css", "components/story.css")
OWN_BYTES = 30 * 1024  # of style and script on any page, compressed


@pytest.fixture
def files():
    """Every static file, as `collectstatic` hands them over."""
    return {path: (storage, path) for finder in get_finders() for path, storage in finder.list([])}


def test_sheet_holds_its_parts_in_their_order(files):
    sheet = in_one_piece(files)

    parts = [(settings.BASE_DIR / "static/css" / part).read_text(encoding="utf-8") for part in PARTS]
    assert "@import" not in sheet.partition("*/")[2]
    assert 0 < sheet.index(parts[0]) < sheet.index(parts[1])


def test_sheet_keeps_what_is_for_print_to_print(files):
    printed = (settings.BASE_DIR / "static/css/print.css").read_text(encoding="utf-8")

    assert f"@media print {{\n{printed}}}" in in_one_piece(files)


def test_collected_sheet_is_one_small_file_under_a_name_of_its_content(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "league_portal.static_files.OneSheetStorage"},
    }

    for _ in range(2):  # the second time over what the first has left
        call_command("collectstatic", interactive=False, verbosity=0)

    names = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    served = (tmp_path / names["css/site.css"]).read_text()
    assert ("--paper:" in served, '@import "' in served) == (True, False)
    compressed = (tmp_path / f"{names['css/site.css']}.gz").read_bytes()
    assert gzip.decompress(compressed).decode() == served
    scripts = (settings.BASE_DIR / "static/js").glob("*.js")
    assert len(compressed) + sum(len(gzip.compress(path.read_bytes())) for path in scripts) < OWN_BYTES


@pytest.mark.django_db
def test_page_asks_for_one_sheet_and_for_nothing_of_another_host(client):
    response = client.get("/")

    asked = texts(response, "//link[@rel='stylesheet']/@href | //script/@src | //img/@src")
    assert [address for address in asked if not address.startswith("/")] == []
    assert [address for address in asked if address.endswith("/site.css")] == ["/static/css/site.css"]
