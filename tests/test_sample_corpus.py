"""The sample corpus through the whole program: every planted answer on every engine, and canaries in no place."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from sample_corpus.make import differences, in_scope, out_of_scope
from tests.cluster import nodes
from tests.documented_queries import COUNTS, code, queries
from tests.search.search_corpus import EVERY
from triage.case import Case
from triage.errors import ScopeError
from triage.model.items import Item, ItemNo
from triage.parsers.kit.ocr import available
from triage.selftest.sample import CANARIES, answers, folder, policy

ROOT = folder()
FILES = ROOT / "files"
ANSWERS = answers()
_SHARED = 4
"""How many letters of a canary an index may leave out, as the word before it begins with the same.

The rest is long enough not to turn up by chance in what is random: keys, signatures, hashes.
"""

pytestmark = pytest.mark.xdist_group("sample-corpus")


class Indexed:
    """An indexed case, and the places of its items as the answers write them."""

    def __init__(self, case: Case) -> None:
        self.case = case
        roots = {a["id"]: a["path"] for a in ANSWERS["scope"]["allow"]}
        self.items: dict[str, Item] = {}
        for no in case.search.run("").nos:
            item = case.search.item(no)
            place = f"{roots[item.root]}/{item.path}" + (f"!{item.member}" if item.member else "")
            self.items[place] = item
        self._places = {item.row.no: place for place, item in self.items.items()}

    def places(self, nos: Any) -> list[str]:
        """Return the places of item numbers, sorted."""
        return sorted(self._places[no] for no in nos)

    def no(self, place: str) -> ItemNo:
        """Return the number of the item at a place."""
        return self.items[place].row.no


@pytest.fixture(scope="module", params=EVERY)
def indexed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexed]:
    """The corpus indexed once with each engine."""
    with Case.create(tmp_path_factory.mktemp("sample") / "case", policy(), request.param) as case:
        if request.param == "opensearch":
            nodes.named(case.path, [nodes.shared().host])
        case.index()
        yield Indexed(case)


# What is in the repository


@pytest.mark.nightly
def test_the_script_makes_the_files_again(tmp_path: Path) -> None:
    """Another process with other hash seeds and another time zone writes the same bytes."""
    surroundings = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    command = [sys.executable, "-m", "sample_corpus.make", str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT.parent, env=surroundings)
    assert _hashes(tmp_path / "files") == _hashes(FILES)
    assert (tmp_path / "answers.toml").read_bytes() == (ROOT / "answers.toml").read_bytes()
    assert differences(ROOT) == []


def _hashes(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    """The comparison that the test above trusts can fail."""
    from sample_corpus.make import write

    write(tmp_path)
    changed = tmp_path / "files" / "shared-drive" / "office" / "rooms.csv"
    changed.write_bytes(changed.read_bytes() + b"\n")
    (tmp_path / "files" / "left-over").write_bytes(b"")
    assert differences(tmp_path) == ["files/left-over", "files/shared-drive/office/rooms.csv"]


def test_the_corpus_is_small_and_without_links() -> None:
    """Under 2 MB, regular files only, and as many as the answers say."""
    files = [p for p in FILES.rglob("*") if not p.is_dir()]
    assert sum(p.stat().st_size for p in files) < 2_000_000
    assert not any(p.is_symlink() for p in files)
    assert len(files) == ANSWERS["counts"]["files"] + ANSWERS["counts"]["denied_files"]


def test_every_denied_file_holds_a_canary_and_no_other_file_does() -> None:
    """Otherwise a search for the canary would prove nothing."""
    denied = {file.path for file in out_of_scope()}
    allowed = {file.path for file in in_scope()}
    assert {path for path in denied | allowed if _canaries((FILES / path).read_bytes())} == denied


def test_there_are_enough_planted_queries() -> None:
    """At least 25, some of which must find nothing, over at least four custodians."""
    queries = ANSWERS["query"]
    assert len(queries) >= 25
    assert sum(not q["items"] for q in queries) >= 3
    assert len({a["custodian"] for a in ANSWERS["scope"]["allow"]}) >= 5


# What the program makes of it


def test_every_item_is_there(indexed: Indexed) -> None:
    expected = {f"{file.path}!{m}" if m else file.path for file in in_scope() for m, _ in file.members()}
    assert set(indexed.items) == expected
    assert len(expected) == ANSWERS["counts"]["items"]


def test_the_sums_agree(indexed: Indexed) -> None:
    status = indexed.case.status()
    counts = ANSWERS["counts"]
    assert status.adds_up
    assert (status.with_items, status.failed, status.items) == (counts["files"], 0, counts["items"])
    assert status.denied == counts["denied_places"]


@pytest.mark.nightly
def test_every_check_of_the_case_holds(indexed: Indexed) -> None:
    assert [check for check in indexed.case.verification.run() if not check.held] == []


@pytest.mark.parametrize("query", ANSWERS["query"], ids=lambda q: q["text"])
def test_a_planted_query_finds_its_items(indexed: Indexed, query: dict[str, Any]) -> None:
    assert indexed.places(indexed.case.search.run(query["text"]).nos) == sorted(query["items"]), query["why"]


@pytest.mark.parametrize("query", [q for q in ANSWERS["query"] if q["items"]], ids=lambda q: q["text"])
def test_a_planted_word_is_shown_where_it_was_found(indexed: Indexed, query: dict[str, Any]) -> None:
    """Each item found by words has at least one highlighted place, which lies inside its text."""
    for place in query["items"]:
        item = indexed.items[place]
        spans = indexed.case.search.spans(query["text"], item)
        assert spans, place
        for span in (s for s in spans if s.segment >= 0):
            assert 0 <= span.start < span.end <= len(item.segments[span.segment].text)


@pytest.mark.parametrize("problem", ANSWERS["problem"], ids=lambda p: p["item"])
def test_a_problem_is_on_record(indexed: Indexed, problem: dict[str, Any]) -> None:
    """What can't be read, or only in part, says so with its code."""
    item = indexed.items[problem["item"]]
    assert {p.code for p in item.problems} & set(problem["codes"])
    if problem["searchable"]:
        assert item.row.searchable == problem["searchable"]


