"""Staff's words over the records' own: what they stood on, and whether that has changed since."""

from reports.composing.arrangement import Entry
from reports.composing.sections.records import own_passage


def own_words(entry: Entry) -> str:
    """The title and the text that the records give the entry by themselves, figures filled in."""
    return f"{entry.records[0].title}\n{own_passage(entry.records, *entry.telling).text}"


def is_reworded(entry: Entry) -> bool:
    return bool(entry.placement and (entry.placement.title or entry.placement.text))


def has_moved_on(entry: Entry) -> bool:
    """Whether the records say something else now than when staff wrote over them."""
    return is_reworded(entry) and entry.placement.basis not in ("", own_words(entry))
