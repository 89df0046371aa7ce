from django.contrib import admin
from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path, re_path

from activities.views import photo_file
from front import figures, open_data, preferences, views
from front.calendar import calendar
from front.feeds import ActivityFeed
from front.site_map import site_map
from front.sitemaps import SITEMAPS
from search.views import search_page

urlpatterns = [
    path("", views.home, name="home"),
    path("activities/", include("activities.urls")),
    path("campaigns/", include("activities.campaign_urls")),
    path("notices/", include("notices.urls")),
    path("volunteers/", include("volunteers.urls")),
    path("honors/", include("honors.urls")),
    path("reports/", include("reports.urls")),
    path("figures/", figures.figures, name="figures"),
    path("figures/<slug:period>/<slug:total>/", figures.figure_records, name="figure-records"),
    path("search/", search_page, name="search"),
    path("about/", views.about, name="about"),
    path("corrections/", include("corrections.urls")),
    path("preferences/", preferences.preferences, name="preferences"),
    path("preferences.css", preferences.style_sheet, name="preferences-style"),
    path("sitemap/", site_map, name="site-map"),
    path("data/", open_data.about, name="open-data"),
    path("data/activities.csv", open_data.activities_csv, name="open-data-csv"),
    path("data/honors.csv", open_data.honors_csv, name="open-data-honors"),
    path("data/activities.json", open_data.activities_json, name="open-data-json"),
    path("feed/", ActivityFeed(), name="feed"),
    path("calendar.ics", calendar, name="calendar"),
    path("sitemap.xml", index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-of"}, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-of"),
    path("robots.txt", views.robots, name="robots"),
    path("style/", views.style_page, name="style"),
    path("healthz", views.healthz, name="healthz"),
    path("preview/", include("desk.urls")),
    path("admin/", admin.site.urls),
    re_path(
        r"^media/(?P<folder>photos/[0-9a-f]{32})/(?P<name>[0-9a-z-]+\.(avif|webp|jpg))$",
        photo_file,
        name="photo",
    ),
]
