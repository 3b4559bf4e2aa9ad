"""What versions of Unicode judge differently: characters that fold to something in one and separate words in another.

An index is made by the tables of one Python and may be checked by those of another. Characters are added by each
version of Unicode; what it said of others before stays, but for a few (its stability policies).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

HERE = unicodedata.unidata_version
"""The version of the Python that runs."""

_CHANGED = {
    "15.0.0": """cf3 ece 10efd-10eff 1123f-11241 11f00-11f10 11f12-11f3a 11f3e-11f42 11f50-11f59 1342f 13439-13455
        1b132 1b155 1d2c0-1d2d3 1df25-1df2a 1e030-1e06d 1e08f 1e4d0-1e4f9 2b739 31350-323af""",
    "15.1.0": "2ebf0-2ee5d",
    "16.0.0": """897 1c89-1c8a a7cb-a7cd a7da-a7dc 105c0-105f3 10d40-10d65 10d69-10d6d 10d6f-10d85 10ec2-10ec4 10efc
        11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5 113c7-113ca 113cc-113d3 113e1-113e2 116d0-116e3
        1171e 11bc0-11be0 11bf0-11bf9 11f5a 13460-143fa 16100-16139 16d40-16d6c 16d70-16d79 18cff 1ccd6-1ccf9
        1e5d0-1e5fa""",
}
"""For each version that a supported Python has, but the first one, what ``text.fold`` makes of characters that it did
not make of them before."""
FIRST, LAST = "14.0.0", max(_CHANGED)
"""Those of the first and the last Python that is supported."""


def judged_differently(there: Iterable[str], here: str = HERE) -> re.Pattern[str] | None:
    """Return what finds characters that one of the versions ``there`` folds otherwise than the one ``here``.

    None where there are none. A version that isn't known counts as the latest one.
    """
    versions = [*map(_number, there), _number(here)]
    ranges = [
        "-".join(chr(int(end, 16)) for end in part.split("-"))
        for version, parts in _CHANGED.items()
        if min(versions) < _number(version) <= max(versions)
        for part in parts.split()
    ]
    return re.compile(f"[{''.join(ranges)}]") if ranges else None


def _number(version: str) -> list[int]:
    return [int(part) for part in version.split(".")] if re.fullmatch(r"\d{1,3}(\.\d{1,3}){2}", version) else [999]
