"""Parameters of header fields, continued and encoded ones too."""

from __future__ import annotations

import pytest

from tests.effort import counted
from triage.parsers.mail.parameters import read_value


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


def test_the_main_value_is_in_lower_case() -> None:
    assert read_value("Text/PLAIN; a=b")[0] == "text/plain"
    assert read_value("charset=utf-8")[0] == ""


def test_twenty_thousand_parameters_take_linear_time() -> None:
    with counted() as effort:
        whole = read_value("x/y; " + "; ".join(f"p*{n}*=x" for n in range(20_000)))
        assert len(whole[1]["p"]) == 20_000
    assert effort.steps < 1_500_000
