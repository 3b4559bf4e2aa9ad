"""Languages: plurals and placeholders of translations agree, a missing one falls back, no text bypasses them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMessageBox, QWidget, QWizard
from pytestqt.qtbot import QtBot

from tests.ui import strings
from triage.messages import TEMPLATES, plain, say
from ui import preferences
from ui.app import WindowHolder
from ui.dialogs.window import CommandPalette
from ui.i18n import formatting, messages
from ui.i18n import language as i18n_language
from ui.i18n.language import tr
from ui.main_window import MainWindow
from ui.panels.search import QueryLine

FOREIGN = ["he", "ar"]
SHOWING = {
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "setPlaceholderText",
    "setStatusTip",
    "setWhatsThis",
    "setLabelText",
    "addAction",
    "addMenu",
    "addRow",
    "addButton",
    "addItem",
    "addItems",
    "setTitle",
    "setSubTitle",
    "setHeaderLabels",
    "setHorizontalHeaderLabels",
    "QPushButton",
    "QLabel",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QToolBar",
    "QFileDialog",
    "QDockWidget",
    "label",
    "Empty",
    "hint",
    "drawText",
    "setButtonText",
    "setPrefix",
    "setSuffix",
    "setSpecialValueText",
    "QTreeWidgetItem",
    "QListWidgetItem",
    "addTab",
    "setTabText",
    "QProgressDialog",
    "information",
    "warning",
    "question",
    "setInformativeText",
    "button",
    "arrow",
    "entry",
    "notice",
    "choice",
    "tree",
    "group",
    "number_field",
    "file_dialog",
    "save_dialog",
    "answers",
    "form",
    "RowTable",
    "EditTable",
    "Listing",
    "emit",
}
"""Calls whose literals a person would see."""
UNTOUCHED = {"Triage", "tag:relevant", "system", "findings", "triage", "…"}
"""Literals that are the same in every language."""
SIGNALS = ("message_posted", "error_posted", "message_withdrawn", "waiting_changed", "view_unavailable")
"""Signals that carry sentences; what others carry is for the program."""


@cache
def texts() -> list[strings.Text]:
    """Every text that is translated somewhere."""
    return strings.translatable()


def _translated(language: str) -> list[tuple[str, strings.Entry]]:
    return [(text, entry) for text, entry in strings.read(language).items() if all(entry.forms)]


@pytest.fixture
def polyglot(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks English again afterwards."""
    yield qapp
    i18n_language.speak(qapp, "en")


# ---- the files


def test_english_has_its_plurals() -> None:
    assert not strings.missing("en", texts()), "python -m tests.ui.strings adds their entries"


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_translations_are_whole_and_of_texts_that_exist(language: str) -> None:
    """A language may lack a text altogether; it may not have some of its plural forms, or another number of them."""
    entries, needed = strings.read(language), strings.needed(language, texts())
    assert not entries.keys() - needed.keys(), "python -m tests.ui.strings drops obsolete texts"
    assert [text for text, entry in entries.items() if entry.plural != needed[text]] == []
    assert [text for text, entry in entries.items() if any(entry.forms) and not all(entry.forms)] == []
    forms = strings.LANGUAGES[language]
    assert [text for text, entry in entries.items() if len(entry.forms) != (forms if entry.plural else 1)] == []


