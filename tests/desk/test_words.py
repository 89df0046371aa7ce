"""The desk speaks Chinese, and says nothing in the stock phrases of its framework."""

import json
import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.db.models import F, Value
from django.db.models.functions import Concat

from activities.models import Activity
from notices.models import Notice
from tests.desk.walking import Walk
from tests.every_table import fill_every_table
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

# What may stand in Latin letters: names of formats, programs and keys, which have no Chinese ones;
# examples of what is itself typed in Latin letters; and the names that the accounts of the tests go by.
ALLOWED = {
    *(
        "Word",
        "WPS",
        "PDF",
        "TXT",
        "DOCX",
        "JSON",
        "HTML",
        "XLSX",
        "CSV",
        "JPG",
        "PNG",
        "WebP",
        "HEIC",
        "AVIF",
    ),
    *("MB", "ICP", "Atom", "Control", "Command", "Mac", "Enter", "txt", "Esc"),
    *("qingqing", "growth", "online", "leifeng"),
    *("staff", "stranger"),
}
ADDRESS = re.compile(r"(https?://|www\.|/|\b)[\w-]+([./][\w-]+)+/?|user\d+|\.\w+")
LATIN = re.compile(r"[A-Za-z]{2,}")
CLUMSY = re.compile(
    r"来修改|来查看|添加另一个|增加另一个|^以 |个中|被选|无可选|帐号|账户|您|动作|对象执行|过滤|注销|登出"
    r"|必填项|““|””|[一-鿿] [一-鿿（]"
)


@pytest.fixture
def walk(desk):
    fill_every_table()
    in_quotes = Concat(Value("“"), F("title"), Value("”"))
    for model in (Activity, Notice):
        model.objects.update(title=in_quotes)
    return Walk(desk)


def english(said):
    return [word for word in LATIN.findall(ADDRESS.sub(" ", said)) if word not in ALLOWED]


def test_every_page_of_the_desk_is_in_good_chinese(walk, client):
    walk.everywhere()
    walk.read("/admin/logout/", {})
    walk.read("/admin/login/", {"username": "x"})
    walk.read("/admin/login/", {"username": "x", "password": "y"})
    client.force_login(UserFactory(username="stranger"))
    walk.read("/admin/")

    assert {words: page for words, page in walk.said.items() if english(words)} == {}
    assert {words: page for words, page in walk.said.items() if CLUMSY.search(words)} == {}
    assert walk.asked[500] == 0
    assert len(walk.said) > 1500


def test_scripts_of_the_desk_are_given_chinese_words(desk):
    page = desk.get("/admin/jsi18n/").content.decode()

    catalog = json.loads(re.search(r"const newcatalog = ({.*?});", page, re.DOTALL).group(1))

    said = [one for words in catalog.values() for one in (words if isinstance(words, list) else [words])]
    spoken = [words for words in said if not re.fullmatch(r"[\da-ciA-CI、]+", words)]
    assert [words for words in spoken if not re.search("[一-鿿]", words) or CLUMSY.search(words)] == []


def test_words_are_compiled_as_they_are_written():
    for written in Path(settings.LOCALE_PATHS[0]).rglob("*.po"):
        compiled = polib.mofile(written.with_suffix(".mo"))

        assert {(one.msgctxt, one.msgid): _meant(one) for one in polib.pofile(written)} == {
            (one.msgctxt, one.msgid): _meant(one) for one in compiled
        }, f"run python -m devtools.messages for {written.name}"


def _meant(entry):
    return entry.msgstr or entry.msgstr_plural
