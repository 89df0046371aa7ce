"""Honours given, as a round with its titles and the names that the text tells; honours received."""

from honors.actions import add_recipients
from honors.models import AwardTitle, Commendation, HonorReceived
from intake.models import Proposal
from intake.recording.refusals import Checks, day, require
from toolkit import names
from toolkit.publishing import stamp

_WHEN = ("date_precision", "day_part")


def enter_commendation(proposal: Proposal, *, by) -> Commendation:
    require(by, "honors.add_commendation", "honors.add_awardtitle", "honors.add_award")
    values, checks = proposal.values, Checks()
    commendation = Commendation(
        area=proposal.area,
        starts_on=day(values["starts_on"]),
        ends_on=day(values["ends_on"]),
        **{name: values[name] for name in (*_WHEN, "title", "year", "authority")},
    )
    titles = _titles(values, checks)
    checks.clean(commendation)
    checks.end()
    stamp(commendation, by=by)
    commendation.save()
    for title, recipients in titles:
        title.commendation = commendation
        title.save()
        add_recipients(title=title, names=recipients)
    return commendation


def _titles(values: dict, checks: Checks) -> list[tuple[AwardTitle, list[str]]]:
    rows, seen = [], set()
    longest = AwardTitle._meta.get_field("awards").related_model._meta.get_field("name").max_length
    for number, row in enumerate(values["titles"]):
        fields = {name: row[name] for name in ("name", "recipients", "announced_count", "noun")}
        title = AwardTitle(position=number + 1, **fields)
        checks.clean_row("titles", number, title, exclude=("commendation",))
        if title.name in seen:
            checks.say_of_row("titles", number, "name", "这个称号写了两次，请改一个，或者删去一行。")
        seen.add(title.name)
        recipients = [kept for line in row["names"].splitlines() if (kept := names.person(line))]
        if any(len(name) > longest for name in recipients):
            checks.say_of_row("titles", number, "names", f"有一行超过{longest}个字，请检查是否漏了换行。")
        rows.append((title, recipients))
    return rows


def enter_honor(proposal: Proposal, *, by) -> HonorReceived:
    require(by, "honors.add_honorreceived")
    values, checks = proposal.values, Checks()
    honor = HonorReceived(
        starts_on=day(values["starts_on"]),
        ends_on=day(values["ends_on"]),
        **{name: values[name] for name in (*_WHEN, "title", "year", "authority", "rank", "scope")},
    )
    checks.clean(honor)
    checks.end()
    stamp(honor, by=by)
    honor.save()
    return honor
