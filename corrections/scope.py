"""What readers tell is read by the committee."""

from corrections.models import Correction
from desk.scope.registry import WHOLE, scope

scope(Correction, WHOLE)
