from django.apps import AppConfig

from toolkit.texts.sentences import speak_plainly


class ToolkitConfig(AppConfig):
    """Installed for its template tags and for two models of its own: the addresses that pages had before, and
    what parts of the records are called since they changed last."""

    name = "toolkit"
    verbose_name = "网站地址"

    def ready(self):
        speak_plainly()
