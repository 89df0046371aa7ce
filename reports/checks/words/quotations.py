"""Quotations and names in marks: a number in them is quoted, not stated."""

MASK = "■"  # stands in prose for what is not typed there: figures, names, quotations
_OPENING = {"”": "“", "》": "《", "」": "「", "’": "‘"}


def without_quotations(text: str) -> str:
    """The text with its quotations masked, every other character in its place."""
    opened: dict[str, list[int]] = {mark: [] for mark in _OPENING.values()}
    ends = {}
    for at, mark in enumerate(text):
        if mark in opened:
            opened[mark].append(at)
        elif mark in _OPENING and opened[_OPENING[mark]]:
            ends[opened[_OPENING[mark]].pop()] = at + 1
    masked, at = [], 0
    for start in sorted(ends):
        if start >= at:
            masked += text[at:start], MASK * (ends[start] - start)
            at = ends[start]
    return "".join((*masked, text[at:]))
