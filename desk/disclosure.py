"""What of the desk's own tables, and of those that came with Django, may be read: nothing by the public."""

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from reversion.models import Revision, Version

from desk.gate.registry import STAMPS, disclose
from desk.models import Binned, ChosenFile, Draft, Event, LogLine, Opinion, Overruled, Preview, Step
from toolkit.models import FormerAddress, PartState

disclose(Binned, staff="id content_type object_id name owners deleted_at deleted_by", private="contents")
disclose(ChosenFile, staff="id name is_picture chosen_by chosen_at draft", private="content")
disclose(
    Draft,
    staff=f"id content_type object_id title sent_at returned_for {STAMPS}",
    private="held base",
)
disclose(
    Preview,
    staff="id content_type object_id title made_at made_by ends_at revoked_at",
    private="key page",
)
disclose(Opinion, staff="id preview kind name reason at")
disclose(Event, staff="id at kind object_id name words by content_type")
disclose(LogLine, staff="id at kind object_id name words by content_type")
disclose(Overruled, staff="id content_type object_id place kind words reason by at", private="fingerprint")
disclose(
    Step,
    staff="id content_type object_id act by at reason from_state to_state published_at expires_at"
    " was_published_at was_expires_at was_approved_by batch",
)
disclose(FormerAddress, public="old new", staff=f"id {STAMPS}")
disclose(PartState, staff="id kind number")

disclose(LogEntry, staff="id action_time user content_type object_id object_repr action_flag change_message")
disclose(Permission, staff="id name content_type codename")
disclose(Group, staff="id name permissions")
disclose(
    User,
    staff="id username first_name last_name is_superuser is_staff is_active groups user_permissions",
    private="password email last_login date_joined",
)
disclose(ContentType, staff="id app_label model")
disclose(Session, private="session_key session_data expire_date")
disclose(Revision, staff="id date_created user comment")
disclose(Version, staff="id revision object_id content_type db format object_repr", private="serialized_data")
