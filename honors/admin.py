from collections import Counter

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count

from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import WHEN_FIELDS, DatedForm, RichTextAdmin, TellingAdmin
from desk.rows import TableRows
from honors.actions import add_recipients
from honors.models import Award, AwardTitle, Commendation, HonorReceived
from toolkit import names

MOST_NAMED = 5  # in one sentence on top of the page


class TitleRows(TableRows):
    model = AwardTitle
    fields = ("name", "recipients", "announced_count", "noun", "position", "entered")
    readonly_fields = ("entered",)
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(entered_count=Count("awards"))

    @admin.display(description="已登记")
    def entered(self, title):
        return getattr(title, "entered_count", 0)


@admin.register(Commendation)
class CommendationAdmin(RichTextAdmin, PublishableAdmin):
    form = DatedForm
    inlines = (TitleRows,)
    list_display = ("title", "year", "area", "when")
    list_filter = ("year", "area")
    list_select_related = ("area",)
    date_hierarchy = "starts_on"
    search_fields = ("title", "decision_number", "titles__name", "titles__awards__name")
    search_help_text = "按标题、文号、称号或获奖者查找。"
    fieldsets = (
        ("什么表彰", {"fields": (("year", "title"), "area", "authority")}),
        (
            "何时",
            {
                "fields": (
                    *WHEN_FIELDS,
                    ("publicity_starts_on", "publicity_ends_on"),
                    ("decided_on", "decision_number"),
                ),
                "description": "先公示，后表彰；不知道的日期留空。",
            },
        ),
        ("文字", {"fields": ("summary", "body")}),
        PUBLISHING,
    )

    @admin.display(description="时间", ordering="starts_on")
    def when(self, commendation):
        return commendation.when_text


class AwardRows(TableRows):
    model = Award
    fields = ("name", "organization", "is_minor", "position")
    autocomplete_fields = ("organization",)


class AwardTitleForm(forms.ModelForm):
    names = forms.CharField(
        label="粘贴名单",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
        help_text="一行一个姓名或单位全称，保存后加到名单末尾；已经登记的不会重复。",
    )

    def clean_names(self):
        pasted = [(line.strip(), names.person(line)) for line in self.cleaned_data["names"].splitlines()]
        longest = Award._meta.get_field("name").max_length
        for number, (_, name) in enumerate(pasted, 1):
            if len(name) > longest:
                raise ValidationError(f"第 {number} 行超过 {longest} 个字，请检查是否漏了换行。")
        self.kept_otherwise = [
            f"“{line}”已改为“{name}”" for line, name in pasted if names.changes(line, name)
        ]
        return [name for _, name in pasted if name]


@admin.register(AwardTitle)
class AwardTitleAdmin(TellingAdmin):
    """A title with its recipients, of whom there may be many."""

    form = AwardTitleForm
    inlines = (AwardRows,)
    list_display = ("name", "commendation", "recipients", "announced_count", "entered")
    list_filter = ("commendation__year", "recipients")
    list_select_related = ("commendation",)
    list_per_page = 50
    search_fields = ("name", "commendation__title", "awards__name", "awards__organization__name")
    search_help_text = "按称号、表彰标题、获奖者或其团组织查找。"
    autocomplete_fields = ("commendation",)
    ordering = ("-commendation__year", "commendation", "position", "pk")
    fieldsets = (
        (
            "奖项",
            {"fields": ("commendation", ("name", "recipients"), ("announced_count", "noun"), "position")},
        ),
        ("名单", {"fields": ("names",)}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(entered_count=Count("awards"))

    @admin.display(description="已登记", ordering="entered_count")
    def entered(self, title):
        return title.entered_count

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        pasted = form.cleaned_data["names"]
        entered = add_recipients(title=form.instance, names=pasted)
        if form.kept_otherwise:
            messages.warning(request, f"粘贴的名单里，{_some(form.kept_otherwise)}，请核对。")
        if twice := Counter(pasted) - Counter(award.name for award in entered):
            messages.warning(
                request,
                f"名单里已有的名字没有再登记一次：{_some(list(twice))}。"
                "确是同名的另一个人，请在下面逐个添加，并选上各自的团组织。",
            )


def _some(words):
    return "、".join(words[:MOST_NAMED]) + (f"等 {len(words)} 处" if len(words) > MOST_NAMED else "")


@admin.register(HonorReceived)
class HonorReceivedAdmin(PublishableAdmin):
    form = DatedForm
    list_display = ("title", "year", "rank", "scope", "authority")
    list_filter = ("year",)
    date_hierarchy = "starts_on"
    search_fields = ("title", "authority")
    search_help_text = "按荣誉名称或授予单位查找。"
    fieldsets = (
        ("什么荣誉", {"fields": (("year", "title"), "authority", ("rank", "scope"))}),
        ("何时", {"fields": WHEN_FIELDS}),
        PUBLISHING,
    )
