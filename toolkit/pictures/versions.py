"""Smaller versions of photos, each made when it is first asked for and then kept beside its photo.

A version's name tells its size and format, so that pages give addresses and
dimensions without opening a file: 640x400.avif is cropped to just that, 1280.webp
is fitted into a square.
"""

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps

# Best first, as browsers choose; the last is what every browser reads. AVIF at its usual speed
# takes a second or more for one picture; at speed 8 it is a tenth larger and five times as quick.
FORMATS = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 75},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


@dataclass(frozen=True)
class Version:
    """One size in pixels: cropped to both, or with no height fitted into a square of ``width``."""

    width: int
    height: int | None = None

    @property
    def stem(self) -> str:
        return f"{self.width}x{self.height}" if self.height else str(self.width)

    def size_of(self, photo) -> tuple[int, int]:
        """Width and height that this version of a photo has; a fitted one is never enlarged."""
        if self.height:
            return self.width, self.height
        longer = max(photo.width, photo.height, 1)
        scale = min(1, self.width / longer)
        return round(photo.width * scale), round(photo.height * scale)

    def made_of(self, picture: Image.Image) -> Image.Image:
        picture.draft("RGB", (self.width * 2, (self.height or self.width) * 2))
        picture = picture.convert("RGB")
        if self.height:
            return ImageOps.fit(picture, (self.width, self.height), Image.Resampling.LANCZOS)
        picture.thumbnail((self.width, self.width), Image.Resampling.LANCZOS)
        return picture


# What pages show a photo as: a card of one shape for all, or the whole picture.
SHAPES = {
    "card": (Version(320, 200), Version(640, 400), Version(960, 600)),
    "full": (Version(640), Version(960), Version(1280)),
}
VERSIONS = {
    f"{version.stem}.{suffix}": (version, suffix)
    for versions in SHAPES.values()
    for version in versions
    for suffix in FORMATS
}


def beside(image, name: str) -> str:
    """The path of a version of the stored ``image``, by its name in VERSIONS."""
    return str(PurePosixPath(image.name).with_name(name))


def opened(image, name: str):
    """The file of a version, made now where there is none.

    Raises KeyError for a name not in VERSIONS, and OSError where the photo is lost or spoilt.
    """
    version, suffix = VERSIONS[name]
    path = Path(image.storage.path(beside(image, name)))
    if not path.exists():
        _write(path, _encoded(image, version, suffix))
    return path.open("rb")


def _encoded(image, version, suffix) -> bytes:
    content = BytesIO()
    with image.storage.open(image.name) as file, Image.open(file, formats=("JPEG",)) as picture:
        version.made_of(picture).save(content, **FORMATS[suffix])
    return content.getvalue()


def _write(path, content):
    """Whole or not at all: another request may be reading or making the same file."""
    unfinished = path.with_name(f"{secrets.token_hex(8)}.part")
    unfinished.write_bytes(content)
    os.replace(unfinished, path)


def remove(storage, name: str) -> None:
    """Take a stored photo away, with its smaller versions and its folder."""
    path = PurePosixPath(name)
    for each in (name, *(str(path.with_name(version)) for version in VERSIONS)):
        storage.delete(each)
    with suppress(OSError):  # something else is in it
        storage.delete(str(path.parent))
