"""Sentences of the core in the window's language: each pattern is what the core says, and what is shown has its own."""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import strings
from triage.case import Case
from triage.errors import CaseError, TriageError
from triage.search import saved
from ui import preferences
from ui.app import Desk
from ui.i18n import language, sentences
from ui.panels.search import SearchPanel

CORE = strings.ROOT / "triage"
RAISED = {"CaseError", "DecisionError", "ExportError", "EngineRefusal", "QueryError", "Wrong", "Mendable", "ValueError"}
SHOWN = (
    "case/__init__.py",
    "case/originals.py",
    "export/bundle.py",
    "export/tables.py",
    "indexing/lock.py",
    "indexing/previews.py",
    "review/batches.py",
    "review/decisions.py",
    "review/names.py",
    "review/palette.py",
    "review/samples.py",
    "review/sealing.py",
    "review/decision_writer.py",
    "search/query/term_parser.py",
    "search/query/blind_guard.py",
    "search/deadline.py",
    "search/query/grammar.py",
    "search/query/language.py",
    "search/query/distance_sides.py",
    "search/saved.py",
    "search/reports/terms.py",
    "search/query/values.py",
    "settings.py",
    "store/db.py",
    "store/sealed_text.py",
)
"""Modules of the core whose refusals a person meets in the window."""
ELSEWHERE = (
    "There is no engine",
    "Who saves or runs this search",
    "An item is judged",
    "A confidence lies between",
    "Margin and confidence lie",
    "lang: takes",
    "X: write X for each of them",
    "'X' can't have the colour",
    "'X' can't propagate",
)
"""Refusals of what the window doesn't offer or can't get wrong, and lists that are names all through."""


@pytest.fixture
def polyglot(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks English again afterwards."""
    yield qapp
    language.speak(qapp, "en")


def _sample(node: ast.AST, constants: dict[str, str]) -> str:
    """Return a sentence as the core could say it: every value is an X, and what is constant is itself."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    return "".join(
        part.value if isinstance(part, ast.Constant) else constants.get(ast.unparse(part.value), "X")  # type: ignore[misc]
        for part in node.values
    )


def _constants(tree: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in tree.body:
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant) and isinstance(line.value.value, str):
            found[ast.unparse(line.targets[0])] = line.value.value
    return found


def _variants(said: str) -> set[str]:
    """Return a sentence as it is, and as the query language finishes it."""
    capital = said[:1].upper() + said[1:]
    return {said, capital, f"{said}.", f"{capital}."}


@cache
def _everything_said() -> set[str]:
    said: set[str] = set()
    for path in (*CORE.rglob("*.py"), strings.ROOT / "ui" / "apart.py"):
        tree = ast.parse(path.read_text("utf-8"))
        constants = _constants(tree)
        for node in ast.walk(tree):
            if len(one := _sample(node, constants)) > 8:
                said |= _variants(one)
    return said


def _raised(path: Path) -> Iterator[str]:
    """Yield what a module raises in so many words."""
    tree = ast.parse(path.read_text("utf-8"))
    constants = _constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and strings.name_of(node) in RAISED and node.args:
            yield _sample(node.args[0], constants)
        elif isinstance(node, ast.Call) and strings.name_of(node) == "_wrong" and len(node.args) > 1:
            yield _sample(node.args[1], constants)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "message":
            yield _sample(node.value, constants)
    if path.name == "palette.py":
        yield from (
            _sample(node.value, constants) for node in ast.walk(tree) if isinstance(node, ast.Yield) and node.value
        )


def _beginning(said: list[str], words: str) -> list[str]:
    """Return those of sorted sentences that begin with these words."""
    return said[bisect_left(said, words) : bisect_right(said, f"{words}\U0010ffff")]


def test_a_pattern_is_what_the_core_says() -> None:
    said = sorted(_everything_said())
    pieces = {piece for one in said for piece in one.split("X") if len(piece) > 20}
    expressions = {pattern: expression for _, expression, pattern in sentences._READY}
    assert len(expressions) == len(sentences.PATTERNS) > 400
    never = [
        pattern
        for pattern, expression in expressions.items()
        if not any(map(expression.fullmatch, _beginning(said, pattern.partition("{")[0])))
        and not any(piece in pattern for piece in pieces)
    ]
    assert never == []


