"""What readers look for is the committee's to know."""

from desk.scope.registry import WHOLE, scope
from search.models import Asked

scope(Asked, WHOLE)
