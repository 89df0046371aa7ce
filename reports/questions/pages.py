"""The page of a question on the desk, and its answer as a file."""

from urllib.parse import quote

from django.contrib.admin import AdminSite
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity
from desk.log.events import note
from desk.models import Kind
from reports.composing.totals import ACTIVITIES
from reports.questions.answer import Answer, Line, bearing
from reports.questions.asking import periods_offered, question_of, understood
from reports.questions.left_out import left_out
from reports.questions.words import notes, sentence
from reports.questions.workbook import workbook
from toolkit import workbooks
from toolkit.pages.numbers import Bar, Cell, scaled
from toolkit.pages.numbers import Line as Row

TITLE = "问数"
MOST_LISTED = 200  # records beneath a total, and figures that entered none; the file has all


def answer_page(request, site: AdminSite):
    changelist, question = _asked(request, site)
    if changelist is None:
        return redirect("admin:questions")
    context = {
        **site.each_context(request),
        "title": TITLE,
        "cl": changelist,
        "periods": _periods(changelist),
        "question": question,
    }
    if question:
        context |= _told(Answer(question), changelist)
    return TemplateResponse(request, "admin/questions/answer.html", context)


def answer_file(request, site: AdminSite):
    _, question = _asked(request, site)
    if question is None:  # the page says what was not understood
        return redirect(f"{reverse('admin:questions')}?{request.GET.urlencode()}")
    answer = Answer(question)
    words = sentence(answer)
    note(Kind.EXPORTED, by=request.user, words=f"问数：{words}")
    response = HttpResponse(workbook(answer, request.build_absolute_uri), content_type=workbooks.TYPE)
    name = quote(f"{TITLE}-{question.days}.xlsx")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


def _asked(request, site: AdminSite):
    """The list and the question; without the list where the address asks for nothing that there is."""
    _refuse_strangers(request, site)
    request.GET = understood(request.GET)
    try:
        return question_of(request, site)
    except IncorrectLookupParameters:
        return None, None


def _refuse_strangers(request, site):
    if not site._registry[Activity].has_view_permission(request):
        raise PermissionDenied


def _periods(changelist) -> list[dict]:
    chosen = changelist.params.get("period")
    return [
        {
            "name": name,
            "address": changelist.get_query_string({"period": slug}, ["since", "until"]),
            "is_chosen": slug == chosen,
        }
        for slug, name in periods_offered(timezone.localdate())
    ]


def _told(answer: Answer, changelist) -> dict:
    found = left_out(answer)
    return {
        "sentence": sentence(answer),
        "notes": notes(answer),
        "totals": [(figure, bearing(figure), figure.sources[:MOST_LISTED]) for figure in answer.totals],
        "most_listed": MOST_LISTED,
        "by_time": _table(answer, answer.by_time, "年份" if answer.is_by_years else "月份", changelist),
        "bars": _bars(answer.by_time, changelist),
        "by_organizer": _table(answer, answer.by_organizer, "主办", changelist),
        "subjects": _subjects(answer, changelist),
        "left_out": found[:MOST_LISTED],
        "left_out_number": len(found),
        "list_address": reverse("admin:activities_activity_changelist") + answer.question.query,
        "file_address": f"{reverse('admin:questions-file')}{changelist.get_query_string()}",
    }


def _table(answer: Answer, lines: list[Line], first: str, changelist) -> dict:
    labels = answer.columns_of(lines)
    rows = [
        Row(
            line.label,
            [Cell(line.totals[label].text if label in line.totals else "") for label in labels],
            _narrowed(line, changelist),
        )
        for line in lines
    ]
    return {"headings": (first, *labels), "lines": rows}


def _bars(lines: list[Line], changelist) -> list[tuple[Bar, int]]:
    """How many activities there were in each month."""
    counted = [(line, line.totals[ACTIVITIES]) for line in lines if ACTIVITIES in line.totals]
    return scaled(
        [Bar(line.label, number.value, number.text, _narrowed(line, changelist)) for line, number in counted]
    )


def _narrowed(line: Line, changelist) -> str:
    """The address of the question of this line alone."""
    if not line.asked:
        return ""
    gone = ["period", "since", "until"] if "period" in line.asked else []
    return changelist.get_query_string(line.asked, gone)


def _subjects(answer: Answer, changelist) -> list[dict]:
    return [
        {
            "name": name,
            "number": number,
            "address": changelist.get_query_string({kind: key}, ["tags", "campaigns"]),
            "is_chosen": changelist.params.get(kind) == key,
        }
        for kind, key, name, number in answer.subjects
    ]
