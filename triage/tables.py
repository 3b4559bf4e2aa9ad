"""Tables that stand beside their modules as files: a row a line, tabs between its values, "#" before a comment."""

from __future__ import annotations

from pkgutil import get_data


def rows(module: str, name: str) -> list[list[str]]:
    """Return the rows of a table in the folder of a module. Raises OSError where it is missing."""
    data = get_data(module, name)
    if data is None:
        raise FileNotFoundError(name)
    return [line.split("\t") for line in data.decode().splitlines() if line and not line.startswith("#")]
