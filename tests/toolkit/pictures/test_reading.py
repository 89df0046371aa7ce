import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from tests import uploads
from toolkit.pictures.reading import (
    KEPT_SIZE,
    MAX_BYTES,
    MAX_MEMORY,
    NOT_A_PICTURE,
    OTHER_FORMAT,
    TOO_LARGE_OF_ITS_KIND,
    TOO_MANY_BYTES,
    TOO_MANY_PIXELS,
    TOO_STRETCHED,
    read,
)

PHONE = Path(__file__).with_name("phone.heic")  # Display P3, lying on its side, as iPhones write them
VAST = Path(__file__).with_name("vast.avif")  # 120 megapixels of one colour
PANORAMA = (20_000, 6_000)
READ_AND_TELL_THE_MEMORY = """
import re, sys
from django.core.files.base import File
from toolkit.pictures.reading import read
with open(sys.argv[1], "rb") as file:
    print(*read(File(file)).size, re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1])
"""


def colour_of(picture, picture_format="PNG", **options):
    return read(uploads.encoded(picture, picture_format, **options)).getpixel((3, 3))


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "AVIF", "MPO"])
def test_photo_of_each_format_is_read_whatever_its_name(picture_format):
    options = (
        {"save_all": True, "append_images": [Image.new("RGB", (8, 8))]} if picture_format == "MPO" else {}
    )
    picture = Image.new("RGB", (64, 48), "white")

    shown = read(uploads.encoded(picture, picture_format, **options))

    assert (shown.mode, shown.size, shown.getpixel((3, 3))) == ("RGB", (64, 48), (255, 255, 255))


def test_photo_of_a_phone_is_read_upright_in_colours_of_the_web():
    shown = read(uploads.upload(PHONE.read_bytes(), "IMG_0001.HEIC"))

    assert (shown.size, shown.getpixel((3, 3)), shown.info) == ((48, 64), (0, 205, 0), {})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not a picture", NOT_A_PICTURE),
        (uploads.SVG, NOT_A_PICTURE),
        (uploads.photo(picture_format="GIF").read(), OTHER_FORMAT.format("GIF")),
        (uploads.photo(picture_format="BMP").read(), OTHER_FORMAT.format("BMP")),
        (uploads.photo(picture_format="TIFF").read(), OTHER_FORMAT.format("TIFF")),
        (uploads.photo(size=(400, 400)).read()[:900], NOT_A_PICTURE),
        (PHONE.read_bytes()[:900], NOT_A_PICTURE),
        (uploads.vast_png(100, 100), NOT_A_PICTURE),
        (uploads.vast_png(), TOO_MANY_PIXELS),
        (uploads.vast_png(120_000_001, 1), TOO_MANY_PIXELS),
        (uploads.photo(size=(2100, 100)).read(), TOO_STRETCHED),
        (uploads.photo(size=(1, 21)).read(), TOO_STRETCHED),
        (b"\xff\xd8" + b"\0" * MAX_BYTES, TOO_MANY_BYTES),
    ],
    ids=[
        *("text", "svg", "gif", "bmp", "tiff", "cut off", "heic cut off", "without pixels"),
        *("30,000²", "one row", "strip", "thread", "over 50 MB"),
    ],
)
def test_refuses_in_a_sentence(content, sentence):
    with pytest.raises(ValidationError) as refusal:
        read(uploads.upload(content))

    assert refusal.value.messages == [sentence]


def test_what_would_take_too_much_memory_is_refused_by_its_name_before_it_is_unpacked():
    with pytest.raises(ValidationError) as refusal:
        read(uploads.upload(VAST.read_bytes()))

    assert refusal.value.messages == [TOO_LARGE_OF_ITS_KIND.format("AVIF", 12_000)]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a program's own peak")
@pytest.mark.parametrize(
    ("mode", "picture_format"), [("RGB", "JPEG"), ("P", "PNG")], ids=["photo", "transparent drawing"]
)
def test_panorama_of_120_megapixels_is_read_in_bounded_memory(tmp_path, mode, picture_format):
    path = tmp_path / "panorama"
    options = {"transparency": 0, "compress_level": 1} if mode == "P" else {}
    Image.new(mode, PANORAMA).save(path, picture_format, **options)

    told = subprocess.run(
        [sys.executable, "-c", READ_AND_TELL_THE_MEMORY, path], capture_output=True, text=True, check=True
    )

    width, height, memory = map(int, told.stdout.split())
    assert (width, height) == (KEPT_SIZE, 720)
    assert memory * 1024 < MAX_MEMORY / 2


def palette(*colours):
    picture = Image.new("P", (64, 48), 1)
    picture.putpalette([part for colour in colours for part in colour])
    return picture


@pytest.mark.parametrize(
    ("picture", "options"),
    [
        (Image.new("1", (64, 48), 0), {"transparency": 0}),
        (Image.new("L", (64, 48), 7), {"transparency": 7}),
        (Image.new("LA", (64, 48), (7, 0)), {}),
        (Image.new("I;16", (64, 48), 700), {"transparency": 700}),
        (Image.new("RGB", (64, 48), (1, 2, 3)), {"transparency": (1, 2, 3)}),
        (Image.new("RGBA", (64, 48), (1, 2, 3, 0)), {}),
        (palette((0, 0, 0), (9, 9, 9)), {"transparency": 1}),
        (palette((0, 0, 0), (9, 9, 9)), {"transparency": b"\xff\0"}),
    ],
    ids=["1", "L", "LA", "I;16", "RGB", "RGBA", "P, one colour", "P, many"],
)
def test_transparent_picture_stands_on_white(picture, options):
    assert colour_of(picture, **options) == (255, 255, 255)


def test_half_transparent_black_is_grey_on_white():
    assert colour_of(Image.new("RGBA", (64, 48), (0, 0, 0, 128)), "WEBP", lossless=True) == (127, 127, 127)


def test_sixteen_bits_of_grey_are_kept_as_eight():
    assert colour_of(Image.new("I;16", (64, 48), 0x8000)) == (128, 128, 128)


def test_small_details_of_a_large_drawing_stay_at_their_place():
    drawing = Image.new("RGBA", (4800, 2400), "white")
    drawing.paste("red", (2400, 1200, 4800, 2400))

    shown = read(uploads.encoded(drawing, "PNG", compress_level=1))

    assert (shown.size, [shown.getpixel(point) for point in ((1190, 610), (1210, 590), (1210, 610))]) == (
        (2400, 1200),
        [(255, 255, 255), (255, 255, 255), (255, 0, 0)],
    )
