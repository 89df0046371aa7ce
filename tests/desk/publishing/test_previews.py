"""A page shown before it is public: to whoever writes it, and to a leader without an account."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity, Photo
from desk.models import Draft, Opinion, Preview
from tests import uploads
from tests.factories import ActivityFactory, FigureFactory
from tests.pages import Desk, refusals

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    activity = ActivityFactory(title="青春集市", place="人民广场", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    return activity


def form_of(client, activity):
    return Desk(client, reverse("admin:activities_activity_change", args=[activity.pk]))


def press(form, **buttons):
    return form.client.post(form.address, {**form.fields, **buttons})


def framed(response):
    return unescape(re.search(r'srcdoc="(.*?)"></iframe>', response.content.decode(), re.DOTALL)[1])


def shared(client, activity, **typed):
    press(form_of(client, activity).type(**typed), _share="1")
    return Preview.objects.get()


def address_of(preview):
    return reverse("desk:preview", args=[preview.key])


def test_preview_shows_the_public_page_of_what_was_typed_and_saves_nothing(desk, activity, media_root):
    form = form_of(desk, activity).type(place="文化宫", summary="团区委组织{志愿者}。")
    form.add_row("photos", image=uploads.photo(), alt="集市", position="0")

    page = framed(press(form, _preview="1"))

    assert "文化宫" in page
    assert "团区委组织300余名。" in page
    assert 'src="data:image/jpeg;base64,' in page
    assert (Activity.objects.get().place, Photo.objects.count()) == ("人民广场", 0)
    assert not Draft.objects.exists()
    assert [*media_root.rglob("*.jpg")] == []
    desk.logout()
    assert "人民广场" in desk.get(activity.get_absolute_url()).content.decode()


def test_record_that_was_never_saved_has_a_preview(desk, activity):
    form = Desk(desk, reverse("admin:activities_activity_add"))
    form.type(title="团课", area=str(activity.area_id), starts_on="2020-03-05")

    assert "团课" in framed(press(form, _preview="1"))
    assert not Activity.objects.filter(title="团课").exists()


def test_what_is_missing_is_asked_for_before_a_preview(desk):
    answer = press(Desk(desk, reverse("admin:activities_activity_add")), _preview="1")

    said = refusals(answer)
    assert sorted(said) == ["__all__", "area", "starts_on", "title"]
    assert said["__all__"] == ["填好下面标出的几项，就能预览。"]


def test_link_shows_the_page_to_somebody_without_an_account(desk, client, activity):
    preview = shared(desk, activity, place="文化宫")
    assert Activity.objects.get().place == "人民广场"
    assert Draft.objects.exists()
    client.logout()

    answer = client.get(address_of(preview))

    assert "文化宫" in framed(answer)
    assert answer.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_link_shows_the_page_as_it_was_when_it_was_made(desk, activity):
    preview = shared(desk, activity, place="文化宫")
    form_of(desk, activity).type(place="体育馆").send()

    assert "体育馆" not in framed(desk.get(address_of(preview)))


@pytest.mark.parametrize("key", ["forged", "x" * 32])
def test_forged_link_is_not_found(client, key):
    assert client.get(reverse("desk:preview", args=[key])).status_code == 404


def test_link_ends_with_its_time_its_record_and_when_it_is_revoked(desk, activity):
    preview = shared(desk, activity, place="文化宫")
    press(form_of(desk, activity), _revoke=str(preview.pk))
    assert desk.get(address_of(preview)).status_code == 410

    over = timezone.now() - timedelta(days=8)
    Preview.objects.update(revoked_at=None, made_at=over, ends_at=over + timedelta(days=7))
    assert desk.get(address_of(preview)).status_code == 410

    Preview.objects.update(ends_at=timezone.now() + timedelta(days=1))
    assert desk.get(address_of(preview)).status_code == 200
    Activity.objects.all().delete()
    assert desk.get(address_of(preview)).status_code == 410


def test_leader_agrees_and_the_form_says_so(desk, client, activity):
    preview = shared(desk, activity, place="文化宫")
    client.logout()

    client.post(address_of(preview), {"kind": "agreed", "name": "李书记"})

    assert [str(one) for one in Opinion.objects.all()] == ["李书记：同意"]
    assert Activity.objects.get().place == "人民广场"


def test_leader_returns_what_waits_for_review_with_a_reason(desk, client):
    activity = ActivityFactory(title="团课", state="in_review")
    preview = shared(desk, activity, place="文化宫")
    client.logout()

    refused = client.post(address_of(preview), {"kind": "returned", "name": "李书记"})
    assert refused.context["form"].errors == {"reason": ["请写明退回的原因。"]}
    client.post(address_of(preview), {"kind": "returned", "name": "李书记", "reason": "地点不对"})

    assert Activity.objects.get().state == "draft"


def test_leader_returns_changes_that_wait_for_review(desk, client, activity):
    form_of(desk, activity).type(place="文化宫").send()
    press(form_of(desk, activity), _draft="send")
    preview = shared(desk, activity)
    client.logout()

    client.post(address_of(preview), {"kind": "returned", "name": "李书记", "reason": "地点不对"})

    told = ("李书记（预览链接）：地点不对", None)
    assert Draft.objects.values_list("returned_for", "sent_at").get() == told


def test_leader_returns_no_changes_that_the_link_never_showed(desk, client, activity):
    preview = shared(desk, activity, place="文化宫")
    press(form_of(desk, activity), _act="update")
    form_of(desk, activity).type(place="体育馆").send()
    press(form_of(desk, activity), _draft="send")
    client.logout()

    client.post(address_of(preview), {"kind": "returned", "name": "李书记", "reason": "地点不对"})

    assert Draft.objects.values_list("returned_for", flat=True).get() == ""
    assert [str(one) for one in Opinion.objects.all()] == ["李书记：退回"]


def test_preview_of_a_scheduled_page_says_when_it_will_be_seen(desk):
    activity = ActivityFactory(
        title="青春集市", published=True, published_at=datetime(2999, 5, 4, tzinfo=UTC)
    )

    pages = [press(form_of(desk, activity), _preview="1"), desk.get(address_of(shared(desk, activity)))]

    assert all("公众从2999年5月4日 8:00起看得到这一页。" in page.content.decode() for page in pages)


def test_whoever_may_not_change_a_record_gets_no_preview(client, editor):
    activity = ActivityFactory()
    editor.user_permissions.filter(codename="change_activity").first()
    client.force_login(editor)
    form = form_of(client, activity)
    editor.user_permissions.remove(editor.user_permissions.get(codename="change_activity"))

    assert press(form, _preview="1").status_code == 403
