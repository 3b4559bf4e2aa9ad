"""Header blocks: folding, encoded words, stray lines, bytes of no character set, and parameters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from triage.parsers.mail.headers import (
    HeaderLines,
    decoded,
    is_raw,
    person,
    persons,
    read_block,
    read_value,
    uncommented,
    unfold,
)


def block(data: bytes) -> tuple[list[tuple[str, str]], bytes]:
    found = read_block(data, 0, len(data))
    return [(name.strip(), unfold(value)) for name, value in found.pairs], data[found.body :]


ENVELOPE = "From a@b Thu Jan  1 00:00:00 2024"


@pytest.mark.parametrize(
    ("data", "pairs", "body"),
    [
        (b"A: 1\r\nB: 2\r\n\r\nbody", [("A", "1"), ("B", "2")], b"body"),
        (b"To: a,\n\tb,\n  c\n\nx", [("To", "a, b, c")], b"x"),
        (b"\nTo: a", [], b"To: a"),
        (b"To: a\nCc: b", [("To", "a"), ("Cc", "b")], b""),
        (f"{ENVELOPE}\nTo: a\n\n".encode(), [("", ENVELOPE), ("To", "a")], b""),
        (b"To: a\nnot a header\nmore\n\nrest", [("To", "a")], b"not a header\nmore\n\nrest"),
        (b"To: Ada\n__ <ada@x>\nSubject: x\n\nbody", [("To", "Ada __ <ada@x>"), ("Subject", "x")], b"body"),
        (b"Subject : x\n\n", [("Subject", "x")], b""),
        (b"Sub\0ject: x\nTo\0\0: a\n\nbody", [("Subject", "x"), ("To", "a")], b"body"),
        (b"A: 1\rB: 2\r\rbody", [("A", "1"), ("B", "2")], b"body"),
    ],
)
def test_blocks(data: bytes, pairs: list[tuple[str, str]], body: bytes) -> None:
    assert block(data) == (pairs, body)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("=?utf-8?B?16nXnNeV150=?=", "שלום"),
        ("=?iso-8859-1?Q?caf=E9_noir?=", "café noir"),
        ("=?utf-8?B?16k=?= =?utf-8?B?15w=?=", "של"),
        ("=?utf-8?Q?=D7?= =?utf-8?Q?=A9?=", "ש"),
        ("Re: =?utf-8?Q?a?= and =?utf-8?Q?b?=", "Re: a and b"),
        ("=?iso-8859-8-i?B?+ezl7Q==?=", "שלום"),
        ("=?unknown-8bit?Q?abc?=", "abc"),
        ("=?utf-8?B?!!!?=", ""),
        ("=?utf-8?Q?never ends", "=?utf-8?Q?never ends"),
        ("=?utf-8*en?Q?tagged?=", "tagged"),
        ("=?utf-8?Q?a?b=3F?=", "a?b?"),
        ("=?utf-8?Q??= =?utf-8?Q?a?= b ?=", "a b ?="),
        ("=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?=\t=?utf-8?B?fails", "aé\t=?utf-8?B?fails"),
        ("\x1b$BHkL)7W2h\x1b(B (plan)", "秘密計画 (plan)"),
    ],
)
def test_encoded_words(raw: str, text: str) -> None:
    assert decoded(raw) == text


@pytest.mark.parametrize(("piece", "end"), [("=?a?q?", ""), ("=?a?q", "?="), ("=?a?q?x?", "?=")])
def test_words_that_never_end_take_no_longer_each(piece: str, end: str) -> None:
    raw = piece * 100_000 + end
    with counted() as effort:
        decoded(raw)
    assert effort.steps < 4_000_000


def test_bytes_of_no_character_set_are_guessed_and_said_so() -> None:
    raw = b"Sch\xf6ne Gr\xfc\xdfe aus M\xfcnchen".decode("utf-8", "surrogateescape")
    assert decoded(raw) == "Schöne Grüße aus München"
    assert is_raw(raw)
    assert not is_raw("Grüße")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_loss_of_the_body(data: bytes) -> None:
    found = read_block(data, 0, len(data))
    assert 0 <= found.body <= len(data)
    for _, value in found.pairs:
        decoded(unfold(value)).encode()


@pytest.mark.parametrize(
    ("value", "name", "text"),
    [
        ('attachment; filename="a b.txt"', "filename", "a b.txt"),
        ("attachment; filename=a b.txt", "filename", "a b.txt"),
        ("attachment; filename*=utf-8'en'%D7%A9.txt", "filename", "ש.txt"),
        ("attachment; filename*0*=utf-8''%D7; filename*1*=%A9; filename*2=.txt", "filename", "ש.txt"),
        ('attachment; filename*0="long "; filename*1="name"', "filename", "long name"),
        ('attachment; filename="=?utf-8?Q?=D7=A9.txt?="', "filename", "ש.txt"),
        ('attachment; filename="say \\"x\\".txt"', "filename", 'say "x".txt'),
        ('attachment; filename="C:\\temp\\x.txt"', "filename", "C:\\temp\\x.txt"),
        ('attachment; filename="never closes.txt', "filename", "never closes.txt"),
        ("text/plain; charset=utf-8 format=flowed", "charset", "utf-8"),
        ("text/plain; CHARSET=UTF-8", "charset", "UTF-8"),
        ("attachment filename=x.txt", "filename", "x.txt"),
    ],
)
def test_parameters(value: str, name: str, text: str) -> None:
    assert read_value(value)[1][name] == text


def test_comments_and_blanks_in_a_value_mean_nothing() -> None:
    assert read_value("(a) text (b) / (c)plain (d); charset=(e)utf-8 (f)") == ("text/plain", {"charset": "utf-8"})
    assert read_value('attachment; filename="x / y"')[1] == {"filename": "x / y"}
    assert read_value("multipart/mixed; boundary=a(b)c")[1] == {"boundary": "a(b)c"}
    assert (read_value("Text/PLAIN; a=b")[0], read_value("charset=utf-8")[0]) == ("text/plain", "")


def test_comments_in_each_other_take_no_longer_than_their_length() -> None:
    assert uncommented("8bit (a (b) c)") == "8bit"
    with counted() as effort:
        uncommented("(" * 20_000 + ")" * 20_000)
    assert effort.steps < 1_000


def test_twenty_thousand_parameters_take_linear_time() -> None:
    with counted() as effort:
        whole = read_value("x/y; " + "; ".join(f"p*{n}*=x" for n in range(20_000)))
        assert len(whole[1]["p"]) == 20_000
    assert effort.steps < 1_500_000


SIGNED = "DKIM-Signature DomainKey-Signature X-Google-DKIM-Signature ARC-Seal ARC-Message-Signature"
SIGNED += " ARC-Authentication-Results"


def test_signatures_are_searched_by_name_only_and_no_other_field_of_a_check() -> None:
    lines = HeaderLines()
    others = ["Authentication-Results", "Received-SPF", "X-Signature", "X-DKIM-Result"]
    for name in (*SIGNED.split(), *others):
        lines.put(name.lower(), name, "b=qq/yak/7")
    texts = {segment.origin: segment.text for segment in lines.segments()}
    assert texts == {
        "transport": "\n".join(f"{name}: b=qq/yak/7" for name in SIGNED.split()),
        "headers": "\n".join(f"{name}: b=qq/yak/7" for name in others),
    }


# Address lists, also long and hostile ones.


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("a@x.example, b@x.example", ["a@x.example", "b@x.example"]),
        ("Ada Lark <a@x.example>", ["Ada Lark <a@x.example>"]),
        ('"Lark, Ada" <a@x.example>, b@x.example', ["Lark, Ada <a@x.example>", "b@x.example"]),
        ('"Ada \\"A\\" Lark" <a@x.example>', ['Ada "A" Lark <a@x.example>']),
        ("a@x.example (Ada Lark)", ["Ada Lark <a@x.example>"]),
        ("=?utf-8?Q?Ad=C3=A4,_L?= <a@x.example>", ["Adä, L <a@x.example>"]),
        ("Team: a@x.example, b@x.example;", ["Team", "a@x.example", "b@x.example"]),
        ("undisclosed-recipients:;", ["undisclosed-recipients"]),
        ("unlisted-recipients:; (no To-header on input)", ["unlisted-recipients (no To-header on input)"]),
        ("Team(hers): a@x.example; (the end), b@x.example", ["Team (hers) (the end)", "a@x.example", "b@x.example"]),
        ("a@x.example; (Ben)", ["a@x.example", "Ben"]),
        ("a@x.example; b@x.example", ["a@x.example", "b@x.example"]),
        ("<@r.example,@s.example:a@x.example>", ["a@x.example"]),
        ("Ada <a@x.example, Ben <b@x.example>", ["Ada <a@x.example>", "Ben <b@x.example>"]),
        ('"ada lark"@x.example', ['"ada lark"@x.example']),
        ("mailto:a@x.example", ["a@x.example"]),
        ("Ada (never closes <a@x.example>", ["Ada (never closes <a@x.example>"]),
        ('Ada " <a@x.example>', ["Ada <a@x.example>"]),
        ("<a@x.example> <b@x.example>", ["a@x.example", "b@x.example"]),
        ("Ada Lark", ["Ada Lark"]),
        ("Ada <a@x(the old one).  example>", ["Ada (the old one) <a@x.example>"]),
        ("Ada Lark <a @ x . example>", ["Ada Lark <a@x.example>"]),
        ("a@x  . example, Ada", ["a@x.example", "Ada"]),
        ("Ada(of Kite \\) team) <a(hers)@x.example(there)>", ["Ada (of Kite ) team hers there) <a@x.example>"]),
        ("<Saved by Mozilla 5.0 (Windows; en-US)>", ["Saved by Mozilla 5.0 (Windows; en-US)"]),
        ("see a@x.example. Thanks", ["see a@x.example. Thanks"]),
        ("", []),
    ],
)
def test_lists(value: str, found: list[str]) -> None:
    assert persons(value) == found


def test_no_name_is_repeated() -> None:
    assert person("a@x.example", "a@x.example") == "a@x.example"
    assert person("Ada <a@x.example>", "a@x.example") == "Ada <a@x.example>"


@pytest.mark.nightly
def test_twenty_thousand_recipients_and_none_is_lost() -> None:
    value = ", ".join(f'"Name, {n}" <u{n}@x.example>' for n in range(20_000))
    with counted() as effort:
        found = persons(value)
        assert (len(found), found[-1]) == (20_000, "Name, 19999 <u19999@x.example>")
    assert effort.steps < 8_000_000


@pytest.mark.parametrize("junk", ["(" * 50_000, '"\\' * 50_000, "<" * 50_000, "<a," * 20_000, "=?a?q?" * 20_000])
def test_hostile_lists_take_linear_time(junk: str) -> None:
    with counted() as effort:
        persons(junk)
    assert effort.steps < 60 * len(junk)


@given(st.text(max_size=200))
def test_any_text_is_read(value: str) -> None:
    assert all(persons(value)) or not persons(value)
