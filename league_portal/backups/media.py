"""The photos of a backup: which files go into it, and how they come back without a moment of loss."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from league_portal.backups.archive import CHUNK, MEDIA, File, Reading, Told, Writing, is_plain
from toolkit.pictures.versions import named

UNFINISHED = ".part"
STAGING = ".restoring-"


def folder() -> Path:
    return Path(settings.MEDIA_ROOT)


def names() -> list[str]:
    """All that was uploaded; smaller versions of photos are left out, since they are made when asked for."""
    return [name for name in _files(folder()) if not named(name.rpartition("/")[2]) and is_plain(name)]


def _files(place: Path) -> Iterator[str]:
    """The files beneath a folder, in order; not what is hidden or half written."""
    for inner, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.endswith(UNFINISHED):
                yield Path(inner, name).relative_to(place).as_posix()


def write(archive: Writing, told: Told) -> list[File]:
    """A file that is taken away meanwhile is left out."""
    written, all_names = [], names()
    for done, name in enumerate(all_names, 1):
        try:
            source = open(folder() / name, "rb")  # noqa: SIM115 - the next line closes it
        except FileNotFoundError:
            continue
        with source, archive.member(MEDIA + name, packed=False) as member:
            shutil.copyfileobj(source, member, CHUNK)
        written.append(File(name=name, size=member.size, sha256=member.sha256))
        told("备份照片等文件", done, len(all_names))
    return written


class Staged:
    """The files of a backup that the site lacks, unpacked beside its own."""

    def __init__(self, place: Path, listed: list[File]):
        self._place = place
        self._listed = {file.name for file in listed}

    def add_new(self) -> None:
        """Put in place what stands in nobody's way: the site as it was does not ask for it."""
        for name in list(_files(self._place)):
            if not (folder() / name).exists():
                self._put(name)

    def finish(self, *, clear: bool) -> None:
        """Put the rest in place of other files; with ``clear`` take away all that is not of the backup."""
        for name in list(_files(self._place)):
            self._put(name)
        if clear:
            for name in [name for name in _files(folder()) if name not in self._listed]:
                (folder() / name).unlink()
                with suppress(OSError):  # not empty yet
                    (folder() / name).parent.rmdir()

    def _put(self, name):
        (folder() / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(self._place / name, folder() / name)


@contextmanager
def staged(archive: Reading, told: Told) -> Iterator[Staged]:
    """Unpack what differs from the site's own files, on the same disk; gone at the end."""
    folder().mkdir(parents=True, exist_ok=True)
    for left_over in folder().glob(f"{STAGING}*"):  # by a restore that was killed
        shutil.rmtree(left_over)
    files = archive.manifest.media
    with tempfile.TemporaryDirectory(dir=folder(), prefix=STAGING) as place:
        for done, file in enumerate(files, 1):
            if not _is_there(file):
                _unpack(archive, file, Path(place))
            told("取出照片等文件", done, len(files))
        yield Staged(Path(place), files)


def _is_there(file):
    try:
        with open(folder() / file.name, "rb") as own:
            return hashlib.file_digest(own, "sha256").hexdigest() == file.sha256
    except OSError:
        return False


def _unpack(archive, file, place):
    target = place / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.member(file.member) as member, open(target, "wb") as out:
        shutil.copyfileobj(member, out, CHUNK)
    target.chmod(settings.FILE_UPLOAD_PERMISSIONS)
