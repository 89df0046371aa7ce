"""How heavy public pages are on a reader's line, and that their photos fit where they are shown."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import get_finders

from activities.models import Activity, Photo
from league_portal.static_files import in_one_piece
from sample.load import load
from tests.factories import PhotoFactory
from tests.league_portal.test_urls import PAGES
from tests.reading import texts

KB = 1024
OWN_BYTES, STORY_BYTES = 30 * KB, 60 * KB
SHEETS_AND_SCRIPTS = "//link[@rel='stylesheet']/@href | //script/@src"
PICTURES = "//img[not(starts-with(@src, '/media/'))]/@src | //link[@rel='icon']/@href"
# Of each photo on the open page: its version, how much wider it is than its place, whether it may wait.
_SHOWN = """() => [...document.querySelectorAll('img[src^="/media/"]')].map(one => {
    const box = one.getBoundingClientRect();
    return {
        version: one.currentSrc.split('/').pop(),
        surplus: parseInt(one.currentSrc.split('/').pop()) / (box.width * devicePixelRatio),
        isBelow: box.top > innerHeight,
        isLazy: one.loading === 'lazy',
        isSized: one.width > 0 && one.height > 0 && one.hasAttribute('width') && one.hasAttribute('height'),
    };
})"""
_LOAD_ALL = """() => Promise.all([...document.images].map(one => {
    one.loading = 'eager';
    return one.decode();
}))"""
# What moved while the page was put together.
_SHIFTS = """() => new Promise(tell => {
    const moved = [];
    const note = list => list.getEntries().forEach(
        entry => moved.push(...entry.sources.map(one => String(one.node?.className))));
    new PerformanceObserver(note).observe({type: 'layout-shift', buffered: true});
    setTimeout(() => tell(moved), 300);
})"""


def compressed(client, address) -> int:
    """The bytes of what is at an address, compressed as it is served; the site's sheet in one piece."""
    name = address.removeprefix("/static/")
    if name == address:
        return len(gzip.compress(client.get(address).content))
    if name == "css/site.css":
        files = {path: (storage, path) for finder in get_finders() for path, storage in finder.list([])}
        return len(gzip.compress(in_one_piece(files).encode()))
    return len(gzip.compress(Path(finders.find(name)).read_bytes()))


@pytest.mark.parametrize("address", PAGES)
def test_style_and_script_of_a_page_stay_under_30_kb(client, site, address):
    client.cookies["reader"] = "largest.elder"  # with most to say in the reader's own sheet

    own = texts(client.get(address), SHEETS_AND_SCRIPTS)

    assert 0 < sum(compressed(client, one) for one in own) < OWN_BYTES


def test_story_stays_under_60_kb_without_its_photos(client, site):
    story = Activity.objects.get(pk=7)
    address = story.get_absolute_url()
    for _ in range(20):
        PhotoFactory(activity=story)

    page = client.get(address)

    parts = texts(page, f"{SHEETS_AND_SCRIPTS} | {PICTURES}")
    assert f"{address}qr.svg" in parts
    # The page itself uncompressed: whether it is, the web server in front decides.
    assert len(page.content) + sum(compressed(client, part) for part in parts) < STORY_BYTES


@pytest.mark.parametrize(("width", "scale"), [(390, 3), (1440, 1)], ids=["phone", "desktop"])
def test_photos_fit_their_places_and_nothing_jumps(browser, live_server, transactional_db, width, scale):
    load()
    story = Photo.objects.first().activity
    PhotoFactory(activity=story, image__width=2400, image__height=1600, position=2)
    for address in ("/", "/activities/", story.get_absolute_url()):
        # Anew for each: a browser takes a larger version that it has before it asks for a smaller one.
        page = browser.new_page(viewport={"width": width, "height": 800}, device_scale_factor=scale)
        page.goto(f"{live_server.url}{address}", wait_until="networkidle")
        moved, before = page.evaluate(_SHIFTS), page.evaluate(_SHOWN)
        page.evaluate(_LOAD_ALL)
        photos = page.evaluate(_SHOWN)
        page.close()

        assert (address, moved, len(photos) > 0) == (address, [], True)
        assert [photo for photo in before if photo["isBelow"] and not photo["isLazy"]] == []
        assert [photo for photo in photos if not photo["version"].endswith(".avif")] == []
        assert [photo for photo in photos if photo["surplus"] > 2 or not photo["isSized"]] == []
