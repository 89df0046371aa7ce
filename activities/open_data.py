"""Published activities as open data: what is told of each, declared once for CSV, JSON and their page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from activities.models import Activity, Figure, Partnership
from activities.story import stories
from counting import plain
from toolkit.dates.calendar import year_of

AT_ONCE = 500  # rows read from the database together


@dataclass(frozen=True)
class Field:
    """``key`` names it in JSON, ``heading`` in CSV; ``read`` gives what JSON holds."""

    key: str
    heading: str
    meaning: str
    read: Callable[[Activity], object]
    in_a_cell: Callable[[object], object] = lambda value: value


def _joined(names: list[str]) -> str:
    return "；".join(names)


def _time(moment) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _figures(activity: Activity) -> list[dict]:
    return [
        {
            "name": figure.name,
            "text": figure.text,
            "value": plain(figure.value),
            "unit": figure.unit,
            "kind": figure.kind,
            "precision": figure.precision,
            "high": None if figure.high is None else plain(figure.high),
            "noun": figure.noun,
            "as_of": figure.as_of,
            "part": figure.part,
            "part_of": figure.part_of.name if figure.part_of_id else None,
            "may_repeat": figure.repeats_id is not None,
        }
        for figure in activity.figures.all()
    ]


def _figures_in_a_cell(figures: list[dict]) -> str:
    return _joined([f"{figure['name']}：{figure['text']}" for figure in figures])


def _partners(activity: Activity) -> list[str]:
    return [str(partnership) for partnership in activity.partnerships.all()]


FIELDS = (
    Field("id", "编号", "本网站给活动的编号，不会改变", lambda a: a.pk),
    Field("title", "标题", "", lambda a: a.title),
    Field("area", "工作板块", "", lambda a: a.area.name),
    Field(
        "campaigns",
        "品牌活动",
        "所属的品牌（系列）活动",
        lambda a: [c["name"] for c in a.public_campaigns],
        _joined,
    ),
    Field("tags", "标签", "", lambda a: a.tag_names, _joined),
    Field("when", "时间", "时间的写法，知道到什么程度就写到什么程度", lambda a: a.when_text),
    Field(
        "date_precision",
        "时间的准确程度",
        "、".join(f"{value}：{label}" for value, label in Activity.DatePrecision.choices),
        lambda a: a.date_precision,
    ),
    Field(
        "starts_on", "开始日期", "年-月-日；时间不确切时，是可能的第一天", lambda a: a.starts_on.isoformat()
    ),
    Field("ends_on", "结束日期", "年-月-日；时间不确切时，是可能的最后一天", lambda a: a.ends_on.isoformat()),
    Field("place", "地点", "", lambda a: a.place),
    Field("organizers", "主办", "主办的团组织", lambda a: a.organizer_names, _joined),
    Field("partners", "合作单位", "括号里是它的作用", _partners, _joined),
    Field("audience", "对象", "参加或面向的对象", lambda a: a.audience),
    Field("occasion", "时间节点或背景", "", lambda a: a.occasion),
    Field("slogan", "主题", "主题或口号", lambda a: a.slogan),
    Field("summary", "概要", "一段话", lambda a: a.summary_text()),
    Field(
        "figures",
        "活动数据",
        "活动中计数的事实。JSON 中逐项列出："
        "name 名称，text 数字写法，value 数值，unit 单位（人、名、人次、元、小时等），"
        "kind 种类（people 人数、attendances 人次、things 物与事、money 金额、hours 时长、"
        "rate 比例、growth 增减、multiple 倍数），"
        "precision 准确程度（exact 确切、at_least 至少、about 大约、below 不足、range 范围），"
        "high 范围的上限，"
        "noun 数的对象，as_of 存量截至何时，part（total 总数、unit_price 单价），"
        "part_of 属于哪一项（其中），"
        "may_repeat 是否可能与另一项重复；人数与人次、单价与总数、存量与增量、比例之间不能相加",
        _figures,
        _figures_in_a_cell,
    ),
    Field("published_at", "发布时间", "北京时间", lambda a: _time(a.published_at)),
    Field("updated_at", "更新时间", "最近一次修改的时间，北京时间", lambda a: _time(a.updated_at)),
    Field("path", "网页", "在本网站上的地址", lambda a: a.get_absolute_url()),
)


def published_in(year: int) -> QuerySet:
    """What the public may see of the activities that began in a year, in an order that stays."""
    first, last = year_of(date(year, 1, 1))
    partnerships = Prefetch("partnerships", Partnership.objects.select_related("partner"))
    figures = Prefetch("figures", Figure.objects.select_related("part_of"))
    public = stories().published().filter(starts_on__gte=first, starts_on__lte=last)
    told = public.defer("body").prefetch_related(None).prefetch_related(figures, partnerships)
    return told.order_by("starts_on", "pk")


def records(activities: QuerySet) -> Iterator[dict]:
    """What is told of each activity, by key; few of them in memory at a time."""
    for activity in activities.iterator(chunk_size=AT_ONCE):
        yield {field.key: field.read(activity) for field in FIELDS}


def rows(activities: QuerySet) -> Iterator[list]:
    """The same for the cells of a table."""
    for record in records(activities):
        yield [field.in_a_cell(record[field.key]) for field in FIELDS]
