"""The reading order in the panel Suggestions: what it was learned from, how far it has come, why an item is there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from triage.insight.order.nouns import Explanation
from triage.model.items import ItemNo
from triage.model.reports import ReviewCurve
from ui.i18n.formatting import strip_isolates
from ui.main_window import MainWindow
from ui.suggestions.order import OrderView, progress, reasons


@pytest.fixture
def view(qtbot: QtBot, opened: MainWindow) -> OrderView:
    """The view, in sight, of a window that has come to rest: one that comes to the front late counts as a press."""
    opened.run("Reading order")
    settle(qtbot, opened, opened.session.jobs)
    panel = opened.panels["Suggestions"]
    found: OrderView = next(one for one in panel.views if isinstance(one, OrderView))  # type: ignore[attr-defined]
    assert found.in_sight and found.empty.isVisible()
    return found


@pytest.mark.nightly
def test_it_says_why_the_item_at_hand_is_where_it_is(qtbot: QtBot, view: OrderView) -> None:
    with Case.open(view.session.path) as case:  # type: ignore[arg-type]
        nos = case.search.run("heron").nos
        case.decisions.tag(nos, "relevant", "Dana", "key")
    settle(qtbot, view.window(), view.session.jobs)
    with qtbot.waitSignal(view.session.list_ranked):
        view.empty.button.click()
    view.session.visit(nos[0])
    qtbot.waitUntil(lambda: "heron" in view.why.text())
    assert "Listed higher for" in view.why.text() and "learned from 4 relevant items" in view.learned.text()
    assert "Read: " in view.progress.text() and "Nothing can be said about recall" in view.progress.text()
    assert view.session.results is not None
    view.session.visit(next(no for no in view.session.results.nos if no not in nos))
    qtbot.waitUntil(lambda: "heron" not in view.why.text())
    view.end.click()
    qtbot.waitUntil(view.empty.isVisible)


def test_recall_is_said_with_what_it_rests_on() -> None:
    curve = ReviewCurve(
        1_000, 400, 30, 250, (), 0.95, 0.95, p=0.012, low=0.961, high=1.0, enough=True, read=410, coded=7
    )
    text = "\n".join(progress(curve))
    assert (
        "Read: 410 of 1,000 items, copies counted once; 400 of them" in text
        and "Coded: 7 more" in text
        and "most likely reached (p = 0.012)" in text
        and "96.10%" in text
    )


def test_an_item_without_known_words_has_no_reasons() -> None:
    assert reasons(Explanation(ItemNo(1), "a", None, (), ())) == ["Nothing is known of this item's words."]  # type: ignore[arg-type]
    both = Explanation(ItemNo(1), "a", 0.5, (("heron", 1.0),), (("lunch", -1.0),))  # type: ignore[arg-type]
    assert strip_isolates("\n".join(reasons(both))) == "Listed higher for: heron\nListed lower for: lunch"
