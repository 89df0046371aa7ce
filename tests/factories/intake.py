import factory
from django.contrib.contenttypes.models import ContentType
from factory.django import DjangoModelFactory

from activities.models import Activity
from intake.models import Batch, Document, Proposal, SheetImport, SheetRow
from tests.factories.honors import AwardTitleFactory

VALUES = {
    "title": "学雷锋志愿服务",
    "date_precision": "day",
    "starts_on": "2020-03-05",
    "ends_on": None,
    "day_part": "",
    "when_note": "",
    "is_inferred": False,
    "place": "",
    "organizers": [],
    "partners": [],
    "people": [],
    "campaign": "",
    "summary": "上门服务。",
    "figures": [],
}


class DocumentFactory(DjangoModelFactory):
    """Read, without anything to propose."""

    class Meta:
        model = Document

    name = factory.Sequence(lambda n: f"{2000 + n}年工作总结")
    sha256 = factory.Sequence(lambda n: f"{n:064X}")
    text = "上门服务。"
    status = Document.Status.SUMMARY
    reading = factory.LazyFunction(
        lambda: {
            "title": None,
            "committee": None,
            "period": None,
            "signed_on": None,
            "sections": [],
            "warnings": [],
            "nominees": [],
            "unplaced": [],
            "removed": [],
        }
    )


class ProposalFactory(DjangoModelFactory):
    """An open activity, its words the whole text."""

    class Meta:
        model = Proposal

    document = factory.SubFactory(DocumentFactory)
    kind = Proposal.Kind.ACTIVITY
    starts_at = 0
    ends_at = 5
    values = factory.LazyFunction(lambda: dict(VALUES))


class SheetImportFactory(DjangoModelFactory):
    """A table of activities that waits for a yes, without rows."""

    class Meta:
        model = SheetImport

    kind = factory.LazyFunction(lambda: ContentType.objects.get_for_model(Activity))
    name = "活动.xlsx"
    sha256 = factory.Sequence(lambda n: f"{n:064X}")
    headings = factory.LazyFunction(lambda: ["标题"])
    chosen = factory.LazyFunction(lambda: ["title"])


class SheetRowFactory(DjangoModelFactory):
    class Meta:
        model = SheetRow

    table = factory.SubFactory(SheetImportFactory)
    number = factory.Sequence(lambda n: n + 2)
    cells = factory.LazyFunction(lambda: ["护河行动"])


class BatchFactory(DjangoModelFactory):
    """A pasted roster that nobody has confirmed."""

    class Meta:
        model = Batch

    kind = Batch.Kind.ROSTER
    name = factory.Sequence(lambda n: f"名单{n}")
    target = factory.SubFactory(AwardTitleFactory)
    text = "王伟"
