"""Faults that a seed draws, and what came of each."""

from __future__ import annotations

import errno
import random
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import ALWAYS, COUNT, CREATE, KILL, ONCE, READ, SYNC, WRITE, Ended, Fault, Faults, of_login
from tests.trials.claims import CLAIMLESS, CLAIMS, After, said, unsaid
from tests.trials.commands import Command, Templates
from tests.trials.host import HANG
from tests.trials.state import State, state

KINDS = (
    ("full disk", WRITE | CREATE, ALWAYS, errno.ENOSPC),
    ("disk full for a moment", WRITE | CREATE, ONCE, errno.ENOSPC),
    ("failing write", WRITE, ONCE, errno.EIO),
    ("failing read", READ, ONCE, errno.EIO),
    ("failing sync", SYNC, ONCE, errno.EIO),
    ("kill", WRITE | CREATE | SYNC, KILL, 0),
)
_EVERY = READ | WRITE | SYNC | CREATE
_KILLED = -9
_IN_FULL = 0.2
"""How often the whole index is compared, too."""
_SCOPE = re.compile("FAILS  scope versions: (scope.toml isn't the version|a purge was begun)")
"""What holds of a scope that is about to be applied, or whose purge was broken off."""


@dataclass(frozen=True)
class Reference:
    """What an undisturbed command does: its calls by kind, the states around it, and the sentences that it prints."""

    calls: dict[int, int]
    before: State
    after: State
    keys: frozenset[str]


@dataclass
class Outcome:
    """A trial: what was done to which command, how it ended, and what is wrong with that."""

    told: str
    ended: Ended
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        printed = (self.ended.err.strip() or self.ended.out.strip())[-600:]
        return f"{self.told}: exit {self.ended.code}\n    {printed}\n    " + "\n    ".join(self.wrong)


