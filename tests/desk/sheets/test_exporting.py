"""A list as a file: exactly what it shows, in the columns declared, private ones only with the right."""

import csv
import io
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from desk.models import Event
from tests.factories import (
    ActivityFactory,
    FigureFactory,
    OrganizationFactory,
    StaffFactory,
    VolunteerFactory,
)

pytestmark = pytest.mark.django_db

VOLUNTEERS = "/admin/volunteers/volunteer/export/csv/"
ACTIVITIES = "/admin/activities/activity/export/xlsx/"


def with_rights(client, *names, **tied):
    user = StaffFactory(is_superuser=False, **tied)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def lines(answer):
    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


def cells(answer):
    return [list(row) for row in load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)]


def test_a_list_is_exported_as_it_is_filtered_and_searched(admin_client):
    told = ActivityFactory(title="祭扫烈士墓", starts_on=date(2021, 4, 2), place="陵园", state="draft")
    FigureFactory(activity=told, name="参与人数", wording="200余名")
    ActivityFactory(title="祭扫", state="withdrawn")
    ActivityFactory(title="护河", state="draft")

    rows = cells(admin_client.get(f"{ACTIVITIES}?q=祭扫&status=draft"))

    assert len(rows) == 2
    row = {heading: value for heading, value in zip(*rows, strict=True) if value is not None}
    assert (row["标题"], f"{row['开始日期']:%Y-%m-%d}", row["地点"], row["活动数据"], row["状态"]) == (
        ("祭扫烈士墓", "2021-04-02", "陵园", "参与人数：200余名", "草稿")
    )


def test_what_is_private_is_exported_only_with_the_right_and_both_are_logged(client):
    VolunteerFactory(name="李敏", organization=OrganizationFactory(name="一中团委"), phone="13800000000")

    without = lines(with_rights(client, "view_volunteer").get(VOLUNTEERS))
    whole = lines(with_rights(client, "view_volunteer", "view_private").get(VOLUNTEERS))

    assert without == [["姓名", "所属团组织", "注册日期"], ["李敏", "一中团委", ""]]
    assert whole[1] == ["李敏", "一中团委", "", "13800000000", "", "", ""]
    assert list(Event.objects.order_by("pk").values_list("words", flat=True)) == [
        "志愿者列表1条，CSV文件。",
        "志愿者列表1条，CSV文件，含手机号、身份证号、出生日期、备注。",
    ]


def test_nobody_exports_a_list_that_he_may_not_see(client):
    assert with_rights(client, "view_activity").get(VOLUNTEERS).status_code == 403


def test_a_text_that_would_run_as_a_formula_is_exported_as_text(admin_client):
    VolunteerFactory(name="李敏", note="=HYPERLINK(1)", organization=None)

    assert lines(admin_client.get(VOLUNTEERS))[1][-1] == "'=HYPERLINK(1)"


def test_a_kind_without_columns_of_its_own_is_exported_as_its_list_shows_it(admin_client):
    answer = admin_client.get("/admin/organizations/partner/export/csv/")

    assert lines(answer) == [["名称", "说明"]]


def test_chosen_rows_are_exported_alone(admin_client):
    one, _ = ActivityFactory(title="甲"), ActivityFactory(title="乙")

    answer = admin_client.post(
        "/admin/activities/activity/", {"action": "export_selected", "_selected_action": [one.pk]}
    )

    assert [row[0] for row in cells(answer)] == ["标题", "甲"]


def test_more_rows_than_a_workbook_holds_are_offered_as_csv(admin_client, monkeypatch):
    monkeypatch.setattr("desk.sheets.exporting.MOST_IN_WORKBOOK", 1)
    ActivityFactory(), ActivityFactory()

    answer = admin_client.get(f"{ACTIVITIES}?q=", follow=True)

    assert "共有2条，没有导出。请改为导出 CSV，或者先缩小范围，再导出一次最多1条的 XLSX。" in answer.text


def test_an_export_asks_the_database_as_often_for_three_records_as_for_one(admin_client):
    asked = []
    for _ in range(2):
        ActivityFactory().organizers.add(OrganizationFactory())
        admin_client.get(ACTIVITIES)  # whatever is asked once and kept
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(ACTIVITIES)
        asked.append(len(queries))
        ActivityFactory()

    assert asked[0] == asked[1]


def test_an_account_tied_to_a_branch_exports_only_what_is_its_own(client):
    own, other = OrganizationFactory(name="一中团委"), OrganizationFactory(name="二中团委")
    VolunteerFactory(name="李敏", organization=own)
    VolunteerFactory(name="王伟", organization=other)

    answer = with_rights(client, "view_volunteer", organizations=[own]).get(VOLUNTEERS)

    assert lines(answer)[1:] == [["李敏", "一中团委", ""]]
