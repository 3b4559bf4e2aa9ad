"""Long work by the command line, in a process of its own, so that the window never waits. No Qt.

A function returns None where its work was stopped, and raises CaseError with the command's sentence where it fails.

The process is told to stop, and also stops when the window is killed, by the end of its standard input.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from triage.errors import CaseError
from triage.insight.gaps.nouns import GapReport
from triage.insight.names.nouns import Likeness, NameReport
from triage.insight.near.nouns import NearReport
from triage.insight.people.nouns import PeopleReport, SamePerson
from triage.messages import decode
from triage.model.items import Check, ExportReport
from triage.model.leaving import CHOICES, FAMILY, UNDECIDED, Decided, ProductionReport
from triage.model.reports import Backup
from triage.model.runs import Progress, RunReport

T = TypeVar("T")
_MOST, _MOST_PEOPLE = 200, 2_000  # suggestions, and gaps of each kind; people, and ties
_NICE = 15  # behind what a person does in the window


def index(
    path: Path,
    report: Callable[[Progress], None],
    stop: threading.Event,
    *,
    retry: Sequence[str] = (),
    passwords: Sequence[str] = (),
) -> RunReport:
    """Index a case, as ``Case.index`` says; raises CaseError with the command's sentence where it fails."""
    command = ["index", *(f"--retry={code}" for code in retry), *(["--passwords=-"] if passwords else []), str(path)]
    lines = "".join(f"{line}\n" for line in (*passwords, "")) if passwords else ""
    done = _run(command, lines, lambda progress: report(Progress(**progress)), stop, RunReport)
    if done is None:
        raise CaseError("indexing-ended-early")
    return done


def export(
    path: Path,
    target: Path,
    query: str,
    reviewer: str,
    report: Callable[[int, int], None],
    stop: threading.Event,
    *,
    decided: Decided = UNDECIDED,
    belonging: str = FAMILY,
    profile: str = "",
) -> ExportReport:
    """Export what a query finds, and what belongs to it; raises CaseError with the command's sentence where it fails.

    ``profile`` names that of the report, "" for none. Neither it nor the query is on the command line, which others on
    the machine can read.
    """
    options = [f"--with={belonging}"]
    options += [f"--{name}={getattr(decided, name)}" for name in CHOICES if getattr(decided, name)]
    options += ["--decisions=-"] if decided.near_misses else []
    options += ["--profile=-"] if profile else []
    command = ["export", "--query", "-", f"--reviewer={reviewer}", *options, "--", str(path), str(target)]
    lines = " ".join(query.split("\n")) + "\n" + (f"{profile}\n" if profile else "")
    lines += f"{json.dumps(dict(decided.near_misses))}\n" if decided.near_misses else ""
    done = _run(command, lines, _counted(report), stop, ExportReport)
    if done is None:
        raise CaseError("export-ended-early", path=target)
    return done


def produce(
    path: Path,
    target: Path,
    protocol: str,
    reviewer: str,
    report: Callable[[int, int], None],
    stop: threading.Event,
    decided: Decided = UNDECIDED,
) -> ProductionReport:
    """Produce what a protocol, the text of a TOML file, says; raises CaseError with the command's sentence."""
    options = [f"--privileged={decided.privileged}"] if decided.privileged else []
    options += ["--decisions=-"] if decided.near_misses else []
    command = ["produce", "--protocol", "-", f"--reviewer={reviewer}", *options, "--", str(path), str(target)]
    lines = f"{json.dumps(protocol)}\n"
    lines += f"{json.dumps(dict(decided.near_misses))}\n" if decided.near_misses else ""
    done = _run(command, lines, _counted(report), stop, ProductionReport)
    if done is None:
        raise CaseError("export-ended-early", path=target)
    return done


def verify(path: Path, read_only: bool, stop: threading.Event) -> list[Check] | None:
    """Check a case; returns None where it was stopped, raises CaseError with the command's sentence."""
    command = ["verify", *(["--read-only"] if read_only else []), str(path)]
    return _run(command, "", lambda _: None, stop, list[Check], kill=True)


