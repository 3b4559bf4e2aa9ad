"""The words of RTF: which characters, destinations and code pages its control words stand for.

Specification 1.9.1: character sets under "Font Table", destinations under the parts of a document that they hold.
"""

from __future__ import annotations

from triage.parsers.kit.compound.properties import known_codec
from triage.tables import rows

CHARSETS = {int(number): codec for number, codec in rows(__name__, "font_charsets.tsv")}
WIDE = frozenset({"cp932", "cp936", "cp949", "cp950", "johab", "shift_jis", "euc_kr", "gb2312", "big5"})
_ROWS = rows(__name__, "rtf_words.tsv")


def _words(kind: str) -> dict[str, str]:
    return {word: value for of, value, words in _ROWS if of == kind for word in words.split()}


SYMBOLS = {word: "" if code == "-" else chr(int(code, 16)) for word, code in _words("symbol").items()}
ORIGINS, TABLES, SHAPE_TEXTS = map(_words, ("origin", "table", "shape"))
SKIPPED, INFO, KEPT_STARS, DATES = (frozenset(_words(kind)) for kind in ("skipped", "info", "kept", "date"))
DESTINATIONS = frozenset({*ORIGINS, *SKIPPED, *INFO, *DATES, *TABLES})


def codec_of(page: int) -> str:
    """Return the Python codec of a Windows or Macintosh code page, cp1252 where there is none."""
    macintosh = {10000: "mac_roman", 10001: "shift_jis", 10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2"}
    name = macintosh.get(page, "utf-8" if page == 65001 else f"cp{page}")
    return known_codec(name)
