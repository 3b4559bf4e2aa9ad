"""Which character set a declared name means: names in, codec names out; no text is decoded here.

Declared names are hostile: only text codecs named in this module are ever returned, so that Python's ``zlib``,
``unicode_escape`` or ``punycode`` can't be called up by a mail header.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CODE_PAGES = (
    "037 273 424 437 500 720 737 775 850 852 855 856 857 858 860 861 862 863 864 865 866 869 874 875 932 949 950 1006 "
    "1026 1125 1140 1250 1251 1252 1253 1254 1255 1256 1257 1258"
)
# Subsets are read as the superset that writers of such text really use (WHATWG Encoding Standard, section 4.2).
_NAMES = {
    "ascii": "ascii usascii ansix341968 ansix341986 iso646us iso646irv1991 isoir6 us csascii 646 cp367 cp20127 xia5",
    "utf_8": "utf8 utf8mb4 unicode11utf8 unicode20utf8 xunicode20utf8 utf8bom utf8sig utf utf8unicode cesu8 cp65001 "
    "utf8mac",
    "utf_7": "utf7 unicode11utf7 csunicode11utf7 xunicode20utf7 cp65000",
    "utf_16": "utf16 unicode ucs2 csunicode iso10646ucs2 unicodefeff utf16le16be cp1200",
    "utf_16_le": "utf16le unicodelittle ucs2le",
    "utf_16_be": "utf16be unicodebig unicodefffe ucs2be cp1201",
    "utf_32": "utf32 ucs4 iso10646ucs4",
    "utf_32_le": "utf32le",
    "utf_32_be": "utf32be",
    "cp1252": "latin1 l1 isoir100 iso1 ansi xansi ansix31101983 ansix3110 ansi1252 xcp1252 ms ansilatin1 xroman8 "
    "iso8859 iso88591 isolatin1 cp819 cp28591",
    "iso8859_2": "latin2 l2 isoir101 cslatin2 cp28592",
    "iso8859_3": "latin3 l3 isoir109",
    "iso8859_4": "latin4 l4 isoir110",
    "iso8859_5": "cyrillic isoir144 cyrillicasian cp28595",
    "iso8859_6": "arabic asmo708 ecma114 isoir127 iso88596i iso88596e cp28596 cp708",
    "iso8859_7": "greek greek8 ecma118 elot928 isoir126 suneugreek cp28597",
    "iso8859_8": "hebrew visual logical isoir138 iso88598i iso88598e cp28598 cp38598",
    "cp1254": "latin5 l5 isoir148 turkish iso88599 cp28599",
    "iso8859_10": "latin6 l6 isoir157",
    "iso8859_15": "latin9 l9 latin0 iso885915euro cp28605",
    "iso8859_16": "latin10 l10 isoir226",
    "koi8_r": "koi8r koi8 koi cskoi8r xkoi8r cp20866",
    "koi8_u": "koi8u koi8ru cp21866",
    "koi8_t": "koi8t",
    "kz1048": "kz1048 strk1048 rk1048",
    "ptcp154": "ptcp154 pt154 cp154",
    "cp874": "tis620 tis6200 tis62025291 tis62025330 thai isoir166 windowsthai iso885911 cp1133",
    "cp932": "shiftjis sjis xsjis mskanji csshiftjis windows31j cswindows31j shiftjisx xmscp932 mscp932 cp943 "
    "xmacjapanese",
    "shift_jis_2004": "shiftjis2004 sjis2004 shiftjisx0213 sjisx0213",
    "euc_jp": "eucjp xeucjp cseucpkdfmtjapanese ujis eucjpwin eucjpms extendedunixcodepackedformatforjapanese cp51932 "
    "cp20932",
    "iso2022_jp": "iso2022jp csiso2022jp xiso2022jp iso2022jpms jis jis7 iso2022jp1 iso2022jpext cp50220 cp50221 "
    "cp50222",
    "iso2022_jp_2": "iso2022jp2",
    "iso2022_jp_2004": "iso2022jp2004 iso2022jp3",
    "iso2022_kr": "iso2022kr csiso2022kr cp50225",
    "cp949": "euckr cseuckr korean ksc5601 ksc56011987 ksc56011989 ksx1001 ksx10011992 ksc isoir149 uhc ms949 cp51949 "
    "xmackorean csksc56011987 cp20949",
    "johab": "johab xjohab cp1361",
    "gb18030": "gb18030 gb180302000 gb180302005 gbk xgbk gb2312 gb231280 csgb2312 csgb231280 csiso58gb231280 chinese "
    "euccn eucgb2312cn xeuccn isoir58 gb ms936 xmacchinesesimp gb18030gb2312 cp936 cp54936 "
    "cp20936",
    "hz": "hz hzgb hzgb2312 cp52936",
    "big5hkscs": "big5 big5tw csbig5 xxbig5 xbig5 cnbig5 big5hkscs xmacchinesetrad big5eten ms950 zhtw big5hk cp950",
    "mac_roman": "macintosh mac csmacintosh xmacroman macroman xmac applemacroman cp10000",
    "mac_cyrillic": "xmaccyrillic maccyrillic xmacukrainian macukrainian cp10007",
    "mac_greek": "xmacgreek macgreek",
    "mac_turkish": "xmacturkish macturkish",
    "mac_iceland": "xmacicelandic maciceland macicelandic",
    "mac_croatian": "xmaccroatian maccroatian",
    "mac_romanian": "xmacromanian macromanian",
    "mac_latin2": "xmacce macce xmaccentraleurroman maclatin2 maccentraleurope",
    "mac_arabic": "xmacarabic macarabic",
    "mac_farsi": "xmacfarsi macfarsi",
    "cp1255": "xmachebrew machebrew ansi1255",
    "cp720": "dos720",
    "cp862": "dos862",
}
_TABLE = {
    **{f"cp{page}": f"cp{page}" for page in _CODE_PAGES.split()},
    **{f"iso8859{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{alias: codec for codec, aliases in _NAMES.items() for alias in aliases.split()},
}

_LANGUAGES = {
    0x01: 1256,
    0x04: 936,
    0x08: 1253,
    0x0D: 1255,
    0x11: 932,
    0x12: 949,
    0x1E: 874,
    0x1F: 1254,
    0x2A: 1258,
    **dict.fromkeys((0x05, 0x0E, 0x15, 0x18, 0x1A, 0x1B, 0x1C, 0x24), 1250),
    **dict.fromkeys((0x02, 0x19, 0x22, 0x23, 0x2F, 0x3F, 0x40, 0x44, 0x50), 1251),
    **dict.fromkeys((0x20, 0x29), 1256),
    **dict.fromkeys((0x25, 0x26, 0x27), 1257),
    **dict.fromkeys((0x0404, 0x0C04, 0x1404), 950),
    **dict.fromkeys((0x082C, 0x0843, 0x0C1A, 0x1C1A, 0x281A, 0x301A), 1251),
    **dict.fromkeys((0x042C, 0x0443), 1254),
}
"""Code pages by the primary language, or the whole number of one that differs (MS-LCID 2.1); all others are 1252."""

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


def page_of_language(untrusted_language: int) -> str:
    """Return the code page that Windows uses for a language by its number (LCID), as a codec's name."""
    number = untrusted_language & 0xFFFF
    return f"cp{_LANGUAGES.get(number) or _LANGUAGES.get(number & 0x3FF, 1252)}"
