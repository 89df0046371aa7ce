from types import SimpleNamespace

import pytest
from django.core.files.storage import FileSystemStorage
from django.template import Context, Template
from django.test import RequestFactory

from toolkit.templatetags.pages import canonical
from toolkit.templatetags.pictures import sources
from toolkit.templatetags.rich_text import rich_text
from toolkit.templatetags.wording import whole_dates
from toolkit.texts.wording import shortened


def page(address):
    return {"request": RequestFactory().get(address)}


@pytest.mark.parametrize(
    ("address", "true_address"),
    [
        ("/activities/", "/activities/"),
        ("/activities/?page=1", "/activities/"),
        ("/activities/?page=2&from=weixin&area=growth", "/activities/?area=growth&page=2"),
        ("/activities/?area=", "/activities/"),
        ("/volunteers/?kind=%22%3E", "/volunteers/?kind=%22%3E"),
    ],
)
def test_canonical_keeps_only_what_makes_another_page(address, true_address):
    assert canonical(page(address)) == f"http://testserver{true_address}"


@pytest.mark.parametrize(
    ("title", "html"),
    [
        ("区委2020年上半年工作总结", '区委<span class="whole">2020年上半年</span>工作总结'),
        ("4月28日<b>", '<span class="whole">4月28日</span>&lt;b&gt;'),
        ("第57个学雷锋纪念日", "第57个学雷锋纪念日"),
    ],
)
def test_whole_dates_keeps_a_date_on_one_line_and_escapes_the_rest(title, html):
    assert whole_dates(title) == html


def test_rich_text_keeps_the_list_of_allowed_elements():
    written = '<h2>题</h2><p onclick="x">文<script>x</script><img src="x"></p><a href="javascript:x">链</a>'

    assert rich_text(written) == "<h2>题</h2><p>文</p><a>链</a>"


def photo(width, height):
    storage = FileSystemStorage(base_url="/media/")
    image = SimpleNamespace(name="photos/0f/photo.jpg", storage=storage)
    return SimpleNamespace(width=width, height=height, focus=(50, 50), image=image)


def test_sources_name_every_size_in_every_format():
    made = sources(photo(2400, 1600), "full")

    assert (made.src, made.width, made.height) == ("/media/photos/0f/1280.jpg", 1280, 853)
    assert made.avif == (
        "/media/photos/0f/640.avif 640w, /media/photos/0f/960.avif 960w, /media/photos/0f/1280.avif 1280w"
    )
    assert (made.webp, made.jpg) == (made.avif.replace("avif", "webp"), made.avif.replace("avif", "jpg"))


@pytest.mark.parametrize(
    ("size", "shown", "widths"),
    [
        ((2400, 1600), (1280, 853), ["640w", "960w", "1280w"]),
        ((800, 600), (800, 600), ["640w", "800w"]),
        ((64, 48), (64, 48), ["64w"]),
        ((600, 2400), (320, 1280), ["160w", "240w", "320w"]),
        ((0, 0), (0, 0), ["0w"]),
    ],
)
def test_sources_of_a_whole_picture_never_enlarge_it(size, shown, widths):
    made = sources(photo(*size), "full")

    assert (made.width, made.height) == shown
    assert [source.split()[1] for source in made.avif.split(", ")] == widths


def test_sources_of_a_card_have_one_shape_for_all():
    made = sources(photo(600, 2400), "card")

    assert (made.src, made.width, made.height) == ("/media/photos/0f/960x600.jpg", 960, 600)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("志愿 服务\n上岗", "志愿 服务 上岗"),
        ("青年志愿者，上岗服务", "青年志愿者……"),
        ("青年志愿者上", "青年志愿者上"),
    ],
)
def test_shortened_ends_with_a_whole_ellipsis(text, short):
    assert shortened(text, 8) == short


def test_filters_escape_nothing_twice():
    template = Template("{% load rich_text %}{{ body|rich_text }}{{ text }}")

    html = template.render(Context({"body": "<p>&amp;</p>", "text": "<", "words": ["x"]}))

    assert html == "<p>&amp;</p>&lt;"
