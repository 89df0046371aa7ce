"""What the public reads of a notice."""

from desk.gate.registry import PUBLISHED, STAMPS, disclose
from notices.models import Notice

disclose(
    Notice,
    public="id title kind organization ends_on body reviewer published_at",
    staff=f"state expires_at approved_by {STAMPS}",
    when=PUBLISHED,
)
