"""Pictures of every mode that Pillow knows, brought to the colours of the web: sRGB, on white.

Two steps, since a vast picture is made smaller between them: ``in_eight_bits`` on each band of
it, then ``on_white`` on the whole.
"""

import struct
from io import BytesIO

from PIL import Image, ImageCms

# What a picture is mixed in while it is made smaller; any other mode is brought to one of these.
OPAQUE = ("L", "RGB", "CMYK")
SEE_THROUGH = {"LA": "L", "RGBA": "RGB"}
GREYS_OF_16_BITS = range(1 << 16)
SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}
SRGB = ImageCms.createProfile("sRGB")


def in_eight_bits(picture: Image.Image) -> Image.Image:
    """The picture in a mode of OPAQUE or SEE_THROUGH, with the colours that it had."""
    if picture.mode.startswith("I"):
        return _from_16_bits(picture)
    if picture.mode in ("P", "PA", "RGBa"):
        return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    if picture.mode == "La":
        return picture.convert("LA")
    if picture.mode in ("1", "F"):
        picture = picture.convert("L")
    if "transparency" in picture.info and picture.mode in SEE_THROUGH.values():
        return _without_one_colour(picture)
    return picture if picture.mode in (*OPAQUE, *SEE_THROUGH) else picture.convert("RGB")


def _without_one_colour(picture):
    """With transparency where the picture has the one colour that stands for nothing."""
    clear = picture.info["transparency"]
    if isinstance(clear, tuple) and max(clear) > 255:  # told in sixteen bits; Pillow keeps the upper eight
        picture.info["transparency"] = tuple(part >> 8 for part in clear)
    return picture.convert(picture.mode + "A")


def _from_16_bits(picture):
    """Sixteen-bit greys as a scanner makes them: Pillow's own conversion would cut off, not divide."""
    clear = picture.info.get("transparency")
    greys = picture.convert("I")
    seen = greys.point([grey >> 8 for grey in GREYS_OF_16_BITS], "L")
    if isinstance(clear, int):
        seen.putalpha(greys.point([0 if grey == clear else 255 for grey in GREYS_OF_16_BITS], "L"))
    return seen


def on_white(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """A picture of eight bits as RGB without transparency, its colours read by ``profile``."""
    if picture.mode not in SEE_THROUGH:
        return _in_srgb(picture, profile)
    colours = _in_srgb(picture.convert(SEE_THROUGH[picture.mode]), profile)
    white = Image.new("RGB", picture.size, "white")
    white.paste(colours, mask=picture.getchannel("A"))
    return white


def _in_srgb(picture, profile):
    if profile:
        try:
            meant = ImageCms.ImageCmsProfile(BytesIO(profile))
            space = meant.profile.xcolor_space.strip()
            if picture.mode == "L" and space == "RGB":
                picture = picture.convert("RGB")
            if space == SPACES[picture.mode]:
                return ImageCms.profileToProfile(picture, meant, SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # a spoilt profile says nothing: the colours stay as they are written
    return picture.convert("RGB")


def profile_of(picture: Image.Image) -> bytes | None:
    """The profile that the file carries, or the Adobe RGB that a camera only names.

    DCF 2.0, 4.7: Exif says that the colours are not sRGB, and the interoperability index is R03.
    """
    if profile := picture.info.get("icc_profile"):
        return profile
    exif = picture.getexif()
    names_adobe_rgb = exif.get_ifd(0xA005).get(1) == "R03" and exif.get_ifd(0x8769).get(0xA001) == 0xFFFF
    return ADOBE_RGB if names_adobe_rgb else None


def _profile(gamma: float, *primaries: tuple[float, float, float]) -> bytes:
    """An ICC profile of version 2 (ICC.1:2001-04) from the XYZ of red, green, blue under D50."""
    curve = struct.pack(">4s4xIH2x", b"curv", 1, round(gamma * 256))
    points = [
        b"XYZ " + bytes(4) + struct.pack(">3i", *(round(part * 65536) for part in point))
        for point in primaries
    ]
    contents = [curve, *points]
    starts = [128 + 4 + 6 * 12]
    for content in contents:
        starts.append(starts[-1] + len(content))
    tags = [
        struct.pack(">4sII", name, starts[number], len(contents[number]))
        for number, names in enumerate(((b"rTRC", b"gTRC", b"bTRC"), (b"rXYZ",), (b"gXYZ",), (b"bXYZ",)))
        for name in names
    ]
    header = struct.pack(
        ">I4xI4s4s4s12x4s28x3i48x",
        *(starts[-1], 0x02400000, b"mntr", b"RGB ", b"XYZ ", b"acsp", 0xF6D6, 0x10000, 0xD32D),
    )
    return header + struct.pack(">I", len(tags)) + b"".join(tags + contents)


# Adobe RGB (1998), 4.3.2 and its colorants as the profile of that name holds them.
ADOBE_RGB = _profile(
    563 / 256, (0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)
)
