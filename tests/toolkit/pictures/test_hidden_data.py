"""Where a photo was taken may tell where somebody lives: nothing but the picture itself is ever stored."""

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from desk.forms.files import content_of, keep_file
from desk.models import ChosenFile
from tests import uploads
from tests.factories import PhotoFactory
from toolkit.pictures import versions
from toolkit.pictures.fields import PictureFormField

pytestmark = pytest.mark.django_db

PLACE = "28.6829N 115.8581E"  # planted in every part of a file that can hold words
HIDDEN = (
    PLACE.encode(),
    PLACE.encode("utf-16-le"),
    b"Exif",
    b"GPS",
    b"xmpmeta",
    b"Photoshop",
    b"iPhone",
    b"MPF",
)
XMP = f"<x:xmpmeta exif:GPSLatitude='{PLACE}'/>".encode()
PHONE = Path(__file__).with_name("phone.heic")


def exif():
    """As a phone writes it: its name, its owner's note, and where it was held."""
    told = Image.Exif()
    told[0x010F], told[0x010E] = "iPhone", PLACE
    told[0x9C9C] = PLACE.encode("utf-16-le")
    told.get_ifd(0x8825).update({1: "N", 2: (28.0, 40.0, 58.4), 18: PLACE})
    return told


def jpeg(colour="red", **more):
    content = BytesIO()
    picture = Image.new("RGB", (64, 48), colour)
    picture.save(content, "JPEG", exif=exif(), xmp=XMP, comment=PLACE.encode(), **more)
    return content.getvalue()


def jpeg_with_all():
    """Also with the notes of a newsroom (IPTC), and with what phones and chat programs hang on behind."""
    note = b"\x1c\x02\x5a" + len(PLACE).to_bytes(2, "big") + PLACE.encode()
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(note).to_bytes(4, "big") + note
    segment = b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block
    whole = jpeg()
    return whole[:2] + segment + whole[2:] + b"MotionPhoto" + PLACE.encode()


def several():
    """A JPEG of two pictures (MPF), of which the second has notes of its own."""
    second = Image.open(BytesIO(jpeg("blue")))
    content = BytesIO()
    Image.new("RGB", (64, 48), "red").save(
        content, "MPO", save_all=True, append_images=[second], exif=exif(), xmp=XMP
    )
    return content.getvalue()


def png():
    words = PngImagePlugin.PngInfo()
    words.add_text("Location", PLACE)
    words.add_text("Packed", PLACE, zip=True)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    content = BytesIO()
    Image.new("RGB", (64, 48), "red").save(content, "PNG", exif=exif(), pnginfo=words)
    return content.getvalue() + zlib.compress(PLACE.encode()) + PLACE.encode()


def of_format(name):
    return uploads.encoded(Image.new("RGB", (64, 48), "red"), name, exif=exif(), xmp=XMP).read()


def heic():
    """The photo of a phone, its Exif item put at the end with a place in it."""
    whole, told = PHONE.read_bytes(), (6).to_bytes(4, "big") + exif().tobytes()
    listed = bytes.fromhex("0000 03e7 0001 0000 0000 0000 003a")
    assert whole.count(listed) == 1
    return whole[:0x3E7].replace(listed, listed[:-4] + len(told).to_bytes(4, "big")) + told


FILES = {
    "JPEG": jpeg_with_all,
    "JPEG of two": several,
    "PNG": png,
    "WebP": lambda: of_format("WEBP"),
    "AVIF": lambda: of_format("AVIF"),
    "HEIC": heic,
}


@pytest.mark.parametrize("name", FILES)
def test_place_in_a_photo_is_in_no_file_that_is_stored_or_served(name, client, media_root):
    content = FILES[name]()
    assert PLACE.encode() in content
    with Image.open(BytesIO(content)) as sent:
        assert sent.getexif().get_ifd(0x8825)[18] == PLACE

    photo = PhotoFactory(image=uploads.upload(content, f"{PLACE}.jpg"), activity__published=True, focus_x=30)
    names = ["photo.jpg", *versions.VERSIONS, "960x600-30-50.jpg"]
    folder = photo.image.url.rpartition("/")[0]
    served = [b"".join(client.get(f"{folder}/{one}").streaming_content) for one in names]

    stored = [path for path in media_root.rglob("*") if path.is_file()]
    assert len(stored) == 1 + len(versions.VERSIONS)
    for file in [*served, *(path.read_bytes() for path in stored)]:
        assert [words for words in HIDDEN if words in file] == []
        with Image.open(BytesIO(file)) as picture:
            assert (dict(picture.getexif()), picture.info.get("xmp"), picture.info.get("comment")) == (
                {},
                None,
                None,
            )
    assert [path for path in stored if PLACE in str(path)] == []


@pytest.mark.parametrize("name", FILES)
def test_place_in_a_photo_is_not_kept_for_a_form_either(name, staff):
    field = PictureFormField()

    keep_file("合影.jpg", content_of(field.clean(uploads.upload(FILES[name]()))), field, by=staff)

    kept = bytes(ChosenFile.objects.get().content)
    assert [words for words in HIDDEN if words in kept] == []
