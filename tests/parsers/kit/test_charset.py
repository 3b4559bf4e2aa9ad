"""Character sets: declared, guessed, and corrected by the content."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from triage.messages import render
from triage.parsers.kit.charset import codec_for, decode_text, logical_order, page_of_language

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


def test_utf8_under_a_wrong_single_byte_name_is_read_as_utf8() -> None:
    text, trouble = decode_text("Grüße".encode(), "iso-8859-1")
    assert text == "Grüße"
    assert trouble is not None and trouble.code == "charset-guessed"


def test_multibyte_text_that_happens_to_be_utf8_is_read_as_declared() -> None:
    assert decode_text("联通".encode("gb18030"), "gb2312")[0] == "联通"


def test_latin1_is_windows_1252() -> None:
    assert decode_text(b"\x93x\x94 \x80", "iso-8859-1") == ("“x” €", None)


def test_stray_bytes_in_utf8_are_kept_as_windows_1252() -> None:
    text, trouble = decode_text("שלום לכולם".encode() + b" \x93x\x94", "utf-8")
    assert text == "שלום לכולם “x”"
    assert trouble is not None and trouble.code == "charset-guessed"


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


def test_logical_text_is_left_alone() -> None:
    assert logical_order(LOGICAL) is None
    assert logical_order("plain") is None


def test_visual_text_is_turned_line_by_line_with_numbers_and_latin_kept() -> None:
    visual = "םלוכל םולש\nJohn Smith םע (125 סמ) השיגפה\nםיבושח םירבד"
    assert logical_order(visual) == LOGICAL


def test_line_ends_stay() -> None:
    assert logical_order("םולש\r\nםירבד\r\n") == "שלום\r\nדברים\r\n"


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


def test_iso_2022_jp_needs_no_problem_where_all_is_read() -> None:
    assert decode_text(jis(b"-!", KEPT), "iso-2022-jp") == (f"①{PLAN}", None)


def test_half_width_katakana_beside_a_vendors_character() -> None:
    assert decode_text(b"\x1b(I1\x1b$B-!\x1b(B.", "iso-2022-jp")[0] == "ｱ①."


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


def test_a_run_that_breaks_off_ends_at_its_escape_sequence() -> None:
    assert decode_text(b"\x1b$B" + KEPT[:5] + b"\x1b(B plain", "iso-2022-jp")[0] == f"{PLAN[:2]}\ufffd plain"


@pytest.mark.parametrize(
    ("data", "text"), [(b"\xad\xa1", "①"), (b"\xad\xea", "㈱"), (b"\xf9\xa1", "纊"), (b"\x8e\xb1", "ｱ")]
)
def test_rows_of_nec_and_ibm_in_euc_jp(data: bytes, text: str) -> None:
    plan = PLAN.encode("euc_jp")
    assert decode_text(plan + data + plan, "euc-jp") == (PLAN + text + PLAN, None)
    assert decode_text(plan * 3 + b"\xff" + plan, "euc-jp")[0] == PLAN * 3 + "\ufffd" + PLAN


@pytest.mark.parametrize("name", ["gb2312", "gbk", "gb18030"])
def test_0x80_of_gbk_is_the_euro_sign(name: str) -> None:
    assert decode_text("价格".encode("gbk") + b" \x80 5", name) == ("价格 € 5", None)


def test_gbk_without_an_end_is_counted() -> None:
    text, trouble = decode_text("价格".encode("gbk") * 9 + b"\x81", "gbk")
    assert text == "价格" * 9 + "\ufffd" and trouble is not None


def test_iso_8859_6_with_letters_of_windows() -> None:
    data = "مرحبا ".encode("iso8859_6") + "“پ چ گ”،".encode("cp1256")
    assert decode_text(data, "iso-8859-6") == ("مرحبا “پ چ گ”،", None)


def test_windows_1256_declared_as_iso_8859_6() -> None:
    text, trouble = decode_text("سيعقد اجتماع مشروع الصقر غدا في المكتب".encode("cp1256"), "iso-8859-6")
    assert text == "سيعقد اجتماع مشروع الصقر غدا في المكتب"
    assert trouble is not None and trouble.code == "charset-guessed"


@pytest.mark.parametrize("name", ["iso-8859-8", "iso-8859-8-i", "logical"])
def test_iso_8859_8_with_quotes_of_windows(name: str) -> None:
    text = "הוא אמר “שלום” לכולם – מחר"
    assert decode_text(text.encode("cp1255"), name) == (text, None)


def test_other_sets_have_the_quotes_of_windows_too() -> None:
    for name, page in (("iso-8859-2", "cp1250"), ("iso-8859-5", "cp1251"), ("iso-8859-15", "cp1252")):
        assert decode_text(b"\x93x\x94 \x97", name) == (b"\x93x\x94 \x97".decode(page), None)


def test_handlers_leave_other_errors_alone() -> None:
    for name in ("iso2022_jp", "euc_jp", "gbk"):
        with pytest.raises(UnicodeEncodeError):
            codecs.encode("é", "ascii", f"triage.{name}")
