"""The engine over a real node: what it answers when a run was killed, an index lost or changed, a view ended."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import apsw
import pytest

from tests.cluster import nodes
from tests.records import case_of, mail, scope
from tests.search.search_corpus import Corpus, engine_over
from triage import settings
from triage.case import Case
from triage.cli import main
from triage.errors import CaseError, EngineRefusal
from triage.model.items import ItemNo
from triage.search.engine import Deadline
from triage.search.engines import claim_index, open_engine
from triage.search.engines.memory import MemoryEngine
from triage.search.engines.opensearch import cluster as cluster_index
from triage.search.engines.opensearch import engine as cluster_engine
from triage.search.engines.opensearch.engine import OpenSearchEngine
from triage.search.engines.opensearch.records import FILE, mark
from triage.search.query.language import read

pytestmark = [pytest.mark.nightly, pytest.mark.xdist_group("cluster")]

TEXTS = {no: [("body", f"heron number{no}"), ("subject", "egret" if no % 2 else "stork")] for no in range(1, 8)}


def _some(*nos: int) -> Corpus:
    return Corpus({no: TEXTS[no] for no in nos})


@contextmanager
def _opened(folder: Path, corpus: Corpus) -> Iterator[OpenSearchEngine]:
    """Open an engine over a case that is there already; all in folders of one name are copies of one case."""
    corpus.named = corpus.named or folder.name
    with (
        closing(apsw.Connection(str(folder / "opensearch.sqlite"))) as db,
        closing(open_engine("opensearch", folder, db, corpus, create=False)) as engine,  # type: ignore[arg-type]
    ):
        assert isinstance(engine, OpenSearchEngine)
        yield engine


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Path]:
    """A folder whose engine has indexed the first three items; the index is deleted in the end."""
    nodes.named(tmp_path, [nodes.shared().host])
    with _opened(tmp_path, _some(1, 2, 3)):
        pass
    yield tmp_path
    with _opened(tmp_path, Corpus({})) as engine:
        engine.rebuild()


def _found(engine: OpenSearchEngine, text: str) -> set[ItemNo]:
    return engine.search(read(text).query)


def _stored(engine: OpenSearchEngine) -> None:
    """Write to the case's database, as what changes its texts does."""
    engine._db.execute("CREATE TABLE IF NOT EXISTS written(at); INSERT INTO written VALUES(1)")


def _ask(engine: OpenSearchEngine, *request: Any) -> dict[str, Any]:
    return engine._index._connection.ask(*request)


def test_what_a_kill_kept_from_being_sent_is_sent_at_the_next_opening(case: Path) -> None:
    with _opened(case, Corpus(TEXTS)) as engine:
        assert engine._records.there(range(50)) == set(range(1, 8))
        assert _found(engine, "heron") == set(range(1, 8)) and _found(engine, "NOT egret") == {2, 4, 6}
        assert list(engine.vocabulary(beginning="st")) == [("stork", 3)]


def test_items_that_were_on_their_way_when_it_was_killed_are_counted_once(case: Path) -> None:
    corpus = _some(1, 2, 3, 4, 5)
    with _opened(case, _some(1, 2, 3)) as engine:
        there = list(engine._index.texts([1, 2, 3]))  # type: ignore[list-item]
        engine._records.await_({no: mark(no, fields) for no, fields in corpus.documents()}, there)
    with _opened(case, corpus) as engine:
        assert _found(engine, "heron") == set(range(1, 6))
        assert dict(engine.vocabulary()) == dict(MemoryEngine(corpus).vocabulary())  # type: ignore[arg-type]


def test_what_was_not_sent_yet_is_found_all_the_same(case: Path) -> None:
    corpus = _some(1, 2, 3)
    with _opened(case, corpus) as engine:
        corpus.items = Corpus(TEXTS).items
        _stored(engine)
        assert _found(engine, "heron NOT egret") == {2, 4, 6}
        assert list(engine.vocabulary())[:2] == [("egret", 4), ("heron", 7)]


