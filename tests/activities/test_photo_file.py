"""Photos are served only with the story that they belong to."""

import pytest

from tests.factories import ActivityFactory, PhotoFactory

pytestmark = pytest.mark.django_db


def versions(photo):
    """The photo as it was kept, and one version in each format."""
    folder = photo.image.url.rpartition("/")[0]
    return [photo.image.url, *(f"{folder}/{name}" for name in ("640x400.avif", "1280.webp", "960x600.jpg"))]


def test_photo_of_a_published_story_and_its_versions_are_served(client):
    photo = PhotoFactory(activity__published=True)

    answers = [client.get(address) for address in versions(photo)]

    assert [(answer.status_code, answer["Content-Type"]) for answer in answers] == [
        (200, "image/jpeg"),
        (200, "image/avif"),
        (200, "image/webp"),
        (200, "image/jpeg"),
    ]
    assert {(answer["Cache-Control"], answer["X-Content-Type-Options"]) for answer in answers} == {
        ("private, max-age=31536000, immutable", "nosniff")
    }
    assert b"".join(answers[1].streaming_content)[4:12] == b"ftypavif"


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_photo_of_a_story_that_is_not_public_is_not_found(client, stranger, state):
    photo = PhotoFactory(activity=ActivityFactory(state=state))
    client.force_login(stranger)

    assert [client.get(address).status_code for address in versions(photo)] == [404] * 4


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
        "photos/{token}/641.webp",
        "photos/{token}/640x400.png",
        "photos/{token}/640x400.part",
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

    assert [client.get(address).status_code for address in versions(photo)] == [404] * 4
    assert client.get(photo.activity.get_absolute_url()).status_code == 200
