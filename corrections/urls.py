from django.urls import path

from corrections import views

app_name = "corrections"
urlpatterns = [
    path("", views.correction_form, name="form"),
    path("thanks/", views.thanks, name="thanks"),
]