def test_what_the_case_does_not_have_is_taken_out(case: Path) -> None:
    with _opened(case, _some(2, 3)) as engine:
        assert _found(engine, "heron") == {2, 3}
        assert engine._records.there(range(50)) == {2, 3}
    with _opened(case, _some(2, 3)) as engine:
        assert _found(engine, "NOT egret") == {2}


def test_an_index_that_is_gone_is_made_again(case: Path) -> None:
    with _opened(case, Corpus(TEXTS)) as engine:
        _ask(engine, "DELETE", f"/{engine._index.name}-1")
        engine._index.forget()
        with pytest.raises(EngineRefusal, match="isn't on the search cluster any more"):
            _found(engine, "heron")
    with _opened(case, Corpus(TEXTS)) as engine:
        assert _found(engine, "heron pre/1 number3") == {3}


def test_an_index_that_something_else_has_changed_is_refused(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_engine, "_PAUSE", 0)
    with _opened(case, Corpus(TEXTS)) as engine:
        _ask(engine, "PUT", f"/{engine._index.name}/_doc/2", {"no": 2, "mark": 1, "body": "other"})
        engine._index.forget()
        with pytest.raises(EngineRefusal, match=r"Delete opensearch\.db"):
            _found(engine, "heron")
        engine._index.drop()
    (case / FILE).unlink()
    with _opened(case, Corpus(TEXTS)) as engine:
        assert _found(engine, "heron") == set(range(1, 8))


