from importlib import import_module

from django.apps import AppConfig
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.module_loading import autodiscover_modules

_ANSWERS = {True: ("yes", "是"), False: ("no", "否"), None: ("unknown", "未知")}


class DeskConfig(AppConfig):
    """What every page of the staff desk needs, and nothing of the League."""

    name = "desk"
    verbose_name = "工作台"

    def ready(self):
        from django.contrib.admin.templatetags import admin_list

        admin_list._boolean_icon = _answer  # whose own pictures are named True and False, for every language
        autodiscover_modules("disclosure")  # each app's table of what the public may read
        autodiscover_modules("scope")  # each app's table of whose its records are
        autodiscover_modules("sheets")  # each app's columns of its tables (desk.sheets)
        autodiscover_modules("today")  # each app's lines of the first page (desk.today)
        import_module("desk.scope.own")
        import_module("desk.scope.filters")
        import_module("desk.publishing.today")


def _answer(value):
    picture, words = _ANSWERS[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{picture}.svg"), words)
