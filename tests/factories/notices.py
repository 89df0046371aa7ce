import factory
from factory.django import DjangoModelFactory

from notices.models import Attachment, Notice
from tests import uploads
from tests.factories.base import PublishableFactory


class NoticeFactory(PublishableFactory):
    class Meta:
        model = Notice

    title = factory.Sequence(lambda n: f"通知{n}")


class AttachmentFactory(DjangoModelFactory):
    class Meta:
        model = Attachment

    notice = factory.SubFactory(NoticeFactory)
    title = factory.Sequence(lambda n: f"附件{n}")
    file = factory.LazyFunction(lambda: uploads.upload(uploads.word("报名表"), "报名表.docx"))