@pytest.mark.parametrize("module", SHOWN)
def test_what_the_window_may_be_refused_is_translated(module: str) -> None:
    missing = []
    for said in _raised(CORE / module):
        known = any(sentences._found(one) for one in _variants(said))
        if said.strip("X. ") and not known and not said.startswith(ELSEWHERE):
            missing.append(said)
    assert missing == [], "ui/i18n/sentences.py lacks its pattern, or it can't be met in the window"


GENERAL = (
    "X X.",
    "X: X",
    "X (X). X",
    "The part X is damaged (X); X.",
)
"""What readers say of a file in so few words that the pattern would fit names of files, too, or put together."""


def _has_pattern(told: str) -> bool:
    """Whether a sentence has its pattern, or shares most of its words with one that says in full what it chooses of."""
    pieces = [piece for piece in told.split("X") if len(piece) > 20]
    return bool(sentences._found(told)) or any(piece in known for piece in pieces for known in sentences.PATTERNS)


def test_what_readers_say_of_a_file_is_translated() -> None:
    missing = []
    for path in (*(CORE / "parsers").rglob("*.py"), *(CORE / "sandbox").rglob("*.py")):
        if path.parent.name == "parsers" or path.name in ("worker.py", "pool.py", "allowance.py"):
            tree = ast.parse(path.read_text("utf-8"))
            constants = _constants(tree)
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and strings.name_of(node) in ("trouble", "Trouble"):
                    told = _sample(node.args[1], constants) if len(node.args) > 1 else ""
                    if told.strip("X. ") and told not in GENERAL and not _has_pattern(told):
                        missing.append(f"{path.name}: {told}")
    assert missing == [], "ui/i18n/troubles.py lacks its pattern"


def test_the_reasons_why_runs_differ_are_translated() -> None:
    reasons = [value for name, value in vars(saved).items() if name.isupper() and isinstance(value, str)]
    assert len(reasons) == 12 and all(sentences._found(reason) for reason in reasons)


def test_the_most_precise_pattern_is_taken() -> None:
    assert sentences._found("A/b can't be written: full. Export to another place.") == (
        "{path} can't be written: {error}. Export to another place.",
        {"path": "A/b", "error": "full"},
    )


def test_english_and_unknown_sentences_stay_as_they_are(polyglot: QApplication) -> None:
    assert sentences.said("The phrase is empty.") == "The phrase is empty."
    language.speak(polyglot, "he")
    assert sentences.said("The phrase is empty.") == "הצירוף ריק."
    assert sentences.said("Nobody ever says this.") == "\u2068Nobody ever says this.\u2069"


def test_a_sentence_within_a_sentence_is_translated_too(polyglot: QApplication) -> None:
    language.speak(polyglot, "ar")
    said = sentences.of(CaseError("The original of a.pdf can't be shown. No reader knows this format."))
    assert "لا يعرف أي قارئ هذه الصيغة." in said and "a.pdf" in said and "original" not in said


def test_errors_of_a_real_case_speak_the_language(polyglot: QApplication, case_path: Path) -> None:
    language.speak(polyglot, "he")
    with Case.open(case_path) as case:
        for ask in (
            lambda: case.search('"open'),
            lambda: case.search("date:soon"),
            lambda: case.search("is:tagd"),
            lambda: case.search("AND heron"),
            lambda: case.undo("Nobody"),
            lambda: case.run_saved("none", "Dana"),
            lambda: case.draw_sample("xylophone", "s", "Dana", 1),
            lambda: case.note(case.find("zz"), "", "Dana"),
            lambda: case.take_batch("none", "Dana"),
            lambda: case.export(case_path, "*", "Dana"),
        ):
            with pytest.raises(TriageError) as refused:
                ask()  # type: ignore[no-untyped-call]
            assert any("א" <= letter <= "ת" for letter in sentences.of(refused.value)), str(refused.value)


def test_an_error_under_the_search_bar_is_in_hebrew(qtbot: QtBot, polyglot: QApplication, case_path: Path) -> None:
    preferences.put("language", "he")
    window = Desk(polyglot).window
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.session.shown, timeout=10_000):
        window.open_case(case_path)
    bar = window.panels["Search"]
    assert isinstance(bar, SearchPanel)
    qtbot.keyClicks(bar.line, "heron AND (")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bar.error.isHidden(), timeout=5_000)
    assert "סוגר" in bar.error.text()
    window.close()
