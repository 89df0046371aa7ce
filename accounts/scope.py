"""What the office asks of everybody is the whole district's."""

from accounts.models import Terms
from desk.scope.registry import WHOLE, scope

scope(Terms, WHOLE)
