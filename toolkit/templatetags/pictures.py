"""The versions of a photo as a page needs them: told without opening a file, so a page stays quick."""

from dataclasses import dataclass

from django import template

from toolkit.picture_versions import FORMATS, SHAPES, beside

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
    sets = {
        suffix: ", ".join(f"{_address(photo, version, suffix)} {width}w" for width, version in widths.items())
        for suffix in FORMATS
    }
    width, height = version.size_of(photo)
    return Sources(**sets, src=_address(photo, version, "jpg"), width=width, height=height)


@register.filter
def address(photo, shape: str) -> str:
    """The address of the largest version of a photo in one of the SHAPES, as every reader can open it."""
    return _address(photo, SHAPES[shape][-1], "jpg")


def _address(photo, version, suffix):
    return photo.image.storage.url(beside(photo.image, f"{version.stem}.{suffix}"))
