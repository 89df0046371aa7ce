"""Smaller versions of photos, each made when it is first asked for and then kept beside its photo.

A version's name tells its size and format, so that pages give addresses and
dimensions without opening a file: 640x400.avif is cropped to just that, 1280.webp
is fitted into a square, 640x400-30-70.avif is cropped around the point that lies
30 % from the left and 70 % from the top.
"""

import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps

Focus = tuple[int, int]  # what matters most of a photo, in per cent from the left and from the top
CENTRE: Focus = (50, 50)

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

    def stem_of(self, photo) -> str:
        """The name of this version of a photo: another for another focus, since browsers keep files."""
        return self.stem_at(photo.focus)

    def stem_at(self, focus: Focus) -> str:
        is_around = self.height and focus != CENTRE
        return f"{self.stem}-{focus[0]}-{focus[1]}" if is_around else self.stem

    def made_of(self, picture: Image.Image, focus: Focus = CENTRE) -> Image.Image:
        picture.draft("RGB", (self.width * 2, (self.height or self.width) * 2))
        picture = picture.convert("RGB")
        if self.height:
            middle = focus[0] / 100, focus[1] / 100  # as far across the crop as across the photo
            return ImageOps.fit(picture, (self.width, self.height), Image.Resampling.LANCZOS, 0, middle)
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
_NAME = re.compile(r"(?P<stem>[0-9x]+)(?:-(?P<across>[0-9]{1,3})-(?P<down>[0-9]{1,3}))?\.(?P<suffix>[a-z]+)")


@dataclass(frozen=True)
class Named:
    """What the name of a version says."""

    version: Version
    suffix: str
    focus: Focus

    def name_at(self, focus: Focus) -> str:
        return f"{self.version.stem_at(focus)}.{self.suffix}"


def named(name: str) -> Named | None:
    """What this name says of a version; None where it is the name of none."""
    found = _NAME.fullmatch(name)
    known = found and VERSIONS.get(f"{found['stem']}.{found['suffix']}")
    if not known:
        return None
    focus = CENTRE if found["across"] is None else (int(found["across"]), int(found["down"]))
    return Named(*known, focus) if max(focus) <= 100 else None


def beside(image, name: str) -> str:
    """The path of a version of the stored ``image``, by its name."""
    return str(PurePosixPath(image.name).with_name(name))


def opened(image, name: str, focus: Focus = CENTRE):
    """The file of a version, made now where there is none; an earlier focus in its name counts no longer.

    Raises KeyError for a name of no version, and OSError where the photo is lost or spoilt.
    """
    asked = named(name)
    if asked is None:
        raise KeyError(name)
    path = Path(image.storage.path(beside(image, asked.name_at(focus))))
    if not path.exists():
        _write(path, _encoded(image, asked, focus))
    return path.open("rb")


def _encoded(image, asked: Named, focus: Focus) -> bytes:
    content = BytesIO()
    with image.storage.open(image.name) as file, Image.open(file, formats=("JPEG",)) as picture:
        asked.version.made_of(picture, focus).save(content, **FORMATS[asked.suffix])
    return content.getvalue()


def _write(path, content):
    """Whole or not at all: another request may be reading or making the same file."""
    unfinished = path.with_name(f"{secrets.token_hex(8)}.part")
    unfinished.write_bytes(content)
    os.replace(unfinished, path)


def remove(storage, name: str) -> None:
    """Take a stored photo away, with its smaller versions and its folder."""
    folder = str(PurePosixPath(name).parent)
    with suppress(FileNotFoundError):
        for beside_it in storage.listdir(folder)[1]:
            if named(beside_it):
                storage.delete(f"{folder}/{beside_it}")
    storage.delete(name)
    with suppress(OSError):  # something else is in it
        storage.delete(folder)
