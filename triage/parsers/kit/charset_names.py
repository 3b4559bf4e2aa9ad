"""Which character set a declared name means: names in, codec names out; no text is decoded here.

Declared names are hostile: only text codecs named here or in the table beside this module are ever returned, so that
Python's ``zlib``, ``unicode_escape`` or ``punycode`` can't be called up by a mail header.
"""

from __future__ import annotations

import re
from functools import lru_cache

from triage.tables import rows

_PYTHON_HAS = (
    "037 273 424 437 500 720 737 775 850 852 855 856 857 858 860 861 862 863 864 865 866 869 874 875 932 949 950 1006 "
    "1026 1125 1140 1250 1251 1252 1253 1254 1255 1256 1257 1258"
).split()
"""Code pages under their own names."""

_NAMES = dict(rows(__name__, "charset_names.tsv"))
_TABLE = {
    **{f"cp{page}": f"cp{page}" for page in _PYTHON_HAS},
    **{f"iso8859{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{alias: codec for codec, aliases in _NAMES.items() for alias in aliases.split()},
}

_PAGES = {int(number, 16): page for page, numbers in rows(__name__, "code_pages.tsv") for number in numbers.split()}

_PAGE = re.compile(r"(?:x?cp|windows|xwindows|win|ibm|csibm|csp[cC]?|dos|codepage|ms|msdos|ccsid|ansi)?0*(\d{2,5})")
_ISO = re.compile(r"(?:cs|x)?iso?8859(1[0-6]|[1-9])(?:[ie]|19\d\d|windows.*)?")
_CUT = re.compile(r"[^a-z0-9]")


@lru_cache(maxsize=512)
def codec_for(untrusted_name: str) -> str | None:
    """Return the Python codec that a declared character set means, or None where the name says nothing usable.

    Names such as ``unknown-8bit``, ``binary`` or ``x-user-defined`` state no character set, and give None.
    """
    name = untrusted_name[:100].lower()
    name = _CUT.sub("", name[name.find("charset=") + 8 :].split(";")[0] if "charset=" in name else name.split(";")[0])
    if name in _TABLE:
        return _TABLE[name]
    if iso := _ISO.fullmatch(name):
        return _TABLE.get(f"iso8859{iso[1]}")
    if page := _PAGE.fullmatch(name):
        return _TABLE.get(f"cp{page[1]}") or _TABLE.get(f"cp0{page[1]}")
    return None


def codec_of_page(page: int) -> str:
    """Return the codec of a code page of Windows or of the Macintosh by its number, cp1252 where it is unknown."""
    if page == 1200:
        return "utf-16-le"
    return f"cp{page}" if str(page) in _PYTHON_HAS else codec_for(f"cp{page}") or "cp1252"


def page_of_language(untrusted_language: int) -> str:
    """Return the code page that Windows uses for a language by its number (LCID), as a codec's name."""
    number = untrusted_language & 0xFFFF
    return f"cp{_PAGES.get(number) or _PAGES.get(number & 0x3FF, 1252)}"
