"""Honours of a text as the values of records: rounds that the committee gave, honours that it received."""

import re
from datetime import date

from intake.entering.times import when
from intake.extracting.awards import Award
from intake.extracting.days import Day
from intake.extracting.period import Period

_YEAR = re.compile(r"(20[0-9]{2})(?:[—-]20[0-9]{2})?(?:年度?|学年)")
_RANK = re.compile(r"(?:第[一二三四五六七八九十]+[位名]|[一二三]等奖)$")
_BODIES = re.compile(
    r"团(?:[（(]?[总工]+[）)]?)?(?:委|支部|干?部?组织)|集体|单位|队伍?$|站$|组织|学校|社区|文明号|项目|品牌|岗|家庭"
)
_SCOPE = re.compile(r"[”》\s]*[，,、（]?\s*(全[国省市区县]唯一|[省市区县]内唯一)")
_COMMITTEE = re.compile(r"(?:中国)?共青团.{2,20}(?:委|委员会)|团?[区县旗市]委")
_OF_HONOURS = re.compile(
    r"[0-9一二两三四五六七八九十百]+(?:项|次|余项)"
)  # how many honours, not who bears them
_MEASURED = re.compile(r"[0-9一二两三四五六七八九十百]+余?([名人位个家支所户对])")
_NOUN = re.compile(r"等?[0-9]+[个名位支家项]([^“”，。；、《》]{2,20}(?:、[^“”，。；《》]{2,12})?)[“《]")


def year_in(words: str) -> int | None:
    found = _YEAR.search(words)
    return int(found[1]) if found else None


def commendation_values(text: str, title: str, awards: list[Award], days, period, signed_on) -> dict:
    """One round with all its titles."""
    names = " ".join(award.title for award in awards)
    year = year_in(title) or year_in(names) or (period and period.start.year)
    title = title if len(title) > 2 else f"{f'{year}年度' if year else ''}表彰"
    return {
        "title": title,
        "year": year or (signed_on and signed_on.year),
        **_held(text, days, period, signed_on),
        "authority": "",
        "titles": [_title_row(text, award) for award in awards],
    }


def honor_values(text: str, award: Award, days: tuple[Day, ...], period: Period | None, signed_on) -> dict:
    rank, scope = _RANK.search(award.title), _SCOPE.match(text, award.span.end)
    year = year_in(award.title) or (period and period.start.year) or (signed_on and signed_on.year)
    title = award.title[: rank.start()] if rank else award.title
    return {
        "title": re.sub(r"^20[0-9]{2}年度", "", title) or title,
        "year": year,
        **_held(text, days, period, signed_on),
        "authority": "",
        "rank": rank[0] if rank else "",
        "scope": scope[1] if scope else "",
        **_borne(text, award),
    }


def _borne(text: str, award: Award) -> dict:
    """Who bears an honour from above, and how many of them: the committee itself, where nobody is told."""
    words = award.span.of(text)
    others = [name for name in award.recipients if not _COMMITTEE.fullmatch(name)]
    is_told = bool(others) or (award.counted and award.count is not None and not award.recipients)
    if not is_told or _OF_HONOURS.search(words):
        return {"given_to": "committee", "announced_count": None, "noun": "", "names": ""}
    return {
        "given_to": "collectives" if _are_bodies(words, award) else "people",
        "announced_count": award.count,
        "noun": "",
        "names": "\n".join(others),
    }


def _are_bodies(words: str, award: Award) -> bool:
    """By the measure word of their number, else by their names, else by what the honour is called."""
    if measured := _MEASURED.search(words):
        return measured[1] not in "名人位"
    names = award.recipients[:3] or (award.title,)
    return any(_BODIES.search(name) for name in names)


def _held(text: str, days: tuple[Day, ...], period: Period | None, signed_on: date | None) -> dict:
    if not any(day.start for day in days) and signed_on and period is None:
        days = ()
        told = {"date_precision": "day", "starts_on": str(signed_on), "ends_on": None, "day_part": ""}
        return {**told, "when_note": "按落款日期", "is_inferred": True}
    return when(text, days, period)


def _title_row(text: str, award: Award) -> dict:
    words = award.span.of(text)
    is_of_bodies = bool(_BODIES.search(award.title)) or any(
        _BODIES.search(name) for name in award.recipients[:3]
    )
    noun = _NOUN.search(words)
    usual = "单位" if is_of_bodies else "同志"
    return {
        "name": award.title,
        "recipients": "organizations" if is_of_bodies else "people",
        "announced_count": award.count,
        "noun": noun[1] if noun else usual,
        "names": "\n".join(award.recipients),
    }
