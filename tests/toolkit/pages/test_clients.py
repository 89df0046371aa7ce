import re
from datetime import date

import pytest
from django.test import RequestFactory

from toolkit.pages.clients import client_key

TODAY = date(2020, 5, 29)


def key(address, day=TODAY, **headers):
    return client_key(RequestFactory().get("/", REMOTE_ADDR=address, **headers), day=day)


@pytest.mark.parametrize(
    ("one", "other", "are_one_client"),
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("192.0.2.7", "::ffff:192.0.2.7", True),
        ("2001:db8::7", "2001:db8::8", True),
        ("2001:db8::7", "2001:db8:0:1::7", False),
        ("", "", True),
    ],
)
def test_key_is_of_one_household(one, other, are_one_client):
    assert (key(one) == key(other)) == are_one_client


def test_key_holds_for_one_day_and_hides_the_address():
    assert key("192.0.2.7") != key("192.0.2.7", date(2020, 5, 30))
    assert re.fullmatch("[0-9a-f]{64}", key("192.0.2.7"))


def test_address_that_a_visitor_claims_counts_only_behind_a_proxy(settings):
    claimed = {"HTTP_X_FORWARDED_FOR": "198.51.100.1, 192.0.2.8"}

    assert key("192.0.2.7", **claimed) == key("192.0.2.7")
    settings.BEHIND_PROXY = True
    assert key("192.0.2.7", **claimed) == key("192.0.2.8")
    assert key("192.0.2.7") != key("192.0.2.8")
