"""Tests of triage.insight.names.storage: a ranking is kept without text, and nothing of it stays of what is sealed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import apsw
import pytest

from tests.insight.letters import letter_files
from tests.records import case_of, mail
from triage.case import Case
from triage.errors import CaseError
from triage.insight.names import storage as derived
from triage.insight.names.nouns import RankedName
from triage.insight.names.storage import FILE
from triage.model.items import ItemNo
from triage.store.derived_files import FOLDER

OWN = "of Whimbrel we hold two notes\nour stake in Whimbrel and Plover grows"
WIDE = "on day nine Whimbrel 2 was closed\nand a swap with Whimbrel pays more"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letters as a case; one item more uses a word that no other has, and two use one together."""
    files = letter_files(many=80)
    files |= {"dana/a.eml": mail("Whimbrel", OWN), "dana/b.eml": mail("Whimbrel", WIDE)}
    with case_of(tmp_path_factory.mktemp("names"), files) as case:
        case.reports.insight.names.find()
        return case.path


def kept(case: Case) -> bytes:
    """Return all that lies under the case's derived data."""
    return b"".join(path.read_bytes() for path in sorted((case.path / FOLDER).rglob("*")) if path.is_file())


def words(case: Case) -> list[str]:
    report = case.reports.insight.names.ranked()
    return [one.word for one in report.candidates] if report else []


def no_of(case: Case, path: str) -> ItemNo:
    (no,) = case.search.run(f'path:"{path}"').nos
    return no


def test_it_is_kept_with_what_it_was_made_of_and_without_text(case: Case) -> None:
    report = case.reports.insight.names.ranked()
    assert report is not None and report.origin.items == 82 and report.origin.seed == 0 and report.origin.program
    assert "plover" in words(case) and b"plover" in kept(case) and b"transaction" not in kept(case)


def test_two_rankings_have_the_same_bytes(case: Case) -> None:
    before = kept(case)
    case.reports.insight.names.find()
    assert kept(case) == before


def test_a_seal_takes_every_word_that_no_other_item_has(case: Case) -> None:
    assert "whimbrel" in words(case)
    case.decisions.seal([no_of(case, "dana/a.eml")], "customer content", "Rae", "key")
    assert "whimbrel" in words(case), "another item has it"
    case.decisions.seal([no_of(case, "dana/b.eml")], "customer content", "Rae", "key")
    assert "whimbrel" not in words(case) and b"himbrel" not in kept(case)
    assert "plover" in words(case)
    case.reports.insight.names.find()
    assert b"himbrel" not in kept(case)


def test_a_seal_that_is_set_once_texts_were_read_leaves_no_row(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    no, save = no_of(case, "dana/a.eml"), derived.save

    def seal(*arguments: Any) -> None:
        case.decisions.seal([no], "customer content", "Rae", "key")
        save(*arguments)

    monkeypatch.setattr(derived, "save", seal)
    case.reports.insight.names.find()
    with closing(apsw.Connection(str(case.path / FOLDER / FILE))) as db:
        assert no not in {item for (item,) in db.execute("SELECT item FROM uses")}


def test_it_stops_when_asked_and_needs_a_case_that_can_be_written(case: Case) -> None:
    before = kept(case)
    assert case.reports.insight.names.find(stop=lambda: True) is None and kept(case) == before
    with Case.open(case.path, read_only=True) as other, pytest.raises(CaseError):
        other.reports.insight.names.find()


def test_no_byte_of_a_word_stays_in_a_file_of_many_pages(case: Case) -> None:
    own, *shared = (row.no for row in case.search.rows(case.search.run("").nos))
    random = Random(3)

    def ranked(number: int) -> RankedName:
        word = ("word" if number % 7 else "lone") + "".join(random.choices("abcdefghij", k=random.randint(3, 14)))
        nos = sorted(random.sample(shared, random.randint(2, 60))) if number % 7 else [own]
        return RankedName(word, word.title(), 1.0, tuple(nos))

    every = {one.word: one for one in map(ranked, range(3_000))}
    derived.save(case._opened.store, derived.origin(case._opened.store, "", 0), list(every.values()))
    store = case._opened.store
    with store.change("Rae", "seal"):
        derived.forget(store, [own])
    case._opened.settle_derived()
    assert b"lone" not in kept(case).lower() and b"word" in kept(case)
