"""Smaller versions of photos: their addresses and sizes, told without opening a file.

The version itself is made when its address is first asked for, so a page is
quick and whole even where a file is missing.
"""

from django import template

register = template.Library()


@register.filter
def address(picture) -> str:
    """The address of an imagekit version of a photo."""
    return picture.storage.url(picture.name)


@register.filter
def fitted(photo, longest: int) -> dict[str, int]:
    """Width and height of a photo fitted into a square of ``longest`` pixels, never enlarged."""
    longer = max(photo.width, photo.height, 1)
    scale = min(1, longest / longer)
    return {"width": round(photo.width * scale), "height": round(photo.height * scale)}
