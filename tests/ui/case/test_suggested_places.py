"""Which items before one in the suggested order nobody has looked at."""

from __future__ import annotations

from triage.model.items import ItemNo
from ui.case.suggested_places import SuggestedPlaces

NOS = [ItemNo(n) for n in (7, 3, 9, 4, 1)]


def test_items_that_were_neither_shown_nor_decided_on_are_skipped() -> None:
    places = SuggestedPlaces()
    assert places.show(ItemNo(9)) is None, "in another order there are no places"
    places.take(NOS, {ItemNo(3)}, "rotor")
    assert places.show(ItemNo(1)) == (5, 2, "rotor", 9), "7 and 4 are skipped: 3 was decided on, 9 was shown"
    assert places.show(ItemNo(7)) == (1, 0, "rotor", 9)
    places.decide([ItemNo(4), ItemNo(500)])
    assert places.show(ItemNo(1)) == (5, 0, "rotor", 9)


def test_another_ranking_knows_what_was_shown_and_another_list_has_no_places() -> None:
    places = SuggestedPlaces()
    places.take(NOS, (), "")
    assert places.show(ItemNo(7)) == (1, 0, "", 9)
    places.take(NOS[::-1], (), "")
    assert places.show(ItemNo(7)) == (5, 4, "", 9)
    places.leave()
    assert places.show(ItemNo(7)) is None
    places.forget()
    places.take(NOS, (), "")
    assert places.show(ItemNo(3)) == (2, 1, "", 9), "of another case nothing is known"
