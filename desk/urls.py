from django.urls import path

from desk.publishing.previews.views import preview

app_name = "desk"
urlpatterns = [path("<slug:key>/", preview, name="preview")]
