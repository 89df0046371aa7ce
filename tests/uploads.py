"""Files that people upload, good and bad."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def photo(*, size=(64, 48), name="photo.jpg", picture_format="JPEG", **options):
    content = BytesIO()
    Image.new("RGB", size, "red").save(content, picture_format, **options)
    return SimpleUploadedFile(name, content.getvalue())


def encoded(picture, picture_format, **options):
    content = BytesIO()
    picture.save(content, picture_format, **options)
    return upload(content.getvalue())


def upload(content, name="photo.jpg"):
    return SimpleUploadedFile(name, content)


def vast_png(width=30_000, height=30_000):
    """A PNG of a hundred bytes that claims to have this many pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks
