import pytest

from reports.editing.ordering import reordered


@pytest.mark.parametrize(
    ("wanted", "order"),
    [
        ({}, "abcd"),
        ({"d": 1}, "dabc"),
        ({"a": 4}, "bcda"),
        ({"a": 99}, "bcda"),
        ({"b": 0}, "bacd"),
        ({"d": 1, "c": 2}, "dcab"),
        ({"a": 2, "b": 2}, "cbad"),
        ({"x": 1}, "abcd"),
    ],
)
def test_reordered_puts_the_wanted_at_their_places_and_the_others_around_them(wanted, order):
    assert "".join(reordered(list("abcd"), wanted)) == order
