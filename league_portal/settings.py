"""The portal's settings: one file, from the environment. `.env.example` describes each variable."""

import re
import secrets
from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from league_portal.database import EmbeddedServer
from league_portal.kept import made_once

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"  # everything that the portal writes

SHARED_CACHE = re.compile(
    r"rediss?://([^@/\s]*@)?([\w.-]+|\[[0-9a-f:.]+\])(:[1-6]?\d{1,4})?(/\d{1,4})?", re.ASCII
)

env = environ.Env()
env.read_env(BASE_DIR / ".env")


def switch(name, default):
    """An on/off variable. A misspelt word is refused: it must not turn protection off."""
    word = env.str(name, default="on" if default else "off").lower()
    if word not in ("on", "off"):
        raise ImproperlyConfigured(f"环境变量 {name} 只能写 on 或 off，现在是“{word}”。说明见 .env.example。")
    return word == "on"


def kept_secret_key():
    """Made at the first start and kept, so that nobody is signed out by the next."""
    try:
        return made_once(VAR / "secret_key", lambda: secrets.token_urlsafe(64))
    except OSError as problem:
        raise ImproperlyConfigured(
            f"文件夹 {VAR} 不能读写，网站的密钥无处保存。请检查它的所有者和权限。原文：{problem}"
        ) from problem


def postgres_at(url):
    """What Django needs to know of the server that DATABASE_URL names."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured("环境变量 DATABASE_URL 要以 postgres:// 开头。说明见 .env.example。")
    try:
        return env.db_url_config(url)
    except ValueError as problem:
        raise ImproperlyConfigured(
            "环境变量 DATABASE_URL 写得不对：端口要写数字，密码里的 / 要写成 %2F。说明见 .env.example。"
        ) from problem


def pages_at(url):
    """The cache beside the site for finished pages. It may be slow or gone: then pages are made again."""
    from redis.backoff import NoBackoff  # here, since most sites have no such cache
    from redis.retry import Retry

    if not SHARED_CACHE.fullmatch(url):
        raise ImproperlyConfigured(
            "环境变量 CACHE_URL 要写成 redis://主机:端口/编号（加密的写 rediss://），"
            "密码里的 / 和 @ 要写成 %2F 和 %40。说明见 .env.example。"
        )
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url,
        "KEY_PREFIX": "pages",
        "OPTIONS": {
            "serializer": "toolkit.kept.quiet_cache.Bytes",
            "socket_connect_timeout": 0.2,  # seconds
            "socket_timeout": 0.2,
            "retry": Retry(NoBackoff(), 0),
        },
    }


# --- Apps

INSTALLED_APPS = [
    "league_portal",
    "sample",
    "front",
    "search",
    "intake",
    "reports",
    "volunteers",
    "honors",
    "branches",
    "activities",
    "notices",
    "organizations",
    "corrections",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "accounts",  # after those whose tables it hides from the desk
    "desk",
    "toolkit",
    "front.desk.DeskConfig",  # Django's admin with our own site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",  # before staticfiles: `runserver` then serves as gunicorn does
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_prose_editor",
    "reversion",
]
# What is pasted from Word and WPS is put into the editor's own words first; that allows no further tag.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy("js/pasting.js")], "extensions": {"Pasting": html_tags([])}},
    {"js": [static_lazy("js/editor-words.js")], "extensions": {"Words": html_tags([])}},
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "league_portal.urls"
WSGI_APPLICATION = "league_portal.wsgi.application"


# --- What the operator decides

DEBUG = switch("DEBUG", default=False)
SITE_HTTPS = switch("SITE_HTTPS", default=not DEBUG)
BEHIND_PROXY = switch("BEHIND_PROXY", default=False)
REPORT_SELF_APPROVAL = switch("REPORT_SELF_APPROVAL", default=False)
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=LOOPBACK)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret_key()


# --- Database

if url := env.str("DATABASE_URL", default=""):
    EMBEDDED_POSTGRES = None
    DATABASES = {"default": postgres_at(url)}
else:
    EMBEDDED_POSTGRES = EmbeddedServer(BASE_DIR / env.str("POSTGRES_FOLDER", default="var/postgres"))
    DATABASES = {"default": EMBEDDED_POSTGRES.settings()}
# `runserver` makes a thread for every request, which would each keep a connection.
DATABASES["default"]["CONN_MAX_AGE"] = 0 if DEBUG else 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if url := env.str("CACHE_URL", default=""):
    CACHES["pages"] = pages_at(url)


# --- Requests

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "league_portal.middleware.permissions_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.doorkeeper",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "toolkit.pages.redirects.former_addresses",
    "axes.middleware.AxesMiddleware",
    "front.freshness.Freshness",  # last: it answers for views alone
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "organizations.context_processors.committee",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"


# --- Safety

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # The rich text editor's import map is an inline script and carries the nonce.
        "script-src": [SELF, NONCE],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "accounts.sessions"

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked from inside, over plain HTTP
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SITE_HTTPS else 0
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for sub-domains: other sites of the district may live there
    "security.W021",  # HSTS preload: likewise, and hard to undo
]

AUTHENTICATION_BACKENDS = [
    "accounts.locking.LockedOut",
    "django.contrib.auth.backends.ModelBackend",
    "desk.scope.backend.Records",  # which records a right reaches
]
AUTH_PASSWORD_VALIDATORS = [
    *(
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in (
            "UserAttributeSimilarityValidator",
            "MinimumLengthValidator",  # 8 characters
            "CommonPasswordValidator",
            "NumericPasswordValidator",
        )
    ),
    {"NAME": "accounts.passwords.ThreeKinds"},
    {"NAME": "accounts.passwords.NoneOfTheLast"},
]
AXES_HANDLER = "accounts.locking.Locks"
AXES_FAILURE_LIMIT = 5  # of one account; six times as many from one address, which an office shares
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_USERNAME_CALLABLE = "accounts.locking.name_of"
AXES_CLIENT_IP_CALLABLE = "accounts.locking.address_known"
AXES_LOCKOUT_CALLABLE = "accounts.locking.locked_page"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the desk's own log tells of it
AXES_SENSITIVE_PARAMETERS = ["username", "password", "next", "csrfmiddlewaretoken"]
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
OTP_TOTP_ISSUER = "共青团工作台"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"


# --- Language and time

LANGUAGE_CODE = "zh-hans"
LOCALE_PATHS = [BASE_DIR / "locale"]  # our words in place of Django's; compiled by devtools.messages
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True


# --- Files

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "league_portal.static_files.OneSheetStorage"},
}
# Where the fonts of PDF files are looked for first; `fetch_fonts` fills the last of these.
REPORT_FONT_FOLDERS = [
    *(BASE_DIR / folder for folder in env.list("REPORT_FONT_FOLDERS", default=[])),
    VAR / "fonts",
]
# A photo of any size goes to a temporary file and reaches the form, which refuses it in a sentence.
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024  # everything but files: long stories
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # an activity with all its people, figures and photos


# --- Logging: to standard error, for whatever runs the server

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "gunicorn.http.wsgi": {"level": "ERROR"},  # it warns of every answer to HEAD, which it cuts itself
    },
}
