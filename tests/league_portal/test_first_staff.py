from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def create_first_staff():
    printed = StringIO()
    call_command("create_first_staff", stdout=printed)
    return printed.getvalue()


def test_first_staff_can_sign_in_with_the_password_shown(client):
    shown = create_first_staff()

    account, password = (line.split("：")[1] for line in shown.splitlines())
    assert client.login(username=account, password=password)
    assert client.get("/admin/").status_code == 200


def test_password_is_shown_only_once():
    create_first_staff()

    assert create_first_staff() == ""
    assert get_user_model().objects.count() == 1


def test_nobody_is_made_an_administrator_by_their_name():
    get_user_model().objects.create_user("admin")

    with pytest.raises(CommandError, match="账号 admin 已存在"):
        create_first_staff()
