"""Rows of an activity typed one to a line: what a line is read as, and what it becomes when it is sent."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from activities.admin.typed import figure_in, partner_in, person_in
from activities.models import Activity
from organizations.models import Partner, Person
from tests.factories import (
    ActivityFactory,
    ParticipantFactory,
    PartnerFactory,
    PersonFactory,
    PersonPostFactory,
    WorkAreaFactory,
)
from tests.pages import Desk, refusals

ADD = reverse("admin:activities_activity_add")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("参与 200余名", ("参与", "200余名", "participants")),
        ("参与10至20人", ("参与", "10至20人", "participants")),
        ("组织志愿者300余名", ("志愿者", "300余名", "volunteers")),
        ("200余名志愿者", ("志愿者", "200余名志愿者", "volunteers")),
        ("受益群众：1200余人次", ("受益群众", "1200余人次", "beneficiaries")),
        ("发放物资 1200份", ("发放物资", "1200份", "goods")),
        ("5支志愿服务队", ("志愿服务队", "5支志愿服务队", "teams")),
        ("捐款 3万元", ("捐款", "3万元", "other")),
        ("约20人", ("人数", "约20人", "other")),
        ("第3届集市 200名", ("第3届集市", "200名", "other")),
        ("截至5月底，团支部569个", ("团支部", "截至5月底，团支部569个", "other")),
        ("参与 若干名", ("参与", "若干名", "other")),
        ("参与", ("参与", "", "other")),
        ("200余", ("", "200余", "other")),
        ("参与人数200", ("参与人数", "200", "other")),
        ("截至6月底 团员 3200名", ("团员", "截至6月底 团员 3200名", "other")),
    ],
)
def test_line_of_a_figure_is_its_name_and_its_number(line, read):
    typed = figure_in(line)

    assert (typed.name, typed.wording, typed.counts) == read


@pytest.mark.parametrize(
    ("line", "known", "read"),
    [
        ("张三", (), ("张三", "", "attended")),
        ("区委书记 张三 讲话", (), ("张三", "区委书记", "spoke")),
        ("区委书记张三 致辞", (), ("张三", "区委书记", "spoke")),
        ("张三 区委书记", (), ("张三", "区委书记", "attended")),
        ("志愿者 王小明 主持", (), ("王小明", "志愿者", "chaired")),
        ("王小明 优秀志愿者", ("王小明",), ("王小明", "优秀志愿者", "attended")),
        ("区委常委、部长 张三，讲话", (), ("张三", "区委常委、部长", "spoke")),
        ("阿迪力·买买提 出席", (), ("阿迪力·买买提", "", "attended")),
        ("李张三", ("张三",), ("李张三", "", "attended")),
        ("区委书记张三讲话", (), ("张三", "区委书记", "spoke")),
        ("区委书记 张三讲话", (), ("张三", "区委书记", "spoke")),
        ("张三（区委书记）致辞", (), ("张三", "区委书记", "spoke")),
        ("张三：区委书记", (), ("张三", "区委书记", "attended")),
        ("区委书记、张三", (), ("张三", "区委书记", "attended")),
        ("张　三 讲话", (), ("张三", "", "spoke")),
        ("宣传部 李明同志", (), ("李明", "宣传部", "attended")),
    ],
)
def test_line_of_a_person_is_name_post_and_part(line, known, read):
    typed = person_in(line, set(known))

    assert (typed.name, typed.post, typed.role) == read


def test_line_of_a_partner_may_name_its_part():
    lines = ("区教育局", "某公司，捐赠", "捐赠", "某公司（捐赠）", "移动（西城）公司")

    assert [partner_in(line) for line in lines] == [
        ("区教育局", "co_organizer"),
        ("某公司", "donor"),
        ("捐赠", "donor"),
        ("某公司", "donor"),
        ("移动（西城）公司", "co_organizer"),
    ]


def test_line_that_names_several_becomes_a_row_of_each(desk, mayor):
    PartnerFactory(name="区教育局")
    PartnerFactory(name="文化、体育、旅游局")
    PartnerFactory(name="区民政局")
    partners = "区教育局、区民政局 支持\n文化、体育、旅游局"
    form(desk, participants="张三、李四；王小明 出席\n区委常委、部长 赵六", partnerships=partners).send()

    activity = Activity.objects.get()
    assert {str(one) for one in activity.participants.all()} == {
        "张三",
        "李四",
        "王小明",
        "区委常委、部长赵六",
    }
    assert {str(one) for one in activity.partnerships.all()} == {
        "区教育局（支持单位）",
        "区民政局（支持单位）",
        "文化、体育、旅游局（联合主办）",
    }
    assert shown(desk, "participants", "张三、李四 讲话") == [("张三 讲话、李四 讲话", "2人，各成一行")]


def offers(client, prefix, line, beside=""):
    answer = client.get(
        reverse("admin:activities_activity_lines", args=[prefix]), {"line": line, "beside": beside}
    )
    return answer.json()["offers"]


def shown(client, prefix, line, beside=""):
    return [(offer["shown"], offer["note"]) for offer in offers(client, prefix, line, beside)]


@pytest.fixture
def mayor(db):
    person = PersonFactory(name="张三")
    PersonPostFactory(person=person, unit="区委", post="书记", until=date(2022, 1, 1))
    PersonPostFactory(person=person, unit="市政协", post="主席", since=date(2022, 1, 2))
    return person


def test_person_is_offered_with_the_post_of_that_day(desk, mayor):
    assert [shown(desk, "participants", "张三 讲话", day)[0] for day in ("2021.6.10", "2023年1月5日")] == [
        ("区委书记张三 讲话", "2021年6月10日的职务"),
        ("市政协主席张三 讲话", "2023年1月5日的职务"),
    ]
    assert offers(desk, "participants", "张三 讲话", "2021.6.10")[0]["values"] == {
        "name": "张三",
        "post": "区委书记",
        "role": "spoke",
        "person": str(mayor.pk),
    }


def test_namesakes_are_told_apart_and_as_typed_stays_possible(desk, mayor):
    PersonPostFactory(person=PersonFactory(name="张三", note="城管局的"), unit="区城管局", post="科长")

    assert shown(desk, "participants", "张三", "2021-06-10") == [
        ("区委书记张三 出席", "2021年6月10日的职务"),
        ("区城管局科长张三 出席", "城管局的，2021年6月10日的职务"),
        ("张三 出席", "照写的填"),
    ]
    assert shown(desk, "participants", "团支部书记 张三", "2021-06-10")[0] == (
        "团支部书记张三 出席",
        "照写的填",
    )


def test_namesakes_in_one_post_are_each_offered_once(desk, mayor):
    PersonPostFactory(person=PersonFactory(name="张三", note="老张"), unit="区委", post="书记")

    assert shown(desk, "participants", "区委书记 张三", "2021-06-10") == [
        ("区委书记张三 出席", "2021年6月10日的职务"),
        ("区委书记张三 出席", "老张，2021年6月10日的职务"),
        ("区委书记张三 出席", "照写的填"),
    ]


def test_offers_ask_no_more_for_more_persons(desk, mayor):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            shown(desk, "participants", "张三", "2021-06-10")
        return len(queries)

    asked()  # what is read once and kept must not count
    with_one = asked()
    for number in range(3):
        PersonPostFactory(person=PersonFactory(name="张三", note=f"{number}"))

    assert asked() == with_one


def test_figure_is_told_as_it_is_understood(desk):
    lines = ("参与 200余名", "比例 90%", "团支部 截至5月底569个", "参与 若干名")

    assert [shown(desk, "figures", line)[0] for line in lines] == [
        ("参与：200余名", "人数，至少200名"),
        ("比例：90%", "比例，90%"),
        ("团支部：截至5月底569个", "物与事，569个，截至5月底的存量"),
        ("参与：若干名", "“若干名”没有说出确切的数，请写“300余名”这样的数；只知道大概的，请另填数值。"),
    ]


def test_partner_that_is_not_on_record_is_entered_by_who_takes_the_offer(desk, staff):
    PartnerFactory(name="区教育局")
    address = reverse("admin:activities_activity_lines", args=["partnerships"])

    assert shown(desk, "partnerships", "教育") == [
        ("区教育局 联合主办", ""),
        ("登记新的合作单位“教育”", "名单里还没有"),
    ]
    answer = desk.post(address, {"line": "某公司 捐赠", "adds": "某公司"})

    partner = Partner.objects.get(name="某公司")
    assert [(one["shown"], one["values"]) for one in answer.json()["offers"]] == [
        ("某公司 捐赠方", {"partner": str(partner.pk), "part": "donor"})
    ]
    assert partner.created_by == staff


def test_register_is_offered_only_to_who_may_see_it(client, editor, mayor):
    client.force_login(editor)

    assert shown(client, "participants", "张三", "2021-06-10") == [("张三 出席", "照写的填")]


def form(desk, **lines):
    typed = {f"desk_lines-{prefix}": text for prefix, text in lines.items()}
    least = {"title": "学雷锋", "area": str(WorkAreaFactory().pk), "starts_on": "2021-06-10"}
    return Desk(desk, ADD).type(**least, **typed)


def test_lines_sent_as_they_were_typed_become_rows(desk, mayor):
    PartnerFactory(name="区教育局")
    lines = {"figures": "参与 200余名\r\n\r\n志愿者 60名", "partnerships": "区教育局"}

    form(desk, participants="区委书记 张三 讲话", **lines).send()

    activity = Activity.objects.get()
    assert [str(one) for one in activity.figures.all()] == ["参与：200余名", "志愿者：60名"]
    assert [str(one) for one in activity.partnerships.all()] == ["区教育局（联合主办）"]
    assert [(str(one), one.role, one.person) for one in activity.participants.all()] == [
        ("区委书记张三", "spoke", mayor)
    ]


def test_nobody_is_taken_for_somebody_of_the_register_by_the_name_alone(desk, mayor):
    form(desk, participants="张三 讲话\n学生 张三\n市政协主席 张三").send()  # he became that later

    told = [(str(one), one.person) for one in Activity.objects.get().participants.all()]
    assert told == [("张三", None), ("学生张三", None), ("市政协主席张三", None)]


def test_line_that_nothing_is_offered_for_stays_in_its_box(desk):
    answer = form(desk, partnerships="某公司 捐赠", figures="参与 200余名").send()

    assert refusals(answer) == {"__all__": ["没有叫“某公司”的合作单位，请写全称，或者先用加号登记。"]}
    assert ">某公司 捐赠</textarea>" in answer.content.decode()
    assert not Activity.objects.exists()


def test_figure_without_a_number_is_refused_in_its_row(desk):
    answer = form(desk, figures="参与 若干名").send()

    assert refusals(answer)["figures-0-wording"] == [
        "“若干名”没有说出确切的数，请写“300余名”这样的数；只知道大概的，请另填数值。"
    ]


def test_person_is_entered_in_the_register_only_where_that_is_ticked(desk, staff):
    sent = form(desk, participants="团区委书记 李四\n王小明")
    sent.add_row("participants", name="赵六", post="团委书记", is_enlisted="on").send()

    person, activity = Person.objects.get(), Activity.objects.get()
    assert (person.name, str(person.posts.get()), person.created_by) == ("赵六", "团委书记", staff)
    assert {(str(one), one.person) for one in activity.participants.all()} == {
        ("团委书记赵六", person),
        ("团区委书记李四", None),
        ("王小明", None),
    }


def test_namesake_with_another_post_is_entered_as_another_person(desk, mayor):
    form(desk).add_row("participants", name="张三", post="科长", is_enlisted="on").send()
    form(desk, figures="").type(title="另一个活动").add_row(
        "participants", name="张三", post="区委书记", is_enlisted="on"
    ).send()

    assert list(Person.objects.order_by("pk").values_list("name", "note")) == [("张三", ""), ("张三", "科长")]
    assert Activity.objects.get(title="另一个活动").participants.get().person == mayor


def test_a_later_post_rewrites_no_participant(desk, mayor):
    participant = ParticipantFactory(name="张三", post="区委书记", person=mayor)

    PersonPostFactory(person=mayor, unit="省委", post="委员", since=date(2025, 1, 1))
    change = reverse("admin:activities_activity_change", args=[participant.activity.pk])
    Desk(desk, change).type(place="广场").send()

    participant.refresh_from_db()
    assert (participant.post, participant.person) == ("区委书记", mayor)


def test_person_of_another_name_is_refused(desk, mayor):
    sent = form(desk).add_row("participants", name="李四", person=str(mayor.pk))

    assert refusals(sent.send())["participants-0-person"] == [
        "人员库里的这个人叫“张三”，与填写的姓名不同；不是同一个人的，请清空这一项。"
    ]


def test_lines_are_closed_to_who_may_not_enter_activities(client, staff, editor):
    editor.user_permissions.set(Permission.objects.filter(codename="view_activity"))
    client.force_login(editor)

    answer = client.get(reverse("admin:activities_activity_lines", args=["figures"]), {"line": "参与 1名"})

    assert answer.status_code == 403


def test_there_are_no_lines_of_other_rows(desk):
    ActivityFactory()

    assert desk.get(reverse("admin:activities_activity_lines", args=["photos"])).status_code == 404


def test_no_script_leads_away_from_a_line_that_was_refused(desk):
    answer = form(desk, figures="参与 若干名").send().content.decode()

    assert "admin/js/change_form" not in answer
    assert 'class="line-field field-wording errors"' in answer
