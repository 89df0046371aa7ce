"""The activities, in the order of the summary.

A figure is named in the summary by its placeholder and not told again in the
body, so that each is typed once.
"""

from league_portal.sample.activities.building import BUILDING
from league_portal.sample.activities.growth import GROWTH
from league_portal.sample.activities.guidance import GUIDANCE

ACTIVITIES = GROWTH + GUIDANCE + BUILDING
