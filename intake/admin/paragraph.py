"""What the box of the activity's form asks: a paragraph read, offered field by field. Nothing is saved."""

from datetime import date

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, JsonResponse
from django.urls import path
from django.utils import timezone

from activities.models import Partnership
from desk.scope.registry import sees
from intake.entering.paragraph import values_of_paragraph
from intake.extracting.signed import published_on
from intake.reading import Unreadable, cleaned, read
from intake.recording.bodies import Bodies

MOST = 50_000  # characters; a story has a few thousand


class ParagraphForm(forms.Form):
    text = forms.CharField(
        max_length=MOST,
        error_messages={
            "required": "请先粘贴一段话。",
            "max_length": f"文字超过{MOST}个字，请分开粘贴；整份总结请用“读入文件”。",
            "null_characters_not_allowed": "里面有不能读的空字符，请删去再试。",
        },
    )
    year = forms.IntegerField(min_value=1949, max_value=2100, required=False)


class ParagraphPages(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.paragraph_view)
        return [path("paragraph/", view, name="intake_document_paragraph"), *super().get_urls()]

    def paragraph_view(self, request):
        may = request.user.has_perm
        if not (may("activities.add_activity") or may("activities.change_activity")):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = ParagraphForm(request.POST)
        if not form.is_valid():
            return _refused("".join(form.errors.get("text", ["年份不对。"])))
        year = form.cleaned_data["year"]
        try:
            source = cleaned(read(form.cleaned_data["text"].encode()))
        except Unreadable as refusal:
            return _refused(str(refusal))
        published = published_on(one.text for one in source.removed)
        year = year or (published and published.year)
        values = values_of_paragraph(source, year=year, today=timezone.localdate())
        bodies = Bodies(None)
        if not bodies.campaign(values["campaign"]) and (known := bodies.campaign_in(source.text)):
            values["campaign"] = known.name
        return JsonResponse(offers_of(values, bodies, request.user))


def _refused(sentence: str) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=400)


def offers_of(values: dict, bodies: Bodies, user) -> dict:
    """Values for the form's own fields, choices among what is on record in reach, and rows of its lists."""
    found = [bodies.find(name) for name in (*values["organizers"], *values["partners"])]
    league = [one for one in found if one.is_of_the_tree and (one.row is None or sees(user, one.row))]
    others = [one for one in found if not one.is_of_the_tree]
    campaign = bodies.campaign(values["campaign"])
    return {
        "fields": [*_fields(values)],
        "choices": [
            *(_choice("organizers", one.row, one.name, "团组织") for one in league),
            *([_choice("campaigns", campaign, values["campaign"], "品牌活动")] if values["campaign"] else []),
        ],
        "rows": {
            "figures": [
                {
                    "shown": f"{row['name']}：{row['wording']}",
                    "set": {name: row[name] for name in ("name", "wording", "part", "counts")},
                }
                for row in values["figures"]
                if row["wording"]
            ],
            "participants": [
                {"shown": f"{row['post']}{row['name']}", "set": row} for row in values["people"]
            ],
            "partnerships": [_partnership(one) for one in others],
        },
        "unknown": [row["text"] for row in values["figures"] if not row["wording"]],
    }


def _fields(values: dict):
    if values["title"]:
        yield _field("title", values["title"], {"title": values["title"]})
    if values["starts_on"]:
        set_ = {name: values[name] or "" for name in ("date_precision", "starts_on", "ends_on", "day_part")}
        yield _field("starts_on", _when(values), set_) | {"note": values["when_note"]}
    if values["place"]:
        yield _field("place", values["place"], {"place": values["place"]})
    summary = values["summary"]
    for row in values["figures"]:
        if not row["wording"]:
            summary = summary.replace(f"{{{row['name']}}}", row["text"])
    yield _field("summary", summary, {"summary": summary})


def _field(beside: str, shown: str, set_: dict) -> dict:
    return {"beside": beside, "shown": shown, "set": set_}


def _when(values: dict) -> str:
    days = [date.fromisoformat(values[name]) for name in ("starts_on", "ends_on") if values[name]]
    return "至".join(f"{day.year}年{day.month}月{day.day}日" for day in days)


def _choice(beside: str, row, name: str, what: str) -> dict:
    """A choice that is on record; of any other only its name is told, for staff to add it first."""
    if row is None:
        return {"beside": beside, "shown": f"原文写到“{name}”，还没有登记这个{what}；需要的，先用加号添加。"}
    return {"beside": beside, "shown": str(row), "choose": {"id": row.pk, "text": str(row)}}


def _partnership(body) -> dict:
    if body.row is None:
        return {"shown": f"原文写到“{body.name}”，还没有登记这个合作单位；需要的，先添加一行，再用加号登记。"}
    chosen = {"id": body.row.pk, "text": str(body.row)}
    return {"shown": body.name, "set": {"part": Partnership.Part.CO_ORGANIZER}, "choose": {"partner": chosen}}
