from django.contrib import admin
from django.contrib.auth.models import User

from desk.accounts import AccountAdmin
from desk.filtering import Related
from desk.records import StampedAdmin
from desk.rows import TableRows
from desk.scope.reach import reach_of
from organizations.models import (
    Committee,
    Membership,
    Organization,
    Partner,
    Person,
    PersonPost,
)


@admin.register(Organization)
class OrganizationAdmin(StampedAdmin):
    list_display = ("name", "kind", "parent", "is_active")
    list_filter = ("kind", Related.by("parent"), "is_active")
    list_select_related = ("parent",)
    search_fields = ("name", "short_name")
    search_help_text = "按全称或简称查找。"
    autocomplete_fields = ("parent",)
    fieldsets = (
        (None, {"fields": (("name", "short_name"), "kind", "parent")}),
        ("现状", {"fields": ("is_active",)}),
    )


@admin.register(Partner)
class PartnerAdmin(StampedAdmin):
    list_display = ("name", "note")
    search_fields = ("name", "note")
    search_help_text = "按名称或说明查找。"
    fieldsets = ((None, {"fields": ("name", "note")}),)


class PostRows(TableRows):
    model = PersonPost
    fields = ("unit", "post", "since", "until")


@admin.register(Person)
class PersonAdmin(StampedAdmin):
    """The register from which forms propose whom they name, with the post held on that day."""

    inlines = (PostRows,)
    list_display = ("name", "told_posts", "organization", "note")
    list_filter = (Related.by("organization"),)
    list_select_related = ("organization",)
    search_fields = ("name", "note", "posts__unit", "posts__post")
    search_help_text = "按姓名、单位、职务或说明查找。"
    autocomplete_fields = ("organization",)
    fieldsets = ((None, {"fields": (("name", "note"), "organization")}),)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("posts")

    @admin.display(description="职务")
    def told_posts(self, person):
        return "、".join(str(post) for post in person.posts.all())

    def enlist(self, request, *, name: str, post: str) -> Person:
        """The person of this name and post, entered where there is none: a namesake is another person."""
        namesakes = list(self.get_queryset(request).filter(name=name))
        for person in namesakes:
            held = [str(one) for one in person.posts.all()]
            if post in held or not (post or held):
                return person
        person = Person(name=name, note=post if namesakes else "")
        if reach_of(request.user).is_limited:
            person.organization = request.user.memberships.select_related("organization").first().organization
        return self.enter(request, person, *([PersonPost(person=person, post=post)] if post else ()))

    def label_in_search(self, person):
        told = "、".join(filter(None, (self.told_posts(person), person.note)))
        return f"{person}（{told}）" if told else str(person)


@admin.register(Committee)
class CommitteeAdmin(StampedAdmin):
    """One row: entered once, then only changed."""

    stock_rights = ("view", "add", "change")
    list_display = ("name", "site_name", "term")
    fieldsets = (
        ("名称", {"fields": ("name", "site_name", "term", "introduction")}),
        ("联系方式", {"fields": ("address", "postal_code", "phone", "email")}),
        (
            "网站与备案",
            {
                "fields": ("site_domain", "icp_number", "police_number", "site_code"),
                "description": "没有的项目留空，页面上不会显示。",
            },
        ),
    )

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Committee.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def why_not_deleted(self, request, obj):
        return "网站的页眉、页脚和总结都用它，只能修改，不能删除。"


class MembershipRows(TableRows):
    model = Membership
    fields = ("organization",)
    autocomplete_fields = ("organization",)
    verbose_name_plural = "所在团组织：能看到、能改它们和它们下面各级的记录；归到团区委的，是全区"


admin.site.unregister(User)


@admin.register(User)
class MemberAdmin(AccountAdmin):
    """An account with its roles and the organizations that it is tied to, on one page."""

    inlines = (MembershipRows,)
    list_display = (*AccountAdmin.list_display[:3], "organizations", *AccountAdmin.list_display[3:])
    list_filter = (("memberships__organization", admin.RelatedOnlyFieldListFilter), *AccountAdmin.list_filter)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("memberships__organization")

    @admin.display(description="团组织")
    def organizations(self, account):
        return "、".join(map(str, account.memberships.all()))
