import factory

from notices.models import Notice
from tests.factories.base import PublishableFactory


class NoticeFactory(PublishableFactory):
    class Meta:
        model = Notice

    title = factory.Sequence(lambda n: f"通知{n}")
