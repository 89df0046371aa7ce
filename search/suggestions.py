"""What to offer a reader who found nothing: titles that are close, and what the site is often about."""

from django.db.models import Count
from django.utils import timezone

from activities.models import Activity, Tag
from search import pairs
from search.loosening import Sought
from search.models import Entry
from toolkit.folding import folded

TITLES, WORDS = 5, 10
NEWEST = 200  # activities whose tags are looked at
# The more of the pairs a title has, the closer it is; of equals the shorter one, then the newer.
_CLOSE = """
    SELECT id, title, address FROM search_entry
    WHERE title_pairs @@ %s::tsquery AND shown_from <= %s AND (shown_until IS NULL OR shown_until > %s)
    AND NOT EXISTS (
        SELECT FROM search_change AS noted
        WHERE noted.kind = search_entry.kind AND noted.record_id = search_entry.record_id
    )
    ORDER BY (SELECT count(*) FROM unnest(%s) AS pair WHERE strpos(folded_title, pair) > 0) DESC,
        length(title), day DESC NULLS LAST, id DESC
    LIMIT %s
"""


def close_titles(words: list[str]) -> list[Entry]:
    """Entries whose titles share most pairs of letters with the words, the closest first."""
    asked = [Sought.of(word) for word in words]
    shared = list(dict.fromkeys(pairs.pairs(asked)))
    if not shared:
        return []
    now = timezone.now()
    return list(Entry.objects.raw(_CLOSE, [pairs.any_of(asked), now, now, shared, TITLES]))


def usual_words(words: list[str]) -> list[str]:
    """The tags that the newest activities bear most often, without the words themselves."""
    newest = Activity.objects.published().newest_first().values("pk")[:NEWEST]
    tags = Tag.objects.filter(activities__in=newest).annotate(number=Count("pk")).order_by("-number", "name")
    sought = set(map(folded, words))
    return [tag.name for tag in tags[: WORDS + len(sought)] if folded(tag.name) not in sought][:WORDS]
