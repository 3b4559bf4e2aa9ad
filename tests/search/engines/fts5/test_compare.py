"""What is changed in the table is found: words, places, counts, settings, and the index of first letters."""

from __future__ import annotations

import unicodedata
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.indexing.test_audit_checks import execute
from tests.records import case_of, copied, mail
from triage.case import verify
from triage.cli import main
from triage.messages import render
from triage.store.reading import StoredTexts

FILES: dict[str, bytes | str] = {
    "dana/0.eml": mail("heron", "the stork stands in the reeds", message_id="<1@orrin.example>"),
    "dana/1.eml": mail("ibis", "two herons, שלום, 鷺 and m²"),
    "dana/2.txt": "egret",
    "dana/3.txt": "",
}
FIRST_LETTER = bytes((1, 1, ord("s")))
"""A prefix of the block of terms: one byte as in the term before, which is the mark of the second index; one new."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    with case_of(folder, FILES) as case:
        case.decisions.seal(case.search.run("egret").nos, "a customer's", "Rae", "key")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made / "case", tmp_path) / "case"


def of_index(folder: Path, *, quick: bool = False) -> tuple[bool, str]:
    """Return whether the index holds, and what is said of it."""
    (check,) = (check for check in verify(folder, quick=quick) if check.name == "index")
    return check.held, render(check.message)


def test_an_index_that_is_whole_holds(folder: Path) -> None:
    held, message = of_index(folder)
    assert held and "every word of every item is in the index at its place, and no other (items: 4)" in message
    held, message = of_index(folder, quick=True)
    assert held and "of 4 items drawn at random" in message and "were not looked for" in message


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM search_fts WHERE rowid=1",
        "INSERT OR REPLACE INTO search_fts(rowid, subject, body) VALUES(1, 'heron', 'the stork stands in the mud')",
        "INSERT OR REPLACE INTO search_fts(rowid, subject, body) VALUES(1, 'heron', 'the stork in stands the reeds')",
        "INSERT INTO search_fts(rowid, body) VALUES(3, 'egret')",
        "INSERT INTO search_fts(rowid, body) VALUES(77, 'planted')",
        "INSERT INTO search_fts(rowid, body) VALUES(-4, 'planted')",
        "UPDATE search_fts_docsize SET sz=x'00' WHERE id=1",
        "UPDATE search_fts_docsize SET id=50 WHERE id=1",
    ],
)
def test_other_words_than_those_of_the_text_are_found(folder: Path, statement: str) -> None:
    execute(folder, statement)
    held, message = of_index(folder)
    assert not held and ("has other words than the text" in message or "items and index differ" in message)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE search_fts_config SET v=16 WHERE k='automerge'",
        "INSERT INTO search_fts_config VALUES('secure-delete', 1)",
        "DELETE FROM search_fts_config WHERE k='crisismerge'",
    ],
)
def test_another_setting_is_found(folder: Path, statement: str) -> None:
    execute(folder, statement)
    held, message = of_index(folder)
    assert not held and "has another setting" in message


def replace(db: apsw.Connection, old: bytes, new: bytes) -> None:
    """Replace bytes of the page of words that has them."""
    pages = list(db.execute("SELECT id, block FROM search_fts_data WHERE id>10"))
    ((number, page),) = [(number, page) for number, page in pages if old in page]
    db.execute("UPDATE search_fts_data SET block=? WHERE id=?", (page.replace(old, new), number))


def begins(db: apsw.Connection, letter: str) -> bool:
    return bool(list(db.execute("SELECT rowid FROM search_fts WHERE search_fts MATCH ?", (f'"{letter}" *',))))


@pytest.mark.parametrize("letter", "tu")
def test_a_first_letter_that_was_changed_is_found(folder: Path, letter: str) -> None:
    with closing(apsw.Connection(str(folder / "case.db"))) as db:
        replace(db, FIRST_LETTER, FIRST_LETTER[:2] + letter.encode())
        assert not begins(db, "s")
    held, message = of_index(folder)
    assert not held and "the index of first letters isn't right for 's'" in message


@pytest.mark.parametrize("letter", "vöж鷹\U00020000")
def test_a_first_letter_of_no_word_is_found(folder: Path, letter: str) -> None:
    with closing(apsw.Connection(str(folder / "case.db"))) as db:
        db.execute("INSERT INTO search_fts(rowid, body) VALUES(77, ?)", (letter,))
        db.execute("DELETE FROM search_fts_docsize WHERE id=77")
        replace(db, f"0{letter}".encode(), f"/{letter}".encode())  # no index has the mark "/": the word is gone
        assert begins(db, letter)
    held, message = of_index(folder)
    assert not held and f"the index of first letters isn't right for '{letter}'" in message


def test_an_index_that_was_changed_is_made_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    execute(folder, "DELETE FROM search_fts WHERE rowid=1; INSERT INTO search_fts(rowid, body) VALUES(77, 'planted')")
    assert not of_index(folder)[0]
    assert main(["index", str(folder), "--rebuild"]) == 0
    assert "from the texts of 4 items" in capsys.readouterr().out
    assert all(check.held for check in verify(folder))
    assert main(["index", str(folder), "--rebuild", "--retry", "empty"]) == 2
    assert "reads nothing" in capsys.readouterr().err


def test_a_frequent_word_is_read_in_portions(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("triage.search.engine", "triage.search.engines.fts5.engine"):
        monkeypatch.setattr(f"{module}._AT_ONCE", 2)
    monkeypatch.setattr("triage.search.engines.fts5.engine._ITEMS_AT_ONCE", 1)
    assert of_index(folder)[0]
    execute(folder, "INSERT OR REPLACE INTO search_fts(rowid, body) VALUES(1, 'the the the the the')")
    assert not of_index(folder)[0]


def test_a_sample_finds_a_word_that_is_missing(folder: Path) -> None:
    execute(folder, "INSERT OR REPLACE INTO search_fts(rowid, body) VALUES(1, 'the stork stands in the mud')")
    held, message = of_index(folder, quick=True)
    assert not held and "in 1 items" in message


NEW = "\U00010d50"
"""A letter of Garay, which Unicode 16 has and no earlier version: Python 3.14 takes it for one, 3.13 for a blank."""


@pytest.mark.parametrize("there", ["14.0.0", "16.0.0", "14.0.0 16.0.0"])
def test_characters_that_another_python_judges_differently_accuse_nobody(tmp_path: Path, there: str) -> None:
    with case_of(tmp_path, {"dana/1.txt": f"heron {NEW} stork", "dana/2.txt": "egret"}) as case:
        store, known = case._opened.store, unicodedata.category(NEW) != "Cn"
        assert store.meta("index_unicode") == unicodedata.unidata_version
        no, fields = next(document for document in StoredTexts(store).documents() if "heron" in document[1]["body"])
        with store.change("Rae", "as another Python does"):
            case._opened.engine.replace([(no, fields | {"body": "heron stork" if known else f"heron {NEW} stork"})])
            store.set_meta("index_unicode", there)
    folder, alike = tmp_path / "case", there == unicodedata.unidata_version
    held, message = of_index(folder)
    assert held != alike and ("U+10D50" in message) == held
    if held:
        assert "(items: 1)" in message and "not compared: 1 items" in message and "--rebuild" in message
        assert of_index(folder, quick=True)[0]
    assert main(["index", str(folder), "--rebuild"]) == 0
    held, message = of_index(folder)
    assert held and "(items: 2)" in message


def test_another_python_is_no_excuse_for_other_words(tmp_path: Path) -> None:
    case_of(tmp_path, {"dana/1.txt": f"heron {NEW} stork", "dana/2.txt": "egret"}).close()
    execute(tmp_path / "case", "UPDATE meta SET value='14.0.0 16.0.0' WHERE key='index_unicode'")
    execute(tmp_path / "case", "INSERT OR REPLACE INTO search_fts(rowid, body) VALUES(2, 'ibis')")
    held, message = of_index(tmp_path / "case")
    assert not held and "in 1 items the index has other words" in message
