"""How much of what a person reads in a document the reader finds, and how much it makes up."""

import json
from collections import Counter
from pathlib import Path

DOCUMENTS = Path(__file__).parent / "documents"
KINDS = ("items", "dates", "figures", "awards")


def names() -> list[str]:
    """The documents that have what they hold written beside them."""
    return sorted(path.stem for path in DOCUMENTS.glob("*.json"))


def source(name: str) -> bytes:
    """A document as it came, in whatever encoding."""
    return (DOCUMENTS / f"{name}.txt").read_bytes()


def expected(name: str) -> dict:
    """What a person read in a document: items by the beginning of their title, dates, figures, awards."""
    return json.loads((DOCUMENTS / f"{name}.json").read_text())


def holdings(found: dict) -> dict[str, Counter]:
    """What the JSON of an import says, as bags to compare."""
    told = [section for section in found["sections"] if section["kind"] not in ("opening", "roll")]
    items = [item for section in told for item in section["items"]]
    every = [item for section in found["sections"] for item in section["items"]]
    return {
        "items": Counter((item["title"] or item["text"])[:8] for item in items),
        "dates": Counter(f"{day['start']}/{day['end']}" for item in every for day in item["dates"]),
        "figures": Counter(f"{one['text']}={one['value']}" for item in every for one in item["figures"]),
        "awards": Counter(f"{one['title']}={one['count']} {one['direction']}" for one in found["awards"]),
    }


def written_down(written: dict) -> dict[str, Counter]:
    """The same bags from what is written beside a document."""
    return {kind: Counter(written[kind]) for kind in KINDS}


def rates(pairs: list[tuple[Counter, Counter]]) -> tuple[float, float]:
    """Precision and recall over all documents, of found and expected bags."""
    right = sum((found & wanted).total() for found, wanted in pairs)
    found = sum(one.total() for one, _ in pairs)
    wanted = sum(one.total() for _, one in pairs)
    return right / found if found else 1.0, right / wanted if wanted else 1.0
