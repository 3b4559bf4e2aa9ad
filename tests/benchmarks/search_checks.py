"""What ``search.py`` holds searches to: a scan of the stored text without an index, and other programs."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import measure
from peers import TOOLS
from queries import EVERY, OTHERS

from triage.case import Case
from triage.model import ItemNo
from triage.search.engine import Document, Texts
from triage.search.engines.memory import MemoryEngine
from triage.search.resolve import resolve
from triage.store.facts import StoredFacts


class Every:
    """Every N-th item of a case: an engine.Texts."""

    def __init__(self, texts: Texts, step: int) -> None:
        self._texts = texts
        self._numbers = set(sorted(texts.numbers())[::step])
        self._kept = [document for document in texts.documents() if document[0] in self._numbers]

    def documents(self, after: int = 0) -> Iterator[Document]:
        """Yield the documents above a number."""
        return (document for document in self._kept if document[0] > after)

    def numbers(self) -> set[ItemNo]:
        """Return the numbers of the items."""
        return self._numbers

    def raw(self, no: ItemNo) -> list[tuple[str, str]]:
        """Return an item's texts as written."""
        return self._texts.raw(no)


def by_scan(path: Path, step: int) -> dict[str, Any]:
    """Compare the index's answers with the reference engine's, which reads the text of every ``step``-th item."""
    wrong = []
    with Case.open(path) as case:
        texts = Every(case._index._texts, step)  # type: ignore[attr-defined]
        reference = MemoryEngine(texts)
        for _, query in EVERY:
            found = set(case.search(query).nos) & texts.numbers()
            scanned = reference.search(resolve(case.read(query).query, StoredFacts(case._store)))
            if found != scanned:
                wrong.append(f"{query}: {len(found)} by the index, {len(scanned)} by the scan")
    return {"items": len(texts.numbers()), "queries": len(EVERY), "wrong": wrong}


_COUNTS = {
    "notmuch": ("notmuch", "search", "--output=files", "--exclude=false"),
    "mu": ("mu", "find", "--fields=l"),
    "recoll": ("recollq", "-n", "0-999999", "-q", "-b"),
}


def beside(path: Path, corpus: Path, repeat: int) -> dict[str, Any]:
    """Return for each query that others can express the milliseconds from the shell and the lines that each prints."""
    with tempfile.TemporaryDirectory() as folder:
        ready = {}
        for tool in TOOLS[1:]:
            if shutil.which(tool.program):
                work = Path(folder) / tool.name
                work.mkdir()
                more = tool.prepare(corpus, work)
                for command in tool.commands(corpus, work):
                    measure(command, more, expect=None)
                place = {"mu": [f"--muhome={work}"], "recoll": ["-c", str(work)]}.get(tool.name, [])
                ready[tool.name] = (place, more)
        return {query: _asked(path, query, ready, repeat) for query in OTHERS}


def _asked(path: Path, query: str, ready: dict[str, tuple[list[str], dict[str, str]]], repeat: int) -> dict[str, Any]:
    with Case.open(path) as case:
        case.search(query)
        runs = []
        for _ in range(repeat):
            started = time.perf_counter()
            total = case.search(query).total
            runs.append(time.perf_counter() - started)
    row: dict[str, Any] = {"triage, in the process": [round(1000 * statistics.median(runs), 1), total]}
    for name, (place, more) in ready.items():
        if name in OTHERS[query]:
            command = [*_COUNTS[name], *place, OTHERS[query][name]]
            row[name] = _shell(command, more, repeat)
    return row


def _shell(command: list[str], more: dict[str, str], repeat: int) -> list[float]:
    runs = []
    for _ in range(repeat):
        started = time.perf_counter()
        done = subprocess.run(command, env={**os.environ, **more}, capture_output=True, check=False)
        runs.append(time.perf_counter() - started)
    return [round(1000 * statistics.median(runs), 1), done.stdout.count(b"\n")]
