from django.apps import AppConfig


class ToolkitConfig(AppConfig):
    """Installed only for its template tags; it has no models of its own."""

    name = "toolkit"
    verbose_name = "公用部件"
