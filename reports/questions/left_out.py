"""What these activities state and no total takes up, each with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass

import counting
from activities.indicators import candidates
from activities.models import Activity, Figure
from reports.questions.answer import Answer


@dataclass(frozen=True)
class LeftOut:
    activity: Activity
    figure: Figure
    why: str


def left_out(answer: Answer) -> list[LeftOut]:
    """Every figure that bears no total told, in the order of the activities."""
    told = {source.figure_id for total in answer.totals for source in total.sources}
    every = ((activity, figure) for activity in answer.activities for figure in activity.figures.all())
    return [
        LeftOut(activity, figure, _why(figure, answer, told))
        for activity, figure in every
        if figure.pk not in told
    ]


def _why(figure: Figure, answer: Answer, told: Iterable[int]) -> str:
    question = answer.question
    if not question.start <= figure.counted_on <= question.end:
        day = figure.counted_on
        return f"它是{day.year}年{day.month}月{day.day}日的数，计入那一天所在的时段"
    if figure.kind in counting.NEVER_SUMMED:
        return "比例、增减和倍数不相加"
    if figure.part == Figure.Part.UNIT_PRICE:
        return "单价不相加"
    if figure.part == Figure.Part.APART:
        return "录入时选了“不计入合计”"
    if figure.part_of_id:
        return "是本活动另一个数的一部分，那个数已经计入"
    entered = candidates(figure, answer.indicators)
    if len(entered) > 1:
        return f"“{'”“'.join(map(str, entered))}”都可以计入，要在数据里指明一个"
    if not entered:
        return "没有指标计入这样的数"
    if not entered[0].is_printed:
        return f"计入“{entered[0]}”，这个指标不写入合计"
    return "存量只取最近的一个数" if figure.as_of else "疑似与另一个数重复，合计只算一次"