def test_nothing_else_is_a_problem(indexed: Indexed) -> None:
    """No false alarm; that a character set was guessed is right for the files that don't state one."""
    known = {(p["item"], code) for p in ANSWERS["problem"] for code in p["codes"]}
    known |= {(place, "charset-guessed") for place in ANSWERS["guessed"]["items"]}
    found = {(place, p.code) for place, item in indexed.items.items() for p in item.problems}
    assert found - known == set()


@pytest.mark.parametrize("thread", ANSWERS["thread"], ids=lambda t: t["story"])
def test_a_thread_holds_its_messages(indexed: Indexed, thread: dict[str, Any]) -> None:
    """All messages of a conversation, a missing one in the middle notwithstanding, and no other message."""
    for place in thread["items"]:
        found = {p for p in indexed.places(indexed.case.search.thread(indexed.no(place))) if _is_mail(indexed.items[p])}
        assert found == set(thread["items"]), place


def _is_mail(item: Item) -> bool:
    return item.row.type in ("message/rfc822", "application/vnd.ms-outlook")


def test_an_attachment_is_in_the_thread_of_its_message(indexed: Indexed) -> None:
    """In an eml file, an Outlook file and a mailbox file alike."""
    apart = []
    for family in ANSWERS["family"]:
        head = family["head"]
        if not _is_mail(indexed.items[head]):
            continue
        thread = indexed.places(indexed.case.search.thread(indexed.no(head)))
        apart += [p for p in family["items"] if not _is_mail(indexed.items[p]) and p not in thread and _direct(p, head)]
    assert apart == []


def _direct(place: str, head: str) -> bool:
    return place.count(".") - head.count(".") == ("!" in head)


@pytest.mark.parametrize("family", ANSWERS["family"], ids=lambda f: f["head"])
def test_a_family_holds_its_members(indexed: Indexed, family: dict[str, Any]) -> None:
    """A mail with all that is in it, a zip with its members; a mailbox file is not a family."""
    for place in family["items"]:
        assert indexed.places(indexed.case.search.family(indexed.no(place))) == sorted(family["items"]), place


