"""Columns keep words in one way, whoever writes them; and no column of ours was forgotten."""

import pytest
from django.apps import apps
from django.contrib.messages import get_messages
from django.db import models
from django.urls import reverse

from organizations.models import Partner
from tests.factories import PartnerFactory, VolunteerFactory
from tests.pages import Desk, refusals
from tests.test_rules import OURS
from toolkit.texts.columns import CopyField, Kept

# What programs write, addresses, and the words that a rewritten passage had before.
AS_GIVEN = {
    "accounts.KeptPassword.encoded",
    "accounts.Session.address",
    "accounts.Session.browser",
    "accounts.Session.session_data",
    "accounts.Session.session_key",
    "corrections.Correction.page",
    "corrections.Sending.client",
    "desk.Binned.name",
    "desk.Binned.object_id",
    "desk.Event.name",
    "desk.Event.object_id",
    "desk.Event.words",
    "desk.LogLine.id",
    "desk.LogLine.name",
    "desk.LogLine.object_id",
    "desk.LogLine.words",
    "desk.Overruled.fingerprint",
    "desk.Preview.key",
    "desk.Preview.page",
    "desk.Step.from_state",
    "desk.Step.to_state",
    "intake.SheetRow.as_saved",
    "reports.Binding.clause",
    "reports.Binding.number",
    "reports.Placement.basis",
    "reports.ReportVersion.sha256",
    "reports.Waiver.code",
    "reports.Waiver.fingerprint",
    "reports.Waiver.message",
    "toolkit.FormerAddress.new",
    "toolkit.FormerAddress.old",
    "toolkit.PartState.kind",
}


def test_every_column_of_words_keeps_them_in_one_way():
    columns = {
        f"{model._meta.label}.{column.name}"
        for app in OURS
        if app != "search"
        for model in apps.get_app_config(app).get_models()
        for column in model._meta.fields
        if isinstance(column, models.CharField | models.TextField)
        and not column.choices
        and not isinstance(column, Kept | CopyField | models.SlugField | models.EmailField | models.FileField)
    }

    assert columns == AS_GIVEN


@pytest.mark.django_db
@pytest.mark.parametrize("write", ["save", "bulk_create", "update"])
def test_every_way_of_writing_keeps_a_name_as_names_are(write):
    if write == "save":
        partner = PartnerFactory(name="某 基金\u200b会")
        assert partner.name == "某基金会"
    elif write == "bulk_create":
        Partner.objects.bulk_create([PartnerFactory.build(name="某 基金\u200b会")])
    else:
        PartnerFactory()
        Partner.objects.update(name="某 基金\u200b会")

    assert Partner.objects.get().name == "某基金会"


def sent(desk, page, **values):
    answer = Desk(desk, reverse(f"admin:{page}_add")).type(**values).send()
    return answer, [str(told) for told in get_messages(answer.wsgi_request)][:-1]


def test_form_says_what_of_a_name_was_changed(desk):
    _, told = sent(desk, "organizations_partner", name="⼤\u200b同 基金会", note=" 捐赠口罩 ")

    reasons = "去掉了 1 个看不见或无法显示的字符，改正了 1 个外形相同的部首等字符"
    assert told == [f"“名称”已改为“大同基金会”（{reasons}），请核对。"]


def test_form_says_nothing_of_words_that_are_kept_as_they_were_typed(desk):
    assert sent(desk, "organizations_partner", name="大同基金会", note="第一行 ")[1] == []


def test_form_says_what_a_long_text_lost(desk):
    _, told = sent(
        desk, "activities_campaign", name="品牌", slug="a", description="第一\u200b段\r\n第二\ue000段"
    )

    assert told == ["“介绍”中去掉了 2 个看不见或无法显示的字符，请核对。"]


def test_form_refuses_a_name_of_nothing_visible(desk):
    answer, _ = sent(desk, "organizations_partner", name="\u200b\ufeff")

    assert refusals(answer) == {"name": ["请填写这一项。"]}


def test_form_refuses_a_body_that_is_there_under_look_alikes(desk):
    PartnerFactory(name="大同（南昌）基金会")

    answer, _ = sent(desk, "organizations_partner", name="⼤同(南昌) 基金会")

    assert refusals(answer) == {"name": ["已经有同名的合作单位。"]}


def test_form_takes_a_number_however_it_was_copied(desk):
    VolunteerFactory(name="李敏", id_number="11010519491231002X")

    answer, _ = sent(
        desk, "volunteers_volunteer", name="李　敏", id_number="１１０１０５ 19491231 002x\u200b"
    )

    assert refusals(answer) == {"id_number": ["这个身份证号已经登记过。"]}
