"""The file of a backup: what is in it, written so that it is whole or not there, read with distrust."""

import hashlib
import json
import os
import re
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from league_portal.version import VERSION, ordered

FORMAT = 1
MARK = "league-portal-backup"  # the first member: it tells a torn backup from a foreign file
MANIFEST = "manifest.json"
TABLES, MEDIA = "tables/", "media/"
CHUNK = 1024 * 1024
SPOILT = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)

# How far the work is: what is done, how much of it, of how much.
Told = Callable[[str, int, int], None]


def is_plain(name: str) -> bool:
    """Whether a file of that name lies in the media folder, and can be named in every archive."""
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts and str(path) == name
    return inside and not re.search(r"[\\\x00\ud800-\udfff]", name)


class Refused(Exception):
    """One sentence for the operator: what is wrong and what to do."""


@dataclass(frozen=True)
class Table:
    name: str
    columns: list[str]
    rows: int
    last_id: int | None  # ids of deleted rows are not given again: they stand in addresses
    sha256: str

    @property
    def member(self) -> str:
        return f"{TABLES}{self.name}.csv"


@dataclass(frozen=True)
class File:
    name: str  # as the database names it, from the media folder
    size: int
    sha256: str

    @property
    def member(self) -> str:
        return MEDIA + self.name


@dataclass(frozen=True)
class Manifest:
    program: str
    made_at: str
    migrations: list[tuple[str, str]]  # app and name
    tables: list[Table]
    media: list[File]
    missing: list[str]  # files that the database names and the disk lacked

    def as_json(self) -> str:
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """Raises Refused for a newer format, ValueError or TypeError for what is no manifest."""
        told = dict(json.loads(text))
        if told.pop("format") != FORMAT:
            raise Refused("备份文件的格式比本程序新，读不了。请先升级程序，再恢复。")
        tables = [Table(**table) for table in told.pop("tables", ())]
        media = [File(**file) for file in told.pop("media", ())]
        migrations = [(str(app), str(name)) for app, name in told.pop("migrations", ())]
        manifest = cls(migrations=migrations, tables=tables, media=media, **told)
        ordered(manifest.program), datetime.fromisoformat(manifest.made_at)
        return manifest


class Hashed:
    """A member being written: counts and hashes what passes."""

    def __init__(self, member):
        self._member, self._digest, self.size = member, hashlib.sha256(), 0

    def write(self, content: bytes) -> int:
        self._digest.update(content)
        self.size += len(content)
        return self._member.write(content)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


class Writing:
    """An archive being written, member after member."""

    def __init__(self, archive: zipfile.ZipFile):
        self._archive = archive

    @contextmanager
    def member(self, name: str, *, packed: bool) -> Iterator[Hashed]:
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        with self._archive.open(info, "w", force_zip64=True) as member:
            yield Hashed(member)


@contextmanager
def written(path: Path) -> Iterator[Writing]:
    """An archive that stands at ``path``, readable by its owner alone, once all of it is on the disk."""
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".part")
    try:
        with open(descriptor, "wb") as file:
            with zipfile.ZipFile(file, "w") as archive:
                archive.writestr(zipfile.ZipInfo(MARK), MARK)
                yield Writing(archive)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except BaseException:
        os.unlink(unfinished)
        raise


class Reading:
    """A backup that is opened. Raises Refused wherever it is not what the manifest says."""

    def __init__(self, path: Path):
        self.path = path
        if not path.is_file():
            raise Refused(f"没有这个备份文件：{path}")
        try:
            self._archive = zipfile.ZipFile(path)
        except SPOILT:
            raise Refused(self._not_an_archive()) from None
        self.manifest = self._manifest()
        self._refuse_a_newer_one()
        self._refuse_other_members()

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *_):
        self._archive.close()

    @contextmanager
    def member(self, name: str):
        with self._plain_words(name), self._archive.open(name) as member:
            yield member

    def check(self, told: Told) -> None:
        """Read everything once, before anything is changed."""
        parts = [*self.manifest.tables, *self.manifest.media]
        for done, part in enumerate(parts, 1):
            digest = hashlib.sha256()
            with self.member(part.member) as member:
                while content := member.read(CHUNK):
                    digest.update(content)
            if digest.hexdigest() != part.sha256:
                raise Refused(self._is_spoilt(part.member))
            told("核对备份文件", done, len(parts))

    def _not_an_archive(self):
        with open(self.path, "rb") as file:
            ours = MARK.encode() in file.read(100)
        if ours:
            return f"备份文件不完整，可能没有写完或没有传完，不能恢复：{self.path}"
        return f"这不是本站的备份文件：{self.path}"

    def _manifest(self) -> Manifest:
        if MARK not in self._archive.namelist():
            raise Refused(f"这不是本站的备份文件：{self.path}")
        try:
            return Manifest.from_json(self._archive.read(MANIFEST).decode())
        except (*SPOILT, KeyError, TypeError, AttributeError):
            raise Refused(self._is_spoilt(MANIFEST)) from None

    def _refuse_a_newer_one(self):
        theirs = self.manifest.program
        if ordered(theirs) > ordered(VERSION):
            raise Refused(
                f"这份备份由 {theirs} 版程序制作，本程序是 {VERSION} 版，读不了更新的备份。"
                "请先升级程序，再恢复。"
            )

    def _refuse_other_members(self):
        """What the manifest lists is there, once, and nothing else; no photo lies outside its folder."""
        parts = [*self.manifest.tables, *self.manifest.media]
        listed = sorted([MARK, MANIFEST, *(part.member for part in parts)])
        if sorted(self._archive.namelist()) != listed:
            raise Refused(f"备份文件已损坏：其中的内容与清单不符，不能恢复：{self.path}")
        for file in self.manifest.media:
            if not is_plain(file.name):
                raise Refused(f"备份文件里有越出照片文件夹的文件名，不能恢复：{file.name!r}")

    @contextmanager
    def _plain_words(self, name):
        try:
            yield
        except SPOILT:
            raise Refused(self._is_spoilt(name)) from None

    def _is_spoilt(self, name):
        return f"备份文件已损坏（{name}），不能恢复：{self.path}"
