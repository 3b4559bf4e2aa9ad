"""Related items: family, conversation with its missing messages, copies elsewhere; clicks and keys go there."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.records import case_of
from triage.case import Allow, Case, Policy
from triage.insight.near.nouns import NearReport
from ui.case.session import Session
from ui.i18n import formatting, language
from ui.main_window import MainWindow
from ui.models.results import COLUMNS
from ui.panels.family import FamilyPanel
from ui.panels.results import ResultsPanel
from ui.presenters import relations

Find = Callable[[str], MainWindow]
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def _panel(window: MainWindow) -> FamilyPanel:
    panel = window.panels["Related"]
    assert isinstance(panel, FamilyPanel)
    return panel


def _groups(window: MainWindow) -> dict[str, QTreeWidgetItem]:
    tree: QTreeWidget = _panel(window).tree
    heads = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return {head.text(0): head for head in heads if head is not None}


def _below(head: QTreeWidgetItem, depth: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for n in range(head.childCount()):
        child = head.child(n)
        assert child is not None
        found += [(depth, child.text(0)), *_below(child, depth + 1)]
    return found


def _key(qtbot: QtBot, window: MainWindow, key: Qt.Key, *held: Qt.KeyboardModifier) -> str:
    """Press a key and return the name of the item shown then."""
    modifier = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifier |= one
    with qtbot.waitSignal(window.session.item_shown) as shown:
        qtbot.keyClick(window, key, modifier)
    row = shown.args[0].row
    return str(row.subject or row.name)


def _known(qtbot: QtBot, window: MainWindow) -> None:
    panel = _panel(window)
    qtbot.waitUntil(lambda: any(window.session.current in line for line in panel._groups.values()))


def test_attachments_stand_under_their_message_and_a_click_goes_there(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"with attachments"')
    window.columns.bring("Related")
    tree = _panel(window).tree
    qtbot.waitUntil(lambda: "Family: 3 items" in _groups(window))
    family = _groups(window)["Family: 3 items"]
    lines = [(depth, text.split("  ")[0].strip("\u2068\u2069")) for depth, text in _below(family)]
    assert lines == [(0, "With attachments"), (1, "one.txt"), (1, "two.txt")]
    top = family.child(0)
    assert top is not None and top.font(0).bold()
    child = top.child(0)
    assert child is not None
    with qtbot.waitSignal(window.session.item_shown) as shown:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(child).center())
    assert shown.args[0].row.name == "one.txt"


def test_copies_and_conversation_are_shown(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"heron invoice"')
    window.columns.bring("Related")
    qtbot.waitUntil(lambda: "Copies: 2 items" in _groups(window))
    copies = _groups(window)["Copies: 2 items"]
    assert {formatting.strip_isolates(text).split()[0] for _, text in _below(copies)} == {"levi", "said"}
    talk = _groups(window)["Conversation: 2 messages"]
    assert [depth for depth, _ in _below(talk)] == [0, 1]
    assert _below(talk)[0][1].endswith("(2 copies)")


@pytest.mark.nightly
def test_an_item_without_relatives_says_so(qtbot: QtBot, find: Find) -> None:
    window = find("kestrel")
    window.columns.bring("Related")
    empty = _panel(window).empty
    qtbot.waitUntil(lambda: "no attachments, replies or copies" in empty.sentence.text())
    assert empty.isVisible()


@pytest.mark.nightly
def test_one_key_goes_round_the_family_and_back(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"with attachments"')
    first = window.session.current
    _known(qtbot, window)
    seen = [_key(qtbot, window, Qt.Key.Key_G, CTRL) for _ in range(3)]
    assert seen == ["one.txt", "two.txt", "With attachments"]
    assert window.session.current == first
    assert _key(qtbot, window, Qt.Key.Key_G, CTRL, SHIFT) == "two.txt"


@pytest.mark.nightly
def test_a_round_over_copies_comes_back(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"heron invoice" custodian:levi')
    first = window.session.current
    _known(qtbot, window)
    seen = set()
    for _ in range(3):
        _key(qtbot, window, Qt.Key.Key_G, CTRL)
        seen.add(window.session.current)
    assert len(seen) == 3 and window.session.current == first


@pytest.mark.nightly
def test_another_key_goes_on_to_the_next_kind(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"heron invoice" custodian:levi NOT subject:re')
    _known(qtbot, window)
    assert _key(qtbot, window, Qt.Key.Key_G, ALT) == "Re: heron invoice"
    _known(qtbot, window)
    assert _key(qtbot, window, Qt.Key.Key_Up, ALT) == "heron invoice"


def test_up_leads_from_an_attachment_to_its_message(qtbot: QtBot, find: Find) -> None:
    window = find("file:one.txt")
    assert _key(qtbot, window, Qt.Key.Key_Up, ALT) == "With attachments"
    said: list[str] = []
    window.session.message_posted.connect(said.append)
    qtbot.keyClick(window, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: any("has no parent" in one for one in said))


@pytest.mark.nightly
def test_keys_alone_go_to_a_relative_in_the_panel(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"with attachments"')
    _known(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL | SHIFT)
    tree = _panel(window).tree
    qtbot.waitUntil(tree.hasFocus)
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.session.item_shown) as shown:
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert shown.args[0].row.name == "one.txt"


def test_a_copys_custodian_stays_whole_and_its_place_is_cut_in_the_middle(qtbot: QtBot, find: Find) -> None:
    tree = _panel(find("heron")).tree
    head = QTreeWidgetItem(tree, ["Duplicates"])
    line = QTreeWidgetItem(head, ["\u2068Omar Said\u2069  \u2068folder/with a very long name/and its end.txt\u2069"])
    head.setData(0, Qt.ItemDataRole.UserRole + 2, "copies")
    option = QStyleOptionViewItem()
    option.rect.setWidth(180)
    tree.itemDelegate().initStyleOption(option, tree.indexFromItem(line))
    assert option.text.startswith("\u2068Omar Said\u2069  \u2068fold") and option.text.endswith("end.txt\u2069")
    assert "…" in option.text and option.fontMetrics.horizontalAdvance(formatting.strip_isolates(option.text)) <= 180


# ---- a conversation with gaps, and a long one


def test_what_is_said_of_an_item_goes_with_it(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"with attachments"')
    _known(qtbot, window)
    word = window.bar.message
    _key(qtbot, window, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: "not among the results" in word.text())
    _key(qtbot, window, Qt.Key.Key_Up, ALT)
    assert word.text() == ""


def _current(tree: QTreeWidget) -> tuple[str, bool]:
    """Return the current line's name, and whether it is the item itself."""
    line = tree.currentItem()
    return ("", False) if line is None else (line.text(0).split("  ")[0], line.font(0).bold())


