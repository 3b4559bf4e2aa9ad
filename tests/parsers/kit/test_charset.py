"""Character sets: declared, guessed, and corrected by the content."""

from __future__ import annotations

import base64
import binascii
import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from triage.messages import render
from triage.model.items import Child, Trouble
from triage.parsers.kit.charset import (
    codec_for,
    cut_uuencoded,
    decode_base64,
    decode_text,
    decode_transfer,
    logical_order,
    page_of_language,
)

HEBREW = "שלום לכולם, הפגישה על פרויקט הנץ תתקיים מחר בבוקר"
ARABIC = "مرحبا بكم جميعا، سيعقد اجتماع مشروع الصقر غدا صباحا"
RUSSIAN = "Привет всем, встреча по проекту Сокол завтра утром"
JAPANESE = "こんにちは、隼プロジェクトの会議は明日の朝です"
CHINESE = "大家好，猎鹰项目的会议明天早上举行"
KOREAN = "안녕하세요, 매 프로젝트 회의는 내일 아침입니다"
SAMPLES = [
    ("windows-1255", HEBREW),
    ("iso-8859-8-i", HEBREW),
    ("iso-8859-8", HEBREW),
    ("cp862", HEBREW),
    ("windows-1256", ARABIC),
    ("iso-8859-6", ARABIC.replace("،", "،")),
    ("koi8-r", RUSSIAN),
    ("windows-1251", RUSSIAN),
    ("iso-8859-5", RUSSIAN),
    ("iso-2022-jp", JAPANESE),
    ("shift_jis", JAPANESE),
    ("euc-jp", JAPANESE),
    ("gb2312", CHINESE),
    ("gb18030", CHINESE),
    ("euc-kr", KOREAN),
    ("ks_c_5601-1987", KOREAN),
    ("utf-16", HEBREW),
    ("utf-16-le", HEBREW),
    ("utf-32", RUSSIAN),
    ("utf-8", ARABIC),
    ("utf-7", HEBREW),
    ("windows-1252", "Grüße – “café”"),
    ("big5", "大家好，獵鷹專案的會議明天早上舉行"),
]


def _encode(name: str, text: str) -> bytes:
    return text.encode({"iso-8859-8-i": "iso-8859-8", "ks_c_5601-1987": "euc-kr"}.get(name, name))


@pytest.mark.parametrize(("name", "text"), SAMPLES)
def test_declared_sets_read_the_same_as_utf8(name: str, text: str) -> None:
    assert decode_text(_encode(name, text), name) == (text, None)


@pytest.mark.parametrize(("name", "text"), [s for s in SAMPLES if s[0] not in ("utf-7", "iso-8859-6", "gb2312")])
def test_undeclared_sets_are_told_by_content(name: str, text: str) -> None:
    assert decode_text(_encode(name, text))[0] == text


def test_a_guess_is_reported_and_utf8_is_none() -> None:
    trouble = decode_text(HEBREW.encode("cp1255"))[1]
    assert trouble is not None and trouble.code == "charset-guessed" and "cp1255" in render(trouble.message)
    assert decode_text(HEBREW.encode())[1] is None


@pytest.mark.parametrize(
    "name", ["unknown-8bit", "x-user-defined", "zlib", "unicode_escape", "punycode", "", "é" * 999]
)
def test_useless_names_do_no_harm(name: str) -> None:
    assert decode_text(RUSSIAN.encode(), name)[0] == RUSSIAN
    assert decode_text(b"plain", name) == ("plain", None)


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE]
)
def test_a_byte_order_mark_outranks_the_declaration(mark: bytes) -> None:
    codec = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(mark)
    codec = codec or ("utf-32-le" if mark == codecs.BOM_UTF32_LE else "utf-32-be")
    assert decode_text(mark + HEBREW.encode(codec), "windows-1252") == (HEBREW, None)


def test_lost_characters_are_counted() -> None:
    text, trouble = decode_text(codecs.BOM_UTF16_LE + "abc".encode("utf-16-le") + b"\x00\xd8")
    assert text.startswith("abc")
    assert trouble is not None and trouble.code == "damaged" and "1 character" in render(trouble.message)