@pytest.mark.parametrize("group", ANSWERS["duplicates"], ids=lambda g: g["items"][0])
def test_duplicates_know_one_another(indexed: Indexed, group: dict[str, Any]) -> None:
    """The same content in several places is one group, and every place is kept."""
    for place in group["items"]:
        assert indexed.places(indexed.case.search.duplicates(indexed.no(place))) == sorted(group["items"]), place


def test_custodians_are_those_of_the_scope(indexed: Indexed) -> None:
    custodians = {a["path"]: a["custodian"] for a in ANSWERS["scope"]["allow"]}
    for place, item in indexed.items.items():
        assert item.row.custodian == next(name for path, name in custodians.items() if place.startswith(f"{path}/"))


# The boundary


@pytest.mark.parametrize("file", out_of_scope(), ids=lambda f: f.path)
def test_a_file_outside_the_scope_is_refused(indexed: Indexed, file: Any) -> None:
    if Path(file.path).parts[-2:] == ("deeper", "members.json"):
        pytest.skip("one of its kind is enough")
    with pytest.raises(ScopeError):
        indexed.case.index([FILES / file.path])


def test_the_queries_of_the_pages_find_what_is_stated(indexed: Indexed, tmp_path: Path) -> None:
    """Each in a coded copy of the case."""
    with Case.open(Path(shutil.copytree(indexed.case.path, tmp_path / "coded"))) as case:
        if case.status().engine == "opensearch":
            case.claim_index(moved=False)
        code(case)
        recognised = {"problem:needs-ocr": 0} if available() else {}
        assert {query: case.search.run(query).total for query in COUNTS} == COUNTS | recognised


def test_every_query_of_the_pages_has_a_stated_count() -> None:
    """Those of the tables, of the command lines and of the text."""
    assert queries() == COUNTS.keys()


@pytest.mark.nightly
def test_the_canaries_appear_nowhere(indexed: Indexed, tmp_path: Path) -> None:
    """In no index, database, ledger, log or export, as text of any kind, whole or in part."""
    case = indexed.case
    assert not any(case.search.run(f"{word[: _SHARED + 1]}*").nos for word in CANARIES), (
        "or more letters may be left out"
    )
    everything = case.search.run("").nos
    case.decisions.tag(everything, "relevant", "tester", "bulk")
    case.export.bundle(tmp_path / "export", "tag:relevant", "tester")
    case.decisions.undo("tester")
    for made in (case.path, tmp_path / "export"):
        files = [p for p in made.rglob("*") if p.is_file()]
        assert files
        assert [p.name for p in files if _canaries(p.read_bytes()) or _canaries(p.name.encode())] == []


def test_the_search_for_canaries_can_find_one(indexed: Indexed, tmp_path: Path) -> None:
    """A word that is in scope is found by the same look at the bytes of the database and of the export."""
    case = indexed.case
    nos = case.search.run("gorsebeck").nos
    case.decisions.tag(nos, "relevant", "tester", "key")
    case.export.bundle(tmp_path / "export", "tag:relevant", "tester")
    case.decisions.undo("tester")
    assert any(b"gorsebeck" in p.read_bytes() for p in case.path.rglob("*") if p.is_file())
    assert any(b"gorsebeck" in p.read_bytes() for p in (tmp_path / "export").rglob("*") if p.is_file())


@cache
def _traces() -> re.Pattern[bytes]:
    """Return what is looked for: the words and their ends (an index may store a word without its beginning)."""
    pieces = [piece for word in CANARIES for piece in (word, word[_SHARED:])]
    forms = [piece.encode(charset) for piece in pieces for charset in ("ascii", "utf-16-le", "utf-16-be")]
    return re.compile(b"|".join(map(re.escape, forms)), re.IGNORECASE)


def _canaries(data: bytes) -> bool:
    """Whether the bytes, or those of a zip's members, hold a trace of a canary."""
    if _traces().search(data):
        return True
    if data[:4] != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return any(_canaries(archive.read(n)) for n in archive.infolist() if not n.flag_bits & 1)
    except zipfile.BadZipFile:
        return False
