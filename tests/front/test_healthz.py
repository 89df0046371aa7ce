import pytest
from django.db import connection


@pytest.fixture
def unreachable_database(transactional_db, tmp_path):
    """The database as it looks when the server is down: no socket where it should be."""
    usual = connection.settings_dict["HOST"], connection.settings_dict["PORT"]
    connection.close()
    connection.settings_dict.update(HOST=str(tmp_path), PORT="")
    yield
    connection.close()
    connection.settings_dict.update(HOST=usual[0], PORT=usual[1])


@pytest.mark.django_db
def test_healthz_answers_ok(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok")


def test_healthz_answers_503_without_a_database(unreachable_database, client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (503, b"database unavailable")


@pytest.mark.django_db
def test_healthz_is_not_sent_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz").status_code == 200
    assert client.get("/admin/").status_code == 301