def test_utf16_without_mark() -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        assert decode_text("plain words".encode(codec))[0] == "plain words"
        assert decode_text(RUSSIAN.encode(codec))[0] == RUSSIAN


def test_visual_hebrew_is_turned_into_reading_order() -> None:
    visual = "\n".join(line[::-1] for line in ("שלום לכולם", "דברים חשובים לשולחן", "ארץ ים"))
    text, trouble = decode_text(visual.encode("iso-8859-8"), "iso-8859-8")
    assert text == "שלום לכולם\nדברים חשובים לשולחן\nארץ ים"
    assert trouble is not None and "visual order" in render(trouble.message)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", "café déjà"),
        ("cp1252", "Müller"),
        ("cp1252", "status: don’t share"),
        ("cp1255", "שלום"),
        ("cp932", "あした、りんごを"),
        ("cp932", "アイウエオ"),
        ("euc_jp", "ひみつのはなし"),
        ("cp866", "Внимание"),
        ("cp866", "Вася и Вера"),
        ("koi8_r", "Завтра в девять"),
        ("cp1251", "Завтра в девять"),
        ("gb18030", "明天九点在办公室见面"),
    ],
)
def test_short_texts(codec: str, text: str) -> None:
    assert decode_text(text.encode(codec))[0] == text


def test_detection_is_not_misled_by_a_long_ascii_start() -> None:
    data = b"plain line\n" * 50_000 + HEBREW.encode("cp1255")
    assert decode_text(data)[0].endswith(HEBREW)


def test_ascii_takes_the_short_way() -> None:
    data = b"plain words " * 341
    with counted() as effort:
        for _ in range(2000):
            decode_text(data, "utf-8")
    assert effort.steps < 50_000


@given(
    st.binary(max_size=300),
    st.sampled_from([None, *(name for name, _ in SAMPLES), "x-mac-ce", "hz", "cp037", "nonsense"]),
)
def test_never_raises_and_never_gives_surrogates(data: bytes, name: str | None) -> None:
    text, trouble = decode_text(data, name)
    text.encode()
    assert trouble is None or render(trouble.message)


LOGICAL = "שלום לכולם\nהפגישה (מס 125) עם John Smith\nדברים חשובים"


@pytest.mark.parametrize(
    ("text", "logical"),
    [
        (LOGICAL, None),
        ("plain", None),
        ("םלוכל םולש\nJohn Smith םע (125 סמ) השיגפה\nםיבושח םירבד", LOGICAL),
        ("םולש\r\nםירבד\r\n", "שלום\r\nדברים\r\n"),
    ],
)
def test_visual_text_is_turned_line_by_line_with_numbers_and_latin_kept(text: str, logical: str | None) -> None:
    assert logical_order(text) == logical


VISUAL = ["הצעה חדשה", "הצעה 25 של Acme (חדש)"]


@pytest.mark.parametrize("text", VISUAL)
def test_iso_8859_8_is_in_visual_order_unless_its_letters_say_otherwise(text: str) -> None:
    drawn = text.replace("25", "52").replace("Acme", "emcA").replace("(", "<").replace(")", "(").replace("<", ")")[::-1]
    read, trouble = decode_text(drawn.encode("iso-8859-8"), "iso-8859-8")
    assert read == text and trouble is not None and "visual order" in render(trouble.message)
    assert decode_text(text.encode("iso-8859-8"), "iso-8859-8-i") == (text, None)
    assert decode_text(b"plain", "iso-8859-8") == ("plain", None)


def test_visual_order_in_html_turns_the_text_and_not_the_markup() -> None:
    line = '<p class="a">{}&nbsp;{}</p>\n<br>'
    drawn = line.format("חדשה"[::-1], "הצעה"[::-1])
    assert decode_text(drawn.encode("iso-8859-8"), "iso-8859-8")[0] == line.format("הצעה", "חדשה")


# Names of character sets as mails state them.


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


