"""The years of the honours roll in numbers, each leading to the names and honours that it counts."""

from dataclasses import dataclass

from django.urls import reverse

from toolkit.pages.numbers import Cell, Line
from toolkit.publishing import published_sql

HEADINGS = ("年度", "表彰集体", "表彰个人", "已录入名单", "上级荣誉")
OF_OTHERS = "区内受上级表彰"

PUBLISHED = published_sql()
# In SQL, since Django would take longer to put it together than the database takes to answer. A sum is NULL,
# never 0, where nothing was announced.
TALLY = f"""
    SELECT * FROM (
        SELECT given.year,
            sum(title.announced_count) FILTER (WHERE title.recipients = 'organizations') AS groups,
            sum(title.announced_count) FILTER (WHERE title.recipients <> 'organizations') AS persons,
            count(title.id) FILTER (WHERE title.announced_count IS NULL) AS unannounced
        FROM honors_commendation AS given
        LEFT JOIN honors_awardtitle AS title ON title.commendation_id = given.id
        WHERE {PUBLISHED} GROUP BY given.year
    ) AS given
    LEFT JOIN (
        SELECT given.year, count(*) AS named
        FROM honors_award AS award
        JOIN honors_awardtitle AS title ON title.id = award.title_id
        JOIN honors_commendation AS given ON given.id = title.commendation_id
        WHERE {PUBLISHED} GROUP BY given.year
    ) AS named USING (year)
    FULL JOIN (
        SELECT year,
            nullif(count(*) FILTER (WHERE given_to = 'committee'), 0) AS received,
            sum(announced_count) FILTER (WHERE given_to = 'collectives') AS collectives,
            sum(announced_count) FILTER (WHERE given_to = 'people') AS people
        FROM honors_honorreceived WHERE {PUBLISHED} GROUP BY year
    ) AS received USING (year)
    ORDER BY year DESC
"""


@dataclass(frozen=True)
class Year:
    """One year; a number is None where nothing was announced or entered, which is not 0."""

    year: int
    groups: int | None = None
    persons: int | None = None
    unannounced: int | None = None  # titles of which it is not known how many bear them
    named: int | None = None
    received: int | None = None
    collectives: int | None = None  # of the district, honoured from above
    people: int | None = None

    @property
    def has_others(self) -> bool:
        return bool(self.collectives or self.people)

    def shown(self, *, with_others: bool) -> Line:
        address = reverse("honors:year", args=[self.year])
        roll = f"{reverse('honors:list')}?year={self.year}"
        note = f"另{self.unannounced}项未公布" if self.unannounced else ""
        others = [_of_others(self.collectives, self.people, address)] if with_others else []
        return Line(
            f"{self.year}年度",
            (
                _cell(self.groups, "个", address),
                _cell(self.persons, "名", address, note),
                _cell(self.named, "条", roll),
                _cell(self.received, "项", address),
                *others,
            ),
            address,
        )


def told_in_numbers(years: list[Year]) -> tuple[tuple[str, ...], list[Line]]:
    """Headings and lines; what others received has a column where any year has some of it."""
    with_others = any(year.has_others for year in years)
    headings = (*HEADINGS, OF_OTHERS) if with_others else HEADINGS
    return headings, [year.shown(with_others=with_others) for year in years]


def _of_others(collectives: int | None, people: int | None, address: str) -> Cell:
    told = [f"{collectives}个集体"] if collectives else []
    told += [f"{people}名个人"] if people else []
    return Cell(told[0], address, *told[1:]) if told else Cell("")


def _cell(number: int | None, measure: str, address: str, note: str = "") -> Cell:
    return Cell("", note=note) if number is None else Cell(f"{number}{measure}", address, note)
