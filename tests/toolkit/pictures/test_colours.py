import pytest
from PIL import Image, ImageCms

from tests import uploads
from toolkit.pictures.colours import ADOBE_RGB, in_eight_bits, on_white, profile_of
from toolkit.pictures.reading import read

# What each mode of Pillow says of a light grey, and of nothing at all.
GREYS = {
    **dict.fromkeys(("L", "F"), 200),
    **dict.fromkeys(("I", "I;16", "I;16B", "I;16L", "I;16N"), 200 << 8),
    **dict.fromkeys(("LA", "La", "PA"), (200, 255)),
    **{"1": 1, "P": 200, "RGB": (200, 200, 200), "RGBX": (200, 200, 200, 0), "HSV": (0, 0, 200)},
    **{"RGBA": (200, 200, 200, 255), "RGBa": (200, 200, 200, 255)},
    **{"CMYK": (0, 0, 0, 55), "YCbCr": (200, 128, 128), "LAB": (206, 128, 128)},
}


def shown(picture):
    return on_white(in_eight_bits(picture), None).getpixel((0, 0))


def picture_of(mode, colour):
    picture = Image.new(mode, (8, 8), colour)
    if mode in ("P", "PA"):
        picture.putpalette(bytes(part for grey in range(256) for part in (grey, grey, grey)))
    return picture


def test_light_grey_stays_light_grey_in_every_mode():
    seen = {mode: shown(picture_of(mode, GREYS[mode])) for mode in Image.MODES}

    assert {mode: colour for mode, colour in seen.items() if set(colour) - {200, 201}} == {
        "1": (255, 255, 255)
    }


@pytest.mark.parametrize("mode", ["LA", "La", "PA", "RGBA", "RGBa"])
def test_nothing_is_white_in_every_mode_with_transparency(mode):
    nothing = (0, 0) if mode in ("LA", "La", "PA") else (0, 0, 0, 0)

    assert shown(picture_of(mode, nothing)) == (255, 255, 255)


def camera_naming(index):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 0xFFFF
    exif.get_ifd(0x8769)[0xA005] = {1: index}
    return {"exif": exif}


@pytest.mark.parametrize(
    ("options", "colour"),
    [
        ({}, (101, 180, 99)),
        ({"icc_profile": ADOBE_RGB}, (0, 181, 93)),
        (camera_naming("R03"), (0, 181, 93)),
        (camera_naming("R98"), (101, 180, 99)),
        ({"icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()}, (101, 180, 99)),
        ({"icc_profile": b"spoilt"}, (101, 180, 99)),
        ({"icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()}, (101, 180, 99)),
    ],
    ids=["none", "Adobe RGB", "Adobe RGB by name", "sRGB by name", "sRGB", "spoilt", "of other colours"],
)
def test_colours_are_read_by_the_profile(options, colour):
    picture = Image.new("RGB", (64, 48), (100, 180, 100))

    assert read(uploads.encoded(picture, "JPEG", quality=95, **options)).getpixel((3, 3)) == colour


def test_colours_behind_transparency_and_of_a_palette_are_read_by_the_profile():
    green = Image.new("RGBA", (64, 48), (100, 180, 100, 255))
    drawn = green.convert("RGB").quantize(4)

    seen = [
        read(uploads.encoded(picture, "PNG", icc_profile=ADOBE_RGB)).getpixel((3, 3))
        for picture in (green, drawn)
    ]

    assert seen == [(0, 181, 94), (0, 181, 94)]


def test_grey_read_by_a_profile_of_colours_stays_grey():
    picture = uploads.encoded(Image.new("L", (64, 48), 100), "JPEG", icc_profile=ADOBE_RGB)

    red, green, blue = read(picture).getpixel((3, 3))

    assert red == green == blue


def test_white_is_white_under_every_profile():
    assert on_white(Image.new("RGB", (1, 1), "white"), ADOBE_RGB).getpixel((0, 0)) == (255, 255, 255)


def test_picture_without_a_word_of_its_colours_has_no_profile():
    assert profile_of(Image.new("RGB", (1, 1))) is None
