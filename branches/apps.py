from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class BranchesConfig(AppConfig):
    """What branches report up: their activities, and their numbers when the district asks for them."""

    name = "branches"
    verbose_name = "支部来报与普查"

    def ready(self):
        autodiscover_modules("for_branches")  # what the apps above know of records that branches ask for