@pytest.mark.nightly
def test_who_goes_through_relatives_by_keys_keeps_the_place_and_codes_from_there(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"with attachments"')
    _known(qtbot, window)
    tree = _panel(window).tree
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL | SHIFT)
    for name in ("one.txt", "two.txt"):
        qtbot.keyClick(tree, Qt.Key.Key_Down)
        with qtbot.waitSignal(window.session.item_shown) as shown:
            qtbot.keyClick(tree, Qt.Key.Key_Return)
        assert shown.args[0].row.name == name
        qtbot.waitUntil(lambda name=name: _current(tree) == (f"\u2068{name}\u2069", True))
    no = window.session.current
    assert no is not None
    qtbot.keyClick(tree, Qt.Key.Key_H)
    assert window.session.tags_of(no) == ("hot",)


def _letter(n: int, *references: int) -> bytes:
    message = EmailMessage()
    message["From"] = f"Writer {n} <w{n}@halden.example>"
    message["Subject"] = f"letter {n}"
    message["Date"] = f"Tue, 02 May 2023 {n // 3600:02d}:{n // 60 % 60:02d}:{n % 60:02d} +0000"
    message["Message-ID"] = f"<{n}@letters.example>"
    if references:
        message["References"] = " ".join(f"<{r}@letters.example>" for r in references)
    message.set_content(f"plover number {n}\n")
    return message.as_bytes()


@pytest.fixture
def letters(tmp_path: Path) -> Callable[[dict[int, tuple[int, ...]]], Path]:
    """Make a case of letters: numbers, and what each refers to."""

    def make(wanted: dict[int, tuple[int, ...]]) -> Path:
        (tmp_path / "letters").mkdir()
        for n, references in wanted.items():
            (tmp_path / "letters" / f"{n}.eml").write_bytes(_letter(n, *references))
        with Case.create(tmp_path / "talk", Policy("x", "y", (Allow("a", str(tmp_path / "letters"), "z"),))) as case:
            case.index()
        return tmp_path / "talk"

    return make


