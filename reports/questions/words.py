"""The answer in one sentence, as it is said on the telephone; and what has to be known to rely on it."""

from collections.abc import Iterator

import counting
from activities.models import Activity
from desk.filtering.related import NONE_SUCH
from reports.composing.gathering import listed
from reports.composing.totals import ACTIVITIES
from reports.questions.answer import Answer

Precision = Activity.DatePrecision
# Held once, as far as is known; what stands for a season or goes on is told by 项, as a report tells it.
_ONCE = {Precision.DAY, Precision.ABOUT, Precision.RANGE, Precision.MONTH}


def sentence(answer: Answer) -> str:
    """2026年上半年，开展“志愿服务”活动12场，参与342人次、志愿者300余名。"""
    question = answer.question
    narrowed = dict(question.narrowed)
    who = narrowed.pop("主办", "")
    area = narrowed.pop("工作板块", "")
    about = "".join(f"“{name}”" for name in narrowed.values())
    subject = f"{who}{area and f'在{area}方面'}"
    if NONE_SUCH in question.narrowed.values():
        return f"{question.days}，没有这样的活动记录。"
    if not answer.activities:
        return f"{question.days}，{subject}没有{about}活动的记录。{_hours_alone(answer)}"
    number = len(answer.activities)
    held = f"{subject}共开展{about}活动{number}{measure(answer.activities)}"
    figures = [figure for figure in answer.totals if figure.label != ACTIVITIES]
    told = "".join(run if isinstance(run, str) else run.text for run in listed(figures))
    return f"{question.days}，{held}{told and f'，{told}'}。"


def measure(activities) -> str:
    return "场" if all(activity.date_precision in _ONCE for activity in activities) else "项"


def _hours_alone(answer: Answer) -> str:
    """Service may be on record that was given to no activity."""
    hours = [figure for figure in answer.totals if figure.label != ACTIVITIES]
    told = "".join(run if isinstance(run, str) else run.text for run in listed(hours))
    return f"另有{told}。" if told else ""


def notes(answer: Answer) -> list[str]:
    """What the numbers rest on and what is not in them, each a sentence."""
    question, number = answer.question, len(answer.activities)
    said = ["只算已经发布的活动，按工作总结的合计办法相加。"]
    if question.unpublished:
        said.append(f"同样条件下还有{question.unpublished}项活动没有发布，没有算进去。")
    if answer.unconfirmed:
        said.append(f"另有{answer.unconfirmed}条服务记录没有确认，时长没有算进去。")
    if number and measure(answer.activities) == "项":
        vague = sum(activity.date_precision not in _ONCE for activity in answer.activities)
        said.append(f"其中{vague}项是常态化的，或者只知道大概时间，办了多少场没有记录，所以按“项”计。")
    return [*said, *_of_attendances(answer)]


def _of_attendances(answer: Answer) -> Iterator[str]:
    """How many activities the attendances are of, for nobody knows those of the others."""
    number = len(answer.activities)
    told = {figure.label: figure for figure in answer.totals}
    for indicator in answer.indicators:
        if not (number and indicator.is_printed and indicator.kind == counting.ATTENDANCES):
            continue
        if indicator.name not in told:
            yield f"这些活动都没有登记{indicator.name}。"
        elif lacking := number - _stating(told[indicator.name]):
            yield f"{indicator.name}由{number - lacking}项活动的数相加，另有{lacking}项没有登记。"


def _stating(figure) -> int:
    return len({source.id for source in figure.sources if source.type == "activity"})
