import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.factories import (
    MembershipFactory,
    ServiceRecordFactory,
    TeamFactory,
    UserFactory,
    VolunteerFactory,
)
from tests.pages import Desk, refusals, still_typed, typed
from toolkit.dates.typed import NOT_READ
from volunteers.models import Membership, ServiceRecord, Volunteer

pytestmark = pytest.mark.django_db

LIST = reverse("admin:volunteers_volunteer_changelist")
PRIVATE = ("phone", "id_number", "birth_on", "note")


def change(record):
    return reverse(f"admin:volunteers_{record._meta.model_name}_change", args=[record.pk])


@pytest.fixture
def keeper(client):
    """A client of staff who keep the list of volunteers without seeing what is private."""
    keeper = UserFactory(is_staff=True)
    keeper.user_permissions.set(
        Permission.objects.filter(
            content_type__app_label="volunteers",
            codename__regex="^(view|add|change)_(volunteer|servicerecord)$",
        )
    )
    client.force_login(keeper)
    return client


@pytest.fixture
def volunteer():
    return VolunteerFactory(name="李琪", phone="13800138000", id_number="11010519491231002X", note="过敏")


def test_private_fields_are_absent_for_those_who_may_not_see_them(keeper, volunteer):
    page = keeper.get(change(volunteer))

    assert [name for name in PRIVATE if name in page.context["adminform"].form.fields] == []
    assert [
        word for word in ("13800138000", "11010519491231002X", "过敏") if word in page.content.decode()
    ] == []


def test_private_fields_are_not_changed_by_those_who_may_not_see_them(keeper, volunteer):
    Desk(keeper, change(volunteer)).type(name="李琪琪", phone="13900139000", id_number="").send()

    volunteer.refresh_from_db()
    assert (volunteer.name, volunteer.phone, volunteer.id_number) == (
        "李琪琪",
        "13800138000",
        "11010519491231002X",
    )


@pytest.mark.parametrize("number", ["13800138000", "11010519491231002X"])
def test_private_numbers_are_not_searched_by_those_who_may_not_see_them(keeper, volunteer, number):
    assert list(keeper.get(LIST, {"q": number}).context["cl"].result_list) == []


@pytest.mark.parametrize("number", ["13800138000", "11010519491231002X"])
def test_private_numbers_are_searched_by_those_who_may_see_them(desk, volunteer, number):
    assert list(desk.get(LIST, {"q": number}).context["cl"].result_list) == [volunteer]


FILTERS = (
    "phone__startswith=138",
    "id_number__startswith=1101",
    "birth_on__year=1949",
    "note__contains=敏",
)


@pytest.mark.parametrize("query", FILTERS)
def test_list_is_not_filtered_by_what_is_private(keeper, volunteer, query):
    assert keeper.get(f"{LIST}?{query}").status_code == 400


@pytest.mark.parametrize("query", [*FILTERS, "registered_on__year=2020"])
def test_list_is_filtered_by_those_who_may_see_what_is_private(desk, volunteer, query):
    assert desk.get(f"{LIST}?{query}").status_code == 200


def test_service_is_entered_on_the_page_of_its_volunteer_and_certified_by_who_did(desk, staff, volunteer):
    form = Desk(desk, change(volunteer))

    form.add_row("service_records", served_on="2020/03/05", hours="2.5", evidence="签到表").send()

    record = ServiceRecord.objects.get()
    assert (record.volunteer, record.recorded_by, record.created_by) == (volunteer, staff, staff)


def test_service_keeps_who_certified_it_when_another_changes_it(desk, staff):
    recorder = UserFactory()
    record = ServiceRecordFactory(recorded_by=recorder, created_by=recorder)

    Desk(desk, change(record)).type(hours="3").send()

    record.refresh_from_db()
    assert (record.hours, record.recorded_by, record.created_by, record.updated_by) == (
        3,
        recorder,
        recorder,
        staff,
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"evidence": ""}, {"evidence": ["人工补记的时长必须写明依据。"]}),
        ({"hours": "0"}, {"hours": ["一天的服务时长要大于 0，不超过 24 小时。"]}),
        ({"hours": "24.5"}, {"hours": ["一天的服务时长要大于 0，不超过 24 小时。"]}),
        ({"hours": "-1"}, {"hours": ["一天的服务时长要大于 0，不超过 24 小时。"]}),
        ({"served_on": "那天"}, {"served_on": [NOT_READ]}),
        ({"content": "空\x00"}, {"content": ["这里有看不见的字符，请删去后再保存。"]}),
    ],
)
def test_service_record_is_refused_beside_its_field(desk, volunteer, values, said):
    form = Desk(desk, reverse("admin:volunteers_servicerecord_add"))
    form.type(volunteer=str(volunteer.pk), served_on="2020/03/05", hours="2.0", evidence="签到表")
    form.type(**values)

    answer = form.send()

    assert refusals(answer) == said
    assert still_typed(form, answer) == typed(form)
    assert not ServiceRecord.objects.exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"phone": "138"}, {"phone": ["请填写 11 位手机号。"]}),
        ({"id_number": "12345"}, {"id_number": ["请填写 18 位身份证号，末位字母用大写 X。"]}),
        ({"id_number": "11010519491231002X"}, {"id_number": ["这个身份证号已经登记过。"]}),
    ],
)
def test_volunteer_is_refused_beside_its_field(desk, volunteer, values, said):
    form = Desk(desk, reverse("admin:volunteers_volunteer_add")).type(name="彭豪", **values)

    answer = form.send()

    assert refusals(answer) == said
    assert still_typed(form, answer) == typed(form)
    assert list(Volunteer.objects.all()) == [volunteer]


def test_volunteer_is_not_put_into_a_team_twice(desk, volunteer):
    team = TeamFactory()
    form = Desk(desk, change(team))
    form.add_row("memberships", volunteer=str(volunteer.pk))
    form.add_row("memberships", volunteer=str(volunteer.pk))

    answer = form.send()

    assert refusals(answer) == {"memberships-1-volunteer": ["这名志愿者已经在队伍里。"]}
    assert still_typed(form, answer) == typed(form)
    assert not Membership.objects.exists()


def test_member_cannot_leave_before_joining(desk):
    membership = MembershipFactory()
    form = Desk(desk, change(membership.team))
    form.type(**{"memberships-0-joined_on": "2020/03/05", "memberships-0-left_on": "2020/03/04"})

    answer = form.send()

    assert refusals(answer) == {"memberships-0-left_on": ["退出日期不能早于加入日期。"]}
    assert still_typed(form, answer) == typed(form)


def test_group_known_only_by_its_number_is_one_team(desk):
    form = Desk(desk, reverse("admin:volunteers_team_add"))

    answer = form.type(name="青年突击队", kind="commando", announced_count="0").send()

    assert refusals(answer) == {"announced_count": ["公布的数量必须大于零；不知道时留空。"]}
    assert still_typed(form, answer) == typed(form)
