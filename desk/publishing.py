"""Records with a public page: their state in the list, and the acts that change it."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from desk.history.keeping import kept
from desk.records import StampedAdmin
from toolkit import publishing

PUBLISHING = ("发布", {"fields": (("state", "published_at"),)})


class PublishableAdmin(StampedAdmin):
    """A record with a public page: its state in the list, and buttons to publish and withdraw."""

    actions = ("publish_selected", "withdraw_selected")

    def get_list_display(self, request):
        return (*super().get_list_display(request), "state", "published_at")

    def get_list_filter(self, request):
        return ("state", *super().get_list_filter(request))

    def view_on_site(self, obj):
        """The page of the record as it is saved: what a refused form holds may be no address."""
        saved = self.model._default_manager.get(pk=obj.pk)
        return saved.get_absolute_url() if saved.is_published else None

    @admin.action(description="发布所选", permissions=["change"])
    def publish_selected(self, request, queryset):
        try:
            published = self._move(request, queryset, publishing.publish, "发布。")
        except ValidationError as refusal:
            sentence = f"一条也没有发布，请先改正{''.join(refusal.messages)}"
            self.message_user(request, sentence, messages.ERROR)
        else:
            self._tell(request, published, "发布了 {} 条。", "所选的都已经发布。")

    @admin.action(description="撤回所选", permissions=["change"])
    def withdraw_selected(self, request, queryset):
        withdrawn = self._move(request, queryset, publishing.withdraw, "撤回。")
        self._tell(request, withdrawn, "撤回了 {} 条。", "所选的都没有发布，不需要撤回。")

    @transaction.atomic
    def _move(self, request, queryset, move, note):
        """Make the move and write it into each record's history."""
        with kept(queryset, by=request.user, words=note):
            moved = move(records=queryset, by=request.user, at=timezone.now())
        if moved:
            LogEntry.objects.log_actions(request.user.pk, moved, CHANGE, change_message=note)
        return moved

    def _tell(self, request, moved, sentence, sentence_for_none):
        if moved:
            self.message_user(request, sentence.format(len(moved)))
        else:
            self.message_user(request, sentence_for_none, messages.INFO)
