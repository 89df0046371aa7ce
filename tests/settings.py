"""The portal's settings as tests use them: the same, but quick, and apart from the real site."""

import os

# What a developer has in the environment or in .env must not change a test's outcome.
os.environ.update(
    DEBUG="off",
    SITE_HTTPS="off",
    BEHIND_PROXY="off",
    ALLOWED_HOSTS="localhost,127.0.0.1",
    SECRET_KEY="known to everybody, and long enough for the checks that look at its length",
    POSTGRES_FOLDER="var/test-postgres",
    # Playwright runs an event loop in the tests' thread; Django would refuse queries there.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
)

from league_portal.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Files straight from static/ and the apps, without collectstatic.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
