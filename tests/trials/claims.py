"""What each sentence claims about the case and the target after a fault, and how that is checked.

A sentence is known by its template in ``triage/messages``. One that is in neither table must not be said in a trial.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from tests.trials.state import State

MESSAGES = Path(__file__).parents[2] / "triage" / "messages"
_LEAST = 12
"""Letters of its own that a template must have, to be told from a text that stands in another."""


class After(NamedTuple):
    """A trial after its command ended, and before it is run again.

    ``whole`` tells whether what stands at the target is complete, by the program's own check; ``reference`` is what an
    undisturbed command makes of ``before``.
    """

    case: Path
    target: Path
    before: State
    now: State
    reference: State
    whole: Callable[[], bool]


Check = Callable[[After, dict[str, str]], str]
"""Returns what is false in a sentence with these values, "" where it is true."""


def _nothing_saved(after: After, _: dict[str, str]) -> str:
    if after.now.holds != after.before.holds:
        return f"something was saved: {after.now.lacks(after.before) or after.before.lacks(after.now)}"
    return _nothing_left(after, _)


def _nothing_left(after: After, _: dict[str, str]) -> str:
    return "files were left at the target" if after.target.exists() else ""


def _earlier_kept(after: After, _: dict[str, str]) -> str:
    lost = [kind for kind in after.now.lacks(after.before) if kind not in after.reference.lacks(after.before)]
    if lost:
        return f"what was saved before is gone: {lost}"
    done = after.now.same(after.reference) and after.reference != after.before and after.whole()
    return "the step is finished" if done and not after.now.same(after.before) else ""


def _unfinished(after: After, values: dict[str, str]) -> str:
    """A step that sealed is finished but for its traces, and that is another sentence."""
    if "sealed" in after.before.lacks(after.now) and after.now.same(after.reference):
        return "the items are sealed, and that isn't said"
    return _earlier_kept(after, values)


def _not_made(after: After, values: dict[str, str]) -> str:
    return "it is there" if Path(values["path"]).exists() else ""


def _done(after: After, _: dict[str, str]) -> str:
    return "" if after.now.same(after.reference) else "it isn't done"


def _at_target(after: After, _: dict[str, str]) -> str:
    return "" if after.now.files.keys() == after.reference.files.keys() else "it isn't there"


def _signed(after: After, _: dict[str, str]) -> str:
    return "" if after.now.audit.count("head") > after.before.audit.count("head") else "no head is on record"


def _unsigned(after: After, _: dict[str, str]) -> str:
    return "" if _signed(after, _) else "a head is on record"


def _left_complete(after: After, _: dict[str, str]) -> str:
    if not after.target.exists() or not after.whole():
        return "the target isn't complete"
    return "it is on record" if after.now.holds.get("done") == after.reference.holds.get("done") else ""


def _no_signature(after: After, _: dict[str, str]) -> str:
    return "it is signed" if any(name.endswith(".sig") for name in after.now.files) else ""


def _taken_back(after: After, _: dict[str, str]) -> str:
    if after.target.exists():
        return "the target is there"
    return "it is on record" if after.now.holds.get("done") == after.reference.holds.get("done") else ""


def _traces(after: After, _: dict[str, str]) -> str:
    return "" if after.now.meta.get("seal_traces") else "the case doesn't know of traces"


def _recorded_elsewhere(after: After, values: dict[str, str]) -> str:
    """It waits there until the case is closed, when the case's own log can be written again."""
    waits = any(path.stat().st_size for path in Path(values["own"]).rglob("*") if path.is_file())
    return "" if waits or after.now.shown > after.before.shown else "nothing is on record, here or there"


def _alone(after: After, _: dict[str, str]) -> str:
    return "no other program has the case"


def _undamaged(after: After, _: dict[str, str]) -> str:
    return "the database is sound"


CLAIMS: dict[str, Check] = {
    "case-being-written": _alone,
    "case-not-made": _not_made,
    "case-read-only": _nothing_saved,
    "case-unwritable": _earlier_kept,
    "database-unopened": _undamaged,
    "decision-unsigned": _done,
    "disk-full": _unfinished,
    "export-failed": _nothing_left,
    "export-not-signed": _no_signature,
    "export-unrecorded": _left_complete,
    "export-unwritable": _nothing_left,
    "export-withdrawn": _taken_back,
    "file-failed": _earlier_kept,
    "file-unwritable": _nothing_left,
    "decision-file-unsigned": _at_target,
    "head-not-remembered": _signed,
    "head-unsigned": _unsigned,
    "key-damaged": _undamaged,
    "key-file-damaged": _undamaged,
    "memory-full": _earlier_kept,
    "proof-does-not-hold": _nothing_left,
    "record-broken": _undamaged,
    "report-unwritable": _nothing_left,
    "shown-elsewhere": _recorded_elsewhere,
    "text-damaged": _undamaged,
    "traces-left": _traces,
}
"""Sentences that claim something, by the keys of their templates."""

CLAIMLESS = frozenset(
    "case-folder-unreadable database-unreached file-unreadable head-not-written head-unreadable index-key-unreadable "
    "key-unreadable shown-unrecorded original-not-shown scope-unreadable source-unreadable".split()
)
"""Sentences that say only what failed."""


def unsaid(after: After, keys: Iterable[str]) -> str:
    """Return what a command that ended by itself left and didn't say, "" for nothing: traces of what it sealed."""
    sealed = "sealed" in after.before.lacks(after.now)
    left = after.now.meta.get("seal_traces") and not after.reference.meta.get("seal_traces")
    return "traces of a seal are left, and that isn't said" if sealed and left and "traces-left" not in keys else ""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    found = {}
    for path in sorted(MESSAGES.glob("*.json")):
        for key, template in json.loads(path.read_bytes()).items():
            parts = list(Formatter().parse(template))
            if sum(len(literal) for literal, *_ in parts) >= _LEAST:
                seen = set[str]()
                text = ""
                for literal, name, *_ in parts:
                    text += re.escape(literal) + (_value(name, seen) if name else "")
                found[key] = re.compile(text, re.DOTALL)
    return found


def _value(name: str, seen: set[str]) -> str:
    if name in seen:
        return f"(?P={name})"
    seen.add(name)
    return f"(?P<{name}>.+?)"


def said(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the sentences that a command printed: the key of each with its values as text."""
    for line in text.splitlines():
        sentence = line.removeprefix("triage: ").strip()
        for key, pattern in _patterns().items():
            if match := pattern.fullmatch(sentence):
                yield key, match.groupdict()
