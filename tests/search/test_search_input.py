"""Whatever is typed or put into the address of a search is answered, and in words."""

import pytest

from tests.reading import BAD_PAGE_NUMBERS, texts
from tests.search.looking import SENTENCE, look_for

pytestmark = pytest.mark.django_db


def typed(response) -> str:
    return texts(response, "//input[@id='id_q']/@value")[0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "nothing"},
        {"kind": "\x00"},
        {"kind": "volunteer"},
        {"area": "nothing"},
        {"area": "\x00"},
        {"year": "20"},
        {"year": "99999"},
        {"year": "abcd"},
        {"year": "２０２０"},
    ],
    ids=str,
)
def test_search_within_what_is_not_there_is_not_found(client, wrong):
    assert look_for(client, "口罩", **wrong).status_code == 404


@pytest.mark.parametrize("page", BAD_PAGE_NUMBERS)
def test_search_has_no_page_of_a_bad_number(client, page):
    assert look_for(client, "口罩", page=page).status_code == 404


@pytest.mark.parametrize(
    ("typed_text", "sentence", "kept"),
    [
        ("", "请输入要查找的词。", ""),
        ("   　\t", "请输入要查找的词。", "   　\t"),
        ("\x00\x00", "请输入要查找的词。", ""),
        ("口罩\x00", "输入的内容里有看不见的字符，请删去后再查找。", "口罩"),
        ("团" * 61, "查找的词最多 60 个字，现在有 61 个字，请只留关键的词。", "团" * 61),
        ("团" * 10_000, "查找的词最多 60 个字，现在有 10000 个字，请只留关键的词。", "团" * 200),
        ("一 二 三 四 五 六 七 八 九", "一次最多查找 8 个词，请减少一些。", "一 二 三 四 五 六 七 八 九"),
    ],
    ids=["empty", "spaces", "nuls", "word and nul", "too long", "huge", "too many words"],
)
def test_search_refuses_in_a_sentence_and_keeps_what_was_typed(client, typed_text, sentence, kept):
    response = look_for(client, typed_text)

    assert response.status_code == 200
    assert texts(response, SENTENCE) == [sentence]
    assert response.context["form"]["q"].value() == typed_text
    assert "".join(typed(response).split()) == "".join(kept.split())


@pytest.mark.parametrize("query", ["%ED%A0%80", "%FF%FE", "%F0%A0%AE%B7", "<script>", "%22%27%3E", "a&q=b"])
def test_search_answers_odd_bytes(client, query):
    response = client.get(f"/search/?q={query}")

    assert (response.status_code, texts(response, SENTENCE)) == (200, [])
    assert "<script>" not in response.content.decode()
