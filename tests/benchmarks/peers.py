"""Times ``triage index`` against notmuch, mu and recoll on the same files, in one run.

Run it on a quiet machine::

    python -m tests.benchmarks.peers --corpus DIR [--repeat 3] [--tools triage,bare,notmuch,mu,recoll] [--json OUT]

DIR holds mail, one message a file (default: the environment variable TRIAGE_BENCH_CORPUS). A tool that isn't installed
is named and left out. Every tool gets the same tree, warm in the cache, and its own empty index each time; the best
of ``--repeat`` runs counts. For triage the run is also measured on a corpus four times as large, and for every tool
once more with nothing changed. ``items`` is what an index then holds; a tool whose index holds nothing isn't compared.
The files are copies; nothing is written into DIR. ``bare`` is the least that a Python program can do (``bare.py``).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Measure, corpus_argument, measure, mirror, triage, warm


@dataclass(frozen=True, slots=True)
class Tool:
    """A program to time: how to prepare its empty index in a folder, the commands that index the corpus, what it holds.

    ``prepare`` and ``held`` take the folder last; ``held`` also takes what ``prepare`` returned: the environment.
    """

    name: str
    program: str
    prepare: Callable[[Path, Path], dict[str, str]]
    commands: Callable[[Path, Path], list[list[str]]]
    held: Callable[[dict[str, str], Path], int]


def _triage_prepare(corpus: Path, work: Path) -> dict[str, str]:
    measure(
        triage("new", work / "case", "--allow", corpus, "--custodian", "Benchmark", "--deny", "**/customer-data/**")
    )
    return {}


def _notmuch_prepare(corpus: Path, work: Path) -> dict[str, str]:
    config = work / "notmuch.conf"
    (work / "notmuch").mkdir()
    config.write_text(
        f"[database]\npath={work}/notmuch\nmail_root={corpus}\n[user]\nname=x\nprimary_email=x@x.invalid\n"
    )
    return {"NOTMUCH_CONFIG": str(config)}


def _mu_commands(corpus: Path, work: Path) -> list[list[str]]:
    home = f"--muhome={work}"
    return [["mu", "init", home, f"--maildir={corpus}"], ["mu", "index", home]]


def _recoll_prepare(corpus: Path, work: Path) -> dict[str, str]:
    (work / "recoll.conf").write_text(f"topdirs = {corpus}\nloglevel = 2\nidxniceprio = 0\n")
    return {}


def _triage_commands(corpus: Path, work: Path) -> list[list[str]]:
    return [triage("index", work / "case")]


def _triage_held(more: dict[str, str], work: Path) -> int:
    return int(json.loads(measure(triage("status", work / "case", "--json")).said)["items"])


def _notmuch_commands(corpus: Path, work: Path) -> list[list[str]]:
    return [["notmuch", "new", "--quiet"]]


def _notmuch_held(more: dict[str, str], work: Path) -> int:
    return int(measure(["notmuch", "count", "--exclude=false", "*"], more).said)


def _mu_held(more: dict[str, str], work: Path) -> int:
    return measure(["mu", "find", f"--muhome={work}", "--fields=l", ""], expect=None).said.count(f"{os.sep}cur{os.sep}")


def _recoll_commands(corpus: Path, work: Path) -> list[list[str]]:
    return [["recollindex", "-c", str(work)]]


def _bare_commands(corpus: Path, work: Path) -> list[list[str]]:
    return [[sys.executable, str(Path(__file__).with_name("bare.py")), str(corpus), str(work)]]


def _bare_held(more: dict[str, str], work: Path) -> int:
    with closing(sqlite3.connect(work / "bare.db")) as db:
        return int(db.execute("SELECT count(*) FROM body").fetchone()[0])


def _recoll_held(more: dict[str, str], work: Path) -> int:
    every = ["recollq", "-c", str(work), "-Q", "-E", "mime:* -mime:inode/directory"]
    found = re.search(r"(\d+) results", measure(every, expect=None).said)
    return int(found[1]) if found else 0


TOOLS = (
    Tool("triage", sys.executable, _triage_prepare, _triage_commands, _triage_held),
    Tool("bare", sys.executable, lambda corpus, work: {}, _bare_commands, _bare_held),
    Tool("notmuch", "notmuch", _notmuch_prepare, _notmuch_commands, _notmuch_held),
    Tool("mu", "mu", lambda corpus, work: {}, _mu_commands, _mu_held),
    Tool("recoll", "recollindex", _recoll_prepare, _recoll_commands, _recoll_held),
)


def once(tool: Tool, corpus: Path, work: Path) -> tuple[Measure, Measure, int]:
    """Index the corpus from nothing, then once more with nothing changed; return both measures and what is held.

    Raises RuntimeError where the index holds nothing.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    more = tool.prepare(corpus, work)
    commands = tool.commands(corpus, work)
    first = [measure(command, more) for command in commands]
    second, held = measure(commands[-1], more), tool.held(more, work)
    if not held:
        raise RuntimeError(f"{tool.name} has read nothing of {corpus}: it can't be compared.\n{second.said[-2000:]}")
    return _sum(first), second, held


