import re
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from activities.models import Photo
from tests import uploads
from tests.factories import ActivityFactory, PhotoFactory
from toolkit.pictures import (
    KEPT_SIZE,
    MAX_BYTES,
    NOT_A_PICTURE,
    TOO_MANY_BYTES,
    TOO_MANY_PIXELS,
    TOO_STRETCHED,
    UnguessablePath,
    check_picture,
)


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
def test_check_accepts_a_photo_whatever_its_name(picture_format):
    check_picture(uploads.photo(picture_format=picture_format, name="photo.bin"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not a picture", NOT_A_PICTURE),
        (uploads.SVG, NOT_A_PICTURE),
        (uploads.photo(picture_format="GIF").read(), NOT_A_PICTURE),
        (uploads.photo(picture_format="BMP").read(), NOT_A_PICTURE),
        (uploads.photo(size=(400, 400)).read()[:900], NOT_A_PICTURE),
        (uploads.vast_png(100, 100), NOT_A_PICTURE),
        (uploads.vast_png(), TOO_MANY_PIXELS),
        (uploads.vast_png(50_000_001, 1), TOO_MANY_PIXELS),
        (uploads.photo(size=(2100, 100)).read(), TOO_STRETCHED),
        (uploads.photo(size=(1, 21)).read(), TOO_STRETCHED),
        (b"\xff\xd8" + b"\0" * MAX_BYTES, TOO_MANY_BYTES),
    ],
    ids=[
        "text",
        "svg",
        "gif",
        "bmp",
        "cut off",
        "without pixels",
        "30,000²",
        "one row",
        "strip",
        "thread",
        "over 20 MB",
    ],
)
def test_check_refuses_in_a_sentence(content, sentence):
    with pytest.raises(ValidationError) as refusal:
        check_picture(uploads.upload(content))

    assert refusal.value.messages == [sentence]


def test_check_leaves_the_file_at_its_beginning():
    file = uploads.photo()

    check_picture(file)

    assert file.tell() == 0


def test_path_tells_nothing_and_is_another_each_time():
    paths = {UnguessablePath("photos")(None, "合影-张三.jpg") for _ in range(20)}

    assert len(paths) == 20
    assert [path for path in paths if not re.fullmatch(r"photos/[0-9a-f]{32}/photo\.jpg", path)] == []


@pytest.mark.django_db
def test_kept_photo_is_an_upright_jpeg_of_bounded_size_without_hidden_data():
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side
    exif[0x010F] = "a camera"
    content = BytesIO()
    Image.new("RGB", (4000, 1000), "red").save(content, "JPEG", exif=exif)

    photo = PhotoFactory(image=SimpleUploadedFile("合影.png", content.getvalue()))

    with Image.open(photo.image.path) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (600, KEPT_SIZE), {})
    stored = Photo.objects.get()
    assert (stored.width, stored.height) == (600, KEPT_SIZE)
    assert stored.image.name.endswith("/photo.jpg")


@pytest.mark.django_db
def test_small_photo_is_not_enlarged():
    photo = PhotoFactory(activity=ActivityFactory(), image=uploads.photo(size=(64, 48)))

    assert (photo.width, photo.height) == (64, 48)


@pytest.mark.django_db
def test_sixteen_bits_of_grey_are_kept_as_eight():
    content = BytesIO()
    Image.new("I;16", (64, 48), 0x8000).save(content, "PNG")

    photo = PhotoFactory(image=SimpleUploadedFile("扫描.png", content.getvalue()))

    with Image.open(photo.image.path) as kept:
        assert kept.getpixel((30, 20)) == (128, 128, 128)
