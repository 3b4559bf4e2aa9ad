"""Tests of what the items shown carry: a decision shows at once, and what is read doesn't overwrite it."""

from __future__ import annotations

from triage.model.items import ItemId, ItemNo, Receipt, Row
from ui.case.deciding import MANY, CurrentTags

ITEM, OTHER = ItemNo(1), ItemNo(2)


def _row(no: ItemNo, *tags: str, sealed: bool = False) -> Row:
    return Row(no, ItemId("0"), "", "", "", "", "", "", 0, "", 0, None, "fully", tags, sealed)


def test_a_row_read_meanwhile_does_not_overwrite_a_decision_on_its_way() -> None:
    current = CurrentTags()
    current.learn([_row(ITEM), _row(OTHER)])
    assert current.begin([ITEM], "hot", True) == {ITEM}
    current.learn([_row(ITEM), _row(OTHER, "unsure")])
    assert (current.of(ITEM), current.of(OTHER)) == (("hot",), ("unsure",))
    current.finish([ITEM])
    current.learn([_row(ITEM)])
    assert current.of(ITEM) == ()


def test_only_saved_items_are_forgotten() -> None:
    current = CurrentTags()
    current.learn([_row(ITEM, "hot"), _row(OTHER, "hot")])
    current.begin([ITEM], "unsure", True)
    current.forget_saved(None)
    assert current.known([ITEM, OTHER]) == [ITEM]
    current.learn([_row(OTHER, "hot")])
    current.forget_saved(OTHER)
    assert current.of(OTHER) == ("hot",), "a key takes the tag off at once, before the row is read again"


def test_an_item_closes_as_soon_as_its_seal_is_decided() -> None:
    current = CurrentTags()
    current.begin([ITEM], "customer-content", True)
    assert current.is_closed(ITEM) and not current.is_sealed(ITEM)
    current.learn([_row(OTHER, sealed=True)])
    assert current.is_sealed(OTHER)
    assert current.turn(Receipt(1, "unseal", "", (OTHER,), 0)) == {OTHER}
    assert not current.is_closed(OTHER)


def test_steps_over_many_items_show_once_they_are_written() -> None:
    nos = [ItemNo(n) for n in range(MANY + 1)]
    current = CurrentTags()
    assert current.begin(nos, "hot", True) == frozenset()
    assert current.of(ITEM) == ()


def test_whoever_reads_a_row_first_is_told_that_a_seal_came_or_went() -> None:
    current = CurrentTags()
    assert current.learn([_row(ITEM), _row(OTHER, sealed=True)]) == frozenset(), "nothing was known of them"
    current.forget_saved(None)
    assert current.learn([_row(ITEM, sealed=True), _row(OTHER)]) == {ITEM, OTHER}
    assert current.learn([_row(ITEM, sealed=True), _row(OTHER)]) == frozenset()
    current.clear()
    assert current.learn([_row(ITEM)]) == frozenset()
