"""Tests of saved searches: versions, runs, and for every item that came or went the reason that is true of it."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator, Set
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from sample_corpus.archive import ZipMember, old_encryption, zip_of
from tests.parsers.archive_builders import deflated
from tests.parsers.office.test_encrypted import FILLER, locked
from tests.records import case_of, mail, write
from tests.review.people import unseal
from tests.writers.word import docx, paragraph
from triage.case import Case
from triage.errors import CaseError, QueryError
from triage.messages import say
from triage.model.items import ItemNo
from triage.model.reports import Difference
from triage.store import saved as kept

FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("One", "a heron"),
    "dana/2.eml": mail("Two", "an egret"),
    "omar/3.txt": "heron nest",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, FILES) as made:
        yield made


def moves(said: Difference) -> dict[tuple[str, str], int]:
    return {(move.sign, move.reason): len(move.ids) for move in said.moves}


def difference_after(case: Case, query: str) -> dict[tuple[str, str], int]:
    """Run a saved search that has run before, and return what moved."""
    case.search.run_saved(query, "Rae")
    return moves(case.search.saved_difference(query))


def ready(case: Case, query: str) -> None:
    case.search.save(query, query, "Rae")
    case.search.run_saved(query, "Rae")


def test_versions_and_runs(case: Case) -> None:
    assert case.search.saved() == []
    assert case.search.save("birds", "heron", "Rae").version == 1
    assert case.search.save("birds", "heron", "Rae").version == 1
    case.search.run_saved("birds", "Rae")
    assert case.search.save(" birds ", "heron OR egret", "Omar").version == 2
    done = case.search.run_saved("birds", "Omar")
    assert (done.number, done.version, done.total, done.reading) == (2, 2, 3, "heron OR egret")
    assert [(r.number, r.version, r.total, r.author) for r in case.search.saved_runs("birds")] == [
        (1, 1, 2, "Rae"),
        (2, 2, 3, "Omar"),
    ]
    (listed,) = case.search.saved()
    assert (listed.name, listed.version, listed.runs, listed.last_total) == ("birds", 2, 2, 3)
    kept_items, _ = kept.found(case._opened.store, "birds", 2)
    assert kept_items == set(case.search.run("heron OR egret").nos)
    assert moves(case.search.saved_difference("birds")) == {("+", say("moved-query-edited")): 1}
    assert moves(case.search.saved_difference("birds", 2, 1)) == {("+", say("moved-query-edited")): 1}
    assert all(check.held for check in case.verification.run())


def test_nothing_moved(case: Case) -> None:
    ready(case, "heron")
    assert difference_after(case, "heron") == {}


def test_a_new_source(case: Case, tmp_path: Path) -> None:
    ready(case, "heron")
    write(tmp_path / "records", {"dana/4.eml": mail("Four", "another heron")})
    case.index()
    assert difference_after(case, "heron") == {("+", say("moved-new-source")): 1}


def test_a_changed_source(case: Case, tmp_path: Path) -> None:
    ready(case, "heron")
    path = tmp_path / "records/omar/3.txt"
    path.write_text("heron nests, with more said")
    os.utime(path, ns=(1, 1))
    case.index()
    assert difference_after(case, "heron") == {("+", say("moved-source-changed")): 1, ("-", say("moved-superseded")): 1}
    path.unlink()
    case.index()
    assert difference_after(case, "heron") == {("-", say("moved-vanished")): 1}


@pytest.mark.parametrize("packed", [True, False], ids=["member", "whole file"])
def test_a_password(case: Case, tmp_path: Path, packed: bool) -> None:
    plain = b"a heron under lock"
    secret = old_encryption(plain, b"sesame", bytes((*bytes(11), zlib.crc32(plain) >> 24)))
    closed = zip_of(ZipMember(b"a.txt", secret, plain, 0, 1), deflated("b.txt", b"clear"))
    data = closed if packed else locked(docx(paragraph("heron"), {"word/media/a_png": FILLER}), "sesame")
    write(tmp_path / "records", {"omar/5.zip" if packed else "omar/5.docx": data})
    case.index()
    ready(case, "heron")
    case.index(retry=["encrypted"], passwords=["sesame"])
    assert difference_after(case, "heron") == {("+", say("moved-newly-readable")): 1}


def test_a_file_that_could_not_be_read(case: Case, tmp_path: Path) -> None:
    write(tmp_path / "records", {"omar/5.txt": "heron " * 300_000})
    (case.path / "settings.toml").write_text("max_file_mb = 1\n")
    with Case.open(case.path) as narrow:
        narrow.index()
        assert narrow.status().failed == 1
        ready(narrow, "heron")
    (case.path / "settings.toml").unlink()
    case.index(retry=["limit-size"])
    assert difference_after(case, "heron") == {("+", say("moved-newly-readable")): 1}


def lost(nos: frozenset[ItemNo], unread: frozenset[ItemNo] = frozenset()) -> tuple[Set[ItemNo], Set[ItemNo]]:
    """Return what a run found that lost an item, and what it could not read."""
    return nos - {min(nos)}, unread


Faked = Callable[[frozenset[ItemNo]], tuple[Set[ItemNo], Set[ItemNo]]]


@pytest.mark.parametrize(
    ("query", "changed", "found", "sign", "reason"),
    [
        ("heron", {}, lambda nos: (nos - {min(nos)}, {min(nos)}), "-", "moved-less-readable"),
        ("heron", {"index": {"engine": "fts5 3.0"}}, lost, "-", "moved-engine-changed"),
        ("heron", {}, lost, "-", "moved-unexplained"),
        ("heron", {}, lambda nos: ({*nos, 999}, set()), "+", "moved-item-gone"),
        ("heron", {"reading": '"heron"'}, lost, "-", "moved-query-read-differently"),
        ("heron custodian:*", {}, lost, "-", "moved-facts-changed"),
        ("heron custodian:*", {"index": {"program": "0.1.0"}}, lost, "-", "moved-program-changed"),
    ],
)
def test_what_a_run_that_found_something_else_is_explained_by(
    case: Case, query: str, changed: dict[str, Any], found: Faked, sign: str, reason: str
) -> None:
    """The second run is made up: it was made by another program or engine, say, or read less."""
    ready(case, query)
    (run,), (nos, _) = case.search.saved_runs(query), kept.found(case._opened.store, query, 1)
    other = replace(run, number=2, **changed | {"index": replace(run.index, **changed.get("index", {}))})
    with case._opened.store.change("Rae", "test"):
        kept.add_run(case._opened.store, other, *found(frozenset(nos)))
    assert moves(case.search.saved_difference(query, 1, 2)) == {(sign, say(reason)): 1}
    if reason == "moved-less-readable":
        assert difference_after(case, query) == {("+", say("moved-newly-readable")): 1}


def test_a_tag(case: Case) -> None:
    ready(case, "heron is:untagged")
    case.decisions.tag(case.search.run("nest").nos, "hot", "Rae", "key")
    assert difference_after(case, "heron is:untagged") == {("-", say("moved-coding-changed")): 1}
    case.decisions.undo("Rae")
    assert difference_after(case, "heron is:untagged") == {("+", say("moved-coding-changed")): 1}


def test_what_other_items_say_of_it(case: Case, tmp_path: Path) -> None:
    ready(case, "is:duplicate")
    write(tmp_path / "records", {"omar/copy.eml": FILES["dana/1.eml"]})
    case.index()
    assert difference_after(case, "is:duplicate") == {
        ("+", say("moved-facts-changed")): 1,
        ("+", say("moved-new-source")): 1,
    }


def test_each_move_is_an_item_that_moved(case: Case, tmp_path: Path) -> None:
    """An edited query, a new file and a tag at once: every item has one reason, and the sums agree."""
    case.search.save("birds", "heron AND is:untagged", "Rae")
    before = case.search.run_saved("birds", "Rae")
    write(tmp_path / "records", {"dana/9.eml": mail("Nine", "heron again"), "dana/8.eml": mail("Eight", "egrets")})
    case.index()
    case.decisions.tag(case.search.run("nest").nos, "hot", "Rae", "key")
    case.search.save("birds", "(heron OR egret*) AND is:untagged", "Rae")
    after = case.search.run_saved("birds", "Rae")
    said = case.search.saved_difference("birds")
    assert moves(said) == {
        ("+", say("moved-new-source")): 1,
        ("+", say("moved-query-edited")): 2,
        ("-", say("moved-coding-changed")): 1,
    }
    assert after.total - before.total == sum(len(m.ids) * (1 if m.sign == "+" else -1) for m in said.moves)
    assert msgspec.to_builtins(said.before)["total"] == before.total


def test_mistakes_are_said(case: Case) -> None:
    with pytest.raises(QueryError):
        case.search.save("x", "(heron", "Rae")
    for name in ("", "  ", "x" * 81, "a\x1bb"):
        with pytest.raises(CaseError, match="can't be the name"):
            case.search.save(name, "heron", "Rae")
    with pytest.raises(CaseError, match="Who saves"):
        case.search.save("x", "heron", " ")
    with pytest.raises(CaseError, match="There is no saved search"):
        case.search.run_saved("nobody", "Rae")
    case.search.save("x", "heron", "Rae")
    with pytest.raises(CaseError, match="needs two runs"):
        case.search.saved_difference("x")
    case.search.run_saved("x", "Rae")
    with pytest.raises(CaseError, match="no run 7"):
        case.search.saved_difference("x", 1, 7)


def test_a_seal_explains_what_went_and_came(case: Case) -> None:
    for query in ("heron", "NOT heron"):
        ready(case, query)
    no = case.search.run("heron").nos[0]
    case.decisions.seal([no], "a customer's", "Rae", "key")
    assert difference_after(case, "heron") == {("-", say("moved-seal-changed")): 1}
    assert difference_after(case, "NOT heron") == {("+", say("moved-seal-changed")): 1}
    unseal(case, no)
    assert difference_after(case, "heron") == {("+", say("moved-seal-changed")): 1}
