"""What is put away under lock: read again with the key alone, of the item that it was locked for."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of, mail
from tests.review.people import ask, grant, rostered, unseal
from triage.case import Case
from triage.cli import main
from triage.errors import CaseError
from triage.files import DATABASE
from triage.messages import render
from triage.model.items import ItemNo
from triage.store import sealed
from triage.store.db import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / DATABASE, create=True)
    yield made
    made.close()


def test_only_the_item_that_a_text_was_locked_for_unlocks_it(store: Store) -> None:
    token = sealed.lock(store, 7, "Blue Heron, אנפה")
    assert b"Heron" not in token
    assert sealed.unlock(store, 7, token) == "Blue Heron, אנפה"
    with pytest.raises(CaseError, match="sealed item number 8"):
        sealed.unlock(store, 8, token)


def test_the_key_is_made_once_and_is_its_owners_alone(store: Store, tmp_path: Path) -> None:
    assert not sealed.has_key(store)
    first = sealed.lock(store, 1, "one")
    key = (tmp_path / sealed.KEY).read_bytes()
    assert len(key) == 32 and (tmp_path / sealed.KEY).stat().st_mode & 0o077 == 0
    sealed.lock(store, 2, "two")
    assert sealed.has_key(store) and (tmp_path / sealed.KEY).read_bytes() == key
    assert sealed.unlock(store, 1, first) == "one"


def test_a_key_that_was_not_written_to_the_end_is_no_key(store: Store, tmp_path: Path) -> None:
    (tmp_path / f"{sealed.KEY}.1.new").write_bytes(b"half")  # as a power cut leaves it
    assert not sealed.has_key(store)
    assert sealed.unlock(store, 3, sealed.lock(store, 3, "three")) == "three"
    assert len((tmp_path / sealed.KEY).read_bytes()) == 32


def test_without_the_key_it_is_said_what_is_missing(store: Store, tmp_path: Path) -> None:
    token = sealed.lock(store, 4, "four")
    (tmp_path / sealed.KEY).unlink()
    with pytest.raises(CaseError, match=r"seal\.key is missing"):
        sealed.unlock(store, 4, token)


# Tests of triage.store.scrub and vault: once a seal is cleared up, no file of the case has a word of the text.

WORDS = ("quetzalcoatl", "bandersnatch", "jabberwock", "snickersnack")
SECRET = " ".join(WORDS)


def text(seed: int, more: str = "") -> str:
    words = ("heron", "egret", "bittern", "stork", "crane", "plover", "dunlin", "curlew")
    return " ".join(random.Random(seed).choices(words, k=40 + seed * 97 % 4000)) + more


def files() -> dict[str, bytes | str]:
    made: dict[str, bytes | str] = {f"dana/{n:03}.txt": text(n, f" nr{n}x") for n in range(120)}
    for n in range(10, 120, 20):
        made[f"dana/{n:03}.txt"] = text(n) + f" {SECRET} " + text(n + 1) + f" nr{n}x"
    made["omar/1.eml"] = mail(f"about {WORDS[0]}", f"the {WORDS[1]} {SECRET}", sender=f"{WORDS[2]}@x.example")
    return made


@pytest.fixture(params=["fts5", "whoosh"])
def case(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Case]:
    with case_of(tmp_path, files(), engine=str(request.param)) as made:
        nos = made.search.run("*").nos
        made.decisions.tag(nos, "relevant", "Rae", "key")
    with Case.open(made.path) as again:
        yield again


def left(case: Case) -> list[str]:
    found = []
    for path in sorted(p for p in case.path.rglob("*") if p.is_file()):
        octets = path.read_bytes().lower()
        found += [f"{word} in {path.name}" for word in WORDS if word.encode() in octets]
    return found


def pieces(case: Case) -> set[bytes]:
    """Return stretches of the packed texts that are to be sealed, in which no word can be read."""
    sql = "SELECT text FROM segment WHERE key>>20 IN (SELECT value FROM json_each(?)) AND typeof(text)='blob'"
    frames = case._opened.store.rows(sql, (json.dumps(case.search.run(WORDS[0]).nos),))
    return {frame[at : at + 32] for (frame,) in frames for at in range(16, len(frame) - 32, 32)}


def seal_all(case: Case) -> list[ItemNo]:
    nos = list(case.search.run(WORDS[0]).nos)
    case.decisions.seal(nos, "customer content", "Rae", "key")
    return nos


@pytest.mark.nightly
def test_no_file_of_the_case_has_a_word_of_it(case: Case) -> None:
    assert left(case)
    packed = pieces(case)
    nos = seal_all(case)
    assert len(nos) == 7 and len(packed) > 99 and sealed.purge_due(case._opened.store)
    assert case.decisions.purge_sealed() and not sealed.purge_due(case._opened.store)
    assert left(case) == []
    octets = b"".join(path.read_bytes() for path in case.path.rglob("*") if path.is_file())
    assert not [piece for piece in packed if piece in octets]
    assert all(check.held for check in case.verification.run())
    unseal(case, nos[0])
    assert case.search.run(SECRET).nos and left(case), "it is back"
    case.decisions.seal(nos[:1], "after all", "Rae", "key")
    assert case.decisions.purge_sealed() and left(case) == [], "and gone again"


@pytest.mark.nightly
def test_it_waits_for_readers_and_is_done_by_whoever_comes_next(case: Case) -> None:
    seal_all(case)
    with Case.open(case.path) as reader, reader._opened.store.db:
        assert reader._opened.store.value("SELECT count(*) FROM item") > 0
        case._opened.store.db.set_busy_timeout(10)
        case.decisions.purge_sealed()
        assert sealed.purge_due(case._opened.store)
    case.close()
    with Case.open(case.path) as again:
        assert "traces of them are still" in "".join(render(c.message) for c in again.verification.run())
        assert again.decisions.purge_sealed(stop=lambda: True) is (again._opened.engine_name == "whoosh")
        assert again.decisions.purge_sealed() and left(again) == []


@pytest.mark.nightly
def test_an_index_run_and_the_command_line_clear_up(case: Case) -> None:
    seal_all(case)
    case.index()
    assert not sealed.purge_due(case._opened.store) and left(case) == []
    case.close()
    (other,) = (row.id for row in case_rows(case.path, "nr11x"))
    assert main(["seal", str(case.path), other, "--reason", "customer content", "--reviewer", "Rae"]) == 0
    with Case.open(case.path) as again:
        assert not sealed.purge_due(again._opened.store)
        assert not [p.name for p in case.path.rglob("*") if p.is_file() and b"nr11x" in p.read_bytes()]


def case_rows(path: Path, query: str) -> list:  # type: ignore[type-arg]
    with Case.open(path) as case:
        return case.search.rows(case.search.run(query).nos)


@pytest.mark.nightly
def test_without_its_key_a_seal_cannot_be_undone(case: Case) -> None:
    nos = seal_all(case)
    key = case.path / sealed.KEY
    assert key.stat().st_mode & 0o077 == 0
    kept = key.read_bytes()
    key.unlink()
    rostered(case, "Rae", "Omar")
    ask(case, nos[0])
    with pytest.raises(CaseError, match="is missing, or"):
        grant(case, nos[0])
    assert case.search.rows(nos[:1])[0].sealed and all(check.held for check in case.verification.run())
    key.write_bytes(bytes(32))
    with pytest.raises(CaseError, match="isn't the key"):
        grant(case, nos[0])
    key.write_bytes(kept)
    grant(case, nos[0])
    assert SECRET in case.search.item(nos[0]).segments[0].text


def test_a_record_that_is_not_locked_opens_nothing(case: Case) -> None:
    (no, *_) = seal_all(case)
    held = json.dumps(sealed._content(case._opened.store, no))
    case._opened.store.db.execute("UPDATE sealed SET record=? WHERE item=?", (held, no))
    failed = {check.name for check in case.verification.run() if not check.held}
    with pytest.raises(CaseError, match="isn't the key"):
        sealed.restore(case._opened.store, [no])
    assert "content" in failed
