"""The words of RTF: which characters, destinations and code pages its control words stand for.

Specification 1.9.1: character sets under "Font Table", destinations under the parts of a document that they hold.
"""

from __future__ import annotations

from triage.parsers.kit.compound.properties import known_codec
from triage.tables import rows

CHARSETS = {int(number): codec for number, codec in rows(__name__, "font_charsets.tsv")}
WIDE = frozenset({"cp932", "cp936", "cp949", "cp950", "johab", "shift_jis", "euc_kr", "gb2312", "big5"})
SYMBOLS = {
    **dict.fromkeys("par line page sect column softline row nestrow".split(), "\n"),
    **dict.fromkeys("tab cell nestcell".split(), "\t"),
    **dict.fromkeys("emspace enspace qmspace".split(), " "),
    **dict.fromkeys(("ltrmark", "rtlmark"), ""),
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
ORIGINS = {
    **dict.fromkeys("header headerl headerr headerf footer footerl footerr footerf".split(), "margin"),
    **dict.fromkeys("fldinst ffname ffdeftext ffl ffhelptext ffstattext template".split(), "fieldcode"),
    **dict.fromkeys("atndate nonesttables ffformat".split(), "skip"),
    **dict.fromkeys(("annotation", "atnauthor", "atnid"), "comment"),
    **dict.fromkeys(("shptxt", "dptxbxtext"), "textbox"),
    "footnote": "note",
    "docvar": "hidden",
}
SKIPPED = frozenset(
    (
        "colortbl stylesheet listtable listoverridetable rsidtbl generator pict object objclass objname themedata "
        "colorschememapping latentstyles datastore xmlnstbl filetbl revtbl pntxta pntxtb bkmkstart bkmkend "
        "background fontemb fontfile panose falt objdata atrfstart atrfend atnref atnparent private mmathPr "
        "protusertbl mhtmltag htmltag sp sn sv"
    ).split()
)
SHAPE_TEXTS = {"gtextUNICODE": "textbox", "wzDescription": "hidden"}
"""Properties of shapes that hold text: WordArt and alternative text."""
INFO = frozenset(
    (
        "title subject author manager company operator category keywords comment doccomm hlinkbase propname staticval"
    ).split()
)
KEPT_STARS = frozenset(
    {"fldinst", "shptxt", "annotation", "atnauthor", "atnid", "ffname", "ffdeftext", "ffl", "docvar", "template"}
)
DATES = frozenset({"creatim", "revtim", "printim", "buptim"})
TABLES = {"fonttbl": "fonts", "colortbl": "colors", "info": "none", "userprops": "none"}
DESTINATIONS = frozenset({*ORIGINS, *SKIPPED, *INFO, *DATES, *TABLES})


def codec_of(page: int) -> str:
    """Return the Python codec of a Windows or Macintosh code page, cp1252 where there is none."""
    macintosh = {10000: "mac_roman", 10001: "shift_jis", 10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2"}
    name = macintosh.get(page, "utf-8" if page == 65001 else f"cp{page}")
    return known_codec(name)
