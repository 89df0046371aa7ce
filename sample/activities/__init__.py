"""The activities, in the order of the summary.

A figure is named in the summary by its placeholder and not told again in the
body, so that each is typed once.
"""

from sample.activities.building import BUILDING
from sample.activities.growth import GROWTH
from sample.activities.guidance import GUIDANCE

ACTIVITIES = GROWTH + GUIDANCE + BUILDING
