"""Items of a section told in a paragraph, 一是…二是…三是…, or gathered by the campaign they belong to."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reports.composing.arrangement import Part
from reports.composing.prose.titles import MARKS
from reports.document import Item, Passage, numbering
from reports.document.passages import joined
from reports.models import ReportSection

Form = ReportSection.ItemForm
Campaigns = Mapping[int, Sequence[str]]  # of an activity, by its id

MOST = 20  # so many are told in one paragraph; of more nobody keeps count while reading

_ENDED = re.compile(r"[。！？…][”’）》]*$|）$")


def grouped(part: Part, items: tuple[Item, ...], campaigns: Campaigns) -> tuple[Item, ...]:
    """The items as staff want this section told."""
    form = part.row.item_form if part.row else Form.NUMBERED
    if form == Form.PARAGRAPH:
        return in_one_paragraph(items, f"items-{part.key}")
    return by_campaign(items, campaigns) if form == Form.CAMPAIGNS else items


def in_one_paragraph(items: Sequence[Item], key: str, title: str = "") -> tuple[Item, ...]:
    """一是…二是…, under a title or none; a single item stays as it is, and so do too many."""
    if not 1 < len(items) <= MOST:
        return tuple(items)
    passages = [_counted(place, item) for place, item in enumerate(items, 1)]
    sources = tuple(dict.fromkeys(source for item in items for source in item.sources))
    return (Item(title, joined(passages), sources=sources, key=key),)


def by_campaign(items: Sequence[Item], campaigns: Campaigns) -> tuple[Item, ...]:
    """Items that belong to one campaign in a paragraph under its name, where the first of them stood."""
    belong = {item.key: _campaigns_of(item, campaigns) for item in items}
    counts = Counter(name for names in belong.values() for name in names)
    left = list(items)
    for name, _ in counts.most_common():
        alike = [item for item in left if name in belong.get(item.key, ())]
        if 1 < len(alike) <= MOST:
            [together] = in_one_paragraph(alike, f"campaign-{alike[0].key}", name)
            left = [together if item is alike[0] else item for item in left if item not in alike[1:]]
    return tuple(left)


def _campaigns_of(item: Item, campaigns: Campaigns) -> Sequence[str]:
    """Those of the record that gives the item its title."""
    first = next(iter(item.sources), None)
    return campaigns.get(first.id, ()) if first and first.type == "activity" else ()


def _counted(place: int, item: Item) -> Passage:
    """一是, what it is, unless its text says so, and the text as part of a paragraph."""
    title = item.title.strip(MARKS)
    lead = f"{numbering.chinese(place)}是" + ("" if title in item.text else f"{title}。")
    runs = [run.replace("\n", "") if isinstance(run, str) else run for run in item.passage.runs]
    end = "" if not runs or _ENDED.search(item.text) else "。"
    if end and isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip(MARKS)
    return replace(item.passage, runs=(lead, *runs, end) if end else (lead, *runs))
