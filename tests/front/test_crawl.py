"""A walk over the whole sample site from its home page, as a reader without an account could do it."""

import pytest

from sample.load import load
from tests.reading import texts

CLICKS = 3
# Files to take away, whose own links are of another kind.
FILES = ("/media/", "/feed/", "/data/activities", "/data/honors", "/calendar.ics")


def links(response, address):
    """The addresses of our own that a page leads to, without fragments."""
    targets = (link.partition("#")[0] for link in texts(response, "//a/@href"))
    whole = (address.partition("?")[0] + target if target.startswith("?") else target for target in targets)
    return dict.fromkeys(target for target in whole if target.startswith("/"))


def faults_of(response):
    """What is wrong on a page: pictures without words or size, fragments that lead nowhere."""
    ids = set(texts(response, "//@id"))
    pictures = texts(response, "//img[not(@alt) or not(@width) or not(@height)]/@src")
    here = (link[1:] for link in texts(response, "//a/@href") if link.startswith("#"))
    return pictures + [f"#{fragment}" for fragment in here if fragment not in ids]


@pytest.mark.django_db
def test_every_page_is_whole_and_near_the_home_page(client):
    load()
    clicks, statuses, faults, waiting = {"/": 0}, {}, {}, ["/"]
    for address in waiting:
        response = client.get(address)
        statuses[address] = response.status_code
        if not response["Content-Type"].startswith("text/html") or address.startswith(FILES):
            continue
        faults[address] = faults_of(response)
        for link in links(response, address):
            if link not in clicks:
                clicks[link] = clicks[address] + 1
                waiting.append(link)

    assert {address: status for address, status in statuses.items() if status != 200} == {}
    assert {address: found for address, found in faults.items() if found} == {}
    # A filtered list is the same page in another order, not a deeper one.
    assert [address for address, far in clicks.items() if far > CLICKS and "?" not in address] == []
    assert len(clicks) > 60
