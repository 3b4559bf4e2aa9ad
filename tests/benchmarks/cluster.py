"""Holds the engine ``opensearch`` to the default one on a case of real mail, beside it in time, and kills its nodes.

Run it on a case that was indexed with the default engine::

    python -m tests.benchmarks.cluster CASE [--nodes 1] [--repeat 3] [--trees 1000] [--kills 0] [--seed 0]

Nodes are started from the jars that ``python -m tests.cluster.nodes`` fetches, 512 MB of heap each. Both engines index
the case's stored texts. Every query of ``queries.py`` and as many generated distances as ``--trees`` says are asked of
both: sets that differ are listed. ``--kills N`` kills a node N times while queries are asked: each answer must
be the whole one or a refusal, which is printed; afterwards all answers must be whole again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

from tests.benchmarks.queries import EVERY
from tests.cluster import nodes
from triage.case import Case
from triage.errors import EngineRefusal
from triage.model.items import ItemNo
from triage.search.engine import Document, Engine
from triage.search.engines import open_engine
from triage.search.engines.memory import read_some
from triage.search.engines.opensearch.engine import OpenSearchEngine
from triage.search.query.tree import Leaf, Near, Node, Or, Pattern, Phrase, Prefix, Word
from triage.search.snapshot import resolve
from triage.store.facts import StoredFacts
from triage.store.reading import StoredTexts

_BATCH = 1000
_FULL_JAVA = ("-XX:+UseSerialGC",)


def filled(name: str, folder: Path, texts: StoredTexts, documents: list[Document]) -> tuple[Engine, float]:
    db = apsw.Connection(str(folder / "index.db"))
    db.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")
    started = time.perf_counter()
    engine = open_engine(name, folder, db, texts, create=True)
    for at in range(0, len(documents), _BATCH):
        with db:
            engine.add(documents[at : at + _BATCH])
        engine.commit()
    engine.finish()
    return engine, time.perf_counter() - started


class Distances:
    """Makes distances of words and phrases that stand in the texts."""

    def __init__(self, documents: list[Document], seed: int) -> None:
        self._random = random.Random(seed)  # it makes examples, no secrets
        self._rows = [body.split() for _, fields in documents if len(body := fields.get("body", "")) > 200]

    def tree(self) -> Node:
        """Return a distance whose words mostly stand near each other in one text."""
        words = self._random.choice(self._rows)
        return self._near(words, self._random.randrange(len(words)), 2)

    def _near(self, words: list[str], at: int, deep: int) -> Near:
        chance = self._random
        far = chance.randint(1, 8)
        left = self._side(words, at, deep - 1)
        right = self._side(words, at + chance.randint(-far, far + 2), deep - 1)
        return Near(left, right, far, chance.random() < 0.3, chance.random() < 0.2)

    def _side(self, words: list[str], at: int, deep: int) -> Node:
        kind = self._random.random()
        if deep and kind < 0.2:
            return self._near(words, at, deep)
        if deep and kind < 0.35:
            return Or((self._leaf(words, at), self._leaf(words, self._random.randrange(len(words)))))
        return self._leaf(words, at)

    def _leaf(self, words: list[str], at: int) -> Leaf:
        word, kind = words[at % len(words)], self._random.random()
        if kind < 0.15 and len(word) > 4:
            return Prefix(word[:4])
        if kind < 0.2 and len(word) > 5:
            return Pattern("wild", f"*{word[2:]}")
        if kind < 0.4 and 0 <= at < len(words) - 1:
            return Phrase((Word(word), Word(words[at + 1])))
        return Word(word)


def compared(trees: list[tuple[str, Node]], one: Engine, other: Engine, repeat: int) -> dict[str, Any]:
    wrong: list[str] = []
    times: dict[str, list[float]] = {one.name: [], other.name: []}
    for shown, tree in trees:
        found = {engine.name: _timed(engine, tree, repeat, times[engine.name]) for engine in (one, other)}
        if found[one.name] != found[other.name]:
            wrong.append(f"{shown}: {len(found[one.name])} and {len(found[other.name])}")
    return {"queries": len(trees), "wrong": wrong, "ms": {name: _spread(some) for name, some in times.items()}}


def _timed(engine: Engine, tree: Node, repeat: int, times: list[float]) -> set[ItemNo]:
    runs: list[float] = []
    for _ in range(repeat):
        started = time.perf_counter()
        found = engine.search(tree)
        runs.append(1000 * (time.perf_counter() - started))
    times.append(statistics.median(runs))
    return found


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        name: round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)
        for name, share in (("median", 0.5), ("p95", 0.95), ("worst", 1.0))
    }


def killed(engine: Engine, running: list[nodes.Node], asked: list[tuple[str, Node]], kills: int) -> dict[str, Any]:
    """Kill a node again and again while queries are asked; return what became of them."""
    whole = {shown: engine.search(tree) for shown, tree in asked}
    exact, refused, wrong = 0, list[str](), list[str]()
    for number in range(kills):
        victim = running[number % len(running)]
        threading.Timer(0.5, victim.kill).start()
        for shown, tree in asked:
            try:
                if engine.search(tree) == whole[shown]:
                    exact += 1
                else:
                    wrong.append(shown)
            except EngineRefusal as refusal:
                refused.append(f"{shown}: {refusal}")
        victim.process.wait()
        victim.start_again()
        _until(lambda: engine.search(asked[0][1]) == whole[asked[0][0]])
        wrong += [f"{shown} afterwards" for shown, tree in asked if engine.search(tree) != whole[shown]]
    return {
        "kills": kills,
        "exact": exact,
        "refused": len(refused),
        "wrong": wrong,
        "refusals": sorted(set(refused))[:5],
    }


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(120):
        try:
            if holds():
                return
        except EngineRefusal:
            pass
        time.sleep(1)
    raise SystemExit("the cluster doesn't answer after its node came back")


def _bytes(here: Path, cluster: Engine, documents: list[Document]) -> dict[str, int]:
    assert isinstance(cluster, OpenSearchEngine)
    index = cluster._index
    stats = index._connection.ask("GET", f"/{index.name}/_stats/store")
    return {
        "folded text": sum(len(text.encode()) for _, fields in documents for text in fields.values()),
        "fts5": (here / "index.db").stat().st_size,
        "opensearch": int(stats["_all"]["primaries"]["store"]["size_in_bytes"]),
    }


def _documents(texts: StoredTexts) -> Iterator[Document]:
    return read_some(texts, texts.numbers())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    for option, default in (("nodes", 1), ("repeat", 3), ("trees", 1000), ("kills", 0), ("seed", 0)):
        parser.add_argument(f"--{option}", type=int, default=default)
    given = parser.parse_args()
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, Case.open(given.case, read_only=True) as case:
        os.environ["TRIAGE_KEYS"] = f"{folder}/keys"  # where the nodes are listed as the login's own
        here, there = Path(folder) / "here", Path(folder) / "there"
        here.mkdir()
        there.mkdir()
        texts = StoredTexts(case._opened.store)
        documents = list(_documents(texts))
        facts = StoredFacts(case._opened.store)
        asked = [(query, resolve(case.search.read(query).query, facts, query)) for _, query in EVERY]
        with nodes.started(given.nodes, Path(folder) / "nodes", _FULL_JAVA) as running:
            nodes.named(there, [node.host for node in running])
            fts5, seconds = filled("fts5", here, texts, documents)
            cluster, more = filled("opensearch", there, texts, documents)
            with closing(fts5), closing(cluster):
                figures["items"] = len(documents)
                figures["bytes"] = _bytes(here, cluster, documents)
                figures["indexing"] = {"fts5": round(seconds, 1), "opensearch": round(more, 1)}
                figures["mail queries"] = compared(asked, fts5, cluster, given.repeat)
                made = Distances(documents, given.seed)
                trees = [(str(tree), tree) for tree in (made.tree() for _ in range(given.trees))]
                figures["distances"] = compared(trees, fts5, cluster, 1)
                if given.kills:
                    figures["killing a node"] = killed(cluster, running, asked, given.kills)
    json.dump(figures, sys.stdout, indent=2, ensure_ascii=False)
    print()
    return int(any(part.get("wrong") for part in figures.values() if isinstance(part, dict)))


if __name__ == "__main__":
    raise SystemExit(main())
