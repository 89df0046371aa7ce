"""The plan: its headings, and beneath each what it commits to."""

from reports.composing.follow_up import target_of
from reports.composing.material import Material
from reports.document import Item, Passage
from reports.models import Commitment

DEFAULT_HEADING = "下一步工作计划"


def plan_items(material: Material) -> tuple[Item, ...]:
    return tuple(
        Item(
            title=item.heading,
            passage=Passage((item.text,) if item.text else ()),
            children=tuple(_commitment(commitment) for commitment in item.told),
            key=f"planitem-{item.pk}",
        )
        for item in material.plan
    )


def _commitment(commitment: Commitment) -> Item:
    """A commitment with whatever of owner, date and target is set: （责任：…；期限：…；目标：40个）."""
    runs: list[str | int] = []
    figures = []
    if commitment.owner:
        runs.append(f"责任：{commitment.owner}")
    if commitment.due_on:
        runs.append(f"期限：{commitment.due_on.year}年{commitment.due_on.month}月{commitment.due_on.day}日")
    if commitment.target_value is not None:
        figures.append(target_of(commitment))
        runs.append("目标：")
    key = f"commitment-{commitment.pk}"
    if not runs:
        return Item(title=commitment.text, key=key)
    joined: list[str | int] = ["（" + "；".join(runs)]
    return Item(
        title=commitment.text,
        passage=Passage((*joined, *range(len(figures)), "）"), tuple(figures)),
        key=key,
    )
