import pytest

from search.answers import answering_pages
from tests.factories import CommendationFactory, HonorReceivedFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("怎么报名当志愿者", ("志愿服务", "/volunteers/")),
        ("怎樣成為義工", ("志愿服务", "/volunteers/")),
        ("名字写错了怎么更正", ("我要纠错", "/corrections/")),
        ("联系电话是多少", ("关于我们", "/about/")),
        ("获奖名单", ("表彰荣誉", "/honors/")),
    ],
)
def test_commonest_questions_are_answered_by_a_page_of_the_site(question, page):
    assert answering_pages([question])[0] == page


def test_every_page_that_may_answer_is_there(client):
    asked = ("志愿", "纠错", "联系", "荣誉", "通知", "总结", "统计", "下载", "字号", "品牌", "栏目")
    pages = dict(page for word in asked for page in answering_pages([word]))

    assert {title: client.get(address).status_code for title, address in pages.items()} == dict.fromkeys(
        pages, 200
    )
    assert len(pages) == len(asked)


def test_honors_of_a_year_are_answered_by_the_page_of_that_year_once_it_is_public():
    CommendationFactory(year=2018)  # a draft
    CommendationFactory(year=2019, published=True)
    HonorReceivedFactory(year=2020, published=True)

    found = {year: answering_pages([f"{year}年优秀团员"])[0] for year in ("2018", "二〇一九", "2020", "2021")}

    assert found == {
        "2018": ("表彰荣誉", "/honors/"),
        "二〇一九": ("2019年度表彰荣誉", "/honors/2019/"),
        "2020": ("2020年度表彰荣誉", "/honors/2020/"),
        "2021": ("表彰荣誉", "/honors/"),
    }


def test_other_questions_are_answered_by_no_page():
    assert answering_pages(["口罩", "甲乙"]) == []
