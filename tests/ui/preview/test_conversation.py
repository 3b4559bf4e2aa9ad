"""The conversation as one text: order, missing and sealed messages, dimmed quotations, hits, what goes on record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.records import case_of, mail
from tests.ui.preview.conftest import Look
from triage.case import Case
from ui import theme
from ui.panels.preview import Preview
from ui.preview.plain_text import ConversationView

QUOTE = "On Tue, 2 May 2023 Dana Levi wrote:\n> Petrel lines\n> two\n> three\n"


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """Four messages of one conversation, of which a fifth is missing, and one of none."""
    more = {
        2: "In-Reply-To: <1@o.example>\nReferences: <1@o.example>\n",
        4: "In-Reply-To: <3@o.example>\nReferences: <1@o.example> <2@o.example> <3@o.example>\n",
        5: "In-Reply-To: <4@o.example>\nReferences: <1@o.example> <2@o.example> <3@o.example> <4@o.example>\n",
    }
    bodies = {1: "Petrel lines\ntwo\nthree\n", 2: f"Second petrel\n\n{QUOTE}", 4: "Fourth\n", 5: "Fifth petrel\n"}
    files: dict[str, bytes | str] = {}
    for n, body in bodies.items():
        date, ident = f"Tue, {n:02d} May 2023 10:00:00 +0000", f"<{n}@o.example>"
        files[f"dana/{n}.eml"] = mail(f"Birds {n}", body, message_id=ident, more=more.get(n, ""), date=date)
    files["dana/alone.eml"] = mail("Alone", "gannet\n", message_id="<a@o.example>")
    with case_of(tmp_path, files) as case:
        case.decisions.tag(case.search.run('subject:"birds 4"').nos, "customer-content", "Dana Levi", "key")
    return tmp_path / "case"


def shown_ids(case: Path) -> set[str]:
    found = set()
    for log in case.rglob("*.jsonl"):
        lines = map(json.loads, log.read_text("utf-8").splitlines())
        found |= {str(line["item"]) for line in lines if line.get("e") == "text"}
    return found


@pytest.fixture
def preview(qtbot: QtBot, look: Look) -> Preview:
    made = look("petrel subject:5", 6)
    assert isinstance(made.view, ConversationView)
    view = made.view
    qtbot.waitUntil(lambda: view.conversation is not None)
    return made


@pytest.mark.nightly
def test_all_messages_stand_in_order(qtbot: QtBot, preview: Preview, case_path: Path) -> None:
    view = preview.view
    assert isinstance(view, ConversationView)
    text = view.reader.toPlainText()
    wanted = ("Petrel lines", "Second petrel", "<3@o.example>", "[sealed]", "Fifth petrel")
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)
    assert "Fourth" not in text
    assert "▸ 3 quoted lines, 1 hit" in text
    view.reader.unfold(True)
    quoted = QTextCursor(view.reader.document().find("> two"))
    assert quoted.charFormat().foreground().color() == theme.colour("muted")
    preview.step(1)
    assert view.hit_position() == "hit 4 of 4"

    text = view.reader.toPlainText()
    first = view.reader.document().find("Birds 1")
    with qtbot.waitSignal(preview.session.item_shown) as shown:
        qtbot.mouseClick(view.reader.viewport(), Qt.MouseButton.LeftButton, pos=_in_view(view, first))
    assert shown.args[0].row.subject == "Birds 1"
    assert view.reader.toPlainText() == text  # the same conversation isn't laid out again
    with Case.open(case_path, read_only=True) as case:
        ids = {row.subject: row.id for row in case.search.rows(case.search.run("").nos)}
    preview.session.close()  # what another thread's writing kept from the record is written now
    qtbot.waitUntil(lambda: {ids[f"Birds {n}"] for n in (1, 2, 5)} <= shown_ids(case_path))
    assert ids["Alone"] not in shown_ids(case_path)


def _in_view(view: ConversationView, cursor: QTextCursor):  # type: ignore[no-untyped-def]
    view.reader.setTextCursor(cursor)
    view.reader.ensureCursorVisible()
    return view.reader.cursorRect(cursor).center()


def test_a_message_that_is_sealed_disappears_at_once(qtbot: QtBot, preview: Preview) -> None:
    view, session = preview.view, preview.session
    assert isinstance(view, ConversationView)
    no = next(head.item.row.no for head in view.conversation.heads if head.item.row.subject == "Birds 2")  # type: ignore[union-attr]
    seals = next(tag.name for tag in session.tags.palette if tag.seals)
    session.decide([no], seals, True, "key")
    qtbot.waitUntil(lambda: view.conversation is not None and "Second petrel" not in view.reader.toPlainText())
    assert "Fifth petrel" in view.reader.toPlainText()
