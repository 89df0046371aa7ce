from django.urls import path

from notices import views

app_name = "notices"
urlpatterns = [
    path("", views.NoticeListView.as_view(), name="list"),
    path("<int:pk>/", views.NoticeView.as_view(), name="detail"),
    path("<int:pk>/files/<int:file>/", views.attachment, name="attachment"),
]
