"""Small values made once and kept in a file: the secret key, the name of the database folder."""

import os
import tempfile


def made_once(path, make):
    """The text in `path`; the first process that asks makes it, and all others read the same."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, whole = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(make())
    try:
        # A link appears whole or not at all, and only the first of several processes gets it.
        os.link(whole, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(whole)
    return path.read_text(encoding="utf-8")
