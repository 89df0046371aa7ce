"""A commendation as its sentence: 授予…等N名…称号, one clause for each title."""

from decimal import Decimal

import counting
from honors.models import AwardTitle, Commendation
from reports.composing.figures import stated
from reports.composing.sources import source_of
from reports.document import Figure, Passage
from toolkit.texts.quoting import quoted


def passage_of_commendation(commendation: Commendation) -> Passage:
    runs: list[str | int] = []
    figures: list[Figure] = []
    for title in commendation.titles.all():
        clause = _clause(commendation, title)
        if clause is None:
            continue
        before, figure, after = clause
        runs.append(("；" if runs else "") + before)
        if figure:
            runs.append(len(figures))
            figures.append(figure)
        runs.append(after)
    if not runs:
        return Passage((commendation.summary or "获奖名单待补。",))
    lead = [commendation.summary] if commendation.summary else []
    return Passage((*lead, *runs, "。"), tuple(figures))


def _clause(commendation: Commendation, title: AwardTitle) -> tuple[str, Figure | None, str] | None:
    """What stands before the number, the number and what follows it; None without names or number."""
    names = [award.public_name for award in title.awards.all()]
    called = f"{quoted(title.name)}称号"
    if title.announced_count:
        count = counting.Count(Decimal(title.announced_count), title.measure, counting.EXACT)
        figure = stated(title.name, count, source_of(commendation, counting.write(count)))
        return f"授予{_leading(names, title.announced_count)}", figure, f"{title.noun}{called}"
    if names:
        return f"授予{'、'.join(names)}{called}", None, ""
    return None


def _leading(names: list[str], announced: int) -> str:
    """The first recipient and 等; all of them where they are few and all are named."""
    if not names:
        return ""
    return "、".join(names) if len(names) == announced <= 3 else f"{names[0]}等"