def test_texts_without_a_translation_are_listed_and_stay_english(
    polyglot: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A panel or command with a new text and the core with a new sentence need no entry in any file."""
    source = tmp_path / "new.py"
    source.write_text('tr("{name} is new")\ntr("%n new files", 3)\ncount(3, "new folder")\n', "utf-8")
    monkeypatch.setattr(strings, "ROOT", tmp_path)
    new = strings.translatable([source])
    for language in FOREIGN:
        assert strings.missing(language, [*texts(), *new])[-3:] == ["{name} is new", "%n new files", "%n new folder"]
        i18n_language.speak(polyglot, language)
        assert tr("{name} is new", name="a") == "\u2068a\u2069 is new"
        assert tr("%n new files", 3000) == "3,000 new files"
        assert formatting.count(3, "new folder") == "3 new folders"
        monkeypatch.setitem(TEMPLATES, "new-sentence", "{name} is new: {count:,} items.")
        assert messages.shown(say("new-sentence", name="a", count=3000)) == "\u2068a\u2069 is new: 3,000 items."


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_entries_without_a_translation_can_be_compiled(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files hold texts that nobody has translated yet: the compiled ones leave them out."""
    monkeypatch.setattr(strings, "FOLDER", tmp_path)
    empty = {"%n new files": strings.Entry([""] * strings.LANGUAGES[language], True), "new": strings.Entry([""])}
    strings.write(language, {**empty, "known": strings.Entry(["translated"])})
    strings.release(f"triage_{language}", tmp_path / "triage.qm")
    compiled = QTranslator()
    assert compiled.load("triage.qm", str(tmp_path))
    answers = [compiled.translate(i18n_language.CONTEXT, text, "", n) for text, n in (("%n new files", 3), ("new", -1))]
    assert not any(answers)
    assert compiled.translate(i18n_language.CONTEXT, "known") == "translated"


_TURNED = re.compile(r"\d %|[A-Za-z}][/*]+(?![\w(!*/])|(?<![\w\u200e])[*.][a-z]|→")
"""What a line from right to left would show in another order, as "*.pst" with the star at its end."""


@pytest.mark.parametrize("language", FOREIGN)
def test_patterns_and_per_cent_keep_their_order_from_right_to_left(language: str) -> None:
    for text, entry in strings.read(language).items():
        if ";;" in text or text.startswith("PNG"):
            continue  # the names of kinds of files, of which Qt reads the patterns
        loose = re.sub("\u2066[^\u2069]*\u2069", "", " ".join(entry.forms))
        assert not _TURNED.search(loose), f"{text!r}: {loose}"


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_placeholders_agree(language: str) -> None:
    exact = {"en": 1, "he": 1, "ar": 3}[language]  # forms that stand for one number each needn't write it
    for text, entry in _translated(language):
        for at, form in enumerate(entry.forms):
            assert sorted(re.findall(r"{\w*}", form)) == sorted(re.findall(r"{\w*}", strings.english(text))), form
            if not (entry.plural and at < exact):
                assert form.count("%n") == text.count("%n"), form


def test_values_are_given_by_the_names_that_the_text_has() -> None:
    for one in texts():
        if one.names:
            assert set(re.findall(r"{(\w+)}", strings.english(one.text))) == one.names, f"{one.where}: {one.text}"


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_the_compiled_file_is_made_of_the_source(language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(f"triage_{language}.qm", str(strings.FOLDER))
    for text, entry in _translated(language):
        number = {"en": 2, "he": 2, "ar": 5}[language] if entry.plural else -1
        at = {"en": 1, "he": 1, "ar": 3}[language] if entry.plural else 0
        assert compiled.translate(i18n_language.CONTEXT, text, "", number) == entry.forms[at]


@pytest.mark.parametrize("language", FOREIGN)
def test_the_dialogs_of_qt_speak_it_too(qtbot: QtBot, polyglot: QApplication, language: str, tmp_path: Path) -> None:
    i18n_language.speak(polyglot, language)
    (tmp_path / "folder").mkdir()
    for mode in QFileDialog.AcceptMode:
        dialog = QFileDialog(None, "", str(tmp_path))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(mode)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: len(_words_of(dialog)) > 8)  # noqa: B023
        assert [said for said in _words_of(dialog) if re.search("[A-Za-z]{2}", said)] == []
    box, wizard = QMessageBox(), QWizard()
    box.setStandardButtons(QMessageBox.StandardButton(0x0FFFFC00))
    for top in (box, wizard):
        qtbot.addWidget(top)
        assert [said for said in _words_of(top) if re.search("[A-Za-z]{2}", said)] == []


def _words_of(top: QWidget) -> list[str]:
    seen = [one.text() or one.toolTip() for one in top.findChildren(QAbstractButton)]
    return [said for said in (*seen, *(one.text() for one in top.findChildren(QLabel))) if said]


@pytest.mark.parametrize("language", FOREIGN)
def test_keys_are_read_in_their_order_in_menus_from_right_to_left(polyglot: QApplication, language: str) -> None:
    i18n_language.speak(polyglot, language)
    keys = QKeySequence("Alt+=").toString(QKeySequence.SequenceFormat.NativeText)
    drawn, option = QTextLayout(keys), QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    drawn.setTextOption(option)
    drawn.beginLayout()
    line = drawn.createLine()
    drawn.endLayout()
    assert line.cursorToX(len(keys))[0] > line.cursorToX(keys.index("t"))[0]  # type: ignore[index]


@pytest.mark.parametrize("language", FOREIGN)
def test_the_compiled_files_of_qts_own_texts_are_made_of_their_source(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"qt_{language}.qm", str(strings.FOLDER))
    for context in ElementTree.parse(strings.FOLDER / f"qt_{language}.ts").iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.findtext("translation")
            assert translator.translate(context.findtext("name", ""), source) == translation


def _shown(node: ast.AST) -> Iterator[str]:
    """Yield the literals that an argument shows as they stand; those within tr() and other calls aside."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, ast.IfExp | ast.List | ast.Tuple | ast.BinOp):
        for child in ast.iter_child_nodes(node):
            yield from _shown(child)


def _bypassing(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or strings.name_of(node) not in SHOWING:
            continue
        if strings.name_of(node) == "emit" and ast.unparse(node.func).split(".")[-2] not in SIGNALS:
            continue
        arguments = node.args[:1] if strings.name_of(node) in ("label", "button") else node.args  # a role follows
        for text in (text for argument in arguments for text in _shown(argument)):
            if re.search(r"[A-Za-z]{2}", text) and text not in UNTOUCHED:
                yield f"{path.name}:{node.lineno}: {text}"


def test_the_signals_that_carry_sentences_exist() -> None:
    source = "".join(path.read_text("utf-8") for path in strings.sources())
    assert [name for name in SIGNALS if f"    {name} = Signal(str)" not in source] == []


def test_no_literal_is_shown_untranslated() -> None:
    assert [found for path in strings.sources() for found in _bypassing(path)] == []


# ---- the window


def test_before_anything_is_chosen_it_is_english_whatever_the_locale(window: MainWindow) -> None:
    assert i18n_language.code() == "en"
    assert window.welcome.new.text() == "New case …"
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.nightly
@pytest.mark.parametrize(("language", "word"), [("he", "תיק חדש …"), ("ar", "قضية جديدة …")])
def test_the_window_speaks_and_is_mirrored(
    qtbot: QtBot, polyglot: QApplication, case_path: Path, language: str, word: str
) -> None:
    preferences.put("language", language)
    desk = WindowHolder(polyglot)
    window = desk.window
    qtbot.addWidget(window)
    assert window.welcome.new.text() == word
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    window.resize(1366, 768)
    with qtbot.waitSignal(window.session.item_shown):
        window.open_case(case_path)
    facets, item = window.columns.docks["Facets"], window.columns.docks["Item"]
    qtbot.waitUntil(lambda: facets.x() > item.x())
    assert facets.windowTitle() == tr("Facets") != "Facets"
    seen = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    english = {text.text for text in texts() if len(text.text) > 3 and tr(text.text) != text.text}
    assert [widget.text() for widget in seen if widget.text() in english] == []
    window.close()


@pytest.mark.nightly
def test_a_command_is_found_by_its_words_in_either_language(qtbot: QtBot, polyglot: QApplication) -> None:
    preferences.put("language", "he")
    window = WindowHolder(polyglot).window
    qtbot.addWidget(window)
    window.show_commands()
    assert isinstance(window.dialog, CommandPalette)
    for sought in ("צבעים כהה", "colours dark"):
        window.dialog.line.setText(sought)
        assert window.dialog.list.topLevelItemCount() == 1
    window.close()


@pytest.mark.nightly
def test_another_language_takes_the_window_on_where_it_was(
    qtbot: QtBot, polyglot: QApplication, case_path: Path
) -> None:
    preferences.put("language", "en")
    desk = WindowHolder(polyglot)
    first = desk.window
    with qtbot.waitSignal(first.session.item_shown):
        first.open_case(case_path)
    with qtbot.waitSignals([first.session.results_changed, first.session.item_shown]):
        first.session.query_proposed.emit("heron OR invoice")
    assert first.session.results is not None
    no = first.session.results.nos[1]
    first.session.visit(no)
    item = first.panels["Item"]
    qtbot.waitUntil(lambda: item.page is not None and item.page.item.row.no == no)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: first.panels["Results"].model.row_of(no) >= 0)  # type: ignore[attr-defined]
    first.actions_.run("Language: עברית")
    second = desk.window
    qtbot.addWidget(second)
    assert second is not first
    qtbot.waitUntil(lambda: second.session.results is not None and second.session.current == no)
    assert second.session.results is not None
    assert second.session.results.text == "heron OR invoice"
    assert preferences.text("language") == "he"
    assert polyglot.layoutDirection() == Qt.LayoutDirection.RightToLeft
    second.actions_.run("Language: עברית")
    assert desk.window is second, "the same language again changes nothing"
    second.close()


def test_the_language_is_the_desktops_unless_one_is_chosen() -> None:
    here = QLocale.system().name()[:2]
    assert i18n_language.meant(i18n_language.SYSTEM) == (here if here in i18n_language.NAMES else "en")
    assert i18n_language.meant("ar") == "ar"
    assert i18n_language.meant("tlh") == "en"


def _type(line: QueryLine, text: str) -> None:
    """Type letters of any script, which QTest's own typing can't."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_a_query_runs_in_the_direction_of_its_first_word(qtbot: QtBot, polyglot: QApplication) -> None:
    """Operators are Latin and stand in a Hebrew query as any Latin word would; cursor and undo go by what was typed."""
    line = QueryLine()
    qtbot.addWidget(line)
    line.resize(600, 30)
    line.show()
    qtbot.waitExposed(line)
    _type(line, "price OR ")
    assert line.x_of(0) < line.x_of(5) < 300, "from left to right it begins on the left"
    _type(line, "מחיר")
    assert line.text() == "price OR מחיר"
    line.clear()
    _type(line, "מחיר OR price")
    assert line.text() == "מחיר OR price"
    assert line.cursorPosition() == len("מחיר OR price")
    QApplication.processEvents()  # a line scrolls to its text when it is painted
    assert 300 < line.x_of(4) < line.x_of(0), "from right to left it begins on the right"
    qtbot.keyClick(line, Qt.Key.Key_Home)
    assert line.cursorPosition() == 0
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "מחיר OR pric"
    line.undo()
    assert line.text() == "מחיר OR price"
    line.undo()
    line.redo()
    assert line.text() == "מחיר OR price"


# ---- words


def test_counts_take_the_forms_of_the_language(polyglot: QApplication) -> None:
    i18n_language.speak(polyglot, "he")
    assert formatting.count(1, "item") == "פריט אחד"
    assert formatting.count(1284, "item") == "1,284 פריטים"
    i18n_language.speak(polyglot, "ar")
    said = [formatting.count(n, "item") for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)]
    assert said == [
        "0 عنصر",
        "عنصر واحد",
        "عنصران",
        "3 عناصر",
        "10 عناصر",
        "11 عنصرًا",
        "99 عنصرًا",
        "100 عنصر",
        "102 عنصر",
        "103 عناصر",
    ]
    i18n_language.speak(polyglot, "en")
    assert tr("%n items read so far.", 1) == "1 item read so far."
    assert tr("%n items read so far.", 1284) == "1,284 items read so far."


