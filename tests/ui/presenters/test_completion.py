"""What is being typed at the cursor, and what completes it."""

from __future__ import annotations

import pytest

from ui.presenters import completion


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
    assert completion.begun(before) == begun
    assert completion.field_of(begun) == field


def test_what_begins_so_comes_first_and_what_is_whole_needs_nothing() -> None:
    known = ['custodian:"Dana Levi"', "custodian:levi", "custodian:said"]
    assert completion.fitting("custodian:LE", known) == ["custodian:levi", 'custodian:"Dana Levi"']
    assert completion.fitting('custodian:"dana l', known) == ['custodian:"Dana Levi"']
    assert completion.fitting("custodian:", known) == known
    assert completion.fitting("custodian:levi", known) == []
    assert completion.fitting("su", ["subject:", "is:"]) == ["subject:"]
