"""数字的出处: a field for each number in staff's own words, to choose what it was taken from."""

import hashlib
import re
from dataclasses import dataclass

from django import forms

import counting
from reports.admin.draft import Draft
from reports.checks.words.claims import claims_in
from reports.checks.words.quotations import MASK, without_quotations
from reports.composing.bindings import Place, offered, place_of
from reports.document import Figure

_BRACES = re.compile(r"\{[^{}]*\}")
NONE = ("", "没有选定")


@dataclass(frozen=True)
class Number:
    """A number in a text that something on record states as well."""

    place: Place
    choices: list[tuple[str, str]]  # (Binding.source, what it is called)

    @property
    def name(self) -> str:
        """Of its field: the same for as long as the clause stays."""
        digest = hashlib.sha256("\0".join(self.place).encode()).hexdigest()
        return f"origin-{digest[:12]}"

    @property
    def label(self) -> str:
        clause, number = self.place
        return f"“{clause}”里的“{number}”"


def numbers_of(text: str, draft: Draft) -> list[Number]:
    """The numbers of staff's own words that can be bound."""
    stated = _masked(text)
    claims = {place_of(text, typed): counting.key_of(typed.count) for typed in claims_in(stated)}
    if not claims:
        return []
    called: dict[tuple, list[tuple[str, str]]] = {}
    for source, figure in offered(draft.material, draft.document.totals).items():
        called.setdefault(counting.key_of(figure), []).append((source, _called(figure)))
    return [Number(place, called[key]) for place, key in claims.items() if key in called]


def bound_now(draft: Draft, *, placement=None, written=None) -> dict[Place, str]:
    """What the numbers of a text are bound to."""
    text = (placement and placement.pk, written and written.pk)
    rows = draft.material.bindings
    return {
        (row.clause, row.number): row.source for row in rows if (row.placement_id, row.written_id) == text
    }


def add_origins(form, text: str, draft: Draft, **whose) -> None:
    """A field for each of these numbers; ``chosen_in`` reads them."""
    bound = bound_now(draft, **whose)
    found = numbers_of(text, draft)
    form.numbers = {number.name: number.place for number in found}
    for number in found:
        choices = [NONE, *number.choices]
        known = dict(choices)
        field = forms.ChoiceField(label=number.label, choices=choices, required=False)
        source = bound.get(number.place, "")
        form.add(number.name, field, source if source in known else "")


def chosen_in(form) -> dict[Place, str]:
    """What was chosen anew, by where the number stands."""
    return {form.numbers[name]: source for name, source in form.typed.items() if name in form.numbers}


def _called(figure: Figure) -> str:
    if len(figure.sources) != 1:
        return f"合计：{figure.label} {figure.text}"
    return f"{figure.sources[0].label}：{figure.label} {figure.text}"


def _masked(text: str) -> str:
    """The text without names in braces and quotations, every other character in its place."""
    return without_quotations(_BRACES.sub(lambda name: MASK * len(name[0]), text))
