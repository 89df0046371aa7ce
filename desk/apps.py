from django.apps import AppConfig


class DeskConfig(AppConfig):
    """What every page of the staff desk needs, and nothing of the League."""

    name = "desk"
    verbose_name = "工作台"
