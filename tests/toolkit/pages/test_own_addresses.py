import pytest

from toolkit.pages.own_addresses import own_path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/", "/"),
        (" /activities/4/ ", "/activities/4/"),
        ("/search/?q=团", "/search/?q=团"),
        ("/about/#content", "/about/"),
        ("https://portal.example/honors/?page=2", "/honors/?page=2"),
    ],
)
def test_own_path_takes_what_names_a_page_of_this_site(text, path):
    assert own_path(text, host="portal.example") == path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "activities/4/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example",
        "https://evil.example/",
        "https://portal.example.evil.example/",
        "https://portal.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=1",
        "/a b",
        "/\x00",
        "/" + "长" * 1000,
    ],
)
def test_own_path_takes_nothing_else(text):
    assert own_path(text, host="portal.example") == ""
