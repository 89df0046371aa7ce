from django.conf import settings
from django.db import models
from django.utils.deconstruct import deconstructible


@deconstructible
class Today(models.Func):
    """The day that it is here, as the database knows it: for rules that hold whoever writes."""

    template = f"((now() AT TIME ZONE '{settings.TIME_ZONE}')::date)"
    output_field = models.DateField()