def test_names_keep_their_own_order_in_a_line_from_right_to_left(polyglot: QApplication) -> None:
    assert formatting.foreign("a/b (c)") == "a/b (c)"
    i18n_language.speak(polyglot, "he")
    assert formatting.foreign("a/b (c)") == "\u2068a/b (c)\u2069"
    assert tr("Case in {folder}", folder="/a/b") == "התיק נמצא ב־\u2068/a/b\u2069"
    said = tr("{search}: {runs}.", search="abc", runs="x")
    assert said.startswith("\u200f"), "a line without a word of its own is one from right to left all the same"
    assert tr("no such text in the files") == "no such text in the files"
    assert i18n_language.ours("pdf, בתוך פריט") == "\u200fpdf, בתוך פריט"
    assert i18n_language.ours("דואר, pdf") == "דואר, pdf"


def test_a_triangle_points_where_reading_goes_on(polyglot: QApplication) -> None:
    assert (formatting.back(), formatting.forward()) == ("◂", "▸")
    i18n_language.speak(polyglot, "ar")
    assert (formatting.back(), formatting.forward()) == ("▸", "◂")


# ---- sentences of the core in the window: in its language, and on one line whatever stands in a name.


@pytest.mark.parametrize("code", ["en", "he", "ar"])
def test_no_name_breaks_the_line_or_turns_it_round(qapp: QApplication, code: str) -> None:
    i18n_language.speak(qapp, code)
    try:
        for said in (say("no-saved-search", name="a\nb\u202e", again="a\nb\u202e"), plain("a\nb\u202e")):
            shown = messages.shown(said)
            assert not set(shown) & {"\n", "\u202e"}
            assert ("\u2068a" in shown) == (code != "en"), "a name keeps its own order"
    finally:
        i18n_language.speak(qapp, "en")
    assert messages.shown(say("no-item-id", id="xyz")).startswith("'xyz' isn't an item id")
