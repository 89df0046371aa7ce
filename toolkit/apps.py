from django.apps import AppConfig

from toolkit.texts.sentences import speak_plainly


class ToolkitConfig(AppConfig):
    """Installed for its template tags and for one model of its own, the addresses that pages had before."""

    name = "toolkit"
    verbose_name = "网站地址"

    def ready(self):
        speak_plainly()
