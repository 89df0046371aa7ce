"""When public pages change is no secret, and nobody is told of it."""

from desk.gate.registry import disclose
from front.models import PublicChange

disclose(PublicChange, staff="id at")
