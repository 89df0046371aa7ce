from datetime import date

import pytest
from django.db import connection

from activities.models import Activity
from search.finding import Filters, find
from search.loosening import Sought, loosened
from search.models import Entry, Kind
from search.pairs import indexed
from search.refresh import refresh
from search.statement import A_PAGE, COUNTED_EXACTLY, MOST_LISTED, statement
from tests.factories import ActivityFactory, CampaignFactory, TeamFactory, WorkAreaFactory
from tests.search.looking import titles_found
from toolkit.folding import folded

pytestmark = pytest.mark.django_db

# Two letters, names, parts of names, mixed, single rare and four-byte characters, signs.
WORDS = """
    口罩 暖冬 河小青 小青 梅云子 云子 梅 学雷锋 雷锋 第57个 57 2020 300余名 余名 余 5g G+ 智慧团建 APP ａｐｐ
    团(工)委 （工）委 工) % _ 100% \\ \\' ' '' " < <b> & 𠮷 𠮷野 野家 㐂 龘 龘龘 龘龘龘 ，迎 。 http://e
    e.cn é É ß 团委书记 志愿者志愿 罩口 不存在的词 暖 冬暖
"""
TEXTS = (
    "口罩驰援：组织300余名志愿者送出口罩。",
    "“暖冬行动”第3期，梅云子讲话",
    "我是河小青，护河 2020 年",
    "第57个学雷锋纪念日、志愿者志愿服务",
    "5G＋智慧团建ＡＰＰ上线 http://e.cn",
    "团（工）委书记；团委 书记",
    "100%_完成\\' <b>粗</b> & \"引\" ''",
    "𠮷野家㐂，迎龘龘 Éß é",
    "罩 口 冬 暖",
)


@pytest.fixture
def texts():
    area = WorkAreaFactory()
    for number, text in enumerate(TEXTS):
        told = {"title": text} if number % 2 else {"title": f"活动{number}", "place": text}
        ActivityFactory(area=area, published=True, **told)
    refresh()


@pytest.mark.parametrize("word", WORDS.split())
def test_search_finds_what_a_look_at_every_text_finds(texts, word):
    asked = Sought.of(word)
    forms = {asked.loose, asked.numbered or asked.loose}
    scanned = {
        entry.title
        for entry in Entry.objects.all()
        if (asked.exact in entry.folded if asked.is_marks else any(form in entry.loose for form in forms))
    }

    assert {hit.title for hit in find([word]).hits} == scanned


@pytest.mark.parametrize("word", WORDS.split())
def test_what_holds_a_word_as_typed_stands_first(texts, word):
    exact = {entry.title for entry in Entry.objects.all() if folded(word) in entry.folded}

    assert {hit.title for hit in find([word]).hits[: len(exact)]} == exact


def test_most_of_these_words_are_there(texts):
    assert sum(bool(find([word]).hits) for word in WORDS.split()) >= 40


def test_title_stands_above_text_and_newer_above_older():
    area = WorkAreaFactory()
    for title, place, year in (
        ("甲", "口罩", 2020),
        ("旧口罩", "", 2018),
        ("新口罩", "", 2019),
        ("乙", "口罩", 2017),
    ):
        ActivityFactory(title=title, place=place, area=area, starts_on=date(year, 1, 1), published=True)
    CampaignFactory(name="口罩行动")

    assert titles_found("口罩") == ["口罩行动", "新口罩", "旧口罩", "甲", "乙"]


def test_words_apart_are_found_together_and_one_word_apart_is_not():
    ActivityFactory(title="口罩与暖冬", published=True)

    assert (titles_found("暖冬 口罩"), titles_found("口罩暖冬")) == (["口罩与暖冬"], [])


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("“只争朝夕，不负韶华”主题团日", "只争朝夕不负韶华"),
        ("团区委（扩大）会议", "扩大会议"),
        ("团（工）委书记", "团工委书记"),
        ("一二·九歌会", "一二九歌会"),
        ("张　三谈初心", "张三"),
        ("阿迪力•买买提", "阿迪力买买提"),
        ("阿迪力·买买提", "阿迪力・买买提"),
        ("口\u200b罩", "口罩"),
        ("口罩", "口\ufeff罩"),
        ("志愿服务", "志願服務"),
        ("團區委", "团区委"),
        ("青年⼈之家", "青年人"),
        ("捐款0.9万元", "九千元"),
        ("捐款九千元", "9000元"),
        ("捐款9,000元", "0.9万元"),
        ("口罩1万个", "10000个"),
        ("口罩一万个", "1万个"),
        ("第五十七个学雷锋纪念日", "第57个"),
        ("三百余万元", "300余万元"),
        ("二○二○年", "2020年"),
    ],
)
def test_word_is_found_however_it_is_written(written, typed):
    activity = ActivityFactory(title="活动", place=written, published=True)
    ActivityFactory(title="别的", area=activity.area, published=True)
    Activity.objects.filter(pk=activity.pk).update(body=f"<p>{written}</p>")

    assert titles_found(typed) == ["活动"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [("捐款19000元", "九千元"), ("捐款9.5元", "95元"), ("统一", "1"), ("甲；乙", "甲，丙")],
)
def test_another_number_or_word_is_not_found(written, typed):
    ActivityFactory(title=written, published=True)

    assert titles_found(typed) == []


