"""What the public reads of a notice."""

from desk.gate.registry import PUBLISHED, STAMPS, disclose
from notices.models import Attachment, Notice

disclose(
    Notice,
    public="id title kind number organization ends_on body reviewer published_at",
    staff=f"state expires_at approved_by {STAMPS}",
    when=PUBLISHED,
    rows="attachments",
)
disclose(Attachment, public="notice title file kind size words position", staff="id")
