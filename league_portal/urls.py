from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path

from activities.views import photo_file
from league_portal import views
from league_portal.feeds import ActivityFeed
from league_portal.sitemaps import SITEMAPS

urlpatterns = [
    path("", views.home, name="home"),
    path("activities/", include("activities.urls")),
    path("campaigns/", include("activities.campaign_urls")),
    path("volunteers/", include("volunteers.urls")),
    path("honors/", include("honors.urls")),
    path("reports/", include("reports.urls")),
    path("search/", views.SearchView.as_view(), name="search"),
    path("about/", views.about, name="about"),
    path("feed/", ActivityFeed(), name="feed"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("style/", views.style_page, name="style"),
    path("healthz", views.healthz, name="healthz"),
    path("admin/", admin.site.urls),
    re_path(
        r"^media/(?P<folder>photos/[0-9a-f]{32})/(?P<name>photo\.jpg|photo/[0-9a-f]{32}\.webp)$", photo_file
    ),
]
