"""An activity's proposal as a draft with its figures, people and partners."""

from activities import placeholders
from activities.models import Activity, Campaign, Figure, Participant, Partnership
from intake.models import Proposal
from intake.recording.bodies import Bodies
from intake.recording.refusals import Checks, day, require
from toolkit.publishing import stamp


def enter_activity(proposal: Proposal, bodies: Bodies, *, by) -> Activity:
    require(by, "activities.add_activity")
    values, checks = proposal.values, Checks()
    activity = Activity(
        area=proposal.area,
        starts_on=day(values["starts_on"]),
        ends_on=day(values["ends_on"]),
        **{name: values[name] for name in ("title", "date_precision", "day_part", "place", "summary")},
    )
    figures = _figures(activity, values, checks)
    people = _people(activity, values, checks)
    checks.clean(activity)
    checks.end()
    stamp(activity, by=by)
    activity.save()
    for row in (*figures, *people):
        row.activity = activity
        row.save()
    _add_bodies(activity, values, bodies, by)
    return activity


def _figures(activity: Activity, values: dict, checks: Checks) -> list[Figure]:
    rows, seen = [], set()
    for number, row in enumerate(values["figures"]):
        told = {name: row[name] for name in ("name", "wording", "part", "counts")}
        figure = Figure(activity=activity, position=number + 1, **told)
        if not row["wording"]:
            why = f"原文的数看不清（“{row['text']}”）" if row.get("text") else "没有数字写法"
            checks.say_of_row("figures", number, "wording", f"{why}，请填上，或者删去这一行。")
        else:
            checks.clean_row("figures", number, figure, exclude=("activity",))
        if figure.name in seen:
            checks.say_of_row("figures", number, "name", "这个名称用了两次，请换一个。")
        seen.add(figure.name)
        rows.append(figure)
    missing = [name for name in placeholders.names_in(values["summary"]) if name not in seen]
    if missing:
        named = "、".join(f"{{{name}}}" for name in dict.fromkeys(missing))
        checks.say("summary", f"概要里写了{named}，但下面没有叫这个名称的数据。")
    return rows


def _people(activity: Activity, values: dict, checks: Checks) -> list[Participant]:
    rows, seen = [], set()
    for number, row in enumerate(values["people"]):
        person = Participant(name=row["name"], post=row["post"], role=row["role"], position=number + 1)
        checks.clean_row("people", number, person, exclude=("activity",))
        if (key := (person.name, person.role, person.post)) not in seen:
            rows.append(person)
        seen.add(key)
    return rows


def _add_bodies(activity: Activity, values: dict, bodies: Bodies, by) -> None:
    """The League's own bodies organize; whoever else is named beside them organizes with them."""
    found = [bodies.find(name) for name in (*values["organizers"], *values["partners"])]
    if any(one.row is None and one.is_of_the_tree for one in found):
        require(by, "organizations.add_organization")
    if any(one.row is None and not one.is_of_the_tree for one in found):
        require(by, "organizations.add_partner")
    for body in found:
        if body.is_of_the_tree:
            activity.organizers.add(bodies.organization(body, by))
        else:
            Partnership.objects.get_or_create(
                activity=activity,
                partner=bodies.partner(bodies.find(body.name), by),
                part=Partnership.Part.CO_ORGANIZER,
            )
    if campaign := _campaign(values, bodies, by):
        activity.campaigns.add(campaign)


def _campaign(values: dict, bodies: Bodies, by) -> Campaign | None:
    """The one on record of that name; a new one only where somebody asked for it."""
    name = values["campaign"]
    if (known := bodies.campaign(name)) or not name or not values.get("new_campaign"):
        return known
    require(by, "activities.add_campaign")
    return bodies.new_campaign(name, by)
