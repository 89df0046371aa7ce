"""A proposal on its own page: its values in a form, from the row or as somebody just typed them."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.forms import BaseFormSet, Form

from desk.forms.days import DayField
from intake.admin.forms import FORMS, rows_of
from intake.entering.figures import without_name
from intake.models import Proposal
from intake.recording import Refused


@dataclass
class List:
    """One list of a record; a row without its first field is no row."""

    name: str
    heading: str
    rows: BaseFormSet
    key: str

    @property
    def kept(self) -> list[Form]:
        return [row for row in self.rows if _says(row, self.key) and not row.cleaned_data.get("DELETE")]

    @property
    def taken_off(self) -> list[Form]:
        return [row for row in self.rows if row.initial and row not in self.kept]


class Editing:
    def __init__(self, proposal: Proposal, data=None):
        form, lists = FORMS[proposal.kind]
        self.proposal = proposal
        self.form = form(data, initial=proposal.values | {"area": proposal.area_id})
        for field in self.form.fields.values():
            if isinstance(field, DayField):
                field.until = _until(proposal)
        self.lists = [
            List(name, heading, rows_of(row)(data, prefix=name, initial=proposal.values[name]), key)
            for name, heading, row, key in lists
        ]

    @classmethod
    def as_kept(cls, proposal: Proposal) -> "Editing":
        """As if what is kept had just been typed, so that refusals stand beside its fields."""
        unbound = cls(proposal)
        data = {field.html_name: _typed(field) for field in unbound.form}
        for one in unbound.lists:
            data |= {field.html_name: _typed(field) for field in one.rows.management_form}
            data |= {field.html_name: _typed(field) for row in one.rows for field in row}
        editing = cls(proposal, data)
        editing.is_valid()
        return editing

    @property
    def stamp(self) -> str:
        """What the proposal held when its page was opened."""
        held = json.dumps([self.proposal.values, self.proposal.area_id], sort_keys=True)
        return hashlib.sha256(held.encode()).hexdigest()

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(one.rows.is_valid() for one in self.lists)])

    @property
    def area(self):
        return self.form.cleaned_data.get("area")

    @property
    def values(self) -> dict:
        values = {name: _plain(value) for name, value in self.form.cleaned_data.items() if name != "area"}
        for one in self.lists:
            values[one.name] = [
                {name: _plain(value) for name, value in row.cleaned_data.items() if name != "DELETE"}
                for row in one.kept
            ]
        if "summary" in values:
            values["summary"] = self._with_names_of_now(values["summary"])
        return values

    def _with_names_of_now(self, summary: str) -> str:
        """A figure that was renamed is called by its new name, one taken off stands as it was written."""
        figures = next(one for one in self.lists if one.name == "figures")
        for row in figures.kept:
            if row.initial:
                old, new = f"{{{row.initial['name']}}}", f"{{{row.cleaned_data['name']}}}"
                summary = summary.replace(old, new)
        for row in figures.taken_off:
            summary = without_name(summary, row.initial)
        return summary

    def say(self, refusal: Refused) -> None:
        """Put each sentence beside its field; above the form what is about none."""
        for name, sentences in refusal.fields.items():
            self.form.add_error(name if name in self.form.fields else None, sentences)
        for one in self.lists:
            kept = one.kept
            for number, fields in refusal.rows.get(one.name, {}).items():
                for name, sentences in fields.items():
                    row = kept[number]
                    row.add_error(name if name in row.fields else None, sentences)
        if not refusal.fields and not refusal.rows:
            self.form.add_error(None, str(refusal))


def _until(proposal: Proposal) -> date | None:
    """A day without its year is one of the document's own time, not of this year."""
    period = proposal.document.reading["period"]
    return date.fromisoformat(period["end"]) if period else None


def _says(row: Form, key: str) -> bool:
    return bool(row.cleaned_data.get(key))


def _typed(field):
    """What a browser would send of a field before anything is typed."""
    value = field.field.prepare_value(field.value())
    return "" if value is None or value is False else str(value)


def _plain(value):
    return str(value) if isinstance(value, date | Decimal) else value
