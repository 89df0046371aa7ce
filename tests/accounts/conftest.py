import pytest
from django.test import Client


@pytest.fixture
def client_of():
    """A browser in which somebody is signed in."""

    def signed_in(account) -> Client:
        client = Client()
        client.force_login(account)
        return client

    return signed_in
