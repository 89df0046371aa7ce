"""Two proposed activities as one, and one as two."""

from intake.entering.activities import values_of
from intake.extracting.activities import activities_in
from intake.extracting.days import days_in
from intake.extracting.figures import figures_in
from intake.extracting.period import Period
from intake.outline import NOTHING, Item, Span
from intake.reading.shadow import shadow


def read_anew(text: str, span: Span, period: Period | None) -> list[tuple[Span, dict]]:
    """What a piece of a text tells by itself: its activities, each with its span."""
    seen = shadow(text)
    item = Item(span, NOTHING, span)
    found = activities_in(seen, item, days_in(seen, span, period), figures_in(seen, span))
    return [(one.span, values_of(text, one, period)) for one in found]


def _campaign(values: dict) -> dict:
    return {"campaign": values["campaign"], "new_campaign": values.get("new_campaign", False)}


def merged(first: dict, second: dict) -> dict:
    """The first with all that the second adds; title and time are the first's."""
    taken = {row["name"] for row in first["figures"]}
    summary, figures = second["summary"], []
    for row in second["figures"]:
        name, number = row["name"], 2
        while name in taken:
            name, number = f"{row['name']}{number}", number + 1
        taken.add(name)
        summary = summary.replace(f"{{{row['name']}}}", f"{{{name}}}")
        figures.append({**row, "name": name})
    return {
        **first,
        "place": first["place"] or second["place"],
        **_campaign(first if first["campaign"] else second),
        **{
            name: first[name] + [one for one in second[name] if one not in first[name]]
            for name in ("organizers", "partners", "people")
        },
        "summary": f"{first['summary']}\n{summary}".strip(),
        "figures": first["figures"] + figures,
    }
