"""The stories of the home page: the newest of each work area, and what is coming."""

from datetime import date

from activities.models import Activity, Figure, Photo, WorkArea
from toolkit.kept.told import records_of
from toolkit.publishing import published_sql

OF_EACH_AREA = 5
SHOWN = 4
KNOWN_DAYS = [str(precision) for precision in Activity.KNOWN_DAYS]

_OF_AREA = f"""
    SELECT * FROM {Activity._meta.db_table}
    WHERE area_id = area.id AND {published_sql()}
"""
STORIES = f"""
    SELECT story.id, story.title, story.summary, story.place, story.area_id,
        story.starts_on, story.ends_on, story.date_precision, story.day_part,
        area.name AS area_name, area.slug AS area_slug, (
            SELECT json_build_object('image', image, 'width', width, 'height', height, 'alt', alt,
        'focus_x', focus_x, 'focus_y', focus_y)
            FROM {Photo._meta.db_table} WHERE activity_id = story.id ORDER BY position, id LIMIT 1
        ) AS told_cover, CASE WHEN story.summary LIKE '%%{{%%' THEN (
            SELECT json_agg(figure ORDER BY figure.position, figure.id)
            FROM {Figure._meta.db_table} AS figure WHERE figure.activity_id = story.id
        ) END AS told_figures
    FROM {WorkArea._meta.db_table} AS area
    CROSS JOIN LATERAL (
        ({_OF_AREA} AND starts_on <= %(today)s ORDER BY starts_on DESC, id DESC LIMIT {OF_EACH_AREA})
        UNION ALL
        ({_OF_AREA} AND starts_on > %(today)s AND date_precision = ANY(%(known_days)s)
            ORDER BY starts_on, id LIMIT {SHOWN})
    ) AS story
    ORDER BY area.position, area.id, story.starts_on DESC, story.id DESC
"""


def areas_and_coming(
    rows: list[dict], today: date
) -> tuple[list[tuple[WorkArea, list[Activity]]], list[Activity]]:
    """Each work area that has news, with its newest activities; and what is coming, the next first."""
    by_area, ahead = {}, []
    for story in records_of(Activity, rows):
        story.area = WorkArea(pk=story.area_id, name=story.area_name, slug=story.area_slug)
        story.told_figures = records_of(Figure, story.told_figures or ())
        if story.starts_on <= today:
            by_area.setdefault(story.area, []).append(story)
        else:
            ahead.append(story)
    ahead.sort(key=lambda story: (story.starts_on, story.pk))
    return list(by_area.items()), ahead[:SHOWN]
