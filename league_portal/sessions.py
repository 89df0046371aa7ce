"""Sessions in the database, asked for only by keys that Django could have made."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    def _validate_session_key(self, key):
        """PostgreSQL refuses to look for a NUL, which a cookie can hold: such a key is nobody's."""
        return super()._validate_session_key(key) and key.isalnum()
