from django.db import models


class CommitteeQuerySet(models.QuerySet):
    def current(self):
        """The committee of this portal, or None before its row has been entered."""
        return self.first()
