"""Random courses of events in two copies of a case, all of them honest: nobody may be accused of altering anything.

``python -m tests.review.histories COUNT SEED`` plays COUNT of them from SEED on, prints what doesn't hold, and
exits with 1 where something doesn't. People tag, note several items at once, undo, seal, move files and index, write
decision files that grow stale, and merge files and folders; at the end each takes over the other's work.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.records import case_of
from tests.review.copies import copy, nos, state
from triage.case import Case
from triage.errors import DecisionError, TriageError
from triage.messages import render

FILES: dict[str, bytes | str] = {f"dana/{i}.txt": f"common word{i}" for i in range(6)}
NAMES = ("Ann", "Ben")
STEPS = {
    "tag": 8,
    "untag": 3,
    "note": 6,
    "undo": 4,
    "seal": 2,
    "move": 1,
    "write": 3,
    "merge file": 3,
    "merge folder": 3,
}


class History:
    """Two copies, the decision files that they wrote, and what didn't hold."""

    def __init__(self, base: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.copies = [copy(base, name) for name in NAMES]
        self.files: list[tuple[int, Path]] = []
        self.records = base.parent / "records/dana"
        self.wrong: list[str] = []
        self.steps = Counter[str]()

    def play(self, steps: int = 14) -> None:
        """Take random steps, then exchange all, and check both copies."""
        for _ in range(steps):
            (step,) = self.chance.choices([*STEPS], [*STEPS.values()])
            self.steps[step] += 1
            self._take(self.chance.randrange(2), step)
        if self.steps["move"]:
            for case in self.copies:
                case.index()
        for mine in (0, 1, 0, 1):
            self._merge(mine, self.copies[1 - mine].path)
        one, other = map(state, self.copies)
        if one != other:
            self.wrong.append(f"the copies differ: {one} and {other}")
        for case in self.copies:
            for check in case.verification.run():
                if not check.held:
                    self.wrong.append(f"{check.name}: {render(check.message)}")

    def _take(self, who: int, step: str) -> None:
        case, name = self.copies[who], NAMES[who]
        items = self.chance.sample(nos(case), self.chance.choice((1, 2, 3)))
        tag = self.chance.choice(("relevant", "hot", "not-relevant"))
        with suppress(DecisionError):  # such as nothing to undo, or an item that is sealed
            match step:
                case "tag":
                    case.decisions.tag(items, tag, name, "bulk")
                case "untag":
                    case.decisions.untag(items, tag, name, "bulk")
                case "note":
                    case.decisions.note(items, self.chance.choice(("", "see my memo", f"by {name}")), name, "bulk")
                case "undo":
                    case.decisions.undo(name)
                case "seal":
                    case.decisions.seal(items[:1], "a customer's", name, "key")
                case "move":
                    self._move(case)
                case "write":
                    path = case.path.with_name(f"{len(self.files)}.jsonl")
                    path.unlink(missing_ok=True)
                    case.team.export_decisions(path)
                    self.files.append((who, path))
                case "merge file" if theirs := [path for by, path in self.files if by != who]:
                    self._merge(who, self.chance.choice(theirs))
                case "merge folder":
                    self._merge(who, self.copies[1 - who].path)

    def _move(self, case: Case) -> None:
        path = self.chance.choice(sorted(self.records.glob("**/*.txt")))
        target = self.records / ("" if path.parent != self.records else "more") / path.name
        target.parent.mkdir(exist_ok=True)
        path.rename(target)
        case.index()

    def _merge(self, who: int, theirs: Path) -> None:
        try:
            self.copies[who].team.merge(theirs, NAMES[who])
        except TriageError as error:
            self.wrong.append(f"{theirs.name} isn't merged by {NAMES[who]}: {error}")

    def close(self) -> None:
        """Close both copies, and put the files back where they were."""
        for case in self.copies:
            case.close()
        for path in self.records.glob("more/*.txt"):
            path.rename(self.records / path.name)


def accused(base: Path, seeds: range) -> Iterator[str]:
    """Play a history for each seed; yield what didn't hold."""
    for seed in seeds:
        history = History(base, seed)
        try:
            history.play()
        finally:
            history.close()
        yield from (f"{seed}: {wrong}" for wrong in history.wrong)


def made(folder: Path) -> Path:
    case_of(folder, FILES).close()
    return folder / "case"


def main() -> int:
    count, seed = map(int, sys.argv[1:])
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for line in accused(made(Path(folder)), range(seed, seed + count)):
            wrong += 1
            print(line[:400], flush=True)
    print(f"{count} histories from {seed} on; accusations: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
