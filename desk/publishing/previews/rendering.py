"""What was typed into a form, as the page that it would make: saved, printed and taken back at once."""

from collections.abc import Callable, Iterable
from copy import copy
from io import BytesIO

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage import default_storage as messages_of
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.urls import resolve
from django.utils import timezone

from toolkit.pictures.inlining import inlined
from toolkit.publishing import Publishable


def page_of_form(request, save: Callable) -> str:
    """The public page of what was sent, which is fit to be saved.

    ``save`` takes a request and saves what it sent; it puts the forms that it saved into ``saved_forms``,
    the record's first.
    """
    saving = copy(request)
    saving._messages = messages_of(saving)  # what is said of the saving is not so
    with transaction.atomic():
        save(saving)
        page = page_of_record(saving.saved_forms[0].instance, request)
        transaction.set_rollback(True)
    for file in _new_files(saving.saved_forms):
        file.storage.delete(file.name)
    return page


def page_of_record(record: Publishable, request) -> str:
    """The public page of a record as if it were published; call it in a transaction that is taken back."""
    now = timezone.now()
    since = min(record.published_at or now, now)
    of_record = type(record)._base_manager.filter(pk=record.pk)
    of_record.update(state=Publishable.State.PUBLISHED, published_at=since, expires_at=None)
    response = _answer(record.get_absolute_url().partition("#")[0], request)
    return inlined(response.content.decode())


def _answer(address: str, request):
    """What a reader without an account gets at an address of this site."""
    asked = {**request.META, "REQUEST_METHOD": "GET", "PATH_INFO": address, "QUERY_STRING": ""}
    asked |= {"CONTENT_LENGTH": "0", "HTTP_COOKIE": "", "wsgi.input": BytesIO()}
    reader = WSGIRequest(asked)
    reader.user, reader.session, reader.csp_nonce = AnonymousUser(), {}, ""
    reader.resolver_match = match = resolve(address)
    response = match.func(reader, *match.args, **match.kwargs)
    return response.render() if hasattr(response, "render") else response


def _new_files(saved: Iterable[forms.ModelForm]) -> list:
    return [
        file
        for form in saved
        for name in form.changed_data
        if isinstance(form.fields[name], forms.FileField) and (file := getattr(form.instance, name))
    ]
