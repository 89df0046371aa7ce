"""The register of a running site is begun from whom its activities name."""

from datetime import date

import pytest
from django.core.management import call_command

from organizations.models import Person, PersonPost
from tests.factories import ActivityFactory, ParticipantFactory, PersonFactory

pytestmark = pytest.mark.django_db


def name(person, post, day, **more):
    return ParticipantFactory(
        name=person, post=post, activity=ActivityFactory(starts_on=date.fromisoformat(day)), **more
    )


@pytest.fixture
def named():
    rows = [
        name("张三", "区委书记", "2021-06-10"),
        name("张三", "区委书记", "2021-03-05"),
        name("张三", "市政协主席", "2022-05-04"),
    ]
    for post, day in (("科长", "2021-01-01"), ("局长", "2021-02-01"), ("科长", "2021-03-01")):
        name("李四", post, day)
    name("王五", "主任", "2021-01-01")
    for day in ("2021-01-01", "2021-02-01"):
        name("赵六", "学生", day, is_minor=True)
        name("周七", "局长", day)
    PersonFactory(name="周七")
    return rows


def test_who_is_named_often_is_listed_and_nothing_saved(named, capsys):
    call_command("enlist_persons")

    assert capsys.readouterr().out.splitlines() == [
        "张三：区委书记（2021-03-05至2021-06-10）；市政协主席（2022-05-04至2022-05-04）",
        "李四：科长（2021-01-01至2021-03-01）；局长（2021-02-01至2021-02-01）"
        "：几个职务的日期交错，可能是同名的人",
        "可以登记1人，另有1人请自己核对登记。",
    ]
    assert [one.name for one in Person.objects.all()] == ["周七"]


def test_saved_are_those_who_can_be_but_one_person(named, capsys):
    call_command("enlist_persons", save=True)

    person = Person.objects.get(name="张三")
    posts = PersonPost.objects.order_by("pk").values_list("person", "post", "since", "until")
    assert list(posts) == [
        (person.pk, "区委书记", None, date(2021, 6, 10)),
        (person.pk, "市政协主席", date(2022, 5, 4), None),
    ]
    for row in named:
        row.refresh_from_db()
    assert [(row.person, row.post) for row in named] == [
        (person, "区委书记"),
        (person, "区委书记"),
        (person, "市政协主席"),
    ]
    assert capsys.readouterr().out.splitlines()[-1] == "已登记1人，另有1人请自己核对登记。"
