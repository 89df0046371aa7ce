"""Rows that are typed one to a line: the box over them says what a line would become, and Enter makes it one.

A line that is sent as it was typed, without a script or by whoever pressed 保存 at once, becomes the first
offer that nobody has to choose; where there is none it stays in the box, and is refused there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.forms.models import _get_foreign_key
from django.http import Http404, JsonResponse, QueryDict
from django.urls import path, reverse

from desk.forms.held import sent_of
from desk.rows import StackedRows

BOX = "desk_lines-"  # + the prefix of the rows: the name of their box
MOST_LINES, LONGEST = 200, 300


@dataclass(frozen=True)
class Offer:
    """What a line may become: the values of a row as a form sends them, and how chosen records are called."""

    shown: str
    values: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    adds: str = ""  # the name of a record that has to be entered first; whoever takes the offer does that
    is_sure: bool = False  # it may be taken unseen: it is what the line says, and nothing else may be meant
    lines: Sequence[str] = ()  # where the line names several: a line for each, which becomes what it says


class LineRows(StackedRows):
    """Rows with two groups of fields: those that stand on the line, and the rest, folded behind it."""

    template = "admin/desk/lines.html"
    example = ""  # of a line, shown in the empty box
    beside = ""  # the name of the record's field that the offers depend on

    def offers_for(self, request, line: str, beside: str) -> list[Offer]:
        """What the line may become, the likeliest first; ``beside`` is what the field of that name holds."""
        return []

    def enter(self, request, name: str) -> None:
        """Enter the record that an offer adds."""
        raise Http404

    def unread(self, line: str) -> str:
        """Why the line becomes no row by itself."""
        return f"“{line}”看不懂，请改写。"

    @property
    def prefix(self) -> str:
        key = _get_foreign_key(self.parent_model, self.model, self.fk_name)
        return key.remote_field.get_accessor_name()


class TypedLines(admin.ModelAdmin):
    """For the admin of a record with such rows."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.lines_view)
        return [path("lines/<slug:prefix>/", view, name=self._lines_name), *super().get_urls()]

    @property
    def _lines_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_lines"

    def _line_rows(self, request) -> dict[str, LineRows]:
        inlines = self.get_inline_instances(request)
        return {rows.prefix: rows for rows in inlines if isinstance(rows, LineRows)}

    def lines_view(self, request, prefix):
        """What is offered for a line; sent by POST, what it adds is entered first."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        rows = self._line_rows(request).get(prefix)
        if rows is None:
            raise Http404
        asked = request.POST if request.method == "POST" else request.GET
        if request.method == "POST":
            rows.enter(request, asked.get("adds", ""))
        line = asked.get("line", "").strip()[:LONGEST]
        offers = rows.offers_for(request, line, asked.get("beside", "")) if line else []
        return JsonResponse({"offers": [asdict(offer) for offer in offers]})

    def before_post(self, request, object_id, form_url):
        request.POST = request.POST.copy()
        for prefix, rows in self._line_rows(request).items():
            lines = request.POST.get(BOX + prefix, "").splitlines()[:MOST_LINES]
            left = [one for line in lines if line.strip() for one in self._left_of(request, rows, line)]
            request.POST[BOX + prefix] = "\n".join(left)
            if left:
                request.sitting.refusal = rows.unread(left[0].strip())
        return super().before_post(request, object_id, form_url)

    def _left_of(self, request, rows: LineRows, line: str) -> list[str]:
        """The line, or those of several that it names, as far as they become no rows."""
        beside = request.POST.get(rows.beside, "")
        offers = rows.offers_for(request, line.strip()[:LONGEST], beside)
        offer = next((one for one in offers if one.is_sure), None)
        if offer is None:
            return [line]
        if offer.lines:
            return [left for one in offer.lines for left in self._left_of(request, rows, one)]
        _add_row(request.POST, rows.prefix, {**_blank(rows, request), **offer.values})
        return []

    def render_change_form(self, request, context, *args, **kwargs):
        for rows in context["inline_admin_formsets"]:
            if isinstance(rows.opts, LineRows):
                box = BOX + rows.formset.prefix
                rows.box = box
                rows.typed = request.POST.get(box, "")
                rows.address = reverse(f"admin:{self._lines_name}", args=[rows.formset.prefix])
        return super().render_change_form(request, context, *args, **kwargs)


def _blank(rows: LineRows, request) -> dict[str, str]:
    """What a browser would send of a row that is added and left as it is."""
    form = rows.get_formset(request)(prefix=rows.prefix).empty_form
    sent = (pair for field in form for pair in sent_of(field))
    return {name.removeprefix(f"{form.prefix}-"): value for name, value in sent if value}


def _add_row(data: QueryDict, prefix: str, values: Mapping[str, str]) -> None:
    total = data.get(f"{prefix}-TOTAL_FORMS", "")
    number = int(total) if total.isascii() and total.isdecimal() and len(total) < 5 else 0
    data[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    for name, value in values.items():
        data[f"{prefix}-{number}-{name}"] = value
