"""Photos put into a page itself: for one that shows what no address gives out yet, or not any longer."""

import re
from base64 import b64encode
from io import BytesIO

from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image

from toolkit.pictures.versions import named

WIDEST = 1280  # pixels, as on a page
_PLACE = re.escape(settings.MEDIA_URL) + r"(?P<folder>\w+/[0-9a-f]{32})/(?P<name>[^\s\"]*)"
_SOURCE = re.compile(rf"<source\b[^>]*{_PLACE}[^>]*>")
_SET = re.compile(rf"\ssrcset=\"{_PLACE}[^\"]*\"")
_LINK = re.compile(rf"\shref=\"{_PLACE}\"")
_ADDRESS = re.compile(rf"(?P<before>src=\"){_PLACE}")


def inlined(page: str) -> str:
    """The HTML of a page of ours with its photos inside, each in one size and cropped as it was."""
    for smaller in (_SOURCE, _SET, _LINK):
        page = smaller.sub("", page)
    known = {}
    return _ADDRESS.sub(lambda found: found["before"] + _data(found["folder"], found["name"], known), page)


def _data(folder: str, name: str, known: dict[tuple[str, str], str]) -> str:
    if (folder, name) not in known:
        content = BytesIO()
        with default_storage.open(f"{folder}/photo.jpg") as file, Image.open(file) as picture:
            if asked := named(name):
                shown = asked.version.made_of(picture, asked.focus)
            else:
                shown = picture.convert("RGB")
                shown.thumbnail((WIDEST, WIDEST))
            shown.save(content, "JPEG", quality=80)
        known[folder, name] = f"data:image/jpeg;base64,{b64encode(content.getvalue()).decode()}"
    return known[folder, name]
