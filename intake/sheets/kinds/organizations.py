"""Organizations, of which one may be named before it is on record; and persons with their posts."""

import re

from intake.sheets.kinds.kind import Kind
from intake.sheets.values import Unfit
from organizations.models import Organization, Person, PersonPost
from toolkit import names
from toolkit.folding import compared

_SEVERAL = re.compile(r"[；;\n]+")


class Organizations(Kind):
    model = Organization
    at_once = 1  # a row may be the parent of the next
    key_fields = frozenset({"name"})
    hints = ("上级团组织也在同一张表里的，写在下级前面的行。",)

    def __init__(self, user):
        super().__init__(user)
        self.coming: set[str] = set()  # names of the rows before, while none of them is saved

    def value_of(self, column, row, words):
        try:
            return super().value_of(column, row, words)
        except Unfit:
            if column.name == "parent" and compared(words) in self.coming:
                row.waits_for = words
                return None
            raise

    def clean(self, made, row):
        super().clean(made, row)
        if not row.faults:
            self.coming |= {compared(name) for name in (made.record.name, made.record.short_name) if name}

    def not_yet(self, row):
        return {"parent"} if row.waits_for else ()

    def key_of(self, made):
        return made.record.name

    def known(self, made):
        """By the whole name, or by the short one of a body that is on record."""
        return {one.key for one in made if self.look.has(Organization, one.key)}


class Persons(Kind):
    model = Person
    name_of_rows = "posts"
    key_fields = frozenset({"name", "organization", "note"})
    hints = ("同名的两个人，用所在团组织或说明区分。",)

    def complete(self, made, row):
        for told in filter(None, map(str.strip, _SEVERAL.split(row.words.get("posts", "")))):
            unit, _, post = told.rpartition(" ")
            made.rows.append(("person", PersonPost(unit=unit.strip(), post=post)))

    def clean(self, made, row):
        super().clean(made, row)
        for _, post in made.rows:
            self.clean_row(post, row, "posts", "", exclude=("person",))

    def key_of(self, made):
        person = made.record
        return names.person(person.name), person.organization_id, person.note

    def known(self, made):
        keys = {one.key for one in made}
        there = Person.objects.filter(name__in={key[0] for key in keys})
        return keys & set(there.values_list("name", "organization_id", "note"))
