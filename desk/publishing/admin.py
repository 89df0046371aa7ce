"""The admin of a record with a public page."""

from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.db import transaction

from desk.gate.finding import Hit, hits_in
from desk.gate.forms import Gate
from desk.gate.overruling import RIGHT
from desk.publishing.acts import Act
from desk.publishing.bulk import BulkActs
from desk.publishing.lists import OF_DRAFT, StatusFilter, with_drafts
from desk.publishing.previews.pages import PreviewPages
from toolkit.publishing import Publishable

PUBLISHING = ("发布", {"fields": ("status_told",)})


class PublishableAdmin(PreviewPages, BulkActs):
    """A record with a public page: its state in list and form, and the acts that change it."""

    def get_queryset(self, request):
        return with_drafts(super().get_queryset(request))

    def get_list_display(self, request):
        return (*super().get_list_display(request), "status_told", "published_at")

    def get_list_filter(self, request):
        return (StatusFilter, *super().get_list_filter(request))

    @admin.display(description="状态", ordering="state")
    def status_told(self, record):
        return record.status_text + OF_DRAFT[getattr(record, "draft_sent", None)]

    def view_on_site(self, obj):
        """The page of the record as it is saved: what a refused form holds may be no address."""
        saved = self.model._default_manager.get(pk=obj.pk)
        return saved.get_absolute_url() if saved.is_published else None

    def may_act(self, request, act: Act, record: Publishable | None = None) -> bool:
        """Whether the user may do the act, with this record where one is given."""
        codename = get_permission_codename(act.right, self.opts)
        return request.user.has_perm(f"{self.opts.app_label}.{codename}", record or self.model)

    def asks_before_publishing(self, record: Publishable) -> list[str]:
        """What to ask before the record, as it is saved, is published: each a phrase, as 还没有概要."""
        return []

    def refusals_before_publishing(self, record: Publishable) -> list[str]:
        """What stands against publishing the record, as it is saved: each a sentence."""
        return [hit.sentence for hit in self.private_in(record)]

    def private_in(self, record: Publishable) -> list[Hit]:
        """What is private in the record and its rows; looked for already where many are published at once."""
        return record.found_private if hasattr(record, "found_private") else hits_in(record)

    def may_overrule(self, request, record: Publishable) -> bool:
        """Whether what stands against publishing is private words alone, which the user may let pass."""
        found = [hit.sentence for hit in self.private_in(record)]
        return (
            bool(found) and request.user.has_perm(RIGHT) and found == self.refusals_before_publishing(record)
        )

    @transaction.atomic
    def take_act(self, request, act, record, **told):
        gate = Gate.of(request)
        if act.publishes and gate.lets_pass:
            gate.found = self.private_in(record)
            gate.keep(record, by=request.user)
        return super().take_act(request, act, record, **told)
