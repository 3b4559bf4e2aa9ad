"""Names of character sets as mails state them."""

from __future__ import annotations

import pytest

from triage.parsers.kit.charset import codec_for, page_of_language


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("iso-8859-8-i", "cp1255"),
        ("iso-8859-8", "iso8859_8"),
        ("ISO-8859-8-E", "iso8859_8"),
        ("cp-1255", "cp1255"),
        ("Windows-1255", "cp1255"),
        ("win-1251", "cp1251"),
        ('"utf-8"', "utf_8"),
        ("utf-8; format=flowed", "utf_8"),
        ("text/plain; charset=koi8-r", "koi8_r"),
        ("ANSI_X3.110-1983", "cp1252"),
        ("ISO_8859-1:1987", "cp1252"),
        ("ISO-8859-11", "cp874"),
        ("x-mac-ce", "mac_latin2"),
        ("x-mac-japanese", "cp932"),
        ("gb_2312-80", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("ibm037", "cp037"),
        ("65001", "utf_8"),
        ("x-sjis", "cp932"),
        ("unicode-1-1-utf-7", "utf_7"),
        ("csKSC56011987", "cp949"),
        ("x-iso-2022-jp", "iso2022_jp"),
        ("iso-latin-1", "cp1252"),
    ],
)
def test_names_as_found_in_mail(name: str, codec: str) -> None:
    assert codec_for(name) == codec
    b"".decode(codec)


@pytest.mark.parametrize(
    "name", ["unknown-8bit", "binary", "8bit", "rot13", "hex", "zlib_codec", "idna", "mbcs", "", "\0"]
)
def test_names_that_state_nothing(name: str) -> None:
    assert codec_for(name) is None


@pytest.mark.parametrize(
    ("language", "page"),
    [
        *((0x40D, "cp1255"), (0x401, "cp1256"), (0x419, "cp1251"), (0, "cp1252"), (0x404, "cp950"), (0x804, "cp936")),
        *((0x429, "cp1256"), (0x427, "cp1257"), (0x42A, "cp1258"), (0xC1A, "cp1251"), (0x81A, "cp1250")),
    ],
)
def test_languages_have_code_pages(language: int, page: str) -> None:
    assert page_of_language(language) == page
