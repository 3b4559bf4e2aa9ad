"""The window follows what another window or a command writes to its case, by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.model.team import Changes
from ui.case.deciding import CurrentTags
from ui.case.watch import CaseWatch
from ui.main_window import MainWindow

Find = Callable[[str], MainWindow]


@pytest.mark.nightly
def test_tags_of_another_writer_show_and_count_by_themselves(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    session = window.session
    no = session.current
    assert no is not None and session.results is not None
    with Case.open(case_path) as case:
        case.decisions.tag([no], "hot", "Kim", "key")
    qtbot.waitUntil(lambda: "hot" in session.tags_of(no))
    buttons = window.panels["Coding"].buttons  # type: ignore[attr-defined]
    assert buttons["hot"].isChecked()
    qtbot.waitUntil(lambda: session.status is not None and dict(session.status.tags).get("hot") == 1)


def test_a_seal_of_another_writer_closes_the_item(qtbot: QtBot, find: Find, case_path: Path) -> None:
    session = find("report").session
    no = session.current
    assert no is not None and not session.is_closed(no)
    with qtbot.waitSignal(session.seals_changed), Case.open(case_path) as case:
        case.decisions.tag([no], "customer-content", "Kim", "key")
    assert session.is_closed(no)


def test_what_is_written_while_the_window_opens_is_news(qtbot: QtBot, window: MainWindow, case_path: Path) -> None:
    def write() -> None:
        with Case.open(case_path) as case:
            case.decisions.tag(case.search.run("report").nos[:1], "customer-content", "Kim", "key")

    window.session.case_opened.connect(write)
    with qtbot.waitSignal(window.session.watch.decisions_read) as news:
        window.open_case(case_path)
    assert len(news.args[0].changed) == 1


@pytest.mark.nightly
def test_items_that_a_command_adds_come_into_the_list(
    qtbot: QtBot, find: Find, case_path: Path, tmp_path: Path
) -> None:
    session = find("report").session
    with Case.open(case_path) as case:
        records = Path(case.scope.policy.allow[0].path) / "levi"
    added = records / "added-later.eml"
    try:
        shutil.copy(next(records.glob("*.eml")), added)
        added.write_bytes(added.read_bytes().replace(b"\n\n", b"\n\nreport zanzibar ", 1))
        before = session.results
        assert before is not None
        with qtbot.waitSignal(session.results_changed), Case.open(case_path) as case:
            case.index()
        assert session.results is not None and session.results.text == before.text
        assert len(session.results.nos) == len(before.nos) + 1
    finally:
        added.unlink()


def _watched(
    qtbot: QtBot, *answers: Changes, writing: Callable[[], int] = lambda: 0
) -> tuple[CaseWatch, list[Changes]]:
    """Return a watch that is answered so, and what it passes on."""
    rest, passed = list(answers), list[Changes]()

    def ask(reader: str, work: object, done: Callable[[Changes], None], failed: object) -> None:
        if rest:
            done(rest.pop(0))

    watch = CaseWatch(ask, CurrentTags(), writing)
    watch.case_changed.connect(lambda: passed.append(watch._seen or Changes(0, 0)))
    return watch, passed


@pytest.mark.parametrize("action", ["view", "shown"])
def test_what_was_shown_changes_nothing(qtbot: QtBot, action: str) -> None:
    watch, passed = _watched(
        qtbot, Changes(1, 0), Changes(2, 0, frozenset((action,))), Changes(3, 0, frozenset(("tag",)))
    )
    watch.start()
    for _ in range(2):
        watch._look(1)
    assert [changes.audit for changes in passed] == [3]


def test_a_change_of_this_window_is_no_news(qtbot: QtBot) -> None:
    watch, passed = _watched(
        qtbot, Changes(1, 0), Changes(2, 1, frozenset(("tag",))), Changes(3, 2, frozenset(("tag",)))
    )
    watch.start()
    assert watch.pass_over((Changes(1, 0), "result", Changes(2, 1))) == "result"
    for _ in range(2):
        watch._look(1)
    assert [changes.audit for changes in passed] == [3]
    watch.pass_over((Changes(2, 1), "", Changes(4, 2)))  # somebody else wrote in between: that is still to be looked at
    assert watch._seen is not None and watch._seen.audit == 3


def test_a_step_that_is_read_before_the_window_is_told_of_it_is_no_news(qtbot: QtBot) -> None:
    written = Changes(2, 1, frozenset(("tag",)))
    unwritten = [0]
    watch, passed = _watched(qtbot, Changes(1, 0), written, written, written, writing=lambda: unwritten[0])
    watch.start()
    unwritten[0] = 1
    watch._look(1)
    unwritten[0] = 0
    watch.pass_over((Changes(1, 0), "", written))
    watch._look(1)
    assert not passed


def test_whoever_writes_on_and_on_still_sees_what_others_write(qtbot: QtBot) -> None:
    changes = [Changes(at, at, frozenset(("tag",))) for at in range(1, 5)]
    watch, passed = _watched(qtbot, Changes(0, 0), *changes, writing=lambda: 1)
    watch.start()
    for _ in changes:
        watch._look(1)
    assert [changes.audit for changes in passed] == [3]
