"""A roster of sixty with two of one name, pasted from a spreadsheet: looked over, entered, undone."""

import pytest
from django.contrib.auth import get_user_model

from tests.factories import AwardTitleFactory

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"
GIVEN = "伟敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂"


def roster() -> str:
    """Sixty with serial numbers and units; 王伟 is of two schools, and once more of none."""
    people = [(f"赵{GIVEN[n % 20]}{GIVEN[n // 20]}", f"第{n % 9 + 1}中学") for n in range(57)]
    people[3:3] = [("王　伟", "第一中学")]
    people[40:40] = [("王伟", "第二中学")]
    lines = [f"{number}\t{name}\t{unit}\t教师" for number, (name, unit) in enumerate(people, 1)]
    return "\n".join(["优秀团员（60名）", "序号\t姓名\t单位\t职务", *lines, "60\t王伟\t\t"])


def test_roster_of_sixty_with_namesakes(page, live_server):
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    title = AwardTitleFactory(name="优秀团员", announced_count=60)
    page.goto(f"{live_server.url}/admin/honors/awardtitle/{title.pk}/change/")
    page.get_by_label("用户名").fill("xiaofang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()

    page.get_by_role("link", name="粘贴名单").click()
    page.get_by_label("名单").fill(roster())
    page.get_by_role("button", name="读名单").click()
    assert page.locator(".batch-sum").inner_text() == "公布60名，已登记0名；这次新录入59名，录入后共59名。"
    assert page.locator("#new tbody tr").count() == 59
    assert page.locator("#new tr", has_text="王伟").count() == 2
    assert page.locator("#asked tbody th").all_inner_texts() == ["王伟"]
    assert title.awards.count() == 0

    page.get_by_label("王伟（第62行）怎样办").select_option(label="是另一个人，录入")
    page.get_by_role("button", name="确认录入").click()
    assert "已录入 60 名" in page.locator(".messagelist").inner_text()
    assert title.awards.count() == 60
    assert sorted(title.awards.filter(name="王伟").values_list("unit", flat=True)) == [
        "",
        "第一中学",
        "第二中学",
    ]

    page.get_by_role("button", name="撤销这次录入").click()
    assert "已撤销，60条" in page.locator(".messagelist").inner_text()
    assert title.awards.count() == 0
