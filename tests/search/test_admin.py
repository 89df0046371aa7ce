import pytest

from search.asking import count_asked
from tests.reading import texts

ADDRESS = "/admin/search/asked/"


def test_staff_see_what_was_looked_for_and_not_found(desk):
    count_asked(["口罩"], is_found=True)
    for _ in range(2):
        count_asked(["办证"], is_found=False)

    everything = desk.get(ADDRESS)
    missed = desk.get(ADDRESS, {"is_found__exact": "0"})

    assert texts(everything, "//td[@class='field-words']") == ["办证", "口罩"]
    assert texts(missed, "//td[@class='field-words']") == ["办证"]
    assert texts(missed, "//td[@class='field-number']") == ["2"]


@pytest.mark.parametrize("page", ["add/", "1/change/"])
def test_nobody_writes_it_by_hand(desk, page):
    count_asked(["口罩"], is_found=True)

    assert desk.post(ADDRESS + page, {"words": "改"}).status_code in (302, 403)


def test_others_do_not_see_it(client, editor):
    client.force_login(editor)

    assert client.get(ADDRESS).status_code == 403
