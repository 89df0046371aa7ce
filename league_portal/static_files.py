"""Static files as they are served: hashed, compressed, and the public style sheet in one piece.

static/css/site.css imports its parts, which a browser reads as it stands; but a phone would
wait for each of them in turn, so `collectstatic` puts them in place of their imports.
"""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/site.css"
IMPORT = re.compile(r'@import "([a-z_/-]+\.css)"(?: (print))?;')


class OneSheetStorage(CompressedManifestStaticFilesStorage):
    def create_compressor(self, **options):
        # With brotli, which is there for pages, every file would be pressed twice, which takes a minute.
        return super().create_compressor(use_brotli=False, **options)

    def post_process(self, paths, dry_run=False, **options):
        if SHEET in paths and not dry_run:
            sheet = in_one_piece(paths)
            self.delete(SHEET)
            self.save(SHEET, ContentFile(sheet.encode()))
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run, **options)


def in_one_piece(paths) -> str:
    """The sheet with each import replaced by the file it names, inside ``@media`` where it names one."""

    def part(found):
        name, medium = found.groups()
        text = _read(paths, f"css/{name}")
        return f"@media {medium} {{\n{text}}}" if medium else text

    return IMPORT.sub(part, _read(paths, SHEET))


def _read(paths, name) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
