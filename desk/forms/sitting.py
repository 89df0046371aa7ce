"""What one request knows of the form that it answers."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from desk.forms.files import bring_back_files, say_what_is_chosen
from desk.forms.held import FILE, Held
from desk.forms.telling import Told
from desk.models import Draft

BASE = "desk_base"  # the hidden field with what the page showed when it was sent
NAME = "desk_form"
RESTORE = "_restore"  # what a browser kept is to be shown again, not saved
SAVED = "desk_saved"  # the cookie with the name of the form that was saved last
PICK = "desk_pick-"  # + the name of a field: take theirs
OWN = ("csrfmiddlewaretoken", "_", "desk_")  # beginnings of names that are no fields of the record


@dataclass
class Sitting:
    name: str = field(default_factory=lambda: str(uuid4()))  # by which a browser knows what it kept of it
    base: Held | None = None
    refusal: str = ""  # why nothing may be written this time
    asks_for_missing: bool = False  # the button that was pressed lets nothing wait that is missing
    told: list[Told] = field(default_factory=list)
    pending: list[Told] = field(default_factory=list)  # what a draft changes in what the public sees
    draft: Draft | None = None
    may_send: bool = False
    may_return: bool = False
    shown: QueryDict | None = None  # what a page shows instead of the record, without judging it
    files: MultiValueDict = field(default_factory=MultiValueDict)  # that were chosen for what is shown

    def show(self, held: Held, draft: Draft) -> None:
        """Show a draft in place of the record."""
        self.base, self.draft, self.shown = held, draft, held.as_post()
        bring_back_files(self.shown, self.files)

    def dress(self, form_class):
        """The same form, refusing where this sitting has to, or holding what it has to show."""
        sitting = self

        class AtSitting(form_class):
            def __init__(self, data=None, files=None, **kwargs):
                if data is None and sitting.shown is not None:
                    super().__init__(sitting.shown, sitting.files, **kwargs)
                    self._errors = ErrorDict()
                else:
                    super().__init__(data, files, **kwargs)
                say_what_is_chosen(self)

            def full_clean(self):
                super().full_clean()
                if self.is_bound and sitting.refusal:
                    self.add_error(None, sitting.refusal)

        return AtSitting

    def show_rows(self, formset_arguments: dict) -> dict:
        if self.shown is not None:
            formset_arguments |= {"data": self.shown, "files": self.files}
        return formset_arguments

    def leave_unjudged(self, formsets) -> None:
        if self.shown is None:
            return
        for formset in formsets:
            formset._errors, formset._non_form_errors = [{}] * len(formset.forms), formset.error_class()
            for row in formset.forms:
                row._errors = ErrorDict()

    def hidden_files(self, request) -> list[tuple[str, str]]:
        data = request.POST if request.method == "POST" else self.shown or {}
        return [(name, data[name]) for name in data if name.startswith(FILE)]


def with_rest_of(data: QueryDict, sent: QueryDict) -> QueryDict:
    """What is sent in place of a form's own fields, with the buttons and hidden words that came with them."""
    for name, values in sent.lists():
        if name.startswith(OWN) and not name.startswith((FILE, PICK)):
            data.setlist(name, values)
    return data
