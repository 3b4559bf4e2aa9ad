"""Characters of vendors in the sets of Japan, China, Arabic and Hebrew, as mails hold them."""

from __future__ import annotations

import codecs

import pytest

from triage.messages import render
from triage.parsers.kit.charset import decode_text

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