# Characters of vendors in the sets of Japan, China, Arabic and Hebrew, as mails hold them.

PLAN = "秘密計画"
KEPT = PLAN.encode("iso2022_jp")[3:-3]


def jis(*pairs: bytes) -> bytes:
    return b"\x1b$B" + b"".join(pairs) + b"\x1b(B"


@pytest.mark.parametrize(
    ("pair", "character"),
    [(b"-!", "①"), (b"-j", "㈱"), (b"-b", "№"), (b"y!", "纊"), (b"|q", "ⅰ"), (b"|~", "＂"), (b"-x", "∟")],
)
@pytest.mark.parametrize("name", ["iso-2022-jp", "ISO-2022-JP-MS", "cp50221", "us-ascii", "utf-8", None])
def test_rows_of_nec_and_ibm_in_iso_2022_jp(pair: bytes, character: str, name: str | None) -> None:
    assert decode_text(b"a " + jis(pair, KEPT), name)[0] == f"a {character}{PLAN}"


def test_what_no_standard_holds_is_counted_and_the_rest_is_read() -> None:
    text, trouble = decode_text(jis(KEPT, b"~~", KEPT), "iso-2022-jp")  # where telephones had their emoji
    assert text == f"{PLAN}\ufffd{PLAN}"
    assert trouble is not None and trouble.code == "damaged" and "1 character" in render(trouble.message)


@pytest.mark.parametrize("stray", [b"\xff", b"\x80"])
def test_a_stray_byte_doesnt_shift_what_follows(stray: bytes) -> None:
    inserted = jis(KEPT[:5] + stray + KEPT[5:], KEPT)
    assert decode_text(inserted, "iso-2022-jp")[0] == f"{PLAN[:2]}\ufffd{PLAN[2:]}{PLAN}"
    replaced = jis(KEPT[:5] + stray + KEPT[6:], KEPT)
    assert decode_text(replaced, "iso-2022-jp")[0] == f"{PLAN[:2]}\ufffd{PLAN[3:]}{PLAN}"


@pytest.mark.parametrize(
    ("data", "text"), [(b"\xad\xa1", "①"), (b"\xad\xea", "㈱"), (b"\xf9\xa1", "纊"), (b"\x8e\xb1", "ｱ")]
)
def test_rows_of_nec_and_ibm_in_euc_jp(data: bytes, text: str) -> None:
    plan = PLAN.encode("euc_jp")
    assert decode_text(plan + data + plan, "euc-jp") == (PLAN + text + PLAN, None)
    assert decode_text(plan * 3 + b"\xff" + plan, "euc-jp")[0] == PLAN * 3 + "\ufffd" + PLAN


QUOTED = "הוא אמר “שלום” לכולם – מחר"
LATIN_QUOTED = b"\x93x\x94 \x97"
OFFICE = "سيعقد اجتماع مشروع الصقر غدا في المكتب"


@pytest.mark.parametrize(
    ("data", "name", "text", "code"),
    [
        ("Grüße".encode(), "iso-8859-1", "Grüße", "charset-guessed"),
        ("联通".encode("gb18030"), "gb2312", "联通", None),  # its bytes happen to be UTF-8
        (b"\x93x\x94 \x80", "iso-8859-1", "“x” €", None),
        ("שלום לכולם".encode() + b" \x93x\x94", "utf-8", "שלום לכולם “x”", "charset-guessed"),
        (jis(b"-!", KEPT), "iso-2022-jp", f"①{PLAN}", None),
        (b"\x1b(I1\x1b$B-!\x1b(B.", "iso-2022-jp", "ｱ①.", None),
        (b"\x1b$B" + KEPT[:5] + b"\x1b(B plain", "iso-2022-jp", f"{PLAN[:2]}\ufffd plain", "damaged"),
        *(("价格".encode("gbk") + b" \x80 5", name, "价格 € 5", None) for name in ("gb2312", "gbk", "gb18030")),
        ("价格".encode("gbk") * 9 + b"\x81", "gbk", "价格" * 9 + "\ufffd", "damaged"),
        ("مرحبا ".encode("iso8859_6") + "“پ چ گ”،".encode("cp1256"), "iso-8859-6", "مرحبا “پ چ گ”،", None),
        (OFFICE.encode("cp1256"), "iso-8859-6", OFFICE, "charset-guessed"),
        *((QUOTED.encode("cp1255"), name, QUOTED, None) for name in ("iso-8859-8", "iso-8859-8-i", "logical")),
        (LATIN_QUOTED, "iso-8859-2", LATIN_QUOTED.decode("cp1250"), None),
        (LATIN_QUOTED, "iso-8859-5", LATIN_QUOTED.decode("cp1251"), None),
        (LATIN_QUOTED, "iso-8859-15", LATIN_QUOTED.decode("cp1252"), None),
    ],
)
def test_sets_are_read_as_writers_use_them(data: bytes, name: str, text: str, code: str | None) -> None:
    read, trouble = decode_text(data, name)
    assert (read, trouble and trouble.code) == (text, code)


