"""Drafts as they are kept and given up."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.forms import FileField

from desk.forms.files import chosen_file, keep_file, token_of
from desk.forms.held import DELETE, FILE, NEW, Held, Rows, Values
from desk.models import ChosenFile, Draft
from toolkit.publishing import stamp

TITLES = ("title", "name")


@transaction.atomic
def keep(draft: Draft | None, *, model, record, held: Held, base: Held | None, by) -> Draft:
    """Keep what a form holds as the draft of a record, or of none yet; ``base``: what the record says now."""
    draft = draft or Draft(content_type=ContentType.objects.get_for_model(model))
    draft.object_id = record.pk if record else None
    draft.title = next(("".join(held.fields[name]) for name in TITLES if name in held.fields), "")[:120]
    draft.held, draft.base = held.as_json(), base and base.as_json()
    stamp(draft, by=by)
    draft.save()
    tokens = [
        values[0] for _, _, part in held.places() for name, values in part.items() if name.startswith(FILE)
    ]
    chosen = [file.pk for file in map(chosen_file, tokens) if file]
    ChosenFile.objects.filter(pk__in=chosen).update(draft=draft)
    return draft


@dataclass(frozen=True)
class StoredFile:
    """A file of a row that is about to be gone, and where it stands in what is held."""

    values: Values
    name: str
    field: FileField
    path: str
    content: bytes


def held_anew(form, formsets: list, *, known: Held) -> tuple[Held, list[StoredFile]]:
    """What forms hold whose rows may be gone once it is used: those that ``known`` lacks become new ones.

    Their files are told beside it, to be kept with ``keep_files_of`` once the rows are gone.
    """
    held, kinds, files = Held.of_forms(form, formsets), {}, []
    for formset in formsets:
        kind, stored = held.kinds[formset.prefix], known.kinds[formset.prefix].rows
        rows = {key: {**values, DELETE: ["on"]} for key, values in stored.items()}
        for row in formset.initial_forms:
            key = str(row.instance.pk)
            rows[key if key in stored else f"{NEW}{len(rows)}"] = kind.rows[key]
            if key not in stored:
                files += _files_of(row, kind.rows[key])
        kinds[formset.prefix] = Rows(kind.key_field, rows)
    return Held(held.fields, kinds), files


def _files_of(row, values: Values) -> list[StoredFile]:
    stored = []
    for name, field in row.fields.items():
        if isinstance(field, FileField) and (file := getattr(row.instance, name)):
            with file.storage.open(file.name) as opened:
                stored.append(StoredFile(values, name, field, file.name, opened.read()))
    return stored


def keep_files_of(files: list[StoredFile], *, by) -> None:
    for file in files:
        chosen = keep_file(PurePosixPath(file.path).name, file.content, file.field, by=by)
        file.values[FILE + file.name] = [token_of(chosen)]


def discard(draft: Draft) -> None:
    """Give a draft up, with the files that were chosen for it."""
    draft.delete()
