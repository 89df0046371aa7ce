"""Columns of text that keep what they are given in one way (toolkit.names), whoever writes it and how."""

from django import forms
from django.db import models

from toolkit import names
from toolkit.names.look_alikes import LOOK_ALIKES, STRAY


class KeptFormField(forms.CharField):
    """Takes what was typed as it will be kept, so that what nobody sees counts towards no limit."""

    keep = staticmethod(names.readable)
    column = None  # that it writes

    def to_python(self, value):
        return self.keep(super().to_python(value))


class Kept:
    """The part that such columns share. To migrations they are plain ones, as they are to the database."""

    keep = staticmethod(names.readable)
    plain = models.CharField

    def to_python(self, value):
        return self._kept(super().to_python(value))

    def pre_save(self, instance, add):
        value = self._kept(super().pre_save(instance, add))
        setattr(instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(self._kept(value), connection)

    def formfield(self, **kwargs):
        field = super().formfield(**{"form_class": KeptFormField, **kwargs})
        field.keep, field.column = self.keep, self
        return field

    def deconstruct(self):
        name, _, *arguments = super().deconstruct()
        return name, f"django.db.models.{self.plain.__name__}", *arguments

    def _kept(self, value):
        return self.keep(value) if isinstance(value, str) else value


class PersonField(Kept, models.CharField):
    """The name of a person, or of a body where a column holds both."""

    keep = staticmethod(names.person)


class NameField(Kept, models.CharField):
    """The name of a body or a thing."""

    keep = staticmethod(names.name)


class LineField(Kept, models.CharField):
    """A title, a place, a post: words on one line."""

    keep = staticmethod(names.title)


class NumberField(Kept, models.CharField):
    """A number that is no amount: of a telephone, of an identity card."""

    keep = staticmethod(names.number)


class DocumentNumberField(Kept, models.CharField):
    """The number of an official document: 西团〔2020〕5号."""

    keep = staticmethod(names.document_number)


class ParagraphsField(Kept, models.TextField):
    """Words on several lines."""

    plain = models.TextField


class CopyField(models.CharField):
    """Copies a property of its row on every saving, for the database to look in."""

    def __init__(self, *args, of="", **kwargs):
        self.of = of
        super().__init__(*args, **{**kwargs, "editable": False})

    def pre_save(self, instance, add):
        setattr(instance, self.attname, getattr(instance, self.of))
        return super().pre_save(instance, add)

    def deconstruct(self):
        name, _, *arguments = super().deconstruct()
        return name, "django.db.models.CharField", *arguments


def told_of(form: forms.BaseForm) -> list[str]:
    """A sentence for each field of a form in which more was typed than the spaces around what is kept."""
    told = []
    for name in form.changed_data:
        if column := getattr(form.fields[name], "column", None):
            typed = form[name].data or ""
            if names.changes(typed, column.keep(typed)):
                told.append(_sentence(form[name].label, typed, column))
    return told


def _sentence(label, typed, column):
    unseen = len(STRAY.findall(typed.translate(LOOK_ALIKES)))
    alike = sum(ord(letter) in LOOK_ALIKES for letter in typed)
    counted = [f"去掉了 {unseen} 个看不见或无法显示的字符"] if unseen else []
    counted += [f"改正了 {alike} 个外形相同的部首等字符"] if alike else []
    if isinstance(column, models.TextField):
        return f"“{label}”中{'，'.join(counted)}，请核对。"
    because = f"（{'，'.join(counted)}）" if counted else ""
    return f"“{label}”已改为“{column.keep(typed)}”{because}，请核对。"
