"""Tests of triage.insight.people.headers: what a header names somebody by."""

from __future__ import annotations

import pytest

from tests.insight.people.messages import message
from triage.insight.people.headers import name_key, party, recipients


@pytest.mark.parametrize(
    ("written", "key", "name"),
    [
        ("Dana Levi <Dana.Levi@Orrin.example>", "dana.levi@orrin.example", "Dana Levi"),
        ("dana+news@orrin.example", "dana@orrin.example", ""),
        ("'Omar Said' <omar@orrin.example>", "omar@orrin.example", "Omar Said"),
        ("dana@orrin.example", "dana@orrin.example", ""),
        ("Levi, Dana", "dana levi", "Levi, Dana"),
        ("לוי, דנה <dana@orrin.example>", "dana@orrin.example", "לוי, דנה"),
        ("לוי, דנה", "דנה לוי", "לוי, דנה"),
        ("Levi, Dana </O=ORRIN/OU=NA/CN=RECIPIENTS/CN=DLEVI>", "/o=orrin/ou=na/cn=recipients/cn=dlevi", "Levi, Dana"),
        ("/o=orrin/ou=na/cn=recipients/cn=dlevi@orrin.example", "/o=orrin/ou=na/cn=recipients/cn=dlevi", ""),
        ("IMCEAEX-_O=ORRIN_OU=Head+20Office_CN=DLEVI@orrin.example", "/o=orrin/ou=head office/cn=dlevi", ""),
        ("a@orrin.example, b@orrin.example", "a@orrin.example", ""),
        ("", "", ""),
        (" - ", "", "-"),
    ],
)
def test_a_header_names_somebody_by_address_exchange_name_or_name(written: str, key: str, name: str) -> None:
    assert party(written) == (key, name)


def test_the_order_of_a_name_and_what_stands_aside_tell_nothing() -> None:
    names = ("Dana Levi", "Levi, Dana", "LEVI Dana (External)", "Dana K. Levi", "Dana Levi/NA/Orrin@ORRIN")
    assert {name_key(name) for name in names} == {"dana levi"}
    assert name_key("José Núñez") == "jose nunez" and name_key("D. L.") == ""


def test_recipients_are_of_all_kinds() -> None:
    assert recipients(message(1, to=("a@b.example", "C"))) == ["a@b.example", "C"]
