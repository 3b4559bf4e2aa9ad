"""Addresses whose domains are written in two forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.parsers.mail.domains import other_forms


@pytest.mark.parametrize(
    ("person", "others"),
    [
        ("Ann <ann@xn--mnchen-3ya.example>", ["ann@münchen.example"]),
        ("ann@XN--MNCHEN-3YA.example", ["ann@münchen.example"]),
        ("Ann <ann@münchen.example>", ["ann@xn--mnchen-3ya.example"]),
        ("Jürgen <j@plain.example>", []),
        ("xn--mnchen-3ya", []),
        ("a@xn--zz.example", []),
        (f"a@{'ü' * 300}.example", []),
        ("é", []),
    ],
)
def test_each_domain_has_its_other_form(person: str, others: list[str]) -> None:
    assert other_forms([person, person]) == others


def test_an_address_is_found_in_either_form(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.eml": mail("Tea", "x", sender="Ann <ann@xn--mnchen-3ya.example>"),
        "b.eml": mail("Tea", "y", sender="Ann <ann@münchen.example>"),
        "c.eml": mail("Tea", "z", sender="Ann <ann@elsewhere.example>"),
    }
    with case_of(tmp_path, files) as case:
        for query in ("ann@münchen.example", "ann@xn--mnchen-3ya.example", "münchen"):
            assert case.search.run(query).total == 2, query
