"""What types of files are called: the short name of a media type (RFC 6838), and names that stand for several.

``type:`` takes these names, and lists show them. The table is ``types.json``. Nothing here looks at files of a case.
"""

from __future__ import annotations

import fnmatch
import json
from functools import lru_cache
from pathlib import Path

_TABLE = json.loads(Path(__file__).with_name("types.json").read_bytes())
_SHORT: dict[str, str] = _TABLE["short"]
GROUPS: dict[str, list[str]] = _TABLE["groups"]
"""Names that stand for several types, and what those look like."""
ALL = frozenset((*_SHORT.values(), *GROUPS, *_TABLE["others"]))
"""Names and endings that are known whatever a case holds: those of all types that are read, and more."""


def short(media_type: str) -> str:
    """Return a short word for a media type: "mail", "docx", or the end of its name."""
    if media_type in _SHORT:
        return _SHORT[media_type]
    tail = media_type.rpartition("/")[2].split("+")[0].removeprefix("x-").removeprefix("vnd.")
    return tail.rpartition(".")[2] or tail


@lru_cache(maxsize=4096)
def names(media_type: str) -> frozenset[str]:
    """Return all that a media type is called: whole, without what stands before its slash, short, by its groups."""
    groups = (name for name, forms in GROUPS.items() if any(fnmatch.fnmatchcase(media_type, form) for form in forms))
    return frozenset((media_type, media_type.rpartition("/")[2], short(media_type), *groups))
