"""Activities that nobody wrote up, in one sentence from what is known of them.

4月23日，在世界读书日之际，某街道团工委联合某基金会在青年空间开展读书分享活动，团工委书记某某出席，30余名青年参加。
What is not known is left out, and nothing stands in its place.
"""

from collections.abc import Sequence
from datetime import date

from activities.models import Activity, Participant, Partnership
from reports.composing.prose.figures import Stated, Words, clauses, listed
from reports.composing.prose.occasions import occasion_told
from reports.composing.prose.times import times_of
from reports.composing.prose.titles import bare, is_meeting, on_theme, predicate
from reports.document import Figure

Part, Role = Partnership.Part, Participant.Role
ROLES = {  # in the order in which a report names them, by what they did
    Role.ATTENDED: "出席",
    Role.CHAIRED: "主持",
    Role.SPOKE: "讲话",
    Role.REPORTED: "作报告",
    Role.PRESENTED: "颁奖",
}
STANDING = Activity.DatePrecision.STANDING


def frame_of(activity: Activity) -> tuple:
    """What activities have in common that are told in one sentence: who, with whom, for whom, on what."""
    what = (activity.slogan, activity.audience, activity.occasion)
    return (*_organizers(activity), *_partners(activity), *what, *map("".join, _people(activity)))


def sentence(
    alike: Sequence[Activity],
    stated: Sequence[Stated],
    times: Figure | None = None,
    year: int | None = None,
    until: date | None = None,
    *,
    is_dated: bool = True,
) -> Words:
    """Activities of one frame with their figures; ``times`` tells how many they are, where that is told."""
    alike = sorted(alike, key=lambda one: one.starts_on)
    first = alike[0]
    titles = list(dict.fromkeys(bare(one.title) for one in alike))
    done = predicate(titles, _organizers(first))
    has_theme = first.slogan and not any(first.slogan in one for one in titles)
    audience = bare(first.audience).replace("，", "、")
    head = [
        f"{when}，" if is_dated and (when := times_of(alike, year, until)) else "",
        occasion_told(first.occasion, titles, year),
        *_who(first),
        _where(alike, titles),
        f"面向{audience.removeprefix('面向')}" if audience and not is_meeting(done) else "",
        *(["先后", times] if times else []),
        "常态化" if all(one.date_precision == STANDING for one in alike) and not is_meeting(done) else "",
        on_theme(done, first.slogan) if has_theme else done,
    ]
    told = [[word for word in head if word]]
    if audience and is_meeting(done) and not any(one.came for one in stated):
        told.append([f"{audience}参加"])
    return [
        *listed(
            [*told, *_people(first), *clauses(stated, titles[0], is_event=_is_event(done)), *_gave(first)],
            "，",
        ),
        "。",
    ]


def _is_event(done: str) -> bool:
    return done.startswith(("举办", "举行", "召开"))


def _organizers(activity: Activity) -> list[str]:
    return [organizer.name for organizer in activity.organizers.all()]


def _partners(activity: Activity) -> list[tuple[str, str]]:
    return [(partnership.partner.name, partnership.part) for partnership in activity.partnerships.all()]


def _with_part(activity: Activity, *parts: str) -> str:
    return "、".join(name for name, part in _partners(activity) if part in parts)


def _who(activity: Activity) -> list[str]:
    partners, channels = _with_part(activity, Part.CO_ORGANIZER), _with_part(activity, Part.CHANNEL)
    return [
        "、".join(_organizers(activity)),
        f"联合{partners}" if partners else "",
        f"通过{channels}" if channels else "",
    ]


def _where(alike: Sequence[Activity], titles: Sequence[str]) -> str:
    """在某某空间; nothing where the title says it."""
    places = dict.fromkeys(bare(one.place).removeprefix("在") for one in alike)
    told = [place for place in places if place and not any(place in title for title in titles)]
    return f"在{'、'.join(told)}" if told else ""


def _people(activity: Activity) -> list[Words]:
    """团区委书记某某出席; of minors the surname."""
    by_role: dict[str, list[str]] = {}
    for person in activity.participants.all():
        by_role.setdefault(person.role, []).append(f"{person.post}{person.public_name}")
    return [["、".join(by_role[role]), did] for role, did in ROLES.items() if role in by_role]


def _gave(activity: Activity) -> list[Words]:
    """Who helped, and whom it helped."""
    helpers, helped = _with_part(activity, Part.DONOR, Part.SUPPORTER), _with_part(activity, Part.BENEFICIARY)
    return [
        [text]
        for text in (f"得到{helpers}支持" if helpers else "", f"惠及{helped}" if helped else "")
        if text
    ]
