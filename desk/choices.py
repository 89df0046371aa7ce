"""Choices of another record by search, as the desk shows them."""

import re

from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)

_KEY = re.compile(r"[0-9]{1,19}")  # no more fit a row's number


class WholeKeys:
    """Shows again only what can be a row's key: a forged one is refused in a sentence, not by a fault."""

    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [key for key in value if not key or _KEY.fullmatch(str(key))], attrs)


class RowSelect(WholeKeys, AutocompleteSelect):
    """A choice by search that shows what its row holds; the stock one asks the database once a row."""

    held = None

    def optgroups(self, name, value, attrs=None):
        if self.held is None or list(value) != [str(self.held.pk)]:
            return super().optgroups(name, value, attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, self.held.pk, str(self.held), True, len(options)))
        return [(None, options, 0)]


class RowsSelect(WholeKeys, AutocompleteSelectMultiple):
    """A choice by search of several."""


class PlainChoices:
    """A choice of another record offers to add one, not to change or delete what others use too."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return super().formfield_for_foreignkey(
            db_field, request, **self._by_search(RowSelect, db_field, request), **kwargs
        )

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(
            db_field, request, **self._by_search(RowsSelect, db_field, request), **kwargs
        )

    def _by_search(self, widget, db_field, request) -> dict:
        chosen = db_field.name in self.get_autocomplete_fields(request)
        return {"widget": widget(db_field, self.admin_site)} if chosen else {}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            for link in ("can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, link, False)
        return field