def _sum(runs: list[Measure]) -> Measure:
    peak = max(run.peak_mb for run in runs)
    return Measure(sum(r.wall for r in runs), sum(r.cpu for r in runs), peak, 0, runs[-1].said)


def best(tool: Tool, corpus: Path, work: Path, repeat: int) -> tuple[Measure, Measure, int]:
    firsts, seconds, held = zip(*(once(tool, corpus, work) for _ in range(repeat)), strict=True)
    return min(firsts, key=lambda m: m.wall), min(seconds, key=lambda m: m.wall), held[-1]


def record(first: Measure, second: Measure, held: int, files: int) -> dict[str, Any]:
    return {
        "files": files,
        "items": held,
        "seconds": round(first.wall, 2),
        "cpu_seconds": round(first.cpu, 2),
        "files_per_second": round(files / first.wall),
        "peak_mb": round(first.peak_mb),
        "second_run_seconds": round(second.wall, 2),
        "second_run_share": round(second.wall / first.wall, 3),
    }


def run(arguments: argparse.Namespace, work: Path) -> dict[str, Any]:
    corpus = work / "corpus"
    files = mirror(Path(arguments.corpus), corpus, 1)
    warm(corpus)
    result: dict[str, Any] = {"files": files}
    for tool in TOOLS:
        if tool.name in arguments.tools.split(","):
            if shutil.which(tool.program) is None:
                print(f"{tool.name}: {tool.program} isn't installed")
                continue
            result[tool.name] = record(*best(tool, corpus, work / "index", arguments.repeat), files)
            show(tool.name, result[tool.name])
    if "triage" in result and not arguments.no_large:
        large(arguments, work, result)
    ratios(result)
    return result


def large(arguments: argparse.Namespace, work: Path, result: dict[str, Any]) -> None:
    corpus = work / "large"
    files = mirror(Path(arguments.corpus), corpus, 4)
    result["triage_4x"] = record(*best(TOOLS[0], corpus, work / "index", arguments.repeat), files)
    show("triage, 4 times the corpus", result["triage_4x"])


def show(name: str, figures: dict[str, Any]) -> None:
    print(f"{name}: " + ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in figures.items()), flush=True)


def ratios(result: dict[str, Any]) -> None:
    """Add and print how many times each peer's rate triage reaches, and its rate at four times the size."""
    ours = result.get("triage", {}).get("files_per_second")
    for name in ("bare", "notmuch", "mu", "recoll"):
        if ours and name in result:
            result[f"times_{name}"] = round(ours / result[name]["files_per_second"], 2)
            print(f"triage reaches {result[f'times_{name}']} times the rate of {name}")
    if "triage_4x" in result:
        result["rate_4x_share"] = round(result["triage_4x"]["files_per_second"] / ours, 3)
        print(f"the rate at 4 times the corpus is {result['rate_4x_share']} of the rate at once the corpus")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default=corpus_argument(), help="folder of mail files")
    parser.add_argument("--tools", default="triage,bare,notmuch,mu,recoll", help="which to time, separated by commas")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each; the best counts")
    parser.add_argument("--no-large", action="store_true", help="leave out the corpus four times over")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    if not arguments.corpus:
        parser.error("name a corpus: --corpus DIR, or set TRIAGE_BENCH_CORPUS")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that nothing is left behind
    with tempfile.TemporaryDirectory(prefix="triage-peers-", dir=Path(arguments.corpus).resolve().parent) as work:
        result = run(arguments, Path(work))
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
