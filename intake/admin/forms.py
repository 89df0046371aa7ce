"""The forms in which a proposal is put right: the fields of its record, its lists as rows."""

from django import forms
from django.forms import formset_factory

from activities.models import Activity, Figure, Participant, WorkArea
from desk.forms.days import DayField
from honors.models import AwardTitle, Commendation, HonorReceived
from intake.models import Proposal
from reports.models import Commitment, PlanItem

_NUL = {"null_characters_not_allowed": "里面有不能保存的空字符，请删去再存。"}


def of(model, name: str, label: str = "", **options) -> forms.Field:
    """The field of a record's own column."""
    options = {"required": False, **options} | ({"label": label} if label else {})
    field = model._meta.get_field(name).formfield(help_text="", **options)
    field.error_messages |= _NUL if isinstance(field, forms.CharField) else {}
    return field


def rows_field(model, name: str, rows: int) -> forms.Field:
    return of(model, name, widget=forms.Textarea(attrs={"rows": rows}))


def day_field(model, name: str) -> forms.Field:
    """Typed as people do, as everywhere at the desk."""
    return of(model, name, form_class=DayField)


class LinesField(forms.CharField):
    """Names, one a line."""

    def __init__(self, label: str):
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(
            label=label, required=False, widget=widget, help_text="一行一个。", error_messages=_NUL
        )

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [line.strip() for line in super().to_python(value).splitlines() if line.strip()]


class ProposalForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)


def _when(model) -> dict[str, forms.Field]:
    return {
        "date_precision": of(model, "date_precision"),
        "starts_on": day_field(model, "starts_on"),
        "ends_on": day_field(model, "ends_on"),
        "day_part": of(model, "day_part"),
    }


def _form(name: str, *groups: dict[str, forms.Field]) -> type[ProposalForm]:
    fields = {key: field for group in groups for key, field in group.items()}
    return type(name, (ProposalForm,), fields)


def _names() -> forms.Field:
    return forms.CharField(label="名单", required=False, widget=forms.Textarea(attrs={"rows": 2}))


def _area() -> dict[str, forms.Field]:
    return {"area": forms.ModelChoiceField(WorkArea.objects.all(), label="工作板块", required=False)}


ActivityForm = _form(
    "ActivityForm",
    {"title": of(Activity, "title")},
    _area(),
    _when(Activity),
    {
        "place": of(Activity, "place"),
        "organizers": LinesField("主办的团组织"),
        "partners": LinesField("合作单位"),
        "campaign": forms.CharField(
            label="品牌（系列）活动", required=False, max_length=60, help_text="已经登记的会自动关联。"
        ),
        "new_campaign": forms.BooleanField(
            label="还没有登记的，采用时新建这个品牌活动",
            required=False,
            help_text="新建的先不在网站上显示，写好介绍再公开。",
        ),
        "summary": rows_field(Activity, "summary", 8),
    },
)
CommendationForm = _form(
    "CommendationForm",
    {"title": of(Commendation, "title"), "year": of(Commendation, "year")},
    _area(),
    _when(Commendation),
    {"authority": of(Commendation, "authority")},
)
HonorForm = _form(
    "HonorForm",
    {"title": of(HonorReceived, "title"), "year": of(HonorReceived, "year")},
    _when(HonorReceived),
    {name: of(HonorReceived, name) for name in ("authority", "level", "rank", "scope", "given_to")},
    {name: of(HonorReceived, name) for name in ("announced_count", "noun")},
    {"names": _names()},
)
PlanForm = _form("PlanForm", {"heading": of(PlanItem, "heading"), "text": rows_field(PlanItem, "text", 6)})
FigureForm = _form(
    "FigureForm",
    {name: of(Figure, name) for name in ("name", "wording", "counts", "part")},
    {"text": forms.CharField(required=False, widget=forms.HiddenInput)},
)
PersonForm = _form("PersonForm", {name: of(Participant, name) for name in ("name", "post", "role")})
TitleForm = _form(
    "TitleForm",
    {name: of(AwardTitle, name) for name in ("name", "announced_count", "noun", "recipients")},
    {"names": _names()},
)
TargetForm = _form(
    "TargetForm", {name: of(Commitment, name) for name in ("text", "target_value", "target_unit")}
)

# The form of each kind, and its lists: name, heading, form of a row, the field without which a row is empty.
FORMS = {
    Proposal.Kind.ACTIVITY: (
        ActivityForm,
        (("figures", "活动数据", FigureForm, "name"), ("people", "参与人", PersonForm, "name")),
    ),
    Proposal.Kind.COMMENDATION: (CommendationForm, (("titles", "奖项", TitleForm, "name"),)),
    Proposal.Kind.HONOR: (HonorForm, ()),
    Proposal.Kind.PLAN_ITEM: (PlanForm, (("targets", "任务", TargetForm, "text"),)),
}


def rows_of(form: type[ProposalForm]):
    return formset_factory(form, extra=1, can_delete=True)