def test_missing_messages_are_ghosts_in_their_place(
    qtbot: QtBot, window: MainWindow, letters: Callable[[dict[int, tuple[int, ...]]], Path]
) -> None:
    with qtbot.waitSignal(window.session.item_shown):
        window.open_case(letters({2: (1,), 3: (1, 2), 5: (1, 2, 4)}))
    _known(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL | SHIFT)
    talk = _groups(window)["Conversation: 3 messages, 2 missing"]
    plain = [(depth, text.replace("\u2068", "").replace("\u2069", "")) for depth, text in _below(talk)]
    assert plain[0] == (0, "missing  <1@letters.example>")
    assert plain[1][0] == 1 and plain[1][1].endswith("letter 2")
    assert plain[3] == (2, "missing  <4@letters.example>") and plain[4][0] == 3
    ghost = talk.child(0)
    assert ghost is not None and ghost.font(0).italic()
    tree = _panel(window).tree
    tree.setCurrentItem(ghost)
    qtbot.keyClick(tree, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "<1@letters.example>"
    with qtbot.waitSignal(window.session.message_posted) as said:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(ghost).center())
    assert "<1@letters.example>" in said.args[0]
    assert window.session.current is not None


@pytest.mark.nightly
def test_a_long_conversation_shows_what_is_around_the_item(
    qtbot: QtBot, window: MainWindow, letters: Callable[[dict[int, tuple[int, ...]]], Path]
) -> None:
    wanted: dict[int, tuple[int, ...]] = {n: (n - 1,) for n in range(2, 2 * relations.MOST)}
    with qtbot.waitSignal(window.session.item_shown):
        window.open_case(letters(wanted))
    with qtbot.waitSignal(window.session.item_shown):
        window.session.query_proposed.emit("subject:letter AND plover AND file:500.eml")
    qtbot.waitUntil(lambda: any("300 of them here" in name for name in _groups(window)))
    head = next(head for name, head in _groups(window).items() if name.startswith("Conversation"))
    lines = _below(head)
    assert len(lines) == relations.MOST and max(depth for depth, _ in lines) == relations.DEEPEST
    assert any("letter 500" in text for _, text in lines)


def _order(tree: QTreeWidget, text: str, *parts: str) -> list[str]:
    """Return parts of a line of the tree as they stand from the right to the left."""
    drawn = QTextLayout(text, tree.font())
    option = QTextOption()
    option.setTextDirection(tree.layoutDirection())  # as the style does that draws the lines
    drawn.setTextOption(option)
    drawn.beginLayout()
    line = drawn.createLine()
    line.setLineWidth(10_000)
    drawn.endLayout()
    return sorted(parts, key=lambda part: -line.cursorToX(text.index(part))[0])  # type: ignore[index]


@pytest.mark.nightly
def test_lines_run_from_right_to_left_in_a_window_that_does(
    qtbot: QtBot, qapp: QApplication, letters: Callable[[dict[int, tuple[int, ...]]], Path]
) -> None:
    language.speak(qapp, "he")
    try:
        window = MainWindow(Session())
        qtbot.addWidget(window)
        window.show()
        with qtbot.waitSignal(window.session.item_shown):
            window.open_case(letters({2: (1,), 3: (1, 2)}))
        qtbot.waitUntil(lambda: bool(_groups(window)))
        _, text = _below(next(iter(_groups(window).values())))[1]
        tree = _panel(window).tree
        assert _order(tree, text, "2023-05-02", "Writer 2", "letter 2") == ["2023-05-02", "Writer 2", "letter 2"]
        window.close()
    finally:
        language.speak(qapp, "en")


@pytest.mark.nightly
def test_near_duplicates_are_listed_once_they_were_looked_for(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    letter = "Dear Omar the price of the plover line is {} per ton and " + " ".join(f"point{n}" for n in range(80))
    files: dict[str, bytes | str] = {f"dana/{n}.txt": letter.format(n) for n in (10, 12)}
    case_of(tmp_path, {**files, "omar/other.txt": "gannets"}).close()
    with qtbot.waitSignals([window.session.results_changed, window.session.item_shown]):
        window.open_case(tmp_path / "case")
    window.columns.bring("Related")
    window.actions_.run("Column Near-duplicates")
    list_ = window.panels["Results"]
    assert isinstance(list_, ResultsPanel)
    column = next(at for at, one in enumerate(COLUMNS) if one.name == "near")
    with qtbot.waitSignal(window.session.task_finished) as finished:
        window.actions_.run("Find near-duplicates")
    assert finished.args == ["Finding near-duplicates", NearReport(3, 2, 1)]
    qtbot.waitUntil(lambda: sorted(list_.model.text_at(at, column) for at in range(3)) == ["", "1", "1"])
    window.session.visit(next(no for at, no in enumerate(list_.model.nos) if list_.model.text_at(at, column) == "1"))
    qtbot.waitUntil(lambda: "Near-duplicates: 2 items" in _groups(window))
    shares = [
        formatting.strip_isolates(text).split()[0] for _, text in _below(_groups(window)["Near-duplicates: 2 items"])
    ]
    assert shares[0] == "100" and 80 <= int(shares[1]) < 100
