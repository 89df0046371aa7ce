"""Files that are sent while their form is filled in, and several chosen at once without a script."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity, Photo
from desk.forms.files import KEPT_FOR
from desk.models import ChosenFile, Draft
from tests import uploads
from tests.factories import ActivityFactory, PhotoFactory, UserFactory
from tests.pages import Desk, FormOnPage, refusals
from tests.reading import texts
from toolkit.pictures.reading import NOT_A_PICTURE, TOO_MANY_PIXELS

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/activities/activity/files/photos/"


def sent(client, file):
    return client.post(ADDRESS, {"file": file})


def form_of(client, activity):
    return Desk(client, reverse("admin:activities_activity_change", args=[activity.pk]))


def test_photo_is_judged_and_shown_before_its_form_is_sent(desk, staff):
    told = sent(desk, uploads.photo(size=(1000, 500), name="合影.jpg")).json()

    assert (told["name"], ChosenFile.objects.get().chosen_by) == ("合影.jpg", staff)
    answer = desk.get(told["shown"])
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "private, max-age=86400")


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (uploads.upload(b"not a picture"), NOT_A_PICTURE),
        (uploads.upload(uploads.vast_png(), "photo.png"), TOO_MANY_PIXELS),
        ("", "请填写这一项。"),
    ],
    ids=["text", "30,000²", "nothing"],
)
def test_what_is_no_usable_photo_is_refused_in_a_sentence(desk, file, sentence):
    assert (sent(desk, file).json(), ChosenFile.objects.count()) == ({"refused": sentence}, 0)


def test_nobody_sends_files_without_the_right_to_the_form(client):
    client.force_login(UserFactory(is_staff=True))
    assert sent(client, uploads.photo()).status_code == 403

    client.logout()
    assert sent(client, uploads.photo()).status_code == 302
    assert not ChosenFile.objects.exists()


@pytest.mark.parametrize("address", [ADDRESS.replace("photos", "figures"), f"{ADDRESS[:-7]}shown/MQ:x:y/"])
def test_rows_without_files_take_none_and_a_forged_name_shows_none(desk, address):
    answer = desk.post(address, {"file": uploads.photo()}) if "figures" in address else desk.get(address)

    assert answer.status_code == 404


def test_photo_that_was_sent_becomes_a_row_of_the_record(desk):
    activity = ActivityFactory()
    form = form_of(desk, activity)
    token = sent(desk, uploads.photo()).json()["token"]
    form.add_row("photos", alt="集市", focus_x="20").type(**{"desk_file-photos-0-image": token}).send()

    assert [(one.alt, one.focus_x, one.focus_y, one.width) for one in activity.photos.all()] == [
        ("集市", 20, 50, 64)
    ]
    assert not ChosenFile.objects.exists()


def test_files_of_forms_that_nobody_saved_go_after_a_while(desk):
    for days in (KEPT_FOR - timedelta(days=1), KEPT_FOR + timedelta(days=1)):
        sent(desk, uploads.photo(name=f"{days.days}.jpg"))
        ChosenFile.objects.filter(name=f"{days.days}.jpg").update(chosen_at=timezone.now() - days)

    sent(desk, uploads.photo())

    assert list(ChosenFile.objects.values_list("name", flat=True)) == ["29.jpg", "photo.jpg"]


def test_several_files_chosen_at_once_become_rows_that_wait_for_their_words(desk):
    activity = ActivityFactory(title="青春集市")
    PhotoFactory(activity=activity, alt="合影", position=0)
    form = form_of(desk, activity)
    form.type(**{"desk_several-photos": [uploads.photo(name="一.jpg"), uploads.photo(name="二.jpg")]}).send()

    assert (Photo.objects.count(), Draft.objects.get().files.count()) == (1, 2)
    page = desk.get(form.address)
    fields = FormOnPage(page).fields
    assert [fields[f"photos-{number}-position"] for number in range(3)] == ["0", "1", "2"]
    assert len(texts(page, "//div[@class='photo-shown']/img/@src")) == 3

    again = form_of(desk, activity).type(**{"photos-1-alt": "集市"})
    answer = again.send("submit")
    assert refusals(answer) == {"photos-2-alt": ["请填写这一项。"]}
    again.type(**{"photos-2-alt": "摊位"}).send()
    assert list(Activity.objects.get().photos.values_list("alt", flat=True)) == ["合影", "集市", "摊位"]


def test_spoilt_file_among_several_is_refused_beside_its_row(desk):
    form = form_of(desk, ActivityFactory())
    files = [uploads.photo(), uploads.upload(uploads.vast_png(), "photo.png")]

    answer = form.type(**{"desk_several-photos": files}).send()

    assert refusals(answer)["photos-1-image"] == [TOO_MANY_PIXELS]
    assert (Photo.objects.count(), ChosenFile.objects.count()) == (0, 1)


def test_row_that_was_added_and_taken_away_again_is_none(desk):
    activity = ActivityFactory(published=True)
    form = form_of(desk, activity)
    form.add_row("photos", image=uploads.photo(), alt="集市", DELETE="on").type(place="广场").send()

    rows = dict(Draft.objects.get().held["kinds"])["photos"][1]
    assert rows == []
