from django.urls import path

from volunteers import views

app_name = "volunteers"
urlpatterns = [
    path("", views.TeamListView.as_view(), name="list"),
    path("<int:pk>/", views.TeamView.as_view(), name="detail"),
]