class Trials:
    """Draws trials by a seed and does them, in a folder of their own; the ``thorough`` check the record twice."""

    def __init__(self, faults: Faults, folder: Path, seed: int, *, thorough: bool = True) -> None:
        self._faults, self._thorough = faults, thorough
        self._random = random.Random(seed)
        self._templates = Templates(faults, folder / "templates")
        self._place = folder / "trial"
        self._references: dict[str, Reference] = {}
        self.commands = self._templates.commands()

    @property
    def _case(self) -> Path:
        return self._place / "case"

    @property
    def _out(self) -> Path:
        return self._place / "out"

    def drawn(self, name: str) -> Outcome | None:
        """Do a trial of a command; None where it makes no call of the kind that was drawn."""
        what, kinds, mode, error = self._random.choice(KINDS)
        share = self._random.random()
        reference = self._reference(name)
        calls = sum(count for kind, count in reference.calls.items() if kind & kinds)
        at = 1 + int(share * calls)
        return self._tried(name, what, Fault((self._place,), kinds, at, mode, error)) if calls else None

    def _reference(self, name: str) -> Reference:
        if name not in self._references:
            command = self.commands[name]
            self._templates.lay_out(command.template, self._place)
            before = self._state()
            ended = self._run(command, Fault((self._place,), _EVERY, mode=COUNT))
            calls = self._faults.by_kind()
            assert ended.code == 0, ended
            keys = frozenset(key for key, _ in said(ended.out + ended.err))
            self._references[name] = Reference(calls, before, self._state(), keys)
        return self._references[name]

    def _state(self) -> State:
        return state(self._case, self._out)

    def _run(self, command: Command, fault: Fault, out: Path | None = None) -> Ended:
        return self._asked(fault, *command.over(self._case, out or self._out))

    def _asked(self, fault: Fault, *words: object) -> Ended:
        return self._faults.run(fault, *words, **of_login(self._place / "keys"))

    def _tried(self, name: str, what: str, fault: Fault) -> Outcome:
        command, reference = self.commands[name], self._reference(name)
        self._templates.lay_out(command.template, self._place)
        ended = self._run(command, fault)
        first = ended.first.removeprefix(str(self._place))
        outcome = Outcome(f"{name}: {what} at call {fault.at} ({first})", ended)
        now = self._state()
        after = After(self._case, self._out, reference.before, now, reference.after, self._is_whole)
        # What lacks only its signature is done, and isn't to be done again.
        unsigned = any(key == "export-not-signed" for key, _ in said(ended.out))
        outcome.wrong += [] if unsigned else self._ended_wrongly(ended, after)
        outcome.wrong += _false(ended, after, reference.keys)
        if self._thorough or now.audit != reference.before.audit:
            outcome.wrong += self._unrecorded("after the fault")
        outcome.wrong += [] if unsigned else self._lost(command, after)
        if self._thorough:
            outcome.wrong += self._unrecorded("in the end")
        return outcome

    def _ended_wrongly(self, ended: Ended, after: After) -> list[str]:
        if "Traceback" in ended.err + ended.out:
            return ["a traceback"]
        if ended.code not in (0, 1, 2, 130, _KILLED):
            return [f"ended with {ended.code}"]
        if ended.code == 0 and not after.now.same(after.reference):
            return [f"exit 0, and not done: {_differences(after.now, after.reference)}"]
        return ["exit 0, and the target isn't whole"] if ended.code == 0 and not self._is_whole() else []

    def _is_whole(self) -> bool:
        """Whether the program finds what stands at the target to be whole; files that it can't check are."""
        if (verifier := self._out / "verify.py").exists():
            words = [sys.executable, "-I", verifier, self._out]
            return subprocess.run(words, capture_output=True, timeout=HANG, check=False).returncode == 0
        sums = (self._out / "SHA256SUMS").exists() or (self._out / "case.db").exists()
        return not sums or self._asked(Fault(()), "verify", self._out).code == 0

    def _unrecorded(self, when: str) -> list[str]:
        """Return what the case's own verification finds; where there is no case, there is nothing to find."""
        if not (self._case / "case.db").exists():
            return []
        whole = self._thorough and self._random.random() < _IN_FULL
        words = ("verify", self._case) if whole else ("verify", self._case, "--quick")
        ended = self._asked(Fault(()), *words)
        fails = [line for line in ended.out.splitlines() if line.startswith("FAILS") and not _SCOPE.match(line)]
        return [f"{when}, verify: {(fails or [ended.err])[0][:500]}"] if fails or ended.code > 1 else []

    def _lost(self, command: Command, after: After) -> list[str]:
        """Run the command again where it wasn't done; return what is missing, or in its way, then."""
        if after.now.same(after.reference):
            return []
        out = self._out
        if out.exists():
            if not self._is_whole():
                return ["something that isn't whole is in the way of the next try"]
            out = self._place / "again"
        ended = self._run(command, Fault(()), out)
        if ended.code:
            return [f"run again: {ended.code} {ended.err[-400:]}"]
        now = state(self._case, out)
        if now.holds == after.reference.holds and _but_heads(now) == _but_heads(after.reference):
            return self._left_behind()
        return [f"run again, and differs: {_differences(now, after.reference)}"]

    def _left_behind(self) -> list[str]:
        left = [path.name for path in self._place.iterdir() if path.name.startswith(".")]
        left += [str(path) for path in self._case.rglob("*") if path.suffix in (".new", ".fresh", ".partial", ".tmp")]
        return [f"left behind: {left}"] if left else []


def _but_heads(one: State) -> list[str]:
    """Return the files at a target, but for heads: each try signs one."""
    return [name for name in one.files if not name.startswith("heads/")]


def _false(ended: Ended, after: After, usual: frozenset[str]) -> list[str]:
    """Return what a command left unsaid, and what is false in sentences that it doesn't print undisturbed."""
    sentences = list(said(ended.err + ended.out))
    wrong = []
    if ended.code >= 0 and (left := unsaid(after, [key for key, _ in sentences])):
        wrong.append(left)
    for key, values in sentences:
        if key in CLAIMS:
            wrong += [f"false ({key}): {why}" for why in (CLAIMS[key](after, values),) if why]
        elif key not in CLAIMLESS | usual:
            wrong.append(f"no check of what this claims: {key}")
    return wrong


def _differences(one: State, other: State) -> str:
    lacks, more = one.missing(other), other.missing(one)
    files = sorted(one.files.keys() ^ other.files.keys())[:4]
    return f"lacks {lacks}, has {more}, files {files}"[:900]
