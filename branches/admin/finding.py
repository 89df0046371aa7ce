from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404


def record_for(desk: admin.ModelAdmin, request, key) -> Model:
    """The record that an address names, of those within reach; nobody learns of any other."""
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    record = desk.get_object(request, str(key))
    if record is None:
        raise Http404
    if not desk.has_view_or_change_permission(request, record):
        raise PermissionDenied
    return record
