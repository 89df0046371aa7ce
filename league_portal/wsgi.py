"""Where the site goes on the air: the application that the web server calls."""

import atexit
import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "league_portal.settings")

if settings.SITE_HTTPS and settings.ALLOWED_HOSTS == settings.LOOPBACK:
    raise ImproperlyConfigured(
        "缺少环境变量 ALLOWED_HOSTS：请写上网站的域名，多个域名用逗号分开。说明见 .env.example。"
    )
if settings.EMBEDDED_POSTGRES:
    settings.EMBEDDED_POSTGRES.start()
    atexit.register(settings.EMBEDDED_POSTGRES.release)

application = get_wsgi_application()
