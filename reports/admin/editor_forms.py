"""The forms of the editor: the whole draft, one item of it, a new item, a new report."""

from collections.abc import Callable, Collection

from django import forms
from django.core.exceptions import ValidationError

from activities import placeholders
from reports.admin.draft import Draft, ShownEntry, ShownPart
from reports.admin.origins import add_origins, chosen_in
from reports.admin.revisions import TOO_LONG, FromRevision
from reports.composing.sections.records import named_figures, own_pattern
from reports.editing.draft import Draft as Editing
from reports.editing.origins import OPENING, bind
from reports.models import Placement, Report, ReportSection, WrittenItem
from toolkit.texts.columns import KeptFormField

LEAD = (("False", "不写"), ("True", "写"))


def text_field(model, name: str, rows: int = 0, required=True, **options) -> KeptFormField:
    """A field with the name and the limit of a model's own, whose words it takes as they will be kept."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    errors = {
        "max_length": TOO_LONG,
        "null_characters_not_allowed": "里面有不能保存的空字符，请删去再存。",
    }
    column = model._meta.get_field(name)
    options |= {"widget": widget, "error_messages": errors, "required": required, "help_text": ""}
    return column.formfield(**options)


def names_only(known: Collection[str]) -> Callable[[str], None]:
    """Refuses a text that calls a figure by a name that none bears."""

    def check(text: str) -> None:
        for name in placeholders.names_in(text):
            if name not in known:
                usable = f"可以用：{'、'.join(known)}" if known else "这一部分还没有合计"
                raise ValidationError(f"没有叫“{name}”的数据，{usable}。")

    return check


def place_field(label: str) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"class": "place", "aria-label": label})
    return forms.IntegerField(label=label, min_value=1, max_value=999, required=False, widget=widget)


class DraftForm(FromRevision):
    """The opening, the headings and the order of a whole draft."""

    template = "editor.html"

    def build(self, draft: Draft) -> None:
        opening = text_field(Report, "opening", rows=6, required=False)
        self.add("opening", opening, draft.report.opening)
        add_origins(self, draft.report.opening, draft)
        for place, part in enumerate((part for part in draft.parts if part.part), 1):
            self.add(f"heading-{part.key}", text_field(ReportSection, "heading"), part.heading)
            self.add(f"place-{part.key}", place_field("这一部分的顺序"), place)
            part.wording, part.place = self[f"heading-{part.key}"], self[f"place-{part.key}"]
            self._add_settings(part)
            for at, entry in enumerate(part.entries if part.is_movable else (), 1):
                self.add(f"place-{entry.key}", place_field("在本部分的顺序"), at)
                entry.place = self[f"place-{entry.key}"]
        self.add("new_heading", text_field(ReportSection, "heading", required=False))
        kinds = forms.ChoiceField(label="属于", choices=ReportSection.Part.choices, required=False)
        self.add("new_part", kinds, ReportSection.Part.PROBLEMS)

    def _add_settings(self, part: ShownPart) -> None:
        """How a part of items is told: its lead, and its items one by one or together."""
        if not part.takes_written:
            return
        row = part.part.row or ReportSection()
        has_lead = forms.ChoiceField(label="开头写一句概括", choices=LEAD, required=False)
        known = [figure.label for figure in part.sums]
        lead = text_field(ReportSection, "lead", rows=2, required=False, validators=[names_only(known)])
        item_form = ReportSection._meta.get_field("item_form")
        fields = {
            "has_lead": (has_lead, str(row.has_lead)),
            "lead": (lead, row.lead),
            "item_form": (
                forms.ChoiceField(label=item_form.verbose_name, choices=item_form.choices),
                row.item_form,
            ),
        }
        for name, (field, present) in fields.items():
            field.help_text = ReportSection._meta.get_field(name).help_text
            self.add(f"{name}-{part.key}", field, present)
        part.settings = [self[f"{name}-{part.key}"] for name in fields]

    @property
    def vanished(self) -> list[str]:
        """What the form was made with that the report does not hold any more."""
        names = [name.removeprefix("initial-") for name in self.data if name.startswith("initial-place-")]
        keys = [name.removeprefix("place-") for name in names if name not in self.fields]
        return [self.data.get(f"title-{key}", key) for key in keys]

    def apply(self, draft: Editing) -> None:
        typed = self.typed
        if "opening" in typed:
            draft.open_with(typed["opening"])
        bind(draft, OPENING, chosen_in(self))
        for key, heading in _named("heading-", typed):
            draft.tell(key, heading=heading)
        for key, has_lead in _named("has_lead-", typed):
            draft.tell(key, has_lead=has_lead == "True")
        for name in ("lead", "item_form"):
            for key, value in _named(f"{name}-", typed):
                draft.tell(key, **{name: value})
        places = {key: place for key, place in _named("place-", typed) if place}
        parts = {part.key for part in draft.parts}
        if moved := {key: place for key, place in places.items() if key in parts}:
            draft.place_parts(moved)
        draft.place({key: place for key, place in places.items() if key not in parts})
        if typed.get("new_heading"):
            draft.add_part(typed["new_heading"], self.cleaned_data["new_part"] or ReportSection.Part.OTHER)


def _named(prefix: str, typed: dict) -> list[tuple[str, object]]:
    return [(name.removeprefix(prefix), value) for name, value in typed.items() if name.startswith(prefix)]


class EntryForm(FromRevision):
    """An item: its words, and where it stands."""

    template = "entry.html"
    given_up_by = ("leave_out", "restore", "delete")

    def add_section(self, draft: Draft, present: str) -> None:
        choices = [(part.key, f"{part.number}{part.heading}") for part in draft.parts if part.takes_written]
        self.add("section", forms.ChoiceField(label="放在哪一部分", choices=choices), present)


class RecordForm(EntryForm):
    """An item that tells of records; its words start from theirs."""

    def build(self, draft: Draft, shown: ShownEntry) -> None:
        decided, records = shown.entry.placement, shown.entry.records
        self.own_title, self.own_text = records[0].title, own_pattern(records, *shown.entry.telling)
        title, text = (decided.title, decided.text) if decided else ("", "")
        self.add("title", text_field(Placement, "title", required=False), title or self.own_title)
        self.add("text", text_field(Placement, "text", rows=9, required=False), text or self.own_text)
        if text:
            add_origins(self, text, draft, placement=decided)
        self.add_section(draft, draft.part_of(shown.key).key)
        others = [
            (entry.key, f"{part.number}{entry.number}{entry.item.title}")
            for part in draft.parts
            for entry in part.entries
            if entry.records and entry.key != shown.key
        ]
        into = forms.ChoiceField(label="并入另一条", choices=[("", "不并入"), *others], required=False)
        self.add("into", into)

    def clean_text(self):
        text = self.cleaned_data["text"]
        known = {figure.label for figure in named_figures(self.about["shown"].entry.records)}
        unknown = [name for name in placeholders.names_in(text) if name not in known]
        if unknown and "text" in self.changed_data:
            raise ValidationError(f"没有叫“{unknown[0]}”的数据，可用的名称列在旁边。")
        return text

    def apply(self, draft: Editing) -> None:
        key, typed = self.about["shown"].key, self.typed
        if "title" in typed or "text" in typed:
            draft.reword(key, title=self.cleaned_data["title"], text=self.cleaned_data["text"])
        if chosen := chosen_in(self):
            bind(draft, key, chosen)
        if "section" in typed:
            draft.move(key, typed["section"])
        if typed.get("into"):
            draft.merge(key, typed["into"])


class WrittenForm(EntryForm):
    """An item in staff's own words, or a new one that begins with ``words``."""

    def build(self, draft: Draft, shown: ShownEntry | None = None, section="", words=("", "")) -> None:
        if shown:
            words = (shown.entry.written.title, shown.entry.written.text)
            section = draft.part_of(shown.key).key
        self.add("title", text_field(WrittenItem, "title"), words[0])
        self.add("text", text_field(WrittenItem, "text", rows=9, required=False), words[1])
        if shown:
            add_origins(self, words[1], draft, written=shown.entry.written)
        self.add_section(draft, section)

    def apply(self, draft: Editing) -> None:
        shown, values = self.about.get("shown"), self.cleaned_data
        if shown is None:
            draft.write(values["section"], title=values["title"], text=values["text"])
            return
        draft.rewrite(shown.key, title=values["title"], text=values["text"])
        if chosen := chosen_in(self):
            bind(draft, shown.key, chosen)
        if "section" in self.typed:
            draft.move(shown.key, values["section"])
