"""Database constraints whose refusal appears beside the field it is about.

A constraint names that field as its ``violation_error_code``; Django alone
would print every refusal of a constraint above the form.
"""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models


class RulesBesideFields(models.Model):
    """A model that shows the refusals of its constraints beside their fields."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude=None):
        try:
            super().validate_constraints(exclude=exclude)
        except ValidationError as refusal:
            raise ValidationError(self._by_field(refusal, exclude or ())) from None

    def _by_field(self, refusal, exclude):
        """Move each error to the field its code names, unless the form lacks that field."""
        fields = {field.name for field in self._meta.get_fields()} - set(exclude)
        by_field = {}
        for name, errors in refusal.error_dict.items():
            for error in errors:
                code = error.code
                place = code if name == NON_FIELD_ERRORS and code in fields else name
                by_field.setdefault(place, []).append(error)
        return by_field
