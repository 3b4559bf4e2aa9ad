"""The same review by keys in the window and by the command line: the same tags, seals and the same export."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.cli import main
from ui.dialogs.tagging import BulkDialog
from ui.main_window import MainWindow

Find = Callable[[str], MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _exported(case: Path, target: Path) -> tuple[list[dict[str, str]], dict[str, bytes]]:
    """Export all with the command line; return the table without times, and the files by name."""
    assert main(["export", str(case), str(target), "--query", "*", "--reviewer", "Rae"]) == 0
    table = target / "findings.csv"
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    timed = [name for name in rows[0] if any(word in name.lower() for word in ("decision", "note", "missing", "why"))]
    for row in rows:
        for name in timed:
            del row[name]
    files = {p.relative_to(target).as_posix(): p.read_bytes() for p in sorted(target.rglob("natives/*"))}
    return rows, files


@pytest.mark.nightly
def test_window_and_command_line_come_to_the_same(qtbot: QtBot, find: Find, case_path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(case_path, tmp_path / "other"))
    window = find("report")
    session, keys = window.session, window.panels["Results"].readers()[0]
    keys.setFocus()
    coded = []
    for key in (Qt.Key.Key_R, Qt.Key.Key_I, Qt.Key.Key_H, Qt.Key.Key_U):
        assert session.current is not None
        coded.append(session.current)
        qtbot.keyClick(keys, key)
        qtbot.keyClick(keys, Qt.Key.Key_Right, CTRL)
    find("heron")
    keys.setFocus()
    with qtbot.waitSignal(session.seals_changed):
        qtbot.keyClick(keys, Qt.Key.Key_C)
    sealed = session.current
    find('subject:"with attachments"')
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL | SHIFT)
    dialog = window.dialog
    assert isinstance(dialog, BulkDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(session.saved_at):
        dialog.go.click()
    qtbot.waitUntil(lambda: session.jobs is not None and not session.jobs.unwritten)
    with Case.open(case_path) as case:
        ids = [row.id for row in case.search.rows(coded)]
        assert sealed is not None
        (hidden,) = (row.id for row in case.search.rows([sealed]))
        mail = case.search.rows(case.search.run('subject:"with attachments"').nos)[0].id
    by = ["--reviewer", "Dana Levi"]
    for tag, one in zip(("relevant", "not-relevant", "hot", "unsure"), ids, strict=True):
        assert main(["tag", str(other), tag, one, *by]) == 0
    assert main(["seal", str(other), hidden, "--reason", "customer content", *by]) == 0
    assert main(["tag", str(other), "relevant", mail, "--with", "family", *by]) == 0
    assert main(["verify", str(case_path)]) == main(["verify", str(other)]) == 0
    ours, theirs = _exported(case_path, tmp_path / "one"), _exported(other, tmp_path / "two")
    assert ours == theirs
    assert len(ours[0]) > 30 and sum("customer-content" in str(row) for row in ours[0]) == 2
