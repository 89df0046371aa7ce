import pytest
from django.urls import reverse

from organizations.models import Committee, Organization, Partner
from tests.factories import CommitteeFactory, OrganizationFactory, PartnerFactory, RootOrganizationFactory
from tests.pages import Desk, refusals, still_typed, typed

pytestmark = pytest.mark.django_db

ADD_COMMITTEE = reverse("admin:organizations_committee_add")


def test_committee_is_entered_once(desk, staff):
    Desk(desk, ADD_COMMITTEE).type(name="共青团西湖区委", site_name="西湖区共青团").send()

    committee = Committee.objects.get()
    assert (committee.name, committee.created_by) == ("共青团西湖区委", staff)
    assert desk.get(ADD_COMMITTEE).status_code == 403


def test_committee_is_changed_and_notes_who_did(desk, staff):
    committee = CommitteeFactory()

    Desk(desk, reverse("admin:organizations_committee_change", args=[committee.pk])).type(
        term="第十届"
    ).send()

    committee.refresh_from_db()
    assert (committee.term, committee.updated_by) == ("第十届", staff)


def test_committee_is_never_deleted(desk):
    committee = CommitteeFactory()

    answer = desk.post(reverse("admin:organizations_committee_delete", args=[committee.pk]), {"post": "yes"})

    assert answer.status_code == 403
    assert Committee.objects.exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": "某团支部"}, {"name": ["已经有同名的团组织。"]}),
        ({"parent": ""}, {"parent": ["团区委没有上级；其余团组织都要选择上级。"]}),
        ({"kind": "committee", "parent": ""}, {"kind": ["团区委只有一个。"]}),
        ({"kind": ""}, {"kind": ["请填写这一项。"]}),
        ({"short_name": "空\x00"}, {"short_name": ["这里有看不见的字符，请删去后再保存。"]}),
    ],
)
def test_organization_is_refused_beside_its_field(desk, values, said):
    root = RootOrganizationFactory()
    existing = OrganizationFactory(name="某团支部")
    form = Desk(desk, reverse("admin:organizations_organization_add"))
    form.type(name="另一团支部", kind="branch", parent=str(root.pk), is_active="on").type(**values)

    answer = form.send()

    assert refusals(answer) == said
    assert still_typed(form, answer) == typed(form)
    assert set(Organization.objects.all()) == {root, existing}


def test_organization_in_use_is_not_deleted_but_named(desk):
    child = OrganizationFactory()
    path = reverse("admin:organizations_organization_delete", args=[child.parent.pk])

    answer = desk.post(path, {"post": "yes"})

    assert child.name in str(answer.context["protected"])
    assert Organization.objects.count() == 2


def test_second_partner_of_one_name_is_refused(desk):
    partner = PartnerFactory()
    form = Desk(desk, reverse("admin:organizations_partner_add")).type(name=partner.name, note="说明")

    answer = form.send()

    assert refusals(answer) == {"name": ["已经有同名的合作单位。"]}
    assert still_typed(form, answer) == typed(form)
    assert list(Partner.objects.all()) == [partner]
