"""Character sets: declared, guessed, and corrected by the content."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from triage.messages import render
from triage.parsers.kit.charset import decode_text, logical_order

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
