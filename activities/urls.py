from django.urls import path, re_path

from activities import files, views

app_name = "activities"
urlpatterns = [
    path("", views.ActivityListView.as_view(), name="list"),
    path("<int:pk>/", views.ActivityView.as_view(), name="detail"),
    path("<int:pk>/qr.svg", files.qr_code, name="qr"),
    path("<int:pk>/event.ics", files.event_file, name="event"),
    re_path(r"^year/(?P<year>[0-9]{4})/$", views.ActivityListView.as_view(), name="year"),
    re_path(
        r"^(?P<year>[0-9]{4})/(?P<month>0[1-9]|1[0-2])/$", views.ActivityListView.as_view(), name="month"
    ),
]
