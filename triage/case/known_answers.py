"""Where the known-answer test's matrix is stored: in the user's cache for every case to come, and with each case.

Making one takes seconds, so it is made once for a set of versions. Nothing here makes one.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from triage.case import versions
from triage.case.opened import OpenCase
from triage.errors import CaseError
from triage.messages import encode, joined, say
from triage.model.items import Check
from triage.model.known_answers import KnownAnswers, Matrix
from triage.model.messages import Message
from triage.proof.folders import message
from triage.proof.verify.manifest import compared
from triage.store import knownanswers


def cached() -> Matrix | None:
    """Return the matrix of the versions in force, None where none is in the cache or it can't be read."""
    with suppress(OSError, ValueError, msgspec.DecodeError):
        matrix = load(_file().read_text("utf-8"))
        return matrix if matrix.versions == versions.current() else None
    return None


def cache(matrix: Matrix) -> bool:
    """Put a matrix into the cache; returns whether the system let us."""
    file = _file()
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(dump(matrix), "utf-8")
        fresh.replace(file)
    except OSError:
        return False
    return True


def _file() -> Path:
    return _folder() / f"selftest-{versions.key(versions.current())}.json"


def _folder() -> Path:
    """Return the program's folder in the user's cache (XDG Base Directory); TRIAGE_CACHE names another one."""
    if own := os.environ.get("TRIAGE_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "triage"


def dump(matrix: Matrix) -> str:
    """Return the matrix as JSON that ``load`` reads back."""
    return msgspec.json.encode(matrix).decode()


def load(text: str) -> Matrix:
    """Read a matrix; raises msgspec.DecodeError where the text isn't one."""
    return msgspec.json.decode(text, type=Matrix)


def note(case: OpenCase, read: bool) -> None:
    """Note after a run that ``read`` any source which versions read it, with their matrix if there is one."""
    key = versions.key(versions.current())
    known = {kept.key: kept for kept in knownanswers.kept(case.store)}
    if key not in known and read:
        _write(case, "triage index", cached())
    elif key in known and not known[key].matrix and (matrix := cached()):
        _write(case, "triage index", matrix)


def wanting(case: OpenCase) -> bool:
    """Whether the versions in force read the case and its matrix isn't stored yet."""
    key = versions.key(versions.current())
    return any(kept.key == key and not kept.matrix for kept in knownanswers.kept(case.store))


def keep(case: OpenCase, matrix: Matrix) -> None:
    """Store a matrix that was made by the versions in force; raises CaseError where others read the case."""
    known = {kept.key: kept for kept in knownanswers.kept(case.store)}
    if versions.key(matrix.versions) in known:
        _write(case, "triage selftest", matrix)
        return
    if not known:
        raise CaseError("case-unread", path=case.path)
    before = dict(json.loads(list(known.values())[-1].versions))
    differing = [
        say("version-differs", name=name, before=before.get(name, ""), now=value)
        for name, value in matrix.versions
        if before.get(name) != value
    ]
    raise CaseError("case-read-by-others", path=case.path, versions=joined("two-clauses", differing))


def check(case: OpenCase) -> Check:
    """Say what the case's known answers are; it doesn't hold where a forbidden canary turned up."""
    answers = recorded(case)
    held = not any(each.matrix.leaks if each.matrix else each.result for each in answers)
    parts = [_in_words(case, each) for each in answers]
    return Check("known answers", held, joined("two-clauses", parts) if parts else say("nothing-read-yet"))


def check_versions(case: OpenCase) -> list[Check]:
    """Say where the versions that read the case last differ from those that are installed; it fails nothing.

    What can't be read is said by ``check``.
    """
    try:
        kept = [json.loads(each.versions) for each in knownanswers.kept(case.store)]
    except ValueError:
        return []
    return [Check("versions", True, message(compared(dict(kept[-1]), dict(versions.current()))))] if kept else []


def recorded(case: OpenCase) -> tuple[KnownAnswers, ...]:
    """Return what is on record of each set of versions that read the case."""
    answers = list[KnownAnswers]()
    for kept in knownanswers.kept(case.store):
        matrix, result = None, None
        try:
            if kept.matrix:
                matrix = load(kept.matrix)
                result = summary(matrix)
        except msgspec.DecodeError as error:
            result = say("check-unreadable", error=error)
        answers.append(KnownAnswers(kept.key, kept.time, kept.versions, result, matrix))
    return tuple(answers)


def _in_words(case: OpenCase, answers: KnownAnswers) -> Message:
    if answers.matrix and answers.result:
        return say("matrix-found", versions=answers.key, summary=answers.result)
    return answers.result or say("matrix-missing", versions=answers.key, path=case.path)


def _write(case: OpenCase, actor: str, matrix: Matrix | None) -> None:
    pairs = versions.current()
    words = encode(summary(matrix)) if matrix else ""
    key, text = versions.key(pairs), json.dumps(pairs, ensure_ascii=False)
    knownanswers.keep(case.store, actor, key, text, dump(matrix) if matrix else "", words)


def summary(matrix: Matrix) -> Message:
    """Return a matrix's result in a few words."""
    count = len(matrix.answers)
    found = count - len(matrix.missed)
    if matrix.leaks:
        return say("canaries-found-and-leaked", found=found, count=count, leaks=len(matrix.leaks))
    return say("canaries-found", found=found, count=count)
