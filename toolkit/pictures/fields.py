"""Pictures that staff upload: what is kept of them.

What is kept is encoded anew at a size for the web, without the camera's EXIF data, which may
tell where a person lives. What is accepted, and what is refused, says toolkit.pictures.reading.
"""

import secrets
from io import BytesIO
from pathlib import PurePosixPath

from django import forms
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django.utils.deconstruct import deconstructible

from toolkit.pictures.reading import read


class KeptPicture(ContentFile):
    """A picture as it will be kept, so that it need not be read again when it is saved."""


def kept(file) -> KeptPicture:
    """Raises ValidationError with a sentence for the person who uploaded the file."""
    if isinstance(file, KeptPicture):
        return file
    content = BytesIO()
    read(file).save(content, "JPEG", quality=85)
    return KeptPicture(content.getvalue(), name=file.name)


@deconstructible
class UnguessablePath:
    """A folder of its own for each upload, whose name says nothing: photos/3f9c…/photo.jpg."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, instance, filename):
        return str(PurePosixPath(self.folder, secrets.token_hex(16), "photo.jpg"))

    def __eq__(self, other):
        return isinstance(other, UnguessablePath) and self.folder == other.folder

    def __hash__(self):
        return hash(self.folder)


class PictureFormField(forms.ImageField):
    """An upload judged by its content, not by its name, each refusal with its own sentence."""

    default_validators = ()

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        return None if file is None else kept(file)


class PictureFile(ImageFieldFile):
    def save(self, name, content, save=True):
        super().save(name, kept(content), save)

    def _set_instance_attribute(self, name, content):
        # Django would hand on the content under the name it was uploaded by; with the name it is
        # stored by, width and height are read from the file just saved.
        setattr(self.instance, self.field.attname, name)


class PictureField(models.ImageField):
    """A photo, kept upright as a JPEG of at most KEPT_SIZE pixels on its longer side."""

    attr_class = PictureFile

    def __init__(self, verbose_name=None, *, folder="photos", **kwargs):
        self.folder = folder
        kwargs.setdefault("upload_to", UnguessablePath(folder))
        super().__init__(verbose_name=verbose_name, **kwargs)

    def formfield(self, **kwargs):
        # A photo is never stored by the name it was uploaded by, so that name may be of any length.
        return super().formfield(**{"form_class": PictureFormField, "max_length": None, **kwargs})

    def deconstruct(self):
        # Migrations need only know that a path is stored here.
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.ImageField", args, kwargs
