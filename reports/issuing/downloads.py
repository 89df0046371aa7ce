"""An issued version as files for readers: as it was sealed, without what the public may be led to no longer.

The hash of a version never changes. Where something is held back, the file says so and has a hash of its own.
"""

import json
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from threading import Lock

from reports.document import Source
from reports.document.snapshot import from_json, sha256_of
from reports.formats import FORMATS
from reports.issuing.standing import standing_of
from reports.models import ReportVersion

FORMATS_GIVEN = ("docx", "pdf", "json")
FILES_KEPT = 32  # of those that take long to make, in the memory of a process
WHOLE = (
    "document 与签发时的原件相同。把它按键名排序、不加空格写成 JSON，以 UTF-8 编码，其 SHA-256 就是 sha256。"
)
HELD_BACK = (
    "document 中有 {} 处来源的记录已不再公开，名称和网址没有写出，因此与签发时的原件不同："
    "sha256 是原件的校验码，document_sha256 是这里所给 document 的校验码。"
)

_KEYS_OF_A_SOURCE = {field.name for field in fields(Source)}
_one_at_a_time = Lock()  # setting a PDF takes a processor: many readers at once shall not take them all


@dataclass(frozen=True)
class Download:
    """What the public is given of a version. Raises UnknownFormat where the snapshot cannot be read."""

    version: ReportVersion

    @cached_property
    def snapshot(self) -> dict:
        return _without(self.version.snapshot, self._withheld)

    @cached_property
    def held_back(self) -> int:
        """How many sources stand without name and address, each counted wherever it stands."""
        return json.dumps(self.snapshot).count(json.dumps(Source.WITHHELD))

    @cached_property
    def _withheld(self) -> set[Source]:
        """Those that the page does not link either; what never had a page is no secret."""
        document = from_json(self.version.snapshot)
        return {one for one in standing_of(document, self.version.issued_at).withheld if one.url}

    def file(self, name: str) -> bytes:
        if name == "json":
            return json.dumps(self._told(), ensure_ascii=False, indent=2).encode() + b"\n"
        with _one_at_a_time:
            return _made(name, json.dumps(self.snapshot, sort_keys=True))

    def _told(self) -> dict:
        version = self.version
        return {
            "version": version.number,
            "issued_at": version.issued_at.isoformat(),
            "reason": version.reason,
            "sha256": version.sha256,
            "document_sha256": sha256_of(self.snapshot),
            "held_back": self.held_back,
            "note": HELD_BACK.format(self.held_back) if self.held_back else WHOLE,
            "document": self.snapshot,
        }


@lru_cache(maxsize=FILES_KEPT)
def _made(name: str, snapshot: str) -> bytes:
    return FORMATS[name](from_json(json.loads(snapshot)))


def _without(part, withheld: set[Source]):
    """The part of a snapshot, the withheld sources in it told without name and address."""
    if isinstance(part, list):
        return [_without(one, withheld) for one in part]
    if not isinstance(part, dict):
        return part
    if part.keys() == _KEYS_OF_A_SOURCE and (source := Source(**part)) in withheld:
        return vars(source.as_withheld())
    return {key: _without(one, withheld) for key, one in part.items()}
