"""Where an activity may be split: before each sentence of its words but the first."""

import re

from intake.models import Proposal

_END = re.compile(r"[。；！？\n]+")


def breaks_of(proposal: Proposal) -> list[tuple[int, str]]:
    """Offsets into the document's text, each with how the second part would begin."""
    words = proposal.words
    ends = (match.end() for match in _END.finditer(words))
    return [
        (proposal.starts_at + end, words[end : end + 24]) for end in ends if words[end:].strip("。；！？\n ")
    ]
