"""Search over everything public: one scan for all words, its hits in order of kind, newest first."""

import html
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, Value

from activities import placeholders
from activities.models import Figure
from league_portal.search_entries import KINDS, Kind

BEFORE, LENGTH = 40, 120  # characters of an excerpt: before the first hit, and in all


@dataclass(frozen=True)
class Hit:
    kind: Kind
    address: str
    title: str
    excerpt: str
    day: date | None


def matching(words: list[str], only: str = ""):
    """Rows of all entries (or those of one kind) that hold every word, in the order of their kinds."""
    found = [
        _holding(words, name)
        .annotate(entry_place=Value(place), entry_kind=Value(name))
        .values("entry_place", "entry_kind", "entry_key", "entry_title", "entry_words", "entry_day")
        for place, name in enumerate(KINDS)
        if only in ("", name)
    ]
    order = ("entry_place", F("entry_day").desc(nulls_last=True), "entry_title", "entry_key")
    return found[0].union(*found[1:], all=True).order_by(*order)


def counts(words: list[str]) -> dict[str, int]:
    """How many entries of each kind hold every word; kinds without any are left out."""
    found = [
        _holding(words, name)
        .annotate(entry_kind=Value(name))
        .values("entry_kind")
        .annotate(entry_count=Count("pk"))
        .values_list("entry_kind", "entry_count")
        for name in KINDS
    ]
    counted = dict(found[0].union(*found[1:], all=True))
    return {name: counted[name] for name in KINDS if counted[name]}


def hits(rows: list[dict], words: list[str]) -> list[Hit]:
    """The rows as they are shown, the figures of activities in their places."""
    wordings = _wordings([int(row["entry_key"]) for row in rows if row["entry_kind"] == "activity"])
    told = []
    for row in rows:
        kind, key = KINDS[row["entry_kind"]], row["entry_key"]
        blanks = dict.fromkeys(placeholders.names_in(row["entry_words"]), "…")
        text = placeholders.fill(row["entry_words"], blanks | wordings.get((row["entry_kind"], key), {}))
        excerpt = excerpt_of(html.unescape(text), words)
        told.append(Hit(kind, kind.address(key), row["entry_title"], excerpt, row["entry_day"]))
    return told


def excerpt_of(text: str, words: list[str]) -> str:
    """The part of the text around the first word in it; its beginning where there is none."""
    text = " ".join(text.split())
    found = re.search("|".join(map(re.escape, words)), text, re.IGNORECASE) if words else None
    start = max(0, found.start() - BEFORE) if found else 0
    end = start + LENGTH
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _holding(words, name):
    entries = KINDS[name].entries()
    for word in words:
        entries = entries.filter(Q(entry_title__icontains=word) | Q(entry_words__icontains=word))
    return entries


def _wordings(keys):
    """The wordings of the activities' figures by name, under (kind, key) of the activity."""
    found = defaultdict(dict)
    if keys:
        for figure in Figure.objects.filter(activity__in=keys):
            found["activity", str(figure.activity_id)][figure.name] = figure.text
    return found
