"""The desk's pages for a table: whoever may add such records sees what comes of each row first."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from activities.models import Activity
from intake.models import SheetImport
from intake.sheets.reading import read_sheets
from tests.factories import (
    ActivityFactory,
    OrganizationFactory,
    SheetRowFactory,
    StaffFactory,
    WorkAreaFactory,
)
from tests.intake.sheets.books import book

pytestmark = pytest.mark.django_db

ADD = "/admin/intake/sheetimport/add/"
HEADINGS = ["标题", "开始日期", "工作板块"]


def send(client, *rows, kind="activity", follow=True):
    WorkAreaFactory(name="思想引领")
    file = SimpleUploadedFile("台账.xlsx", book(*rows))
    return client.post(ADD, {"kind": kind, "file": file}, follow=follow)


def clerk(client, *rights):
    user = StaffFactory(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    return user


def test_a_table_is_shown_with_the_fault_beside_its_row_and_nothing_is_saved(admin_client):
    page = send(admin_client, HEADINGS, ["护河", "2021.4.2", "思想引领"], ["植树", "某天", "思想引领"])

    assert "共 2 行活动，可以导入 1 行，有问题 1 行。还没有保存。" in page.text
    assert "开始日期：“某天”看不出是哪一天。" in page.text
    assert not Activity.objects.exists()


def test_yes_saves_and_undo_takes_it_back(admin_client):
    send(admin_client, HEADINGS, ["护河", "2021.4.2", "思想引领"])
    address = SheetImport.objects.get().address

    saved = admin_client.post(address, {"do": "save"}, follow=True)
    assert "导入了 1 条活动" in saved.text
    undone = admin_client.post(address, {"do": "undo"}, follow=True)

    assert "这次导入已经撤销" in undone.text
    assert not Activity.objects.exists()


def test_many_rows_are_done_on_a_page_that_tells_how_far_it_is(admin_client, monkeypatch):
    monkeypatch.setattr("intake.admin.tables.AT_ONCE_BYTES", 0)
    monkeypatch.setattr("intake.admin.tables.AT_ONCE", 0)
    answer = send(admin_client, HEADINGS, ["护河", "2021.4.2", "思想引领"], follow=False)
    page = b"".join(answer.streaming_content).decode()
    address = SheetImport.objects.get().address

    assert "<li>已核对1行，共1行</li>" in page
    assert f'url={address}"' in page
    page = b"".join(admin_client.post(address, {"do": "save"}).streaming_content).decode()
    assert "<li>已导入1行，共1行</li>" in page
    assert Activity.objects.count() == 1


def test_a_file_that_cannot_be_read_is_refused_beside_its_box(admin_client):
    file = SimpleUploadedFile("台账.xlsx", b"\x89PNG\r\n\x1a\n\0")

    page = admin_client.post(ADD, {"kind": "activity", "file": file})

    assert "这不是表格文件" in page.text
    assert not SheetImport.objects.exists()


def test_only_kinds_that_one_may_add_are_offered_and_taken(client):
    clerk(client, "add_volunteer")

    assert list(client.get(ADD).context["form"].fields["kind"].choices) == [("volunteer", "志愿者")]
    assert "你没有添加这类记录的权限。" in send(client, HEADINGS, ["护河", "2021.4.2", "思想引领"]).text
    assert client.get("/admin/intake/sheetimport/template/activity/").status_code == 403


def test_whoever_may_add_nothing_sees_no_tables(client):
    table = SheetRowFactory().table
    clerk(client, "view_activity", "change_activity")

    addresses = (
        ADD,
        "/admin/intake/sheetimport/",
        table.address,
        f"/admin/intake/sheetimport/{table.pk}/faulty/",
    )
    assert {client.get(address).status_code for address in addresses} == {403}


def test_a_colleague_of_a_branch_does_not_see_the_tables_of_others(client):
    table = SheetRowFactory().table
    user = StaffFactory(is_superuser=False, organizations=[OrganizationFactory()])
    user.user_permissions.set(Permission.objects.filter(codename="add_activity"))
    client.force_login(user)

    answer = client.get(table.address)
    assert (answer.status_code, answer.url) == (302, "/admin/")
    assert client.get(f"/admin/intake/sheetimport/{table.pk}/faulty/").status_code == 404


def test_an_export_taken_in_again_changes_nothing(admin_client):
    ActivityFactory(title="护河", starts_on="2021-04-02")
    content = admin_client.get("/admin/activities/activity/export/xlsx/").content

    page = admin_client.post(
        ADD, {"kind": "activity", "file": SimpleUploadedFile("导出.xlsx", content)}, follow=True
    )

    assert "共 1 行活动，已有，跳过 1 行。还没有保存。" in page.text
    assert "已经登记过，不再导入。" in page.text


def test_the_list_leads_to_taking_in_a_table(admin_client):
    page = admin_client.get("/admin/activities/activity/")

    assert f'href="{ADD}?kind=activity">导入表格</a>' in page.text


def test_what_is_private_in_the_file_of_another_is_shown_only_with_the_right(client, admin_client):
    send(admin_client, ["姓名", "手机号", "注册日期"], ["李敏", "13800000000", "某天"], kind="volunteer")
    table = SheetImport.objects.get()
    addresses = (table.address, f"/admin/intake/sheetimport/{table.pk}/faulty/")
    clerk(client, "add_volunteer")

    page, file = (client.get(address) for address in addresses)

    assert "某天" in page.text
    assert "13800000000" not in page.text
    assert read_sheets(file.content)[0].rows[0] == ["问题", "姓名", "注册日期"]


def test_a_row_that_may_be_on_record_already_is_named_before_the_yes(admin_client):
    ActivityFactory(title="学雷锋志愿服务活动", starts_on="2021-03-05")

    page = send(
        admin_client, HEADINGS, ["学雷锋志愿服务", "2021.3.5", "思想引领"], ["植树", "2021.3.12", "思想引领"]
    )

    assert "共 2 行活动，可以导入 2 行，其中要留意 1 行。还没有保存。" in page.text
    assert "可能已经录入：“学雷锋志愿服务活动”（2021年3月5日），请看一看是不是同一个。" in page.text
