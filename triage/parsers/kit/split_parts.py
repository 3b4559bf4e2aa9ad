"""Parts of archives that were split: told by their names.

Nothing is joined here: the other parts are other files, and whether they may be read isn't for a parser to say.
"""

from __future__ import annotations

import re

_NAMED = re.compile(r"\.(7z|zipx?)\.\d{3}$|\.(z)x?\d\d$", re.IGNORECASE)


def kind_of_part(untrusted_name: str) -> str:
    """Return "7z" or "zip" for a name such as a.7z.001, a.zip.002 or a.z01, "" for any other."""
    match = _NAMED.search(untrusted_name)
    return "" if match is None else "7z" if (match[1] or "").lower() == "7z" else "zip"
