"""``triage demo``: the main job on the sample records, in a screenful."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli.options import Option, command, flag
from triage.messages import render

if TYPE_CHECKING:
    from triage.case import Case

_REVIEWER = "Demo Reviewer"
_QUERIES = (
    ('"xanthe loop"', "relevant"),
    ('"project harvest"', "relevant"),
    ("gefen OR גפן OR جيفن", "relevant"),
    ("harvest NOT (lunch OR crop OR statistics)", ""),
    ("bcc:postbox", ""),
)


@command(
    "demo",
    "Run the whole job on sample records in a temporary folder, and open the window if there is a display.",
    (
        flag("--no-window", "don't open the window at the end"),
        Option("--folder", type=Path, help="create case, export and keys in this folder instead"),
    ),
    uncounted="It reads its whole sample, or fails.",
)
def _demo(args: argparse.Namespace) -> int:
    from triage.case import Case, verify
    from triage.model.leaving import FAMILY
    from triage.selftest.sample import policy

    base = args.folder or Path(tempfile.mkdtemp(prefix="triage-demo-"))
    os.environ["TRIAGE_KEYS"] = str(base / "keys")  # the login's own keys have nothing to do with a sample
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nor has the login's keyring
    _say(f"The sample records of a fictional company. Case, export and keys are in {base}")
    with Case.create(base / "case", policy()) as case:
        _index(case)
        tagged = _search(case)
        report = case.export.bundle(base / "findings", "tag:relevant", _REVIEWER, belonging=FAMILY)
        _say(f"export   {report.findings} findings, {report.natives} originals, {report.files} files, {tagged} tagged")
    all_hold = True
    for path in (base / "case", base / "findings"):
        checks = verify(path)
        failed = [f"{c.name}: {render(c.message)}" for c in checks if not c.held]
        all_hold = all_hold and not failed
        _say(f"verify   {path.name}: " + ("; ".join(failed) if failed else f"all {len(checks)} checks hold"))
    leaks = _leaks(base)
    first = f": {leaks[0]}" if leaks else ""
    _say(f"canary   words from denied places are in {len(leaks)} of the files created{first}")
    _say(f"keys     to use the key that signed this case: export TRIAGE_KEYS={base / 'keys'}")
    next_commands = ("triage verify {}", "triage search {} 'harvest w/10 varenholm'", "triage-ui {}")
    _say("next     " + "     ".join(command.format(base / "case") for command in next_commands))
    if not args.no_window:
        display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        subprocess.run([sys.executable, "-m", "ui", str(base / "case") if display else "--check"], check=False)
    return 0 if all_hold and not leaks else 1


def _say(text: str) -> None:
    print(text, flush=True)


def _index(case: Case) -> None:
    report = case.index()
    status = case.status()
    _say(f"scope    {len(case.scope.policy.allow)} folders allowed, {len(case.scope.policy.deny)} rules deny")
    _say(
        f"index    {report.seen} files seen: {report.indexed} read, {report.failed} not readable,"
        f" {report.denied} denied; {report.items} items in {report.seconds:.1f} s"
    )
    problems = ", ".join(sorted({p.code for p in case.reports.problems()}))
    how_far = f"{status.fully} fully searchable, {status.partly} partly, {status.not_searchable} not"
    _say(f"status   {status.items} items: {how_far}")
    _say(f"problems {problems}")


def _search(case: Case) -> int:
    from triage.selftest.sample import CANARIES

    tagged: set[int] = set()
    for query, tag in (*_QUERIES, *((word, "") for word in CANARIES)):
        results = case.search.run(query)
        _say(f"search   {query:<22} {results.total:>3} items   interpreted as: {results.reading}")
        for row in case.search.rows(case.search.sorted(results.nos, "date")[:2]):
            _say(f"           {row.date[:10]}  {row.custodian:<16}  {(row.subject or row.name)[:60]}")
        if tag:
            case.search.save(query, query, _REVIEWER)
            tagged.update(case.decisions.tag(results.nos, tag, _REVIEWER, "bulk").changed)
    return len(tagged)


def _leaks(base: Path) -> list[str]:
    from triage.selftest.sample import CANARIES

    files = [p for p in base.glob("**/*") if p.is_file()]
    return [str(p.relative_to(base)) for p in files if any(w.encode() in p.read_bytes().lower() for w in CANARIES)]
