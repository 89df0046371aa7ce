import pytest
from PIL import Image

from tests import uploads
from tests.factories import PhotoFactory
from toolkit.pictures import versions as picture_versions

pytestmark = pytest.mark.django_db


def opened(photo, name):
    with picture_versions.opened(photo.image, name) as file, Image.open(file) as picture:
        return picture.format, picture.size, picture.mode


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("320x200.avif", ("AVIF", (320, 200), "RGB")),
        ("640x400.webp", ("WEBP", (640, 400), "RGB")),
        ("960x600.jpg", ("JPEG", (960, 600), "RGB")),
        ("640.avif", ("AVIF", (640, 480), "RGB")),
        ("1280.jpg", ("JPEG", (800, 600), "RGB")),
    ],
)
def test_version_is_of_the_size_and_format_of_its_name(name, picture):
    photo = PhotoFactory(image=uploads.photo(size=(800, 600)))

    assert opened(photo, name) == picture


def test_version_is_made_once_and_leaves_nothing_unfinished(media_root):
    photo = PhotoFactory()

    opened(photo, "640.webp")
    file = media_root / picture_versions.beside(photo.image, "640.webp")
    made_at = file.stat().st_mtime_ns
    opened(photo, "640.webp")

    assert file.stat().st_mtime_ns == made_at
    assert sorted(path.name for path in file.parent.iterdir()) == ["640.webp", "photo.jpg"]


def test_version_that_has_no_such_name_is_not_made():
    with pytest.raises(KeyError):
        picture_versions.opened(PhotoFactory().image, "5000.avif")


def test_version_of_a_spoilt_photo_is_refused(media_root):
    photo = PhotoFactory()
    (media_root / photo.image.name).write_bytes(b"no picture")

    with pytest.raises(OSError, match="cannot identify"):
        picture_versions.opened(photo.image, "640.webp")
