import pytest
from PIL import Image

from tests import uploads
from tests.factories import PhotoFactory
from toolkit.pictures import versions as picture_versions
from toolkit.templatetags.pictures import address

pytestmark = pytest.mark.django_db


def opened(photo, name):
    with picture_versions.opened(photo.image, name, photo.focus) as file, Image.open(file) as picture:
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


def halves():
    """Red on the left, blue on the right, wider than any card."""
    picture = Image.new("RGB", (1200, 300), "red")
    picture.paste("blue", (600, 0, 1200, 300))
    return uploads.encoded(picture, "JPEG", quality=95)


@pytest.mark.parametrize(
    ("focus_x", "name", "colours"),
    [(50, "320x200.jpg", "rb"), (10, "320x200-10-50.jpg", "rr"), (90, "320x200-90-50.jpg", "bb")],
)
def test_card_is_cropped_around_the_focus_and_its_name_tells_which(focus_x, name, colours):
    photo = PhotoFactory(image=halves(), focus_x=focus_x)

    assert address(photo, "card").rpartition("/")[2] == name.replace("320x200", "960x600")
    with picture_versions.opened(photo.image, name, photo.focus) as file, Image.open(file) as picture:
        ends = [picture.convert("RGB").getpixel((x, 100)) for x in (10, 310)]
    assert "".join("r" if red > blue else "b" for red, _, blue in ends) == colours


def test_address_with_an_earlier_focus_shows_what_counts_now(media_root):
    photo = PhotoFactory(focus_x=10)

    opened(photo, "320x200-70-70.webp")

    assert [path.name for path in media_root.rglob("*.webp")] == ["320x200-10-50.webp"]


@pytest.mark.parametrize(
    "name", ["320x200-101-0.jpg", "320x200-1.jpg", "320x200--1-5.jpg", "320x200-1-1.png"]
)
def test_name_that_no_focus_has_is_none(name):
    assert picture_versions.named(name) is None


def test_photo_is_removed_with_all_its_versions(media_root):
    photo = PhotoFactory(focus_x=10)
    for name in ("320x200-10-50.webp", "640.jpg"):
        opened(photo, name)

    picture_versions.remove(photo.image.storage, photo.image.name)

    assert [path for path in media_root.rglob("*") if path.is_file()] == []


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
