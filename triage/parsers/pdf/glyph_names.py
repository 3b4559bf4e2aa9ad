"""What the names of glyphs mean: ISO 32000-1 annex D, and how such names are put together.

A name may be a character's own ("eacute"), several with low lines between them ("f_f_i"), or a number ("uni00E9"); what
follows a full stop says how it is drawn ("a.sc"). Names that only count glyphs ("g17", "c232") mean nothing.
"""

from __future__ import annotations

import re
import unicodedata

from triage.tables import rows

_NAMED = {name: chr(int(number, 16)) for name, number in rows(__name__, "glyph_names.tsv")}
_MARKS = (
    "grave acute circumflex tilde macron breve dotaccent dieresis ring hungarumlaut caron cedilla commaaccent ogonek"
)
_ACCENTS = dict(
    zip(
        _MARKS.split(),
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0327\u0328",
        strict=True,
    )
)
_ACCENTED = re.compile(f"([A-Za-z])({'|'.join(_ACCENTS)})")
_NUMBERED = re.compile(r"(?:uni|u)([0-9A-F]{4})")


def meaning(name: str) -> str:
    """Return the characters that a glyph's name means, "" where it doesn't say."""
    characters = [_character(part) for part in name.partition(".")[0].split("_")]
    return "".join(characters) if all(characters) else ""


def _character(name: str) -> str:
    if len(name) == 1 or not name:
        return name
    if match := _NUMBERED.fullmatch(name):
        return chr(int(match[1], 16)) if int(match[1], 16) < 0xD800 else ""
    if match := _ACCENTED.fullmatch(name):
        return unicodedata.normalize("NFC", match[1] + _ACCENTS[match[2]])
    if name in _NAMED:
        return _NAMED[name]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.upper()}")
    except KeyError:
        return ""
