"""Files chosen in a form that could not be saved yet: they need not be chosen again."""

from collections.abc import Iterable
from datetime import timedelta

from django import forms
from django.core import signing
from django.core.files.base import ContentFile
from django.http import QueryDict
from django.utils import timezone

from desk.forms.held import FILE, sent_of
from desk.models import ChosenFile
from toolkit.pictures.fields import KeptPicture, PictureFormField

SEVERAL = "desk_several-"  # + the prefix of rows: files chosen at once, each of which is to be a row
KEPT_FOR = timedelta(days=30)  # longer than browsers keep what was typed, and sessions last
_SALT = "desk.forms.files"
_SENT = "sent:"


def file_field(fields: dict[str, forms.Field]) -> str:
    """The name of the field for a file, of rows that are one file each; empty where there is none."""
    return next((name for name, field in fields.items() if isinstance(field, forms.FileField)), "")


def spread_files(data: QueryDict, files, formsets: Iterable) -> None:
    """Make a new row of each file chosen at once with others, as a browser without scripts sends them."""
    for formset in formsets:
        prefix, row = formset.prefix, formset.empty_form
        name = file_field(row.fields)
        for file in files.pop(SEVERAL + prefix, []) if name else ():
            number = data.get(f"{prefix}-TOTAL_FORMS", "0")
            for bound in row:
                for sent, value in sent_of(bound):
                    data[sent.replace(row.prefix, f"{prefix}-{number}")] = value
            if "position" in row.fields:
                data[f"{prefix}-{number}-position"] = number
            files[f"{prefix}-{number}-{name}"] = file
            data[f"{prefix}-TOTAL_FORMS"] = str(int(number) + 1)


def keep_files(form: forms.BaseForm, data: QueryDict, *, by) -> None:
    """Keep what this judged form took of the files sent to it, and say in ``data`` where they are."""
    for name, field in form.fields.items():
        sent = form.files.get(form.add_prefix(name))
        cleaned = getattr(form, "cleaned_data", {}).get(name)
        if sent and cleaned and not hasattr(sent, "chosen"):
            sent.chosen = keep_file(sent.name, content_of(cleaned), field, by=by)
            data[FILE + form.add_prefix(name)] = token_of(sent.chosen)
    say_what_is_chosen(form)


def keep_file(name: str, content: bytes, field: forms.Field, *, by) -> ChosenFile:
    return ChosenFile.objects.create(
        name=name[-ChosenFile.LONGEST_NAME :],
        content=content,
        is_picture=isinstance(field, PictureFormField),
        chosen_by=by,
    )


def token_of(chosen: ChosenFile) -> str:
    """What stands for the file in a form."""
    return signing.dumps(chosen.pk, salt=_SALT)


def hand_on_files(form: forms.BaseForm, files) -> None:
    """A file that this judged form took is not read a second time."""
    for name in form.fields:
        place, cleaned = form.add_prefix(name), getattr(form, "cleaned_data", {}).get(name)
        if place in files and isinstance(cleaned, KeptPicture):
            chosen = getattr(files[place], "chosen", None)
            files[place] = cleaned
            if chosen:
                cleaned.chosen = chosen


def content_of(file) -> bytes:
    file.seek(0)
    content = file.read()
    file.seek(0)
    return content


def note_files(data: QueryDict, files) -> None:
    """Say in ``data`` which files came with it, so that they move with their rows."""
    for name in files:
        data[FILE + name] = _SENT + name


def bring_back_files(data: QueryDict, files) -> None:
    """Put the files that ``data`` speaks of where it says: sent with it, or kept earlier."""
    sent = {name: files.getlist(name) for name in files}
    files.clear()
    for name in [name for name in data if name.startswith(FILE)]:
        place, said = name.removeprefix(FILE), data[name]
        if said.startswith(_SENT):
            files.setlist(place, sent.get(said.removeprefix(_SENT), []))
            del data[name]
        elif chosen := chosen_file(said):
            kind = KeptPicture if chosen.is_picture else ContentFile
            files[place] = kind(bytes(chosen.content), name=chosen.name)
            files[place].chosen = chosen


def forget_files(data: QueryDict) -> None:
    """The form is saved: what was kept for it has gone where it belongs."""
    for name in [name for name in data if name.startswith(FILE)]:
        if chosen := chosen_file(data[name]):
            chosen.delete()


def forget_left_behind() -> None:
    """Files for forms that nobody ever saved."""
    ChosenFile.objects.filter(draft=None, chosen_at__lt=timezone.now() - KEPT_FOR).delete()


def chosen_file(sealed: str) -> ChosenFile | None:
    try:
        return ChosenFile.objects.filter(pk=signing.loads(sealed, salt=_SALT)).first()
    except signing.BadSignature:
        return None


def say_what_is_chosen(form: forms.BaseForm) -> None:
    """Beside each field for a file: which one is kept for it already."""
    for name, field in form.fields.items():
        file = form.files.get(form.add_prefix(name)) if form.files else None
        if chosen := getattr(file, "chosen", None):
            field.help_text = f"已选好“{chosen.name}”，不必重新选择。"
            form[name].help_text = field.help_text  # it was bound when the form was judged
            field.chosen = token_of(chosen)
