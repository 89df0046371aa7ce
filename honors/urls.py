from django.urls import path, re_path

from honors import views

app_name = "honors"
urlpatterns = [
    path("", views.HonorListView.as_view(), name="list"),
    re_path(r"^(?P<year>[0-9]{4})/$", views.YearView.as_view(), name="year"),
]
