"""Who took part: typed by name, with the post that the register knows them to have held on that day."""

from dataclasses import replace
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from activities.admin.typed import TypedPerson, endings_of, person_in, persons_in, words_of_person
from activities.models import Participant
from desk.forms.lines import LineRows, Offer
from desk.rows import RowsFormSet
from organizations.models import Person
from toolkit.dates.typed import NotADay, read_day

MOST_OFFERED = 8
ROLES = dict(Participant.Role.choices)


class ParticipantForm(forms.ModelForm):
    is_enlisted = forms.BooleanField(
        label="记入人员库", required=False, help_text="保存时把这个人和职务记入人员库，以后输入姓名就会提示。"
    )

    def clean(self):
        cleaned = super().clean()
        person = cleaned.get("person")
        if person and cleaned.get("name") and person.name != cleaned["name"]:
            refusal = f"人员库里的这个人叫“{person}”，与填写的姓名不同；不是同一个人的，请清空这一项。"
            self.add_error("person", ValidationError(refusal))
        return cleaned


class ParticipantRowsFormSet(RowsFormSet):
    def enlist(self, request, register) -> None:
        """Enter in the register whom staff want there."""
        if not register.has_add_permission(request):
            return
        for row in self.rows_to_keep:
            named = row.instance
            if row.cleaned_data.get("is_enlisted") and named.person_id is None:
                named.person = register.enlist(request, name=named.name, post=named.post)


class ParticipantRows(LineRows):
    model = Participant
    form = ParticipantForm
    formset = ParticipantRowsFormSet
    autocomplete_fields = ("person",)
    example = "例如：区委书记，张三，讲话（一行一人，回车加上）"
    beside = "starts_on"
    fieldsets = (
        (None, {"fields": (("name", "post", "role"),)}),
        (None, {"fields": ("person", "is_enlisted", "is_minor", "position"), "classes": ("collapse",)}),
    )

    def get_fieldsets(self, request, obj=None):
        (line, shown), (more, folded) = super().get_fieldsets(request, obj)
        if self.admin_site.get_model_admin(Person).has_add_permission(request):
            return (line, shown), (more, folded)
        without = tuple(name for name in folded["fields"] if name != "is_enlisted")
        return (line, shown), (more, folded | {"fields": without})

    def offers_for(self, request, line, beside):
        if lines := persons_in(line):
            return [Offer("、".join(lines), note=f"{len(lines)}人，各成一行", is_sure=True, lines=lines)]
        persons = list(self._persons(request, line)) if line else []
        typed = person_in(line, {person.name for person in persons})
        day = _day(beside)
        of_register = [
            offer for person in persons if typed.name in person.name for offer in _offers(person, typed, day)
        ]
        named = [one for one in of_register if one.values["name"] == typed.name]
        same = [one for one in named if one.is_sure]
        if len(same) > 1:  # namesakes in one post
            same = [replace(one, is_sure=False) for one in same]
        first = same or (named if not typed.post else [])
        if len(typed.name) == 1:
            first = of_register
        others = [one for one in of_register if one.values not in [shown.values for shown in first]]
        words = _shown(typed.post, typed.name, typed.role)
        as_typed = Offer(words, _values(typed), note="照写的填", is_sure=len(same) != 1)
        return [*first[: MOST_OFFERED - 1], as_typed, *others][:MOST_OFFERED]

    def _persons(self, request, line):
        """Those of the register whose name begins with a word of the line, or ends it."""
        register = self.admin_site.get_model_admin(Person)
        if not register.has_view_permission(request):
            return Person.objects.none()
        told = Q(pk__in=())
        for word in words_of_person(line):
            told |= Q(name__startswith=word) | Q(name__in=endings_of(word))
        return register.get_queryset(request).filter(told).prefetch_related("posts")[: MOST_OFFERED * 2]


def _offers(person: Person, typed: TypedPerson, day: date) -> list[Offer]:
    """One for each post that the person held on the day."""
    posts = [str(post) for post in person.posts.all() if post.was_held_on(day)]
    told = f"{day.year}年{day.month}月{day.day}日"
    return [
        Offer(
            _shown(post, person.name, typed.role),
            _values(TypedPerson(person.name, post, typed.role)) | {"person": str(person.pk)},
            note="，".join(
                filter(None, (person.note, f"{told}的职务" if post else f"{told}的职务没有登记，照写的填"))
            ),
            labels={"person": str(person)},
            # By the name alone, or in a post that is not known of that day, a namesake may be meant.
            is_sure=bool(posts) and post == typed.post,
        )
        for post in posts or [typed.post]
    ]


def _shown(post: str, name: str, role: str) -> str:
    return f"{post}{name} {ROLES[role]}" if post else f"{name} {ROLES[role]}"


def _values(person: TypedPerson) -> dict[str, str]:
    return {"name": person.name, "post": person.post, "role": str(person.role)}


def _day(typed: str) -> date:
    """The day that stands in the form; today where none does yet."""
    today = timezone.localdate()
    try:
        return read_day(typed, today=today)
    except NotADay:
        return today
