import pytest

from corrections.actions import MOST_IN_A_STRETCH
from corrections.models import Correction, Sending
from tests.corrections.forms import filled_in, opened
from tests.factories import CommitteeFactory
from tests.reading import texts

pytestmark = pytest.mark.django_db

ERRORS = "//*[@class='invalid-feedback' or contains(@class, 'alert')]"
HOUR = 3600  # seconds
ALL_TOLD = ("page", "text", "contact", "state")


def value(response, name):
    return texts(response, f"//*[@name='{name}']/@value | //textarea[@name='{name}']/text()")


def told():
    return list(Correction.objects.values_list(*ALL_TOLD))


def test_form_knows_the_page_that_the_reader_comes_from(client):
    response = client.get("/corrections/?page=/search/%3Fq%3D%E5%9B%A2")

    assert (response.status_code, value(response, "page")) == (200, ["/search/?q=团"])
    assert texts(response, "//h1") == ["我要纠错"]


@pytest.mark.parametrize(
    "page",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "evil", "/a\nb"],
)
def test_form_is_not_told_a_page_elsewhere(client, page):
    assert value(client.get("/corrections/", {"page": page}), "page") == []


def test_what_is_sent_becomes_a_record(client):
    response = client.post("/corrections/", filled_in(contact="0000-0000"))

    assert (response.status_code, response.url) == (302, "/corrections/thanks/?page=%2Factivities%2F4%2F")
    assert told() == [("/activities/4/", "“植数”应为“植树”。", "0000-0000", "new")]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", "/"), (" /honors/ ", "/honors/"), ("http://testserver/honors/?page=2#x", "/honors/?page=2")],
)
def test_page_may_be_left_out_or_typed_whole(client, typed, kept):
    client.post("/corrections/", filled_in(page=typed))

    assert [page for page, *_ in told()] == [kept]


def test_thanks_lead_back_to_the_page_and_nowhere_else(client):
    back = "//*[@class='message']//a/@href"

    assert texts(client.get("/corrections/thanks/?page=/honors/"), back) == ["/honors/", "/"]
    assert texts(client.get("/corrections/thanks/?page=//evil.example/"), back) == ["/"]


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"text": " "}, "text", "请写明哪里有错。"),
        ({"text": "长" * 2001}, "text", "最多写 2000 个字，现在有 2001 个字，请写得短一些。"),
        ({"contact": "1" * 101}, "contact", "联系方式最多写 100 个字，现在有 101 个字。"),
        (
            {"page": "https://evil.example/"},
            "page",
            "这不是本网站的网页地址。请填写“/”开头的地址，例如 /activities/，也可以留空。",
        ),
    ],
)
def test_error_is_tied_to_its_field_and_nothing_typed_is_lost(client, wrong, field, sentence):
    typed = filled_in(**{"contact": "0000-0000", **wrong})

    response = client.post("/corrections/", typed)

    assert (response.status_code, texts(response, ERRORS), told()) == (200, [sentence], [])
    described = texts(response, f"//*[@name='{field}']/@aria-describedby")[0].split()
    assert sentence in " ".join(text for name in described for text in texts(response, f"//*[@id='{name}']"))
    assert texts(response, f"//*[@name='{field}'][@aria-invalid='true' and @autofocus]/@name") == [field]
    still = {name: value(response, name) for name in ("page", "text", "contact")}
    assert still == {name: [typed[name].strip()] if typed[name].strip() else still[name] for name in still}
    assert texts(response, "//title")[0].startswith("没有提交成功：我要纠错")


def test_huge_text_is_refused_in_a_sentence(client):
    response = client.post("/corrections/", filled_in(text="长" * 350_000))

    assert (response.status_code, told()) == (200, [])
    assert texts(response, ERRORS) == ["最多写 2000 个字，现在有 350000 个字，请写得短一些。"]
    assert value(response, "text") == ["长" * 20_000]


def test_script_is_kept_as_typed_and_shown_escaped(client):
    script = "<script>alert(1)</script>"

    response = client.post("/corrections/", filled_in(text=script, contact="1" * 101))

    assert "&lt;script&gt;alert(1)" in response.content.decode()
    assert script not in response.content.decode()
    client.post("/corrections/", filled_in(text=script))
    assert [text for _, text, *_ in told()] == [script]


