"""The parts of the page of all honours: asked in SQL, each printed once and remembered."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from honors.models import AwardTitle, Commendation, HonorReceived
from honors.tally import PUBLISHED, TALLY, Year, told_in_numbers
from toolkit.kept.components import remembered_part
from toolkit.kept.told import records_of, rows_of, told

_WHEN = "starts_on, ends_on, date_precision, day_part"
YEARS_AND_TITLES = {
    "tally": TALLY,
    "titles": f"""
        SELECT DISTINCT title.name FROM honors_awardtitle AS title
        JOIN honors_commendation AS given ON given.id = title.commendation_id
        WHERE {PUBLISHED} ORDER BY title.name
    """,
}
_OF_YEARS = {
    "given": f"""
        SELECT given.id, given.year, given.title, {_WHEN}, (
            SELECT json_agg(award ORDER BY award.position, award.id)
            FROM honors_awardtitle AS award WHERE award.commendation_id = given.id
        ) AS title_rows
        FROM honors_commendation AS given WHERE {PUBLISHED} AND year = ANY(%(years)s)
        ORDER BY year DESC, starts_on DESC, id DESC
    """,
    "received": f"""
        SELECT id, year, title, authority, rank, scope, given_to, announced_count, noun, {_WHEN}
        FROM honors_honorreceived WHERE {PUBLISHED} AND year = ANY(%(years)s)
        ORDER BY year DESC, starts_on DESC, id DESC
    """,
}


@remembered_part
def tally_part(tally: str) -> SafeString:
    """The years in numbers."""
    headings, lines = told_in_numbers([Year(**row) for row in rows_of(tally)])
    return render_to_string("honors/_tally.html", {"headings": headings, "lines": lines})


def roll_part(years: Sequence[int]) -> SafeString:
    """What was given and received in each of the years."""
    return _roll(tuple(years), **told(_OF_YEARS, now=timezone.now(), years=[*years]))


@remembered_part
def _roll(years: tuple[int, ...], given: str, received: str) -> SafeString:
    commendations = records_of(Commendation, rows_of(given))
    for commendation in commendations:
        commendation.title_list = records_of(AwardTitle, commendation.title_rows or ())
    honors = records_of(HonorReceived, rows_of(received))
    rolls = [(year, _of(year, commendations), _of(year, honors)) for year in years]
    return render_to_string("honors/_roll.html", {"rolls": rolls})


def _of(year, records):
    return [record for record in records if record.year == year]
