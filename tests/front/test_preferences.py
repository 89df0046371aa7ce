import pytest

from tests.factories import ActivityFactory, CommitteeFactory
from tests.reading import texts


def choose(client, **told):
    return client.post("/preferences/", told)


def kept(client):
    return client.cookies["reader"].value if "reader" in client.cookies else None


@pytest.mark.parametrize(
    ("told", "cookie"),
    [
        ([{"size": "large"}], "large"),
        ([{"size": "largest"}, {"elder": "on"}], "largest.elder"),
        ([{"elder": "on"}, {"size": "large"}, {"elder": "off"}], "large"),
        ([{"elder": "on"}, {"size": "huge"}, {"elder": "perhaps"}, {}], "elder"),
        ([{"size": "large"}, {"size": "standard"}], ""),
    ],
)
def test_choice_is_kept_in_the_browser_until_the_standard_is_chosen(client, told, cookie):
    for choice in told:
        choose(client, **choice)

    assert kept(client) == cookie


def test_cookie_of_a_choice_says_no_more_than_it_must(client):
    morsel = choose(client, size="large").cookies["reader"]

    assert (morsel["samesite"], morsel["httponly"], morsel["max-age"]) == ("Lax", True, 31536000)


@pytest.mark.parametrize(
    ("back", "address"),
    [
        ("/activities/?page=2", "/activities/?page=2"),
        ("//evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("", "/"),
    ],
)
def test_reader_comes_back_to_the_page_and_nowhere_else(client, back, address):
    response = choose(client, size="large", next=back)

    assert (response.status_code, response.url) == (303, address)


@pytest.mark.parametrize(
    ("cookie", "there", "not_there"),
    [
        ("", '[value="standard"]::after', "font-size"),
        ("large", "font-size: 125%", "--paper"),
        ("largest", "font-size: 150%", "--paper"),
        ("elder", "--paper: #fff", "125%"),
        ("largest.elder", "font-size: 175%", "125%"),
        ('"><script>', '[value="standard"]::after', "script"),
    ],
)
def test_style_sheet_applies_the_choice(client, cookie, there, not_there):
    client.cookies["reader"] = cookie

    sheet = client.get("/preferences.css").content.decode()

    assert (there in sheet, not_there in sheet) == (True, False)
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.django_db
def test_style_sheet_is_the_readers_own_and_asked_for_again_only_when_it_changed(
    client, django_assert_num_queries
):
    with django_assert_num_queries(0):
        first = client.get("/preferences.css")
        again = client.get("/preferences.css", headers={"if-none-match": first["ETag"]})
        client.cookies["reader"] = "elder"
        changed = client.get("/preferences.css", headers={"if-none-match": first["ETag"]})

    assert first["Content-Type"] == "text/css; charset=utf-8"
    assert (first["Vary"], set(first["Cache-Control"].split(", "))) == ("Cookie", {"private", "no-cache"})
    assert [answer.status_code for answer in (first, again, changed)] == [200, 304, 200]


@pytest.mark.django_db
def test_pages_are_the_same_for_every_reader(client):
    addresses = ("/", ActivityFactory(published=True).get_absolute_url(), "/preferences/")
    before = [client.get(address) for address in addresses]
    choose(client, elder="on")

    after = [client.get(address) for address in addresses]

    assert [page.content for page in after] == [page.content for page in before]
    assert [page.headers.get("Vary") for page in after] == ["Accept-Encoding"] * 3


@pytest.mark.django_db
def test_tools_stand_on_every_page_and_come_back_to_it(client):
    response = client.get("/search/?q=a%26b")

    assert texts(response, "//form[@class='reader-tools']/input[@name='next']/@value") == ["/search/?q=a%26b"]
    assert texts(response, "//form[@class='reader-tools']//button[not(@hidden)]") == [
        "标准",
        "大字",
        "特大",
        "长者模式",
        "退出长者模式",
    ]
    assert texts(response, "//link[@rel='stylesheet']/@href")[-1] == "/preferences.css"


@pytest.mark.django_db
def test_page_on_reading_with_ease_sets_no_cookie(client, django_assert_num_queries):
    CommitteeFactory()
    with django_assert_num_queries(1):
        response = client.get("/preferences/")

    assert (texts(response, "//h1"), list(response.cookies)) == (["无障碍说明"], [])
