"""The dump of a release, which every later one must restore and read as before (tests/releases):

.venv/bin/python -m devtools.release_dump 1.0.0

makes it, on the day of the release. With --tell-again it notes anew what the pages and drafts of that dump
say now, after they were changed on purpose.
"""

import argparse
import os

import django


def main(arguments):
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from tests.releases.dumping import make, tell_again

    (tell_again if arguments.tell_again else make)(arguments.release)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("release")
    parser.add_argument("--tell-again", action="store_true")
    main(parser.parse_args())
