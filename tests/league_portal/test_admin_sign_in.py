import pytest
from django.contrib.auth import get_user_model


@pytest.fixture
def administrator(transactional_db):
    return get_user_model().objects.create_superuser("admin", password="correct horse battery")


def test_staff_desk_opens_in_a_browser_under_the_strict_policy(live_server, page, administrator):
    said = []
    page.on("console", lambda message: said.append(message.text))

    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("用户名").fill("admin")
    page.get_by_label("密码").fill("correct horse battery")
    page.get_by_role("button", name="登录").click()
    page.get_by_role("button", name="退出登录").wait_for()

    assert [text for text in said if "Content Security Policy" in text] == []