def test_handlers_leave_other_errors_alone() -> None:
    for name in ("iso2022_jp", "euc_jp", "gbk"):
        with pytest.raises(UnicodeEncodeError):
            codecs.encode("é", "ascii", f"triage.{name}")


# Transfer encodings of mail: quoted-printable, base64, uuencode, damage in them, and uuencoded files in a text.


@pytest.mark.parametrize(
    ("data", "encoding", "plain"),
    [
        (b"caf=C3=A9 =\nnoir", "quoted-printable", "café noir".encode()),
        *(
            (b"quill=" + gap + b"\r\nback= x", "quoted-printable", b"quillback= x")
            for gap in (b" ", b"  ", b"\t ", b"   ")
        ),
        (b"abc=3D", "x-rot13", b"abc=3D"),
        (b"begin 644 a.txt\n" + binascii.b2a_uu(b"Falcon") + b"`\nend\n", "x-uuencode", b"Falcon"),
        (b"SGVs\r\nbG8*g d29y bGQ=", "base64", b"Hello world"),
        (base64.b64encode(b"one, ") + b"\n" + base64.b64encode(b"two") + b"\n", "base64", b"one, two"),
        (base64.b64encode(b"ab") + base64.b64encode(b"cd"), "base64", b"abcd"),
        (base64.b64encode(b"Hi") + b"\n____\nA list's footer.", "base64", b"Hi\n____\nA list's footer."),
        (b"SGk", "base64", b"Hi"),
    ],
)
def test_transfer_encodings(data: bytes, encoding: str, plain: bytes) -> None:
    assert decode_transfer(data, encoding) == (plain, None)


def test_a_cut_end_is_told() -> None:
    whole = base64.b64encode(b"Hello world, all")
    data, trouble = decode_base64(whole[:17])
    assert data == b"Hello world,"
    assert trouble is not None and trouble.code == "truncated"


def encoded(name: str, data: bytes, end: bytes = b"`\nend\n") -> bytes:
    lines = b"".join(binascii.b2a_uu(data[at : at + 45]) for at in range(0, len(data), 45))
    return f"begin 644 {name}\n".encode() + lines + end


def test_files_are_cut_out_of_the_text() -> None:
    data = bytes(range(256))
    text, found = cut_uuencoded(
        b"before\n" + encoded("a.bin", data) + b"between\n" + encoded("b.txt", b"hi") + b"after"
    )
    assert text == b"before\nbetween\nafter"
    assert found == [Child("a.bin", data), Child("b.txt", b"hi")]


def test_prose_that_begins_like_a_file_stays_text() -> None:
    text = b"begin 644 times a day\nand go on.\nend\n"
    assert cut_uuencoded(text) == (text, [])


def test_a_file_without_its_end_is_told() -> None:
    _, found = cut_uuencoded(encoded("a.txt", b"x" * 90, end=b""))
    assert [type(one) for one in found] == [Trouble, Child]
    assert isinstance(found[1], Child) and found[1].data == b"x" * 90
