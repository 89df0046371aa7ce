"""The versions of a photo as a page needs them: told without opening a file, so a page stays quick."""

from dataclasses import dataclass
from functools import lru_cache

from django import template

from toolkit.kept.components import rendered
from toolkit.pictures.versions import FORMATS, SHAPES

register = template.Library()


@dataclass(frozen=True)
class Sources:
    """``avif``, ``webp`` and ``jpg``: each a list of addresses with widths, as ``srcset`` wants it."""

    avif: str
    webp: str
    jpg: str
    src: str
    width: int
    height: int


@register.filter
def sources(photo, shape: str) -> Sources:
    """A photo in one of the SHAPES; ``width`` and ``height`` are those of the largest version."""
    widths = {}
    for version in SHAPES[shape]:
        widths.setdefault(version.size_of(photo)[0], version)  # a small photo has fewer sizes
    folder = _folder(photo)
    sets = {
        suffix: ", ".join(
            f"{folder}{version.stem_of(photo)}.{suffix} {width}w" for width, version in widths.items()
        )
        for suffix in FORMATS
    }
    width, height = version.size_of(photo)
    return Sources(**sets, src=f"{folder}{version.stem_of(photo)}.jpg", width=width, height=height)


@register.simple_tag
def picture(photo, shape: str, sizes: str, eager: bool = False):
    """A photo in one of the SHAPES; ``sizes`` is the width it is shown at, ``eager`` opens a page."""
    made = sources(photo, shape)
    return rendered("components/picture.html", made=made, alt=photo.alt, sizes=sizes, eager=eager)


@register.filter
def address(photo, shape: str) -> str:
    """The address of the largest version of a photo in one of the SHAPES, as every reader can open it."""
    return f"{_folder(photo)}{SHAPES[shape][-1].stem_of(photo)}.jpg"


@register.filter
def thumbnail(photo) -> str:
    """The address of the smallest version of the whole photo."""
    return f"{_folder(photo)}{SHAPES['full'][0].stem}.jpg"


def _folder(photo):
    """The address up to the name of the file: all versions lie beside the photo."""
    return _folder_of(photo.image.storage, photo.image.name)


@lru_cache(10_000)
def _folder_of(storage, name: str) -> str:
    return storage.url(name).rpartition("/")[0] + "/"
