import pytest

from search import asking
from search.asking import count_asked
from search.models import Asked

pytestmark = pytest.mark.django_db


def kept():
    return set(Asked.objects.values_list("words", "number", "is_found"))


def test_what_is_looked_for_is_counted_with_its_outcome(client):
    for words in ("口罩", "ＱＱ 口罩", "qq　口罩", "口罩"):
        client.get("/search/", {"q": words})

    assert kept() == {("口罩", 2, False), ("qq 口罩", 2, False)}


def test_outcome_is_the_latest_one():
    count_asked(["口罩"], is_found=False)
    count_asked(["口罩"], is_found=True)

    assert kept() == {("口罩", 2, True)}


@pytest.mark.parametrize("more", [{"page": "1", "kind": "activity"}, {"q": "　"}, {"q": "团" * 61}])
def test_what_is_no_new_question_is_not_counted(client, more):
    client.get("/search/", {"q": "口罩", **more})

    assert kept() == set()


def test_head_request_is_not_counted(client):
    assert client.head("/search/", {"q": "口罩"}).status_code == 200
    assert kept() == set()


@pytest.mark.parametrize(
    "number", ["13800000000", "360103199001011234", "０７９１８６６６６６６", "张三 13800000000"]
)
def test_number_that_may_be_of_a_person_is_not_kept(client, number):
    client.get("/search/", {"q": number})

    assert kept() == set()


def test_words_asked_for_least_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(asking, "MOST_KEPT", 2)
    monkeypatch.setattr(asking, "_SWEPT_AFTER", 1)
    for words in ("常问", "常问", "甲", "乙", "丙"):
        count_asked([words], is_found=True)

    assert kept() == {("常问", 2, True), ("丙", 1, True)}
