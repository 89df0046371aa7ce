"""Photos are served only with the story that they belong to."""

import pytest

from tests.factories import ActivityFactory, PhotoFactory

pytestmark = pytest.mark.django_db


def versions(photo):
    return [photo.image.url, *(f"/media/{version.name}" for version in (photo.card, photo.full))]


def test_photo_of_a_published_story_and_its_versions_are_served(client):
    photo = PhotoFactory(activity__published=True)

    answers = [client.get(address) for address in versions(photo)]

    assert [(answer.status_code, answer["Content-Type"]) for answer in answers] == [
        (200, "image/jpeg"),
        (200, "image/webp"),
        (200, "image/webp"),
    ]
    assert {(answer["Cache-Control"], answer["X-Content-Type-Options"]) for answer in answers} == {
        ("private, max-age=31536000, immutable", "nosniff")
    }
    assert b"".join(answers[1].streaming_content)[8:12] == b"WEBP"


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_photo_of_a_story_that_is_not_public_is_not_found(client, stranger, state):
    photo = PhotoFactory(activity=ActivityFactory(state=state))
    client.force_login(stranger)

    assert [client.get(address).status_code for address in versions(photo)] == [404, 404, 404]


def test_photo_of_a_draft_is_served_to_staff_and_kept_by_nobody(client, editor):
    photo = PhotoFactory()
    client.force_login(editor)

    response = client.get(photo.image.url)

    assert response.status_code == 200
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "photos/",
        "photos/{token}/",
        "photos/{token}/photo.png",
        "photos/{token}/photo/" + "0" * 32 + ".webp",
        "photos/{token}/photo/../photo.jpg",
        "photos/{token}/../../secret.txt",
        "photos/{token}/%2e%2e/%2e%2e/secret.txt",
        "../secret.txt",
        "secret.txt",
        "photos/" + "0" * 32 + "/photo.jpg",
    ],
)
def test_nothing_but_photos_and_their_versions_is_served(client, media_root, path):
    photo = PhotoFactory(activity__published=True)
    (media_root / "secret.txt").write_text("private")
    token = photo.image.name.split("/")[1]

    assert client.get(f"/media/{path.format(token=token)}").status_code == 404


def test_photo_whose_file_is_lost_is_not_found(client):
    photo = PhotoFactory(activity__published=True)
    photo.image.storage.delete(photo.image.name)

    assert [client.get(address).status_code for address in versions(photo)] == [404, 404, 404]
    assert client.get(photo.activity.get_absolute_url()).status_code == 200
