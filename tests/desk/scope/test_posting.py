"""What is another branch's cannot be sent in, by whatever form or list: it is refused beside its field."""

import pytest
from django import forms
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from activities.models import Activity, Figure
from desk.publishing.acts import ALL, take_all
from desk.scope.admin import OUTSIDE
from tests.desk.scope.site import ELSEWHERE
from tests.factories import PUBLISHED_AT, FigureFactory, OrganizationFactory, SheetImportFactory
from tests.pages import Desk, refusals

pytestmark = pytest.mark.django_db

# The choices of each form that lead to records of branches; of all other kinds everybody chooses.
CHOICES = {
    "activities.activity": {
        "organizers",
        "figures-0-repeats",
        "figures-0-denominator",
        "participants-0-person",
    },
    "notices.notice": {"organization"},
    "organizations.organization": {"parent"},
    "organizations.person": {"organization"},
    "volunteers.servicerecord": {"volunteer", "activity", "team"},
    "volunteers.team": {"organization", "activities", "memberships-0-volunteer"},
    "volunteers.volunteer": {"organization", "service_records-0-activity", "service_records-0-team"},
}


def address_of(kind, page, *args):
    return reverse(f"admin:{kind.replace('.', '_')}_{page}", args=args)


def choices_in(page):
    """The names of the fields of an open form, new rows included, that choose from records of branches."""
    context = page.context
    forms_ = [("", context["adminform"].form)]
    forms_ += [
        (f"{one.formset.prefix}-0-", one.formset.empty_form) for one in context["inline_admin_formsets"]
    ]
    return {
        f"{before}{name}": field.queryset.model._meta.label_lower
        for before, form in forms_
        for name, field in form.fields.items()
        if isinstance(field, forms.ModelChoiceField) and name != form._meta.model._meta.pk.name
    }


@pytest.mark.parametrize("kind", CHOICES)
def test_choice_of_another_branch_is_refused_beside_its_field(branch, site, kind):
    address = address_of(kind, "add")
    chosen = {name: of for name, of in choices_in(branch.get(address)).items() if of in site.other}
    before = {model: model.objects.count() for model in (type(one) for one in site.own.values())}

    told = {}
    for name, of in chosen.items():
        form, key = Desk(branch, address), str(site.other[of].pk)
        prefix, _, field = name.rpartition("-0-")
        form = form.add_row(prefix, **{field: key}) if prefix else form.type(**{name: [key]})
        told[name] = refusals(form.send()).get(name)

    assert told == {name: [OUTSIDE] for name in CHOICES[kind]}
    assert {model: model.objects.count() for model in before} == before


def test_every_form_of_a_branch_is_tried_here(site):
    offering = {
        its.model._meta.label_lower
        for its in admin.site._registry.values()
        if its.model._meta.label_lower in site.own and its.autocomplete_fields
    }

    assert offering - CHOICES.keys() == set()


def test_row_of_another_branch_is_not_taken_over(branch, site):
    own, theirs = FigureFactory(activity=site.own["activities.activity"]), site.other["activities.figure"]
    form = Desk(branch, address_of("activities.activity", "change", own.activity_id))
    form.type(**{"figures-0-id": str(theirs.pk), "figures-0-wording": "9人"})

    answer = form.send()

    print(
        refusals(answer),
        [
            (f.initial, f.fields["id"].queryset)
            for f in answer.context["inline_admin_formsets"][0].formset.forms
        ],
    )
    assert refusals(answer)["figures-0-id"]
    wordings = Figure.objects.filter(pk__in=[own.pk, theirs.pk]).values_list("wording", flat=True)
    assert set(wordings) == {own.wording, theirs.wording}


@pytest.mark.parametrize("act", ["delete_selected", "submit_selected", "publish_selected"])
def test_act_upon_many_leaves_those_of_another_branch(branch, site, act):
    own, theirs = site.own["activities.activity"], site.other["activities.activity"]
    sent = {"action": act, "_selected_action": [theirs.pk, own.pk], "_confirmed": "1", "post": "yes"}

    branch.post(address_of("activities.activity", "changelist"), sent)

    states = dict(Activity.objects.filter(pk__in=[own.pk, theirs.pk]).values_list("pk", "state"))
    assert states[theirs.pk] == "draft"
    assert states.get(own.pk) == {"submit_selected": "in_review", "publish_selected": "published"}.get(act)


def test_act_upon_many_is_undone_by_nobody_who_lost_sight_of_them(branch, clerk, site):
    own = site.own["activities.activity"]
    (step,) = take_all(ALL["publish"], model=Activity, keys=[own.pk], by=clerk, at=PUBLISHED_AT)
    own.organizers.set([OrganizationFactory()])

    answer = branch.post(address_of("activities.activity", "undo", step.batch))

    assert answer.status_code == 403
    own.refresh_from_db()
    assert own.state == "published"


def test_search_for_a_choice_finds_nothing_of_another_branch(branch, site):
    found = {}
    for its in admin.site._registry.values():
        for one in (its, *(inline(its.model, admin.site) for inline in its.inlines)):
            for name in one.autocomplete_fields:
                field = one.model._meta.get_field(name)
                asked = {
                    "app_label": one.opts.app_label,
                    "model_name": one.opts.model_name,
                    "field_name": name,
                }
                answer = branch.get(reverse("admin:autocomplete"), asked | {"term": ELSEWHERE})
                found[field] = answer.status_code == 200 and answer.json()["results"]

    assert {str(field): told for field, told in found.items() if told} == {}


def test_page_on_the_site_of_another_branchs_record_is_not_told(branch, site):
    kind = "activities.activity"

    def told(record):
        of = ContentType.objects.get_for_model(record)
        return branch.get(reverse("admin:view_on_site", args=[of.pk, record.pk])).status_code

    assert (told(site.own[kind]), told(site.other[kind])) == (302, 404)


def test_table_that_somebody_else_takes_in_is_as_one_that_is_not_there(branch, site):
    table = SheetImportFactory(created_by=site.account())

    def asked(key):
        pages = ("change", "faulty", "history", "delete")
        return [
            branch.get(reverse(f"admin:intake_sheetimport_{page}", args=[key])).status_code for page in pages
        ]

    assert asked(table.pk) == asked(99999999) == [302, 404, 404, 403]
