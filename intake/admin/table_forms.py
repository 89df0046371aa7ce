"""What is asked of whoever brings a table: its kind and its file, and which column is which."""

from pathlib import PurePath

from django import forms

from intake.admin.table_review import TableReview
from intake.reading import Unreadable
from intake.sheets.matching import FIGURE, missing_of
from intake.sheets.packages import LARGEST
from intake.sheets.reading import refuse_too_large

_LONGEST = 120


class TableForm(forms.Form):
    """The file as bytes is in ``data_read``."""

    kind = forms.ChoiceField(label="导入什么", error_messages={"required": "请选择导入什么。"})
    file = forms.FileField(
        label="文件",
        help_text=f"表格文件（.xlsx、.xls 或 .csv），不超过 {LARGEST // 2**20} MB。",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        error_messages={
            "required": "请选择文件。",
            "empty": "文件是空的。",
            "invalid": "没有收到文件，请再选一次。",
            "max_length": "文件名太长，请改短再试。",
        },
    )

    def __init__(self, *sent, kinds, **kwargs):
        super().__init__(*sent, label_suffix="", **kwargs)
        self._models = {kind.model._meta.model_name: kind.model for kind in kinds}
        names = [(name, str(model._meta.verbose_name)) for name, model in self._models.items()]
        self.fields["kind"].choices = [("", "请选择"), *names] if len(names) > 1 else names
        self.fields["kind"].error_messages["invalid_choice"] = "你没有添加这类记录的权限。"
        self.data_read = b""

    def clean_kind(self):
        return self._models[self.cleaned_data["kind"]]

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            refuse_too_large(file.size)
        except Unreadable as refusal:
            raise forms.ValidationError(str(refusal)) from None
        self.data_read = file.read()
        name = PurePath(file.name)
        file.name = f"{name.stem[: _LONGEST - len(name.suffix)]}{name.suffix}"
        return file


class ChooseForm(forms.Form):
    """For each column of the table what it is."""

    def __init__(self, *sent, review: TableReview):
        super().__init__(*sent, label_suffix="")
        table, kind, readable = review.table, review.kind, review.readable
        self._columns = list(kind.columns.values())
        figure = [(FIGURE, "一个数据，名称就是列名")] if kind.takes_figures else []
        offered = [("", "不导入"), *((one.name, one.heading) for one in self._columns), *figure]
        first = table.rows.exclude(cells=[]).first()
        for place, heading in enumerate(table.headings):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=heading or f"第{place + 1}列",
                choices=offered,
                required=False,
                initial=table.chosen[place],
                help_text=first.cells[place][:30] if first and place in readable else "",
                error_messages={"invalid_choice": "没有这一项，请重新选择。"},
            )

    @property
    def chosen(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.fields]

    def clean(self):
        cleaned = super().clean()
        named = [name for name in cleaned.values() if name and name != FIGURE]
        for name, chosen in cleaned.items():
            if chosen in named and named.count(chosen) > 1:
                self.add_error(name, "有两列选了同一项，请只留一列。")
        if not self.errors and (missing := missing_of(named, self._columns)):
            raise forms.ValidationError(f"还没有哪一列是“{'”“'.join(missing)}”，这些是必填的。")
        return cleaned
