"""Sessions in the database, each with whose it is; they end when nobody did anything for a while."""

from datetime import timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from accounts.models import Session, Terms

CAME_FROM = "came_from"  # of what is kept in a session: from where and when somebody signed in
NOTED_EVERY = timedelta(minutes=1)  # one write for so much of somebody's work


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls):
        return Session

    def _validate_session_key(self, key):
        """PostgreSQL refuses to look for a NUL, which a cookie can hold: such a key is nobody's."""
        return super()._validate_session_key(key) and key.isalnum()

    def _get_session_from_db(self):
        session = super()._get_session_from_db()
        now = timezone.now()
        if session and session.account_id and session.seen_at < now - NOTED_EVERY:
            ends = now + Terms.current().idle
            Session.objects.filter(pk=session.pk).update(seen_at=now, expire_date=ends)
        return session

    def get_session_cookie_age(self):
        """Seconds until it ends if nothing is done; the browser forgets it no later."""
        if self._session.get(SESSION_KEY):
            return int(Terms.current().idle.total_seconds())
        return super().get_session_cookie_age()

    def create_model_instance(self, data):
        session = super().create_model_instance(data)
        session.account_id = data.get(SESSION_KEY)
        came = data.get(CAME_FROM) or {}
        session.address, session.browser = came.get("address", ""), came.get("browser", "")
        if at := came.get("at"):
            session.started_at = parse_datetime(at)
        return session


def end_sessions_of(account) -> None:
    """Sign an account out everywhere."""
    Session.objects.filter(account=account).delete()
