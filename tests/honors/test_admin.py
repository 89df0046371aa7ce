import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from honors.models import Award, Commendation, HonorReceived
from tests.factories import (
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
    OrganizationFactory,
    WorkAreaFactory,
)
from tests.pages import Desk, refusals, still_typed, typed
from tests.reading import texts

pytestmark = pytest.mark.django_db

TWICE = "这个获奖者在本奖项中已经登记过；同名的另一个人，请写明各自的单位或职务。"


def change(title):
    return reverse("admin:honors_awardtitle_change", args=[title.pk])


@pytest.fixture
def form(desk):
    form = Desk(desk, reverse("admin:honors_commendation_add"))
    return form.type(
        year="2019", title="2019年度表彰", area=str(WorkAreaFactory().pk), starts_on="2020/05/04"
    )


def test_commendation_is_entered_with_its_titles(form, staff):
    form.add_row("titles", name="优秀团干部", recipients="people", announced_count="43")
    form.add_row("titles", name="优秀团员", recipients="people", announced_count="45")

    form.send()

    commendation = Commendation.objects.get()
    assert [(title.name, title.announced_count) for title in commendation.titles.all()] == [
        ("优秀团干部", 43),
        ("优秀团员", 45),
    ]
    assert commendation.created_by == staff


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"year": "1900"}, {"year": ["年度应在 1949 年以后。"]}),
        ({"year": "-2019"}, {"year": ["不能小于0。"]}),
        (
            {"publicity_starts_on": "2020/04/20"},
            {"publicity_ends_on": ["公示的开始和结束日期要么都填，要么都不填。"]},
        ),
        (
            {"publicity_starts_on": "2020/04/20", "publicity_ends_on": "2020/04/19"},
            {"publicity_ends_on": ["公示结束日期不能早于开始日期。"]},
        ),
        (
            {
                "publicity_starts_on": "2020/04/20",
                "publicity_ends_on": "2020/04/26",
                "decided_on": "2020/04/25",
            },
            {"decided_on": ["公示结束以后才能作出表彰决定。"]},
        ),
    ],
)
def test_commendation_is_refused_beside_its_field(form, values, said):
    form.type(**values).add_row("titles", name="优秀团员", recipients="people")

    answer = form.send()

    assert refusals(answer) == said
    assert still_typed(form, answer) == typed(form)
    assert not Commendation.objects.exists()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ("-1", "不能小于0。"),
        ("100000", "公布的名额达到十万，超出了一个区的范围，请核对。"),
        ("很多", "请填写整数。"),
    ],
)
def test_absurd_announced_count_is_refused_beside_it(form, count, said):
    form.add_row("titles", name="优秀团员", recipients="people", announced_count=count)

    answer = form.send()

    assert refusals(answer)["titles-0-announced_count"][0] == said
    assert still_typed(form, answer) == typed(form)
    assert not Commendation.objects.exists()


def test_second_of_two_equal_titles_is_refused(form):
    row = {"name": "优秀团员", "recipients": "people"}

    answer = form.add_row("titles", **row).add_row("titles", **row).send()

    assert refusals(answer) == {"titles-1-name": ["这次表彰已经有这个称号。"]}
    assert not Commendation.objects.exists()


def test_second_of_two_equal_recipients_of_unknown_organizations_is_refused(desk):
    form = Desk(desk, change(AwardTitleFactory()))
    form.add_row("awards", name="李琪").add_row("awards", name="李琪")

    answer = form.send()

    assert refusals(answer) == {
        "awards-1-name": ["这个获奖者在本奖项中已经登记过；同名的另一个人，请写明各自的单位或职务。"]
    }
    assert still_typed(form, answer) == typed(form)
    assert not Award.objects.exists()


def test_recipients_of_one_name_from_two_organizations_are_two(desk):
    title = AwardTitleFactory()
    form = Desk(desk, change(title))
    form.add_row("awards", name="李琪", organization=str(OrganizationFactory().pk))
    form.add_row("awards", name="李琪", organization=str(OrganizationFactory().pk))

    form.send()

    assert title.awards.count() == 2


def test_recipient_typed_with_look_alikes_is_the_one_that_is_there(desk):
    title = AwardTitleFactory()
    AwardFactory(title=title, name="马·小川")
    form = Desk(desk, change(title)).add_row("awards", name="\u2ee2 • 小川\u200b")

    answer = form.send()

    assert refusals(answer) == {
        "awards-1-name": ["这个获奖者在本奖项中已经登记过；同名的另一个人，请写明各自的单位或职务。"]
    }


