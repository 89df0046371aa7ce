"""Whatever stands in a document, it is read, every word keeps its place, and no figure is made up."""

import re
import unicodedata
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.extracting.figures import figures_in
from intake.outline import Span
from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import Line, cleaned, read
from intake.reading.shadow import shadow
from tests.intake import measuring

HERE = Path(__file__).parent
# Numberings and pieces of documents, one a line, to be thrown together.
NUMBERING = st.sampled_from([*(HERE / "numbering.txt").read_text().splitlines(), ""])
WORDS = st.sampled_from([*(HERE / "fragments.txt").read_text().splitlines(), "\n", "\t", "  "])
LINES = st.lists(st.tuples(NUMBERING, st.lists(WORDS, max_size=6)), max_size=14)


def document(lines) -> str:
    return "\n".join(number + "".join(words) for number, words in lines)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_any_nesting_and_noise_is_read_and_every_word_keeps_its_place(lines):
    found = as_json(propose(cleaned([Line(line) for line in document(lines).splitlines()])))

    text = found["source"]
    assert unplaced_words(found) == ""
    for holder, key in spans_with_words(found):
        start, end = holder["span"]
        assert text[start:end] == holder[key]
    for figure in figures_of(found):
        assert digits_of(figure["text"]) in digits_of(document(lines))


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all_is_read(text):
    as_json(propose(cleaned([Line(line) for line in text.splitlines()])))


@pytest.mark.parametrize("name", measuring.names())
def test_no_figure_is_invented(name):
    data = measuring.source(name)
    digits = digits_of("".join(line.text for line in read(data)))

    figures = figures_of(as_json(propose(cleaned(read(data)))))

    assert [one["text"] for one in figures if digits_of(one["text"]) not in digits] == []


def unplaced_words(found: dict) -> str:
    """What no part covers: title, signature, day, sections and what fits nowhere cover the whole."""
    text = list(found["source"])
    spans = [section["span"] for section in found["sections"]] + found["unplaced"]
    spans += [found["frame"][part] for part in ("title", "signature", "signed_on")]
    for start, end in spans:
        text[start:end] = " " * (end - start)
    return "".join(text).strip()


def digits_of(words: str) -> str:
    return re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", words))


def figures_of(found: dict) -> list[dict]:
    items = [item for section in found["sections"] for item in section["items"]]
    return [figure for item in items for figure in item["figures"]]


def spans_with_words(found: dict):
    for section in found["sections"]:
        for item in section["items"]:
            yield from ((figure, "text") for figure in item["figures"])
            yield from ((day, "text") for day in item["dates"])
            for activity in item["activities"]:
                told = [
                    activity["place"],
                    activity["campaign"],
                    *activity["organizers"],
                    *activity["partners"],
                ]
                yield from ((words, "text") for words in told if words)


def test_the_figures_of_a_piece_are_those_of_the_whole_that_stand_in_it():
    words = "活动30场，参加300余名，增长12.5%。" * 50
    seen = shadow(words)

    whole, piece = figures_in(seen, Span(0, len(seen))), figures_in(seen, Span(0, len(seen) // 50))

    assert whole[: len(piece)] == piece
    assert len(whole) == 50 * len(piece)


@pytest.mark.parametrize(
    "line",
    [
        "1、4月23日，团区委在区文化馆开展活动30场，授予李明等12名同志“优秀团员”称号。\n",
        "那天傍晚她独自走到河边，风从对岸吹来。\n",
        "开展活动30场、参加300余人次，",
        "活",
        "一是",
        "（",
        "“",
        "1.",
        "9",
    ],
)
def test_ten_times_as_much_takes_far_less_than_a_hundred_times_as_long(line):
    def seconds(times: int) -> float:
        lines = [Line(words) for words in (line * times).split("\n")]
        start = process_time()
        as_json(propose(cleaned(lines)))
        return process_time() - start

    times = 6_000 // len(line)

    assert seconds(10 * times) < 50 * max(seconds(times), 0.02)