def compact(path: Path, stop: threading.Event) -> tuple[int, int] | None:
    return _run(["case compact", str(path)], "", lambda _: None, stop, tuple[int, int])


def find_near(path: Path, report: Callable[[int, int], None], stop: threading.Event) -> NearReport | None:
    return _run(["near", str(path)], "", _counted(report), stop, NearReport)


def read_words(path: Path, report: Callable[[int, int], None], stop: threading.Event) -> dict[str, int] | None:
    command = ["order", str(path), "--only-read"]
    return _run(command, "", _counted(report), stop, dict[str, int])


def find_names(path: Path, report: Callable[[int, int], None], stop: threading.Event) -> NameReport | None:
    command = ["names", str(path), "--again", "--limit", "1"]
    return _run(command, "", _counted(report), stop, NameReport)


def find_alike(path: Path, name: str, report: Callable[[int, int], None], stop: threading.Event) -> Likeness | None:
    command = ["names", str(path), "--like", "-"]
    return _run(command, f"{name}\n", _counted(report), stop, Likeness)


def find_contained(path: Path, report: Callable[[int, int], None], stop: threading.Event) -> dict[str, Any] | None:
    command = ["near", str(path), "--contained", "--limit", "1"]
    return _run(command, "", _counted(report), stop, dict[str, Any])


def find_people(path: Path, report: Callable[[int, int], None], stop: threading.Event) -> PeopleReport | None:
    return _run(["people", str(path), "--limit", str(_MOST_PEOPLE)], "", lambda _: None, stop, PeopleReport, kill=True)


def find_same(path: Path, report: Callable[[int, int], None], stop: threading.Event) -> list[SamePerson] | None:
    command = ["people", str(path), "--suggestions", "--all", "--limit", str(_MOST)]
    return _run(command, "", lambda _: None, stop, list[SamePerson], kill=True)


def decide_person(
    path: Path, suggestion: str, accept: bool, who: str, report: Callable[[int, int], None], stop: threading.Event
) -> SamePerson | None:
    command = ["people", str(path), "--accept" if accept else "--reject", suggestion, "--reviewer", who]
    return _run(command, "", lambda _: None, stop, SamePerson)


def find_gaps(path: Path, report: Callable[[int, int], None], stop: threading.Event) -> GapReport | None:
    command = ["gaps", str(path), "--limit", str(_MOST)]
    return _run(command, "", _counted(report), stop, GapReport)


def back_up(path: Path, target: Path, report: Callable[[int, int], None], stop: threading.Event) -> Backup | None:
    command = ["case backup", str(path), str(target)]
    return _run(command, "", _counted(report), stop, Backup)


def _counted(report: Callable[[int, int], None]) -> Callable[[Any], None]:
    return lambda counts: report(counts["done"], counts["total"])


def _run(
    command: Sequence[str],
    line: str,
    report: Callable[[Any], None],
    stop: threading.Event,
    kind: type[T],
    *,
    kill: bool = False,
) -> T | None:
    """Run a command, pass its progress on and return its report, None where it ended without one.

    Its verb stands in the first string with it. ``kill`` ends a command that only reads at once.
    """
    arguments = [sys.executable, "-m", "triage", *command[0].split(), "--progress", "json", *command[1:]]
    root = Path(__file__).parent.parent
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdin is not None and process.stdout is not None
        os.setpriority(os.PRIO_PROCESS, process.pid, _NICE)
        process.stdin.write(line.encode())
        process.stdin.flush()
        threading.Thread(target=_end_input, args=(process, stop, kill), daemon=True).start()
        for news in map(json.loads, process.stdout):
            if "error" in news:
                raise CaseError(decode(news["message"]))
            if "report" in news:
                return msgspec.convert(news["report"], kind) if news["report"] is not None else None
            report(news["progress"])
    return None


def _end_input(process: subprocess.Popen[bytes], stop: threading.Event, kill: bool) -> None:
    while not stop.wait(0.05):
        if process.poll() is not None:
            return
    if kill:
        process.terminate()
    assert process.stdin is not None
    process.stdin.close()
