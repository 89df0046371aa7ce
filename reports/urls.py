from django.urls import path

from reports import views
from reports.comparison.views import chart, compare_page

app_name = "reports"
urlpatterns = [
    path("", views.ReportListView.as_view(), name="list"),
    path("compare/", compare_page, name="compare"),
    path("compare/<slug:key>.svg", chart, name="chart"),
    path("<slug:slug>/", views.report_page, name="detail"),
    path("<slug:slug>/versions/<int:number>/", views.version_page, name="version"),
    path("<slug:slug>/report.<str:name>", views.file_page, name="file"),
    path("<slug:slug>/versions/<int:number>/report.<str:name>", views.file_page, name="version-file"),
    path("<slug:slug>/versions/<int:number>/changes/", views.changes_page, name="changes"),
]
