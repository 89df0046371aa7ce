"""Roles and rights, and the page on which an account is given them."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse

from tests.desk.scope.answers import ROLES
from tests.factories import OrganizationFactory, RootOrganizationFactory, StaffFactory, UserFactory
from tests.harness.database import make_roles
from tests.pages import Desk, refusals
from toolkit.rights import extend_roles

pytestmark = pytest.mark.django_db


def test_new_site_has_the_roles_of_an_office():
    assert list(Group.objects.order_by("pk").values_list("name", flat=True)) == list(ROLES)


def test_role_that_is_there_by_that_name_stays_as_the_office_made_it():
    Group.objects.get(name="只读").permissions.clear()
    Group.objects.get(name="录入员").delete()

    make_roles()

    assert Group.objects.get(name="只读").permissions.count() == 0
    assert Group.objects.get(name="录入员").permissions.filter(codename="submit_activity").exists()


def test_later_right_is_added_to_a_role_and_takes_none_away():
    reader = Group.objects.get(name="只读")
    before = set(reader.permissions.all())

    extend_roles({"只读": {"desk.logline": "view"}, "没有的角色": {}}).code(apps, None)

    added = Permission.objects.get(codename="view_logline")
    assert set(reader.permissions.all()) == {*before, added}


def test_rights_are_offered_kind_by_kind_in_chinese(desk):
    page = desk.get(reverse("admin:auth_group_add"))

    field = page.context["adminform"].form.fields["permissions"]
    offered = {kind: [words for _, words in rights] for kind, rights in field.choices}
    assert list(offered)[:2] == ["活动", "活动数据"]
    assert offered["活动"] == ["查看", "增加", "修改", "删除", "送审", "退回", "发布", "定时发布", "撤回"]
    assert offered["志愿者"] == ["查看", "增加", "修改", "删除", "查看志愿者的私密信息"]
    assert offered["操作记录"] == ["查看"]
    machinery = {"会话", "内容类型", "权限", "未发布的修改", "读出的内容", "查找条目", "照片", "已删除的记录"}
    assert machinery.isdisjoint(offered)


def test_account_gets_its_roles_and_organizations_on_one_page(desk):
    branch, role = OrganizationFactory(), Group.objects.get(name="支部填报员")
    form = Desk(desk, reverse("admin:auth_user_add"))
    form.type(username="zhao", last_name="赵", password1="xihu-2026-tuan", password2="xihu-2026-tuan")
    form.type(groups=str(role.pk)).add_row("memberships", organization=str(branch.pk))

    form.send()

    account = User.objects.get(username="zhao")
    assert (account.is_staff, [*account.groups.all()]) == (True, [role])
    assert [tie.organization for tie in account.memberships.all()] == [branch]


def test_equal_tie_is_refused_beside_its_row(desk):
    account = UserFactory(is_staff=True)
    form = Desk(desk, reverse("admin:auth_user_change", args=[account.pk]))
    form.add_row("memberships", organization=str(RootOrganizationFactory().pk))

    assert refusals(form.send())["memberships-1-organization"] == ["这个账号已经归到这个团组织。"]


def test_keeper_of_accounts_makes_nobody_a_superuser(client):
    keeper = UserFactory(is_staff=True)
    keeper.groups.set(Group.objects.filter(name="站点管理员"))
    client.force_login(keeper)
    above = StaffFactory(last_name="周")

    Desk(client, reverse("admin:auth_user_change", args=[keeper.pk])).type(is_superuser="on").send()
    answer = client.post(reverse("admin:auth_user_change", args=[above.pk]), {"last_name": "周周"})
    password = client.get(reverse("admin:auth_user_password_change", args=[above.pk]))

    assert [answer.status_code, password.status_code] == [403, 403]
    assert set(User.objects.filter(is_superuser=True)) == {above}
