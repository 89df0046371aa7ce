"""What is searched is copied from what the public reads already; what was asked is for staff."""

from desk.gate.registry import disclose
from search.models import Asked, Change, Entry, Word

disclose(
    Entry,
    public="kind record_id address title area day year text",
    staff="id shown_from shown_until folded_title loose_title folded loose pairs title_pairs",
)
disclose(Word, public="text", staff="id folded sound spelt initials")
disclose(Change, staff="id kind record_id")
disclose(Asked, staff="id words number is_found last_at")
