"""Documents as ugly as real ones with what a person reads in them: how much the reader finds and makes up."""

import pytest

from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import cleaned, read
from tests.intake import measuring

FLOORS = {"items": 0.95, "dates": 0.95, "figures": 0.97, "awards": 0.97}


@pytest.fixture(scope="module")
def found():
    return {name: as_json(propose(cleaned(read(measuring.source(name))))) for name in measuring.names()}


@pytest.mark.parametrize("kind", measuring.KINDS)
def test_what_a_document_holds_is_found_and_nothing_is_made_up(kind, found):
    pairs = [
        (measuring.holdings(found[name])[kind], measuring.written_down(measuring.expected(name))[kind])
        for name in found
    ]
    precision, recall = measuring.rates(pairs)
    print(f"{kind}: precision {precision:.1%}, recall {recall:.1%} in {len(found)} documents")

    missed = {name: (wanted - got) or None for name, (got, wanted) in zip(found, pairs, strict=True)}
    invented = {name: (got - wanted) or None for name, (got, wanted) in zip(found, pairs, strict=True)}
    assert min(precision, recall) >= FLOORS[kind], (missed, invented)


@pytest.mark.parametrize("name", measuring.names())
def test_the_frame_of_a_document_is_read(name, found):
    frame = {key: found[name][key] for key in ("committee", "signed_on", "status")}
    period = found[name]["period"]
    frame["period"] = [period["start"], period["end"]] if period else None

    assert frame == {key: measuring.expected(name)[key] for key in frame}


@pytest.mark.parametrize("name", measuring.names())
def test_every_word_of_a_document_has_a_place(name, found):
    text = found[name]["source"]
    placed = [False] * len(text)
    spans = [section["span"] for section in found[name]["sections"]] + found[name]["unplaced"]
    spans += [found[name]["frame"][part] for part in ("title", "signature", "signed_on")]
    for start, end in spans:
        placed[start:end] = [True] * (end - start)

    assert (
        "".join(letter for letter, is_placed in zip(text, placed, strict=True) if not is_placed).strip() == ""
    )
