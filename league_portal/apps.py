from django.apps import AppConfig


class LeaguePortalConfig(AppConfig):
    name = "league_portal"
    verbose_name = "门户"
