"""What of the way in may be read: by the public nothing, by staff the rules and what is their own."""

from axes.models import AccessAttempt, AccessAttemptExpiration, AccessFailureLog, AccessLog
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import KeptPassword, Session, Terms
from desk.gate.registry import STAMPS, disclose

disclose(Terms, staff=f"id idle_minutes password_days second_step_roles {STAMPS}")
disclose(KeptPassword, private="id account encoded set_at is_to_change")
disclose(
    Session,
    private="session_key session_data expire_date account started_at seen_at address browser",
)

_OF_AXES = "id user_agent ip_address username http_accept path_info attempt_time"
disclose(AccessAttempt, private=f"{_OF_AXES} get_data post_data failures_since_start")
disclose(AccessFailureLog, private=f"{_OF_AXES} locked_out")
disclose(AccessLog, private=f"{_OF_AXES} logout_time session_hash")
disclose(AccessAttemptExpiration, private="access_attempt expires_at")
_DEVICE = (
    "id user name confirmed created_at last_used_at throttling_failure_timestamp throttling_failure_count"
)
disclose(TOTPDevice, private=f"{_DEVICE} key step t0 digits tolerance drift last_t")
disclose(StaticDevice, private=_DEVICE)
disclose(StaticToken, private="id device token")
