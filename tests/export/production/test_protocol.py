"""The protocol: read from TOML, every value checked, and what is wrong with it said."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.errors import ExportError
from triage.export.production.protocol import Protocol, example, read

LEAST = 'name = "First"\nvolume = "VOL001"\nprefix = "ORR"\n'


def test_what_is_left_out_is_as_usual() -> None:
    assert read(LEAST) == Protocol("First", "VOL001", "ORR")
    made = read(LEAST + 'with = "thread"\ndigits = 5\nonly_new = true\n[withhold]\nprivileged = "Attorney-client"\n')
    assert (made.belonging, made.only_new, made.withhold) == ("thread", True, {"privileged": "Attorney-client"})
    assert made.number(42) == "ORR00042"


def test_example_and_documentation_have_each_key_with_its_usual_value() -> None:
    docs = (Path(__file__).parents[3] / "docs" / "production.md").read_text("utf-8")
    (written,) = re.findall(r"```toml\n(.*?)```", docs, re.DOTALL)
    shown = example(1).replace("Production 1", "First production")
    for text in (written, shown):
        assert {line.partition(" = ")[0] for line in text.splitlines() if " = " in line} >= {
            {"belonging": "with", "withhold": "privileged"}.get(one.name, one.name) for one in fields(Protocol)
        }
    assert read(written) == read(shown)


def test_a_number_has_as_many_digits_as_was_agreed_on() -> None:
    made = read(LEAST + "digits = 4")
    assert made.number(9999) == "ORR9999"
    with pytest.raises(ExportError, match="4 digits"):
        made.number(10_000)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "TOML"),
        ('name = "First"\nprefix = "A"', "volume"),
        (LEAST + 'colour = "red"', "colour"),
        (LEAST + "digits = true", "digits"),
        (LEAST + 'digits = "7"', "digits"),
        (LEAST + "digits = 3", "digits"),
        (LEAST + 'profile = "summation"', "profile"),
        (LEAST + 'query = " "', "query"),
        (LEAST + "[withhold]\nprivileged = 1", "withhold"),
        (LEAST + '[withhold]\nprivileged = ""', "withhold"),
        (LEAST + 'confidentiality = "a\\u0007"', "confidentiality"),
        (LEAST + 'images = "png"', "images"),
        (LEAST + f'endorsement = "{"x" * 61}"', "endorsement"),
        (LEAST + 'images = "tiff"\nconfidentiality = "חסוי"', "confidentiality or endorsement"),
        (LEAST + f'confidentiality = "{"x" * 61}"', "confidentiality"),
        (LEAST.replace("VOL001", "../VOL001"), "volume"),
        (LEAST.replace('"ORR"', '"1"'), "prefix"),
        (LEAST.replace('"ORR"', '"=A"'), "prefix"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(ExportError, match=said):
        read(text)


@given(st.text(max_size=60))
def test_any_text_is_a_protocol_or_refused(text: str) -> None:
    with pytest.raises(ExportError):
        read(text)
