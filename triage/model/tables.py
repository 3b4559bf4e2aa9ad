"""Tables of names: of file types, of the languages of texts, and how subjects of answers begin.

A file type has the short name of its media type (RFC 6838), and names that stand for several types. ``type:`` takes
these names, and lists show them.
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
LANGUAGES: dict[str, str] = json.loads(Path(__file__).with_name("languages.json").read_bytes())
"""Languages that a text can be recognised as: ISO 639-1 code and English name."""
ANSWER = "re|aw|antw|antwort|sv|vs|vá|ynt|odp|res|r|ref|rif|réf|回复|回覆|答复|答覆|返信|תשובה|השב|رد"
FORWARD = "fw|fwd|wg|tr|rv|vb|vl|enc|i|pd|doorst|továbbítás|转发|轉寄|転送|הועבר|إعادة توجيه"
"""How the subjects of answers and of forwarded messages begin, in the languages of the programs that write them."""


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
