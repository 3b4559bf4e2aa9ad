"""The words of RTF: which characters, destinations and code pages its control words stand for.

Specification 1.9.1: character sets under "Font Table", destinations under the parts of a document that they hold.
"""

from __future__ import annotations

from triage.files import rows

CHARSETS = {int(number): codec for number, codec in rows(__name__, "font_charsets.tsv")}
WIDE = frozenset(
    {"cp932", "cp936", "cp949", "cp950", "johab", "shift_jis", "euc_kr", "gb2312", "big5", "gb18030", "big5hkscs"}
)
_ROWS = rows(__name__, "rtf_words.tsv")


def _words(kind: str) -> dict[str, str]:
    return {word: value for of, value, words in _ROWS if of == kind for word in words.split()}


SYMBOLS = {word: "" if code == "-" else chr(int(code, 16)) for word, code in _words("symbol").items()}
ORIGINS, TABLES, SHAPE_TEXTS = map(_words, ("origin", "table", "shape"))
SKIPPED, INFO, KEPT_STARS, DATES = (frozenset(_words(kind)) for kind in ("skipped", "info", "kept", "date"))
DESTINATIONS = frozenset({*ORIGINS, *SKIPPED, *INFO, *DATES, *TABLES})
