from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DeskConfig(AppConfig):
    """What every page of the staff desk needs, and nothing of the League."""

    name = "desk"
    verbose_name = "工作台"

    def ready(self):
        autodiscover_modules("disclosure")  # each app's table of what the public may read
