"""Which release of the portal this is; pyproject.toml is the one place that says it."""

import tomllib
from pathlib import Path

_TOLD = Path(__file__).resolve().parent.parent / "pyproject.toml"

VERSION: str = tomllib.loads(_TOLD.read_text(encoding="utf-8"))["project"]["version"]


def ordered(version: str) -> tuple[int, ...]:
    """For comparing: 1.10.0 comes after 1.9.0."""
    return tuple(map(int, version.split(".")))
