"""The column of an attached document; after it stand ``kind``, ``size`` and ``words``, which it fills in."""

import secrets
from pathlib import PurePosixPath

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.db.models.fields.files import FieldFile

from toolkit.attached.judging import Judged, judged, refuse_too_large


class Document(ContentFile):
    """A document that was judged, so that it need not be read again when it is saved."""

    judged: Judged


def taken(file) -> Document:
    """Raises ValidationError with a sentence for whoever chose the file."""
    if isinstance(file, Document):
        return file
    refuse_too_large(file.size)
    file.seek(0)
    content = file.read()
    document = Document(content, name=file.name)
    document.judged = judged(content)
    return document


def folder_of_its_own(instance, filename):
    """attachments/3f9c…/file.pdf: a name that says nothing; readers are told the title (notices.views)."""
    return str(PurePosixPath("attachments", secrets.token_hex(16), f"file.{instance.kind}"))


class DocumentFormField(forms.FileField):
    def to_python(self, data):
        if isinstance(data, UploadedFile) and not data.size:
            return super().to_python(data)  # which says that it is empty
        file = super().to_python(data)
        return None if file is None else taken(file)


class DocumentFile(FieldFile):
    def save(self, name, content, save=True):
        document = taken(content)
        self.field.tell(self.instance, document)
        super().save(name, document, save)


class DocumentField(models.FileField):
    attr_class = DocumentFile

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("upload_to", folder_of_its_own)
        super().__init__(*args, **kwargs)

    def tell(self, instance, document: Document) -> None:
        """Note on the record what its document is."""
        found = document.judged
        instance.kind, instance.size, instance.words = found.kind, document.size, found.words
        instance.judged = found

    def save_form_data(self, instance, data):
        super().save_form_data(instance, data)
        if isinstance(data, Document):
            self.tell(instance, data)

    def formfield(self, **kwargs):
        # A document is never stored by the name it was uploaded by, so that name may be of any length.
        return super().formfield(**{"form_class": DocumentFormField, "max_length": None, **kwargs})

    def deconstruct(self):
        # Migrations need only know that a path is stored here.
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, {**kwargs, "upload_to": ""}
