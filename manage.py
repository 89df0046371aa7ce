#!/usr/bin/env python3
import os
import signal
import sys
from contextlib import nullcontext


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "league_portal.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    # An ordinary end for SIGTERM too, so that the embedded server is given back.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with settings.EMBEDDED_POSTGRES or nullcontext():
            execute_from_command_line(sys.argv)
    except KeyboardInterrupt:
        sys.exit(130)
    except ImproperlyConfigured as problem:
        sys.exit(str(problem))
    except OperationalError as problem:
        sys.exit(f"数据库没有应答：请检查它是否在运行、DATABASE_URL 是否写对。原文：{problem}".strip())


if __name__ == "__main__":
    main()
