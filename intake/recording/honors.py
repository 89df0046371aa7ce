"""Honours given, as a round with its titles and the names that the text tells; honours received."""

from collections.abc import Callable
from functools import partial

from honors.actions import add_recipients, name_recipients
from honors.models import AwardTitle, Commendation, HonorReceived
from honors.models.recipients import Recipient
from intake.models import Proposal
from intake.recording.refusals import Checks, day, require
from toolkit import names
from toolkit.publishing import stamp

_WHEN = ("date_precision", "day_part")


def enter_commendation(proposal: Proposal, *, by) -> Commendation:
    require(by, "honors.add_commendation", "honors.add_awardtitle")
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
    for number, row in enumerate(values["titles"]):
        fields = {name: row[name] for name in ("name", "recipients", "announced_count", "noun")}
        title = AwardTitle(position=number + 1, **fields)
        checks.clean_row("titles", number, title, exclude=("commendation",))
        if title.name in seen:
            checks.say_of_row("titles", number, "name", "这个称号写了两次，请改一个，或者删去一行。")
        seen.add(title.name)
        say = partial(checks.say_of_row, "titles", number, "names")
        rows.append((title, _names(row["names"], say)))
    return rows


def enter_honor(proposal: Proposal, *, by) -> HonorReceived:
    require(by, "honors.add_honorreceived")
    values, checks = proposal.values, Checks()
    recipients = _names(values.get("names", ""), partial(checks.say, "names"))
    honor = HonorReceived(
        starts_on=day(values["starts_on"]),
        ends_on=day(values["ends_on"]),
        **{name: values[name] for name in (*_WHEN, "title", "year", "authority", "rank", "scope")},
        **{name: values[name] for name in ("given_to", "noun", "level") if values.get(name)},
        announced_count=values.get("announced_count"),
    )
    if honor.is_of_others and honor.announced_count is None:
        honor.announced_count = len(set(recipients)) or None
    if recipients and not honor.is_of_others:
        checks.say("given_to", "授给团区委的荣誉没有名单，请选好授给谁，或者删去名单。")
    checks.clean(honor)
    checks.end()
    stamp(honor, by=by)
    honor.save()
    name_recipients(honor=honor, names=recipients)
    return honor


def _names(typed: str, say: Callable[[str], None]) -> list[str]:
    """The names of a list, one a line, as they are kept; says where a line is no name."""
    longest = Recipient._meta.get_field("name").max_length
    found = [kept for line in typed.splitlines() if (kept := names.person(line))]
    if any(len(name) > longest for name in found):
        say(f"有一行超过{longest}个字，请检查是否漏了换行。")
    return found
