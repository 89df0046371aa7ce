"""Searches among 100,000 activities: their work in the database, their plan, whether they miss anything."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from django.db import connection
from django.db.models import Q

from activities.models import Activity, WorkArea
from sample.benchmarks.timing import busy, seconds
from sample.synthetic.words import MARK
from search.finding import Filters, find
from search.loosening import Sought
from search.models import Entry
from search.pairs import loosely
from search.refresh import refresh
from search.rewording import reworded
from search.statement import statement
from search.suggestions import close_titles

# Among the many alike, a few with rare words: two letters, names, mixed, rare and four-byte characters.
RARE = (
    "口罩驰援社区防线",
    "暖冬行动走进困境青少年家庭",
    "我是河小青：护河巡查",
    "梅云子与青年谈初心",
    "团（工）委书记述职",
    "第57个学雷锋纪念日",
    "“青清行动”第3期",
    "5G＋智慧团建ＡＰＰ上线",
    "𠮷野家献爱心，㐂迎新春",
    "龘龘青年音乐会",
    "100%_完成 C:\\路径",
    "O'Neill 国际志愿者",
)
# Names, parts of words, digits, letters in both widths, marks that mean something to a database, two words.
QUERIES = tuple(
    r"""
口罩|暖冬|河小青|梅云子|云子|青清|述职|书记|雷锋|学雷锋|困境青少年|第57个|57|第3期
5g|5G+智慧|app|ＡＰＰ|智慧团建|𠮷|𠮷野|㐂|龘|龘龘青年
团(工)委|团（工）委书记|%|_|100%_|\|O'Neill|o'n|C:\|“青清行动”|：护|，㐂
护河|图书漂流|健康宣讲|样湖社区|岸线|步道|志愿者|测试数据|活动|青|的
青年之家|劳动课|130人|20余名|300份|口罩 社区|护河 样江步道|图书 样港|没有这个词|驰援社
我是河小青护河|團工委書記|五十七|130名|一百三十人|志愿者发放宣传材料|区居
""".strip()
    .replace("\n", "|")
    .split("|")
)


def searches_among_many_activities() -> Iterator[str]:
    _write_rare()
    started = perf_counter()
    written = refresh()
    yield f"查找：写入 {written:,} 条记录的条目，{perf_counter() - started:.0f} 秒（只在大批导入后一次）"
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    took = {query: busy(lambda query=query: find(query.split()), times=3) for query in QUERIES}
    slowest = max(took, key=took.get)
    usual = _milliseconds(median(took.values()))
    yield f"  库中 {Entry.objects.count():,} 条，{len(QUERIES)} 种查法：中位 {usual}"
    yield f"  最慢 {_milliseconds(took[slowest])}（“{slowest}”，{_number(slowest):,} 条；应在 100 毫秒以内）"
    yield f"  计划使用索引：{sum(map(_uses_index, QUERIES))}/{len(QUERIES)}（应全部使用）"
    missed = [query for query in QUERIES if _by_index(query) != _by_scan(query)]
    recall = 1 - len(missed) / len(QUERIES)
    yield f"  与逐字扫描相比，查全率 {recall:.1%}（应为 100%）"
    if missed:
        yield f"  不一致：{'、'.join(missed)}"
    rewording = seconds(lambda: reworded(["怎么清结岸滩"]), times=3)
    yield f"  没有结果时找换一种说法的词：{_milliseconds(rewording)}"
    suggesting = seconds(lambda: close_titles(["图书飘流活动"]), times=3)
    yield f"  没有结果时找相近的标题：{_milliseconds(suggesting)}"


def _milliseconds(took):
    return f"{took * 1000:.1f} 毫秒"


def _write_rare():
    area = WorkArea.objects.first()
    example = Activity.objects.filter(title__startswith=MARK).first()
    told = {name: getattr(example, name) for name in ("starts_on", "ends_on", "state", "published_at")}
    Activity.objects.bulk_create(Activity(title=MARK + title, area=area, **told) for title in RARE)


def _number(query):
    return find(query.split()).number(Filters())


def _uses_index(query):
    sql, values = statement(query.split(), Filters(), 1)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", values)
        return "Bitmap Index Scan on search_entry_by_pairs" in str(cursor.fetchall())


def _by_index(query):
    """The keys that a search of the index and a look at the texts find, however many."""
    asked = [Sought.of(word) for word in query.split()]
    return _holding(query, Entry.objects.extra(where=["pairs @@ %s::tsquery"], params=[loosely(asked)]))


def _by_scan(query):
    return _holding(query, Entry.objects.all())


def _holding(query, entries):
    for word in map(Sought.of, query.split()):
        holds = Q(folded__contains=word.exact) if word.is_marks else Q(loose__contains=word.loose)
        if word.numbered:
            holds |= Q(loose__contains=word.numbered)
        entries = entries.filter(holds)
    return set(entries.values_list("pk", flat=True))
