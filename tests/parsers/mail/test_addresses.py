"""Address lists, also long and hostile ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from triage.parsers.mail.headers import person, persons


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


def test_no_name_is_said_twice() -> None:
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