@pytest.mark.parametrize("page", ["awardtitle", "commendation"])
def test_search_finds_by_recipient(desk, page):
    award = AwardFactory(name="纪·小川")
    AwardFactory()

    found = (
        desk.get(reverse(f"admin:honors_{page}_changelist"), {"q": "纪.\u2f29川"}).context["cl"].result_list
    )

    assert list(found) == [award.title if page == "awardtitle" else award.title.commendation]


@pytest.mark.parametrize("factory", [CommendationFactory, HonorReceivedFactory])
def test_slip_in_the_year_of_a_public_record_is_refused_beside_it(desk, factory):
    record = factory(year=2019, published=True)
    form = Desk(desk, reverse(f"admin:honors_{record._meta.model_name}_change", args=[record.pk]))

    answer = form.type(year="20190").send()

    assert refusals(answer) == {"year": ["年度太大，请核对。"]}
    assert still_typed(form, answer) == typed(form)
    assert record.get_absolute_url() == answer.context["absolute_url"] == "/honors/2019/"


@pytest.fixture
def honor(desk):
    form = Desk(desk, reverse("admin:honors_honorreceived_add"))
    return form.type(year="2020", title="优秀共青团员", starts_on="2020/05/04")


def test_honour_of_others_is_entered_with_its_number_and_some_names(honor, staff):
    honor.type(given_to="people", announced_count="34").add_row("recipients", name="赵六")
    honor.add_row("recipients", name="诸葛小亮", is_minor="on").send()

    kept = HonorReceived.objects.get()
    assert (kept.sentence, kept.created_by) == ("34名个人荣获2020年度“优秀共青团员”", staff)
    assert [one.public_name for one in kept.recipients.all()] == ["赵六", "诸葛同学"]


def test_number_may_be_left_out_where_all_are_named(honor):
    honor.type(given_to="people").add_row("recipients", name="赵六").add_row("recipients", name="钱七").send()

    kept = HonorReceived.objects.get()
    assert (kept.announced_count, kept.recipients.count()) == (2, 2)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"given_to": "people"},
            {"announced_count": ["请填写有几个集体或者几名个人获得；名单已全的，登记名单即可。"]},
        ),
        (
            {"given_to": "collectives", "announced_count": "0"},
            {"announced_count": ["数量应在1至十万之间，请核对。"]},
        ),
        (
            {"announced_count": "34"},
            {
                "announced_count": [
                    "授给团区委的是一项荣誉，不要填数量；授给区内集体或个人的，请先选好授给谁。"
                ]
            },
        ),
    ],
)
def test_honour_is_refused_beside_its_field(honor, values, said):
    honor.type(**values)

    answer = honor.send()

    assert refusals(answer) == said
    assert still_typed(honor, answer) == typed(honor)
    assert not HonorReceived.objects.exists()


def test_committee_bears_its_honour_without_a_roster(honor):
    answer = honor.add_row("recipients", name="赵六").send()

    assert refusals(answer)["given_to"] == [
        "获得者名单只用于授给区内集体或个人的荣誉，请选好授给谁，或者删去名单。"
    ]


def test_more_names_than_the_number_says_are_pointed_out(honor):
    honor.type(given_to="people", announced_count="1").add_row("recipients", name="赵六")
    answer = honor.add_row("recipients", name="钱七").send()

    told = [str(one) for one in get_messages(answer.wsgi_request)]
    assert told[:1] == ["数量写的是1名，名单里登记了2名，请核对。"]


def test_list_tells_how_many_bear_an_honour_and_how_many_are_named(desk):
    HonorRecipientFactory(honor__title="优秀团员")
    HonorReceivedFactory(title="先进区")

    answer = desk.get(reverse("admin:honors_honorreceived_changelist"), {"given_to__exact": "people"})

    assert texts(answer, "//td[contains(@class,'field-counted')]") == ["4名，已登记1名"]


def test_title_is_not_added_to_a_published_commendation_past_its_form(desk):
    commendation = CommendationFactory(published=True)
    form = Desk(desk, reverse("admin:honors_awardtitle_add"))

    answer = form.type(commendation=str(commendation.pk), name="优秀共青团员", recipients="people").send()

    assert refusals(answer) == {
        "commendation": ["这项表彰已经发布，请打开它的表单增加奖项，再点“发布修改”。"]
    }
