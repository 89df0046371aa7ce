"""What accounts are tied to."""

from django.conf import settings
from django.db import models

from organizations.models.bodies import Organization
from toolkit.constraints import RulesBesideFields


class Membership(RulesBesideFields):
    """Whose records an account sees and edits at the desk: this organization's, and those of all beneath."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="账号",
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name="团组织",
        on_delete=models.PROTECT,
        related_name="members",
        help_text="能看到、能改这个团组织和它下面各级的记录；选团区委的，是全区。",
    )

    class Meta:
        verbose_name = "所在团组织"
        verbose_name_plural = "所在团组织"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("account", "organization"),
                name="organizations_membership_once",
                violation_error_code="organization",
                violation_error_message="这个账号已经归到这个团组织。",
            ),
        )

    def __str__(self):
        return str(self.organization)
