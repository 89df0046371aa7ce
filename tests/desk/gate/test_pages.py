"""The list of what was let pass by the privacy gate."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.factories import ActivityFactory, NoticeFactory, OverruledFactory, StaffFactory, UserFactory
from tests.reading import texts

pytestmark = pytest.mark.django_db

LIST = reverse("admin:desk_overruled_changelist")


def test_list_tells_who_let_what_pass_where_and_why_and_leads_to_the_record(desk):
    notice = NoticeFactory(title="报名通知")
    OverruledFactory(record=notice, by=StaffFactory(last_name="王", first_name="小明"))
    gone = ActivityFactory()
    OverruledFactory(record=gone)
    gone.delete()

    page = desk.get(LIST)

    cells = [texts(page, f"//td[contains(@class, 'field-{name}')]") for name in ("who", "record", "reason")]
    assert cells[0][-1] == "王小明"
    assert cells[1] == ["活动（已删除）", "通知公告“报名通知”"]
    assert cells[2] == ["本人公开的工作电话"] * 2
    assert texts(page, "//td[contains(@class, 'field-record')]/a/@href") == [
        reverse("admin:notices_notice_change", args=[notice.pk])
    ]


def test_list_is_for_those_who_let_pass_or_read_the_log_and_tells_of_records_that_they_see(client):
    OverruledFactory(record=NoticeFactory())
    reader = UserFactory(is_staff=True)
    client.force_login(reader)
    answers = [client.get(LIST).status_code]

    reader.user_permissions.set(Permission.objects.filter(codename__in=("overrule_privacy", "view_activity")))
    answers.append(client.get(LIST).status_code)

    assert answers == [403, 200]
    assert client.get(LIST).context["cl"].result_count == 0
    reader.user_permissions.add(Permission.objects.get(codename="view_notice"))
    assert client.get(LIST).context["cl"].result_count == 1


def test_nobody_writes_in_the_list(desk):
    kept = OverruledFactory(record=NoticeFactory())

    answers = [
        desk.get(reverse("admin:desk_overruled_add")).status_code,
        desk.post(reverse("admin:desk_overruled_change", args=[kept.pk]), {"reason": "别的"}).status_code,
        desk.post(reverse("admin:desk_overruled_delete", args=[kept.pk]), {"post": "yes"}).status_code,
    ]

    assert answers == [403, 403, 403]
