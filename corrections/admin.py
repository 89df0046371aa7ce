from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html

from corrections.actions import move
from corrections.models import Correction
from desk.filtering import Days
from desk.history.keeping import kept
from desk.records import TellingAdmin

State = Correction.State


def may_see_contact(request):
    return request.user.has_perm("corrections.view_contact")


def moving_to(state):
    """An action of the list that moves the chosen corrections to a state."""

    @admin.action(description=f"标为“{state.label}”", permissions=["change"])
    def move_selected(self, request, queryset):
        moved = self.move(request, queryset, state)
        if moved:
            self.message_user(request, f"{len(moved)} 条标为“{state.label}”。")
        else:
            self.message_user(request, f"所选的已经是“{state.label}”。", messages.INFO)

    move_selected.__name__ = f"move_to_{state.value}"
    return move_selected


@admin.register(Correction)
class CorrectionAdmin(TellingAdmin):
    """What readers told: read, worked through, never written by staff."""

    stock_rights = ("view", "change", "delete")
    may_restore = False  # its handling moves on, never back
    actions = [moving_to(state) for state in State if state != State.NEW]
    list_display = ("received_at", "short_text", "page_link", "state", "handled_by", "handled_at")
    list_filter = ("state", Days.over("received_at", "收到时间"))
    list_select_related = ("handled_by",)
    list_per_page = 50
    date_hierarchy = "received_at"
    search_fields = ("page", "text", "note")
    search_help_text = "按网页地址、纠错内容或处理记录查找。"
    readonly_fields = ("page_link", "text", "contact", "received_at", "handled_by", "handled_at")
    fieldsets = (
        ("读者说", {"fields": ("page_link", "text", "received_at")}),
        ("处理", {"fields": ("state", "note", ("handled_by", "handled_at"))}),
    )
    contact_fieldset = (
        "联系方式",
        {"fields": ("contact",), "description": "只用于就这条意见联系读者，不要转给别人。"},
    )

    def get_fieldsets(self, request, obj=None):
        told, handling = super().get_fieldsets(request, obj)
        private = [self.contact_fieldset] if may_see_contact(request) else []
        return (told, *private, handling)

    def lookup_allowed(self, lookup, value, request):
        """Else the address of the list could be asked for a contact, letter by letter."""
        if lookup.partition("__")[0] == "contact" and not may_see_contact(request):
            return False
        return super().lookup_allowed(lookup, value, request)

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if obj and obj.state != State.NEW and "state" in form.base_fields:
            form.base_fields["state"].choices = [choice for choice in State.choices if choice[0] != State.NEW]
        return form

    def has_add_permission(self, request):
        return False

    @transaction.atomic
    def save_model(self, request, obj, form, change):
        """The note is the form's to write; the state moves as everywhere, by the one action."""
        self.stand(request, obj)
        if "note" in form.changed_data:
            obj.save(update_fields=("note",))
        if "state" in form.changed_data:
            move(
                corrections=Correction.objects.filter(pk=obj.pk),
                to=obj.state,
                by=request.user,
                at=timezone.now(),
            )

    @transaction.atomic
    def move(self, request, corrections, state):
        """Make the move and write it into each record's history."""
        words = f"标为“{state.label}”。"
        with kept(corrections, by=request.user, words=words):
            moved = move(corrections=corrections, to=state, by=request.user, at=timezone.now())
        if moved:
            LogEntry.objects.log_actions(request.user.pk, moved, CHANGE, change_message=words)
        return moved

    @admin.display(description="哪里有错")
    def short_text(self, correction):
        return correction.text[:60]

    @admin.display(description="哪一页", ordering="page")
    def page_link(self, correction):
        return format_html('<a href="{0}">{0}</a>', correction.page)
