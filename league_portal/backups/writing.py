"""Making a backup."""

from pathlib import Path

from django.utils import timezone

from league_portal.backups import media, tables
from league_portal.backups.archive import MANIFEST, Manifest, Refused, Told, written
from league_portal.version import VERSION


def back_up(path: Path, told: Told) -> Manifest:
    """Write the whole site into the file at ``path``, while it goes on working; what stood there is gone.

    Raises Refused, and OSError where the disk does not take it; there is then no new file.
    """
    _refuse_place(path)
    with written(path) as archive:
        # Rows first: a photo that they name was stored before they were, so it is still to be found.
        with tables.one_moment():
            migrations = tables.applied()
            models = tables.models_after(migrations)
            rows = tables.write(models, archive, told)
            named = tables.files_named_by(models)
        files = media.write(archive, told)
        manifest = Manifest(
            program=VERSION,
            made_at=timezone.localtime().isoformat(timespec="seconds"),
            migrations=migrations,
            tables=rows,
            media=files,
            missing=sorted(named - {file.name for file in files}),
        )
        with archive.member(MANIFEST, packed=True) as member:
            member.write(manifest.as_json().encode())
    return manifest


def _refuse_place(path):
    if path.exists() and not path.is_file():
        raise Refused(f"这里不能放备份文件：{path}")
    if path.resolve().is_relative_to(media.folder().resolve()):
        raise Refused(f"备份文件不能放在照片的文件夹里：{media.folder()}")