def test_nul_is_refused_in_a_sentence(client):
    response = client.post("/corrections/", filled_in(text="植\x00树"))

    assert (response.status_code, len(texts(response, ERRORS)), told()) == (200, 1, [])


@pytest.mark.parametrize(
    ("by_program", "sentence"),
    [
        ({"website": "http://x.example"}, "这次提交像是由程序填写的，没有收下。"),
        ({"opened": 0}, "提交得太快了。"),
        ({"opened": 13 * HOUR}, "这一页打开得太久了，为了安全没有收下。"),
        ({"opened": "opened:x:forged"}, "这一页打开得太久了，为了安全没有收下。"),
        ({"opened": ""}, "这一页打开得太久了，为了安全没有收下。"),
    ],
)
def test_program_is_refused_and_a_reader_may_send_again(client, by_program, sentence):
    if isinstance(by_program.get("opened"), int):
        by_program = {"opened": opened(by_program["opened"])}

    response = client.post("/corrections/", filled_in(**by_program))

    assert (response.status_code, told()) == (200, [])
    assert [said.startswith(sentence) for said in texts(response, ERRORS)] == [True]
    assert value(response, "website") == []
    assert value(response, "text") == ["“植数”应为“植树”。"]


def test_program_that_fills_every_field_is_refused_for_each(client):
    response = client.post("/corrections/", filled_in(website="http://x.example", opened=""))

    assert (response.status_code, told()) == (200, [])
    assert len(response.context["form"].non_field_errors()) == 2


def test_form_sent_too_quickly_is_accepted_as_it_stands_a_little_later(client):
    stamp = opened(0)

    assert value(client.post("/corrections/", filled_in(opened=stamp)), "opened") == [stamp]


def test_too_many_forms_get_a_sentence_and_a_time_to_come_back(client):
    answers = [client.post("/corrections/", filled_in()) for _ in range(100)]

    assert [answer.status_code for answer in answers] == [302] * MOST_IN_A_STRETCH + [429] * 80
    last = answers[-1]
    assert 0 < int(last["Retry-After"]) <= 600
    assert texts(last, ERRORS)[0].startswith("提交得太多了，请过 ")
    assert value(last, "text") == ["“植数”应为“植树”。"]
    assert Correction.objects.count() == MOST_IN_A_STRETCH


def test_address_of_a_client_is_not_kept_in_clear(client):
    client.post("/corrections/", filled_in(), REMOTE_ADDR="192.0.2.7")
    client.post("/corrections/", filled_in(), REMOTE_ADDR="2001:db8::7")

    kept = " ".join(Sending.objects.values_list("client", flat=True))
    assert (len(kept), "192.0.2.7" in kept, "2001" in kept) == (129, False, False)


def test_forged_token_is_refused_in_the_dress_of_the_site(client):
    client.handler.enforce_csrf_checks = True
    client.get("/corrections/")

    response = client.post("/corrections/", {**filled_in(), "csrfmiddlewaretoken": "x" * 64})

    assert (response.status_code, texts(response, "//h1")) == (403, ["页面已经过期"])
    assert told() == []


def test_only_the_open_form_sets_a_cookie_and_no_cache_keeps_it(client):
    response = client.get("/corrections/")

    assert list(response.cookies) == ["csrftoken"]
    assert "no-store" in response["Cache-Control"]
    assert list(client.get("/corrections/thanks/").cookies) == []


@pytest.mark.parametrize("address", ["/", "/activities/?page=1", "/nothing/", "/search/?q=a%26b"])
def test_every_page_leads_to_the_form_and_tells_its_address(client, address):
    link = texts(client.get(address), "//footer//a[text()='我要纠错']/@href")

    assert [value(client.get(found), "page") for found in link] == [[address]]


def test_foot_of_the_form_leads_to_the_same_form(client):
    CommitteeFactory()
    address = "/corrections/?page=%2Fhonors%2F"

    assert texts(client.get(address), "//footer//a[text()='我要纠错']/@href") == [address]


def test_form_takes_few_queries(client, django_assert_num_queries):
    CommitteeFactory()
    with django_assert_num_queries(1):
        client.get("/corrections/")


def test_other_method_is_refused(client):
    assert client.put("/corrections/").status_code == 405
