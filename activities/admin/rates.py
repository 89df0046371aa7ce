"""What a rate is computed from, in the form of an activity: named where it stands on the same page, which may
be as new as the rate; a denominator of another activity, or of an earlier period, is looked for.
"""

from django import forms

from activities.admin.parts import PartNamedForm, PartsFormSet
from activities.models import Figure
from activities.models.rate_rules import refusal_of

NUMERATOR, DENOMINATOR = (Figure._meta.get_field(name) for name in ("numerator", "denominator"))
HERE = "denominator_here"
LONGEST = Figure._meta.get_field("name").max_length


class RateForm(PartNamedForm):
    """``named`` are the names that staff typed, ``elsewhere`` is what they chose of another activity."""

    numerator = forms.CharField(
        label=NUMERATOR.verbose_name, help_text=NUMERATOR.help_text, max_length=LONGEST, required=False
    )
    denominator_here = forms.CharField(
        label=DENOMINATOR.verbose_name,
        help_text="同上，填本活动里数据的名称；增减和倍数填上期数。",
        max_length=LONGEST,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rate = self.instance
        self.fields["denominator"].label = "别处的分母"
        is_here = rate.denominator_id and rate.denominator.activity_id == rate.activity_id
        self.initial["numerator"] = rate.numerator.name if rate.numerator_id else ""
        self.initial[HERE] = rate.denominator.name if is_here else ""
        if is_here:
            self.initial["denominator"] = None
        self.held = {"numerator": rate.numerator_id, HERE: rate.denominator_id}
        self.named, self.elsewhere = {}, None

    def clean(self):
        cleaned = super().clean()
        self.named = {name: cleaned.pop(name, "") for name in self.held}
        self.elsewhere = cleaned.pop("denominator", None)
        # Put in their places once it is known which rows of the page they are.
        self.instance.numerator = self.instance.denominator = None
        return cleaned


class RatesFormSet(PartsFormSet):
    def clean(self):
        super().clean()
        self._sources = {}
        rows = [row for row in self.rows_to_keep if row.is_valid()]
        for row in (row for row in rows if row.elsewhere or any(row.named.values())):
            found = {name: self._named(row, name, rows) for name in row.named}
            missing = [name for name, one in found.items() if row.named[name] and not one]
            for name in missing:
                row.add_error(name, f"本活动没有叫“{row.named[name]}”的数据，请填写另一个数据的名称。")
            if not missing:
                self._place(row, found["numerator"], found[HERE])

    def _named(self, row, name, rows) -> Figure | None:
        """The figure of the page that bears the name; it may have been given another on the same page."""
        if name not in row.changed_data:
            by_key = {one.instance.pk: one.instance for one in rows if one.instance.pk}
            if held := by_key.get(row.held[name]):
                return held
        by_name = {one.instance.name: one.instance for one in rows}
        return by_name.get(row.named[name])

    def _place(self, row, numerator: Figure | None, here: Figure | None) -> None:
        if here and row.elsewhere:
            row.add_error("denominator", "分母只能有一个，请在本活动和别处里选一个。")
        elif refusal := refusal_of(row.instance, numerator, here or row.elsewhere):
            field, words = refusal
            is_of_the_page = field == "denominator" and not row.elsewhere
            row.add_error(HERE if is_of_the_page else field, words)
        else:
            self._sources[row] = numerator, here or row.elsewhere

    def save(self, commit=True):
        saved = super().save(commit)
        for row, (numerator, denominator) in self._sources.items():
            row.instance.numerator, row.instance.denominator = numerator, denominator
            row.instance.save(update_fields=["numerator", "denominator"])
        return saved
