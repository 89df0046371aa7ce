"""What gunicorn serves while it is measured: the portal on the database of the measurement."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection

application = get_wsgi_application()
settings.ROOT_URLCONF = "sample.benchmarks.addresses"
connection.settings_dict["NAME"] = os.environ["BENCH_DATABASE"]
