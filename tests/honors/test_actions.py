import pytest

from honors.actions import add_recipients
from tests.factories import AwardFactory, AwardTitleFactory

pytestmark = pytest.mark.django_db


def test_add_recipients_continues_the_list_and_repeats_nobody():
    title = AwardTitleFactory()
    AwardFactory(title=title, name="李琪", position=4)

    add_recipients(title=title, names=["彭豪", "李琪", "纪小川", "彭豪"])

    assert list(title.awards.values_list("name", "position")) == [("李琪", 4), ("彭豪", 5), ("纪小川", 6)]
