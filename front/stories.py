"""The stories of the home page: the newest of each work area, and what is coming.

One statement, written by hand: putting it together takes Django ten times as long as the database takes to
answer, and no other page is asked for as often.
"""

import json
from datetime import date

from django.utils import timezone

from activities.models import Activity, Photo, WorkArea

OF_EACH_AREA = 5
SHOWN = 4

_OF_AREA = f"""
    SELECT * FROM {Activity._meta.db_table}
    WHERE area_id = area.id AND state = 'published' AND published_at <= %(now)s
"""
_STATEMENT = f"""
    SELECT story.id, story.title, story.summary, story.place, story.area_id,
        story.starts_on, story.ends_on, story.date_precision, story.day_part,
        area.name AS area_name, area.slug AS area_slug, cover.told AS told_cover
    FROM {WorkArea._meta.db_table} AS area
    CROSS JOIN LATERAL (
        ({_OF_AREA} AND starts_on <= %(today)s ORDER BY starts_on DESC, id DESC LIMIT {OF_EACH_AREA})
        UNION ALL
        ({_OF_AREA} AND starts_on > %(today)s AND date_precision = ANY(%(known_days)s)
            ORDER BY starts_on, id LIMIT {SHOWN})
    ) AS story
    LEFT JOIN LATERAL (
        SELECT jsonb_build_object('image', image, 'width', width, 'height', height, 'alt', alt)::text AS told
        FROM {Photo._meta.db_table} WHERE activity_id = story.id ORDER BY position, id LIMIT 1
    ) AS cover ON true
    ORDER BY area.position, area.id, story.starts_on DESC, story.id DESC
"""


def areas_and_coming(today: date) -> tuple[list[tuple[WorkArea, list[Activity]]], list[Activity]]:
    """Each work area that has news, with its newest activities; and what is coming, the next first."""
    by_area, ahead = {}, []
    known_days = [str(precision) for precision in Activity.KNOWN_DAYS]
    asked = {"now": timezone.now(), "today": today, "known_days": known_days}
    for story in Activity.objects.raw(_STATEMENT, asked):
        story.area = WorkArea(pk=story.area_id, name=story.area_name, slug=story.area_slug)
        story.told_cover = story.told_cover and json.loads(story.told_cover)
        if story.starts_on <= today:
            by_area.setdefault(story.area, []).append(story)
        else:
            ahead.append(story)
    ahead.sort(key=lambda story: (story.starts_on, story.pk))
    return list(by_area.items()), ahead[:SHOWN]
