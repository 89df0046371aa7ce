"""Reads a picture that somebody uploaded, in bounded memory, to what the web can show.

The header is read first: what is too large or of a wrong kind is refused, in a sentence for the
person who uploaded it, before anything is unpacked. Then one picture at a time is unpacked in
each process, and made smaller band by band.
"""

import struct
import zlib
from contextlib import contextmanager
from threading import Lock

import pi_heif
from django.core.exceptions import ValidationError
from PIL import Image, ImageOps

from toolkit.pictures.colours import in_eight_bits, on_white, profile_of

MAX_BYTES = 50 * 1024 * 1024
MAX_PIXELS = 120_000_000  # the longest panoramas that phones make
MAX_MEMORY = 640 * 1024 * 1024  # for one picture as it is unpacked
MOST_STRETCHED = 20  # times as long as wide: a panorama, and still to be made smaller
KEPT_SIZE = 2400  # pixels on the longer side: two screen widths, enough for print at A5
BAND = 4_000_000  # pixels that are brought to eight bits at a time

FORMATS = {"JPEG": "JPG", "PNG": "PNG", "WEBP": "WebP", "HEIF": "HEIC", "AVIF": "AVIF"}
# Bytes for each pixel while Pillow and the library beneath it unpack the format, as measured.
COSTS = {"PNG": 4, "WEBP": 16.5, "HEIF": 10, "AVIF": 10}
# The first bytes of what people take for photos.
OTHER_FORMATS = {
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"8BPS": "PSD",
    b"%PDF": "PDF",
}

NOT_A_PICTURE = "这个文件不是能识别的图片，请上传 JPG、PNG、WebP、HEIC 或 AVIF 格式的照片。"
OTHER_FORMAT = "这是 {} 文件，不能作照片用，请另存为 JPG 或 PNG 再上传。"
TOO_MANY_BYTES = "图片超过 50 MB，请压缩后再上传。"
TOO_MANY_PIXELS = "图片的像素太多（宽×高超过 1.2 亿），请缩小后再上传。"
TOO_STRETCHED = "图片太窄长（长边超过短边的 20 倍），请裁剪后再上传。"
TOO_LARGE_OF_ITS_KIND = "图片是 {} 格式，有 {} 万像素，打开它占用的内存太多，请缩小或另存为普通 JPG 再上传。"

# What Pillow and the libraries beneath it raise for files that are spoilt or made to do harm.
SPOILT = (
    *(OSError, EOFError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError),
    *(RuntimeError, AssertionError, struct.error, zlib.error),
)

Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # wherever else a picture is opened, Pillow warns; here it is refused
pi_heif.register_heif_opener()
_one_at_a_time = Lock()


def read(file) -> Image.Image:
    """The picture upright, RGB on white, at most KEPT_SIZE on its longer side, and nothing else of it.

    Raises ValidationError with a sentence for the person who uploaded it.
    """
    if file.size > MAX_BYTES:
        raise ValidationError(TOO_MANY_BYTES, code="too_many_bytes")
    file.seek(0)
    start = file.read(4)
    for first_bytes, name in OTHER_FORMATS.items():
        if start.startswith(first_bytes):
            raise ValidationError(OTHER_FORMAT.format(name), code="other_format")
    with _refusing(), _one_at_a_time, Image.open(file, formats=tuple(FORMATS)) as picture:
        width, height = picture.size
        _check_size(width, height)
        longer = max(width, height)
        size = tuple(max(1, round(side * min(1, KEPT_SIZE / longer))) for side in (width, height))
        picture.draft(None, size)  # a JPEG is unpacked at the next larger of its own scales
        _check_memory(picture, width * height)
        profile, orientation = _hidden_data(picture)
        small = _smaller(picture).resize(size, Image.Resampling.LANCZOS)
    shown = _upright(on_white(small, profile), orientation)
    shown.info.clear()
    return shown


@contextmanager
def _refusing():
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels") from None
    except ValidationError:
        raise
    except (*SPOILT, MemoryError):
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture") from None


def _check_size(width, height):
    if width * height > MAX_PIXELS:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels")
    if max(width, height) > MOST_STRETCHED * min(width, height):
        raise ValidationError(TOO_STRETCHED, code="too_stretched")


def _check_memory(picture, pixels):
    name = FORMATS.get(picture.format, "JPG")  # a JPEG of several pictures calls itself MPO
    if name == "JPG":
        cost = 0
        if "progressive" in picture.info:  # all of its coefficients are held until the last scan
            name = "渐进式（progressive）JPG"
            samples = [across * down for _, across, down, _ in picture.layer]
            cost = 2 * sum(samples) / max(samples)
    else:
        cost = COSTS[picture.format]
    if pixels * cost > MAX_MEMORY:
        raise ValidationError(
            TOO_LARGE_OF_ITS_KIND.format(name, round(pixels / 10_000)), code="too_large_of_its_kind"
        )


def _hidden_data(picture):
    """The profile of its colours and how the camera was held; a picture may have lost either."""
    try:
        return profile_of(picture), picture.getexif().get(0x0112, 1)
    except SPOILT:
        return picture.info.get("icc_profile"), 1


def _smaller(picture):
    """In eight bits and still at least KEPT_SIZE long, made band by band: all at once would need
    several times the memory that the picture itself takes."""
    picture.load()
    width, height = picture.size
    factor = max(1, max(width, height) // KEPT_SIZE)
    rows = max(1, BAND // width // factor) * factor
    small = None
    for top in range(0, height, rows):
        band = in_eight_bits(picture.crop((0, top, width, min(top + rows, height)))).reduce(factor)
        if small is None:
            small = Image.new(band.mode, (band.width, -(-height // factor)))
        small.paste(band, (0, top // factor))
    return small


def _upright(picture, orientation):
    picture.getexif()[0x0112] = orientation
    return ImageOps.exif_transpose(picture)
