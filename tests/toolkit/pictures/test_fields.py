import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from activities.models import Photo
from tests import uploads
from tests.factories import ActivityFactory, PhotoFactory
from toolkit.pictures.fields import UnguessablePath, kept
from toolkit.pictures.reading import KEPT_SIZE


def test_path_tells_nothing_and_is_another_each_time():
    paths = {UnguessablePath("photos")(None, "合影-张三.jpg") for _ in range(20)}

    assert len(paths) == 20
    assert [path for path in paths if not re.fullmatch(r"photos/[0-9a-f]{32}/photo\.jpg", path)] == []


def test_picture_is_read_once_between_the_form_and_the_storage():
    picture = kept(uploads.photo())

    assert kept(picture) is picture


@pytest.mark.django_db
def test_kept_photo_is_an_upright_jpeg_of_bounded_size_without_hidden_data():
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side
    exif[0x010F] = "a camera"
    hidden = {"exif": exif, "comment": "at home", "xmp": b"<x:xmpmeta/>", "dpi": (300, 300)}
    content = uploads.encoded(Image.new("RGB", (4000, 1000), "red"), "JPEG", **hidden).read()

    photo = PhotoFactory(image=SimpleUploadedFile("合影.png", content))

    with Image.open(photo.image.path) as picture:
        assert (picture.format, picture.size) == ("JPEG", (600, KEPT_SIZE))
        assert (dict(picture.getexif()), set(picture.info)) == (
            {},
            {"jfif", "jfif_version", "jfif_unit", "jfif_density"},
        )
    stored = Photo.objects.get()
    assert (stored.width, stored.height) == (600, KEPT_SIZE)
    assert stored.image.name.endswith("/photo.jpg")


def test_name_that_a_photo_is_uploaded_by_may_be_of_any_length():
    field = Photo._meta.get_field("image").formfield()

    assert field.clean(uploads.photo(name="合影" * 100 + ".jpg")).size > 0


@pytest.mark.django_db
def test_small_photo_is_not_enlarged():
    photo = PhotoFactory(activity=ActivityFactory(), image=uploads.photo(size=(64, 48)))

    assert (photo.width, photo.height) == (64, 48)
