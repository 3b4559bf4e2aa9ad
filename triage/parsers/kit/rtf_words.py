"""The words of RTF: which characters, destinations and code pages its control words stand for.

Specification 1.9.1: character sets under "Font Table", destinations under the parts of a document that they hold.
"""

from __future__ import annotations

from triage.parsers.kit.compound.properties import known_codec

CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    78: "shift_jis",
    79: "euc_kr",
    80: "gb2312",
    81: "big5",
    83: "mac_hebrew",
    84: "mac_arabic",
    85: "mac_greek",
    86: "mac_turkish",
    88: "mac_latin2",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    179: "cp1256",
    181: "cp1255",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
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
