"""Times ``triage index`` against notmuch, mu and recoll on the same files, in one run.

Run it on a quiet machine::

    python tests/benchmarks/peers.py --corpus DIR [--repeat 3] [--tools triage,notmuch,mu,recoll] [--json OUT]

DIR holds mail, one message a file (default: the environment variable TRIAGE_BENCH_CORPUS). A tool that isn't installed
is named and left out. Every tool gets the same tree, warm in the cache, and its own empty index each time; the best
of ``--repeat`` runs counts. For triage the run is also measured on a corpus four times as large, and for every tool
once more with nothing changed. The files are hard links; nothing is written into DIR.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measure import Measure, corpus_argument, measure, mirror, triage, warm


@dataclass(frozen=True, slots=True)
class Tool:
    """A program to time: how to prepare its empty index in a folder, and the commands that index the corpus."""

    name: str
    program: str
    prepare: Callable[[Path, Path], dict[str, str]]
    commands: Callable[[Path, Path], list[list[str]]]


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


TOOLS = (
    Tool("triage", sys.executable, _triage_prepare, lambda corpus, work: [triage("index", work / "case")]),
    Tool("notmuch", "notmuch", _notmuch_prepare, lambda corpus, work: [["notmuch", "new", "--quiet"]]),
    Tool("mu", "mu", lambda corpus, work: {}, _mu_commands),
    Tool("recoll", "recollindex", _recoll_prepare, lambda corpus, work: [["recollindex", "-c", str(work)]]),
)


def once(tool: Tool, corpus: Path, work: Path) -> tuple[Measure, Measure]:
    """Index the corpus from nothing, then once more with nothing changed; return both measures."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    more = tool.prepare(corpus, work)
    commands = tool.commands(corpus, work)
    first = [measure(command, more) for command in commands]
    return _sum(first), measure(commands[-1], more)


def _sum(runs: list[Measure]) -> Measure:
    peak = max(run.peak_mb for run in runs)
    return Measure(sum(r.wall for r in runs), sum(r.cpu for r in runs), peak, 0, runs[-1].said)


def best(tool: Tool, corpus: Path, work: Path, repeat: int) -> tuple[Measure, Measure]:
    """Return the fastest first run of several, and the fastest second run."""
    pairs = [once(tool, corpus, work) for _ in range(repeat)]
    return min((a for a, _ in pairs), key=lambda m: m.wall), min((b for _, b in pairs), key=lambda m: m.wall)


def record(first: Measure, second: Measure, files: int) -> dict[str, Any]:
    """Return the figures of one tool."""
    return {
        "files": files,
        "seconds": round(first.wall, 2),
        "cpu_seconds": round(first.cpu, 2),
        "files_per_second": round(files / first.wall),
        "peak_mb": round(first.peak_mb),
        "second_run_seconds": round(second.wall, 2),
        "second_run_share": round(second.wall / first.wall, 3),
    }


def items(work: Path) -> int:
    """Return how many items triage's case holds after the run."""
    return int(json.loads(measure(triage("status", work / "case", "--json")).said)["items"])


def run(arguments: argparse.Namespace, work: Path) -> dict[str, Any]:
    """Time every tool that is installed; print a line for each and return all figures."""
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
            if tool.name == "triage":
                result["triage"]["items"] = items(work / "index")
            show(tool.name, result[tool.name])
    if "triage" in result and not arguments.no_large:
        large(arguments, work, result)
    ratios(result)
    return result


def large(arguments: argparse.Namespace, work: Path, result: dict[str, Any]) -> None:
    """Time triage on four copies of the corpus."""
    corpus = work / "large"
    files = mirror(Path(arguments.corpus), corpus, 4)
    result["triage_4x"] = record(*best(TOOLS[0], corpus, work / "index", arguments.repeat), files)
    show("triage, 4 times the corpus", result["triage_4x"])


def show(name: str, figures: dict[str, Any]) -> None:
    """Print one tool's figures on a line."""
    print(f"{name}: " + ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in figures.items()), flush=True)


def ratios(result: dict[str, Any]) -> None:
    """Add and print how many times each peer's rate triage reaches, and its rate at four times the size."""
    ours = result.get("triage", {}).get("files_per_second")
    for name in ("notmuch", "mu", "recoll"):
        if ours and name in result:
            result[f"times_{name}"] = round(ours / result[name]["files_per_second"], 2)
            print(f"triage reaches {result[f'times_{name}']} times the rate of {name}")
    if "triage_4x" in result:
        result["rate_4x_share"] = round(result["triage_4x"]["files_per_second"] / ours, 3)
        print(f"the rate at 4 times the corpus is {result['rate_4x_share']} of the rate at once the corpus")


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default=corpus_argument(), help="folder of mail files")
    parser.add_argument("--tools", default="triage,notmuch,mu,recoll", help="which to time, separated by commas")
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
