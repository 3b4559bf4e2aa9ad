"""What is being typed at the cursor, and what completes it."""

from __future__ import annotations

import pytest

from ui.presenters import filters


@pytest.mark.parametrize(
    ("before", "begun", "field"),
    [
        ("su", "su", ""),
        ("heron AND (cust", "cust", ""),
        ("חשבונית NOT tag:", "tag:", "tag"),
        ('custodian:"Shared dr', 'custodian:"Shared dr', "custodian"),
        ("from:(TAG:ho", "TAG:ho", "tag"),
        ("s", "", ""),
        ("heron ", "", ""),
        ('"a phrase with tag:', "", ""),
        ("tag:hot ", "", ""),
        ("w/3", "", ""),
    ],
)
def test_a_field_or_its_value_is_begun_at_the_start_of_a_word(before: str, begun: str, field: str) -> None:
    assert filters.piece_typed(before) == begun
    assert filters.field_of(begun) == field


def test_what_begins_so_comes_first_and_what_is_whole_needs_nothing() -> None:
    known = ['custodian:"Dana Levi"', "custodian:levi", "custodian:said"]
    assert filters.fitting("custodian:LE", known) == ["custodian:levi", 'custodian:"Dana Levi"']
    assert filters.fitting('custodian:"dana l', known) == ['custodian:"Dana Levi"']
    assert filters.fitting("custodian:", known) == known
    assert filters.fitting("custodian:levi", known) == []
    assert filters.fitting("su", ["subject:", "is:"]) == ["subject:"]
