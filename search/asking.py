"""Keeping count of what readers look for, so that staff see what they miss; nothing of who they are."""

import re

from django.db import connection
from django.utils import timezone

from search.models import Asked
from toolkit.folding import folded

MOST_KEPT = 5000  # different words; robots and slips of the key must not fill the table
_SWEPT_AFTER = 100  # new words
# What may be a telephone or identity number is nobody's to keep.
_PERSONAL = re.compile(r"\d{7}")

_COUNT = """
    INSERT INTO search_asked (words, number, is_found, last_at) VALUES (%s, 1, %s, %s)
    ON CONFLICT (words) DO UPDATE
    SET number = search_asked.number + 1, is_found = excluded.is_found, last_at = excluded.last_at
    RETURNING id, number
"""


def count_asked(words: list[str], *, is_found: bool) -> None:
    """Count one search for these words."""
    text = folded(" ".join(words))
    if _PERSONAL.search(text):
        return
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [text, is_found, timezone.now()])
        key, number = cursor.fetchone()
    if number == 1 and key % _SWEPT_AFTER == 0:
        _forget_the_least()


def _forget_the_least():
    """Of too many words, forget those asked for only once or twice and not lately."""
    kept = Asked.objects.order_by("-number", "-last_at").values("pk")[:MOST_KEPT]
    Asked.objects.exclude(pk__in=kept).delete()