@pytest.fixture
def copy(case: Path, tmp_path: Path) -> Path:
    """A folder of the same name, which makes it a copy of the case, that has the settings alone."""
    folder = tmp_path / "copy" / case.name
    folder.mkdir(parents=True)
    shutil.copy(case / "settings.toml", folder)
    return folder


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is sent to the cluster from now on."""
    sent: list[str] = []
    ask = cluster_index.Connection.ask

    def noted(self: cluster_index.Connection, method: str, path: str, *more: Any, **params: Any) -> Any:
        sent.append(f"{method} {path}")
        return ask(self, method, path, *more, **params)

    monkeypatch.setattr(cluster_index.Connection, "ask", noted)
    return sent


@pytest.mark.parametrize("same", [True, False])
def test_a_copy_without_records_makes_an_index_of_its_own(
    same: bool, case: Path, copy: Path, requests: list[str]
) -> None:
    texts = _some(1, 2, 3) if same else Corpus({no: [("body", "stork")] for no in range(1, 4)})
    with _opened(case, _some(1, 2, 3)) as engine:
        requests.clear()
        with _opened(copy, texts) as other:
            assert _found(other, "heron") == ({1, 2, 3} if same else set())
            assert not any(engine._index.name in request for request in requests)
            assert other.unused_indexes() == []
            other.rebuild()
        assert _found(engine, "heron") == {1, 2, 3}


def test_a_copy_with_the_records_sends_nothing_until_it_is_said_to_be_one(
    case: Path, copy: Path, requests: list[str]
) -> None:
    shutil.copy(case / FILE, copy)
    corpus = Corpus({no: TEXTS[no] for no in (1, 2, 5)})
    with pytest.raises(CaseError, match=r"belongs\. That is .*--moved.*--copied") as error, _opened(copy, corpus):
        pass
    assert str(case) in str(error.value) and requests == []
    corpus.named = copy.name
    claim_index("opensearch", copy, corpus, moved=False)  # type: ignore[arg-type]
    assert requests == []
    with _opened(copy, corpus) as other, _opened(case, _some(1, 2, 3)) as engine:
        assert other._index.name != engine._index.name
        assert _found(other, "heron") == {1, 2, 5} and _found(engine, "heron") == {1, 2, 3}
        other.rebuild()


def test_a_case_that_was_moved_keeps_its_index_and_what_is_left_behind_is_refused(
    case: Path, copy: Path, requests: list[str]
) -> None:
    corpus = _some(1, 2, 3)
    corpus.named = copy.name
    shutil.copy(case / FILE, copy)
    with _opened(case, corpus) as engine:
        name = engine._index.name
    claim_index("opensearch", copy, corpus, moved=True)  # type: ignore[arg-type]
    requests.clear()
    with _opened(copy, corpus) as moved:
        assert moved._index.name == name and _found(moved, "heron") == {1, 2, 3}
        assert not any("_bulk" in request for request in requests)
    requests.clear()
    with pytest.raises(CaseError, match="belongs to this case in another place by now"), _opened(case, corpus):
        pass
    assert {request.split()[0] for request in requests} == {"GET"}
    claim_index("opensearch", case, corpus, moved=True)  # type: ignore[arg-type]


def test_the_command_line_asks_whether_a_folder_is_a_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, other = tmp_path / "case", tmp_path / "other"
    with case_of(tmp_path, {"one.eml": mail("heron")}, engine="opensearch") as case:
        assert len(case.search.run("heron").nos) == 1
    shutil.copytree(folder, other)
    try:
        for arguments in (["search", str(other), "heron"], ["index", str(other)], ["index", str(other), "--rebuild"]):
            assert main(arguments) == 2
            said = capsys.readouterr().err
            assert "--copied" in said and "Traceback" not in said
        assert main(["index", str(other), "--copied"]) == 0
        (other / FILE).unlink()
        capsys.readouterr()
        assert main(["index", str(other)]) == 0
        assert "nothing uses these earlier indexes" in capsys.readouterr().out
        assert main(["search", str(other), "heron"]) == 0
    finally:
        with closing(cluster_index.Connection(settings.cluster(folder / settings.FILE), folder)) as connection:
            for name in connection.ask("GET", "/triage-*/_mapping"):
                connection.ask("DELETE", f"/{name}")


def test_an_index_whose_records_were_deleted_is_named_and_left_alone(case: Path) -> None:
    with _opened(case, _some(1, 2, 3)) as engine:
        name, earlier = engine._index.name, engine._index
        assert engine.unused_indexes() == []
    (case / FILE).unlink()
    with _opened(case, _some(1, 2)) as engine:
        assert engine._index.name != name and engine.unused_indexes() == [f"{name}-1"]
        assert _ask(engine, "GET", f"/{name}/_count")["count"] == 3
        _ask(engine, "DELETE", f"/{earlier.name}-1")


def test_nothing_is_written_to_an_index_that_is_not_what_was_sent(
    case: Path, monkeypatch: pytest.MonkeyPatch, requests: list[str]
) -> None:
    monkeypatch.setattr(cluster_engine, "_PAUSE", 0)
    old = (case / FILE).read_bytes()
    with _opened(case, Corpus(TEXTS)):
        pass
    (case / FILE).write_bytes(old)  # a backup that was restored
    for corpus in (_some(1, 2, 3, 4), _some(1, 2)):
        requests.clear()
        with pytest.raises(EngineRefusal, match="a backup of the case was restored"), _opened(case, corpus):
            pass
        assert not any("_bulk" in request for request in requests)
    with _opened(case, _some(1, 2, 3)) as engine:
        engine.rebuild()


def test_two_items_that_change_places_are_seen(case: Path) -> None:
    corpus = Corpus(TEXTS)
    with _opened(case, corpus) as engine:
        assert _found(engine, "number2") == {2}
        one, two = corpus.items[ItemNo(1)], corpus.items[ItemNo(2)]
        corpus.items |= {ItemNo(1): two, ItemNo(2): one}
        engine.replace([document for document in corpus.documents() if document[0] < 3])
        engine.commit()
        engine.finish()
        assert _found(engine, "number2") == {1}


def test_an_earlier_text_goes_where_the_cluster_refuses_the_later_one(case: Path) -> None:
    corpus = Corpus(TEXTS)
    with _opened(case, corpus) as engine:
        corpus.items[ItemNo(3)] = [("body", "x" * 40_000)]
        engine.replace([document for document in corpus.documents() if document[0] == 3])
        engine.commit()
        engine.finish()
        assert _found(engine, "number3") == set() and _found(engine, "xxx*") == {3}
        assert engine._records.aside == {3}


def test_an_index_of_that_name_that_is_not_the_cases_is_left_alone(case: Path) -> None:
    with _opened(case, Corpus(TEXTS)) as engine:
        name = engine._index.name
        engine.rebuild()
        _ask(engine, "PUT", f"/{name}-x", {"aliases": {name: {}}})
        try:
            with pytest.raises(CaseError, match="it isn't this case's"), _opened(case, Corpus(TEXTS)):
                pass
        finally:
            _ask(engine, "DELETE", f"/{name}-x")


def test_a_moment_that_has_ended_is_taken_anew(case: Path) -> None:
    with _opened(case, Corpus(TEXTS)) as engine:
        assert len(_found(engine, "heron")) == 7
        _ask(engine, "DELETE", "/_search/point_in_time/_all")
        assert len(_found(engine, "heron")) == 7


def test_all_items_are_found_however_many(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for page in (3, 7):
        monkeypatch.setattr(cluster_index, "_PAGE", page)
        with _opened(case, Corpus(TEXTS)) as engine:
            assert _found(engine, "heron") == set(range(1, 8))


@pytest.mark.parametrize("page", [1, 3, 10, 40])
def test_all_items_of_every_part_are_found(page: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_index, "_PAGE", page)
    nodes.named(tmp_path, [nodes.shared().host])
    with (tmp_path / "settings.toml").open("a") as settings:
        settings.write("shards = 3\n")
    texts = {no: [("body", "heron egret" if no % 4 else "heron")] for no in range(1, 41)}
    with _opened(tmp_path, Corpus(texts)) as engine:
        try:
            assert _found(engine, "heron") == set(range(1, 41))
            assert _found(engine, "egret") == {no for no in range(1, 41) if no % 4}
            assert _found(engine, "stork") == set()
            assert engine._index._view is not None and engine._index._view[2] == 3
        finally:
            engine.rebuild()


def test_a_word_that_the_cluster_refuses_is_searched_in_the_case(case: Path) -> None:
    corpus = Corpus({**TEXTS, 8: [("body", "heron " + "x" * 40_000)], 9: [("body", "heron after")]})
    with _opened(case, corpus) as engine:
        assert engine._records.aside == {8}
        assert _found(engine, "heron") == set(range(1, 10)) and _found(engine, "xx* w/2 heron") == {8}
        assert next(iter(engine.vocabulary(beginning="xxx")))[1] == 1
    with _opened(case, corpus) as engine:
        assert engine._records.aside == {8} and not engine._records.waiting


def test_a_batch_that_is_too_much_at_once_is_sent_in_halves(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from triage.search.engines.opensearch.cluster import ClusterBusy, Connection

    sent: list[int] = []
    ask = Connection.ask

    def strict(self: Connection, method: str, path: str, body: Any = None, *more: Any, **params: str) -> Any:
        if path.endswith("_bulk"):
            sent.append(body.count(b'{"index"'))
            if sent[-1] > 2:
                raise ClusterBusy(too_large=True)
        return ask(self, method, path, body, *more, **params)

    monkeypatch.setattr(Connection, "ask", strict)
    with _opened(case, Corpus(TEXTS)) as engine:
        assert _found(engine, "heron") == set(range(1, 8))
    assert sent[0] == 4 and max(sent[1:]) == 2


def test_a_sealed_items_words_are_gone_from_the_cluster(case: Path) -> None:
    corpus = Corpus(TEXTS)
    with _opened(case, corpus) as engine:
        corpus.items[ItemNo(3)] = []
        engine.replace([(ItemNo(3), {})])
        engine.commit()
        engine.finish()
        assert _found(engine, "number3") == set() and engine.emptied() == {3}
        assert engine._records.gone_words() == ["number3"]
        assert not engine.purge(lambda: True)
        assert engine.purge(lambda: False)
        assert engine._records.gone_words() == [] and engine._index._replaced() == 0
        about = json.dumps(_ask(engine, "GET", f"/{engine._index.name}/_mget", {"ids": ["3"]}))
        assert "number3" not in about
    assert b"number3" not in (case / FILE).read_bytes()


def test_a_search_out_of_time_is_stopped(case: Path) -> None:
    with _opened(case, Corpus(TEXTS)) as engine, pytest.raises(EngineRefusal, match="stopped after"):
        engine.search(read("heron").query, Deadline(-1))
    settings = case / "settings.toml"
    settings.write_text(settings.read_text() + "search_seconds = 0\n")
    with _opened(case, Corpus(TEXTS)) as engine, pytest.raises(EngineRefusal, match="cluster took longer than 0"):
        engine.search(read("heron").query, Deadline(60))


def test_a_case_that_can_not_be_written_is_searched_and_sends_nothing(case: Path) -> None:
    corpus = Corpus(TEXTS)
    with _opened(case, corpus):
        pass
    corpus.items[ItemNo(8)] = [("body", "heron")]
    path = f"file:{case}/opensearch.sqlite?mode=ro"
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    with (
        closing(apsw.Connection(path, flags=flags)) as db,
        closing(open_engine("opensearch", case, db, corpus, create=False)) as engine,  # type: ignore[arg-type]
    ):
        assert isinstance(engine, OpenSearchEngine)
        assert _found(engine, "heron") == set(range(1, 9))
        assert engine._records.there(range(50)) == set(range(1, 8))
    kept = (case / FILE).rename(case / "kept")
    with (
        closing(apsw.Connection(path, flags=flags)) as db,
        pytest.raises(CaseError, match="can't be written"),
    ):
        open_engine("opensearch", case, db, corpus, create=False)  # type: ignore[arg-type]
    kept.rename(case / FILE)


def test_two_engines_of_one_case_see_what_either_sends(tmp_path: Path) -> None:
    corpus = _some(1, 2, 3)
    with engine_over("opensearch", corpus, tmp_path) as writing, _opened(tmp_path, corpus) as reading:
        assert _found(reading, "heron") == {1, 2, 3}
        corpus.items = Corpus(TEXTS).items
        _stored(reading)
        writing.add(document for document in corpus.documents() if document[0] > 3)
        writing.commit()
        assert _found(reading, "heron") == set(range(1, 8))
        writing.finish()
        assert _found(reading, "heron") == set(range(1, 8))
        assert reading._records.waiting == set()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace isn't installed")
def test_no_host_is_spoken_to_but_the_one_that_the_case_names(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "one.eml").write_bytes(mail("heron", "blue heron"))
    with Case.create(tmp_path / "case", scope(tmp_path / "records"), "opensearch") as case:
        nodes.named(case.path, [nodes.shared().host])
    trace = tmp_path / "trace"
    watched = f"strace -f -e trace=connect,sendto,sendmsg -o {trace} {sys.executable} -m triage".split()
    for arguments in (["index"], ["search", "--json"]):
        command = [*watched, arguments[0], str(tmp_path / "case"), *["heron"][: len(arguments) - 1], *arguments[1:]]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        there = set(re.findall(r'sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)', trace.read_text()))
        assert {f"http://{address}:{port}" for port, address in there} == {nodes.shared().host}
        assert "sin6_port" not in "".join(re.findall(r"(?m)^.*(?:connect|send\w+)\(.*$", trace.read_text()))
    assert json.loads(ran.stdout)["total"] == 1
    with Case.open(tmp_path / "case") as case:
        assert all(check.held for check in case.verification.run())
        case._opened.engine.rebuild()  # type: ignore[attr-defined]
