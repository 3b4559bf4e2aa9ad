"""What ``search.py`` holds searches to: a scan of the stored text without an index, and other programs."""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import apsw
from measure import environment, measure, mirror, triage
from peers import TOOLS, Tool
from queries import EVERY, OTHERS

from triage.case import Case
from triage.model.items import ItemNo
from triage.search.engine import NO_LIMIT, Engine
from triage.search.engines import ENGINES, open_engine
from triage.search.engines.memory import _ItemTester
from triage.search.snapshot import resolve
from triage.store.facts import StoredFacts
from triage.store.reading import StoredTexts


def scanned(case: Case, step: int, first: int = 0) -> tuple[set[ItemNo], dict[str, set[ItemNo]]]:
    """Read the text of every ``step``-th item and decide every query on it word by word, without an index.

    Returns the items read, and for each query those of them that match. The reference engine's own tests decide.
    """
    texts = StoredTexts(case._opened.store)
    reader = _ItemTester(texts, NO_LIMIT)
    trees = {query: resolve(case.search.read(query).query, StoredFacts(case._opened.store), None) for _, query in EVERY}
    wanted = set(sorted(texts.numbers())[first::step])
    found: dict[str, set[ItemNo]] = {query: set() for query in trees}
    for no, fields in texts.documents():
        if no in wanted:
            words = {field: text.split() for field, text in fields.items()}
            for query, tree in trees.items():
                if reader._matches(tree, no, words):
                    found[query].add(no)
    return wanted, found


def by_scan(path: Path, step: int) -> dict[str, Any]:
    """Compare the index's answers with a scan of the text of every ``step``-th item."""
    with Case.open(path) as case:
        read, found = scanned(case, step)
        wrong = []
        for _, query in EVERY:
            by_index = read.intersection(case.search.run(query).nos)
            if by_index != found[query]:
                wrong.append(f"{query}: {len(by_index)} by the index, {len(found[query])} by the scan")
    return {"items": len(read), "queries": len(EVERY), "wrong": wrong}


def by_engines(path: Path) -> dict[str, Any]:
    """Compare the case's engine with the other one that has an index, made anew of the stored texts."""
    with Case.open(path) as case, tempfile.TemporaryDirectory() as folder:
        (name,) = {name for name, _ in ENGINES} - {"memory", "opensearch", case._opened.engine_name}
        started = time.process_time()
        other = made(name, case, Path(folder))
        seconds = time.process_time() - started
        wrong, started = [], time.process_time()
        for _, query in EVERY:
            tree = resolve(case.search.read(query).query, StoredFacts(case._opened.store), None)
            found, others = case._opened.engine.search(tree), other.search(tree)
            if found != others:
                wrong.append(f"{query}: {len(found)} by {case._opened.engine_name}, {len(others)} by {name}")
        other.close()
    took = {"index_cpu_seconds": round(seconds), "search_cpu_seconds": round(time.process_time() - started)}
    return {"engines": [case._opened.engine_name, name], "queries": len(EVERY), "wrong": wrong, **took}


def made(name: str, case: Case, folder: Path) -> Engine:
    """Return an engine of that name over the texts of a case, with its index in a folder."""
    texts = StoredTexts(case._opened.store)
    engine = open_engine(name, folder, apsw.Connection(str(folder / "index.db")), texts, create=True)
    for document in texts.documents():
        engine.add([document])
        engine.commit()
    engine.finish()
    return engine


_COUNTS = {
    "notmuch": ("notmuch", "search", "--output=files", "--exclude=false"),
    "mu": ("mu", "find", "--fields=l"),
    "recoll": ("recollq", "-n", "0-999999", "-q", "-b"),
}


def beside(path: Path, corpus: Path, repeat: int) -> dict[str, Any]:
    """Return for each query that others can express what each took and found.

    Milliseconds of the clock and of the processor, and how many items, or lines printed from the shell.
    """
    with tempfile.TemporaryDirectory() as folder:
        tools = [tool for tool in TOOLS if tool.name in _COUNTS and shutil.which(tool.program)]
        ready = {tool.name: indexed(tool, corpus, Path(folder)) for tool in tools}
        return {query: _asked(path, query, ready, repeat) for query in OTHERS}


def indexed(tool: Tool, corpus: Path, folder: Path) -> tuple[list[str], dict[str, str]]:
    """Index the corpus with another program; return the arguments and the environment that say where its index is."""
    work = folder / tool.name
    work.mkdir()
    if tool.name == "mu":  # it reads nothing else than maildirs
        mirror(corpus, folder / "maildir", 1)
        corpus = folder / "maildir"
    more = tool.prepare(corpus, work)
    for command in tool.commands(corpus, work):
        measure(command, more, expect=None)
    print(f"{tool.name} holds {tool.held(more, work):,} items", file=sys.stderr)
    return {"mu": [f"--muhome={work}"], "recoll": ["-c", str(work)]}.get(tool.name, []), more


def _asked(path: Path, query: str, ready: dict[str, tuple[list[str], dict[str, str]]], repeat: int) -> dict[str, Any]:
    with Case.open(path) as case:
        case.search.run(query)
        runs = []
        for _ in range(repeat):
            started, busy = time.perf_counter(), time.process_time()
            total = case.search.run(query).total
            runs.append((time.perf_counter() - started, time.process_time() - busy))
    row: dict[str, Any] = {"triage, in the process": [*_medians(runs), total]}
    row["triage, from the shell"] = _shell(triage("search", path, query, "--json"), environment(), repeat)
    for name, (place, more) in ready.items():
        if name in OTHERS[query]:
            command = [*_COUNTS[name], *place, OTHERS[query][name]]
            row[name] = _shell(command, more, repeat)
    return row


def _shell(command: list[str], more: Mapping[str, str], repeat: int) -> list[float]:
    runs = []
    for _ in range(repeat):
        started, busy = time.perf_counter(), _children()
        done = subprocess.run(command, env={**os.environ, **more}, capture_output=True, check=False)
        runs.append((time.perf_counter() - started, _children() - busy))
    return [*_medians(runs), done.stdout.count(b"\n")]


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _medians(runs: list[tuple[float, float]]) -> list[float]:
    """Return the median wall and processor time in milliseconds."""
    return [round(1000 * statistics.median(times), 1) for times in zip(*runs, strict=True)]
