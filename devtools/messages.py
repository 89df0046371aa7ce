"""What the desk says in place of Django's own words: put into the form that Django reads.

    python -m devtools.messages

The words stand in locale/**/*.po. Both forms are committed, so that a site needs no tool for them.
"""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def main() -> None:
    for words in LOCALE.rglob("*.po"):
        polib.pofile(words).save_as_mofile(words.with_suffix(".mo"))


if __name__ == "__main__":
    main()