def test_words_as_typed_stand_above_titles_that_have_them_otherwise():
    area = WorkAreaFactory()
    for title, place, year in (
        ("甲", "罩口", 2018),
        ("面罩。口号", "", 2020),
        ("乙", "罩，口", 2021),
        ("罩口丙", "", 2017),
    ):
        ActivityFactory(title=title, place=place, area=area, starts_on=date(year, 1, 1), published=True)

    assert titles_found("罩口") == ["罩口丙", "甲", "面罩。口号", "乙"]


def test_no_hit_reaches_from_one_part_of_the_page_into_the_next():
    ActivityFactory(
        title="口", body="<p>罩上</p><p>岸</p><ul><li>边<b>缘</b></li></ul>", place="河", published=True
    )

    found = {word: bool(titles_found(word)) for word in ("口罩", "上岸", "岸边", "边缘", "缘河", "罩上")}

    assert found == {"口罩": False, "上岸": False, "岸边": False, "边缘": True, "缘河": False, "罩上": True}


def test_numbers_are_told_for_every_combination():
    area = WorkAreaFactory()
    ActivityFactory(title="口罩", area=area, starts_on=date(2020, 1, 1), published=True)
    ActivityFactory(title="口罩", area=area, starts_on=date(2019, 1, 1), published=True)
    TeamFactory(name="口罩", published=True)
    refresh()

    found = find(["口罩"], Filters(year=2020))

    assert [hit.day for hit in found.hits] == [date(2020, 1, 1)]
    assert sorted(found.numbers, key=str) == sorted(
        [
            (Filters(Kind.ACTIVITY, area.pk, 2020), 1),
            (Filters(Kind.ACTIVITY, area.pk, 2019), 1),
            (Filters(Kind.TEAM), 1),
        ],
        key=str,
    )


def many(number, title="河道清洁"):
    """So many entries, written past the records: enough for what only a large site meets."""
    now = "2020-01-01T00:00:00Z"
    Entry.objects.bulk_create(
        Entry(
            kind=Kind.ACTIVITY,
            record_id=place,
            title=f"{title}{place:05}",
            folded_title=f"{title}{place:05}",
            folded=f"{title}{place:05}",
            loose_title=loosened(f"{title}{place:05}"),
            loose=loosened(f"{title}{place:05}"),
            pairs=indexed(f"{title}{place:05}", loosened(f"{title}{place:05}")),
            day=date(2020, 1, 1),
            year=2020,
            shown_from=now,
        )
        for place in range(number)
    )


def test_of_very_many_hits_the_first_are_listed_and_the_others_counted():
    many(COUNTED_EXACTLY + 5)

    first, last = find(["河道清洁"]), find(["河道清洁"], page=MOST_LISTED // A_PAGE)

    assert (first.listed, first.number(Filters()), first.is_about) == (MOST_LISTED, COUNTED_EXACTLY + 5, True)
    assert (len(first.hits), len(last.hits)) == (A_PAGE, A_PAGE)
    assert not find(["河道"]).is_about


def test_what_is_found_behind_very_many_that_mislead_is_listed_all_the_same():
    many(COUNTED_EXACTLY + 200, title="河道与道清、清洁")
    kept = Entry.objects.order_by("record_id").first()  # the last in rank
    Entry.objects.filter(pk=kept.pk).update(folded="河道清洁", loose="河道清洁", text="河道清洁")

    found = find(["河道清洁"])

    assert ([hit.title for hit in found.hits], found.listed, found.is_about) == ([kept.title], 1, True)


def test_search_uses_the_index():
    many(8000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_entry")

    for words in (
        ["河道清洁"],
        ["河道"],
        ["河"],
        ["02999"],
        ["没有"],
        ["河道", "02999"],
        ["很长的一句话" * 9],
    ):
        sql, values = statement(words, Filters(), 1)
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {sql}", values)
            plan = "\n".join(line for (line,) in cursor.fetchall())
        assert "Bitmap Index Scan on search_entry_by_pairs" in plan
        assert "Seq Scan on search_entry" not in plan
