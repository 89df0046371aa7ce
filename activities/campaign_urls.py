from django.urls import path

from activities import views

app_name = "campaigns"
urlpatterns = [
    path("", views.CampaignListView.as_view(), name="list"),
    path("<slug:slug>/", views.campaign_page, name="detail"),
]
