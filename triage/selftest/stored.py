"""Where a matrix is kept: in the user's cache for every case to come, and with each case it speaks for.

Making one takes seconds, so it is made once for a set of versions. Nothing here makes one.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from triage.errors import CaseError
from triage.messages import say
from triage.model.items import Check
from triage.selftest import versions
from triage.selftest.matrix import Matrix, dump, load
from triage.store import knownanswers
from triage.store.db import Store


def cached() -> Matrix | None:
    """Return the matrix of the versions in force, None where none is in the cache or it can't be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
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


class KnownAnswers:
    """The known answers of one case; its front door hands over the store."""

    def __init__(self, store: Store, path: Path) -> None:
        self._store = store
        self._path = path

    def note(self, read: bool) -> None:
        """Note after a run that ``read`` any source which versions read it, with their matrix if there is one."""
        key = versions.key(versions.current())
        known = {kept.key: kept for kept in knownanswers.kept(self._store)}
        if key not in known and read:
            self._write("triage index", cached())
        elif key in known and not known[key].matrix and (matrix := cached()):
            self._write("triage index", matrix)

    @property
    def wanting(self) -> bool:
        """Whether the versions in force read the case and its matrix isn't stored yet."""
        key = versions.key(versions.current())
        return any(kept.key == key and not kept.matrix for kept in knownanswers.kept(self._store))

    def keep(self, matrix: Matrix) -> None:
        """Store a matrix that was made by the versions in force; raises CaseError where others read the case."""
        key = versions.key(matrix.versions)
        known = {kept.key: kept for kept in knownanswers.kept(self._store)}
        if key not in known:
            raise CaseError(self._other(matrix, [json.loads(kept.versions) for kept in known.values()]))
        self._write("triage selftest", matrix)

    def check(self) -> Check:
        """Say what the case's known answers are; it doesn't hold where a forbidden canary turned up."""
        said, held = [], True
        for kept in knownanswers.kept(self._store):
            matrix = load(kept.matrix) if kept.matrix else None
            held = held and (matrix is None or not matrix.leaks)
            said.append(f"versions {kept.key}: {summary(matrix) if matrix else 'no matrix stored'}")
            if matrix is None:
                said.append(f"make it with: triage selftest --case {self._path}")
        return Check("known answers", held, say("; ".join(said) or "nothing was read yet"))

    def _write(self, actor: str, matrix: Matrix | None) -> None:
        pairs = versions.current()
        words = summary(matrix) if matrix else ""
        key, text = versions.key(pairs), json.dumps(pairs, ensure_ascii=False)
        knownanswers.keep(self._store, actor, key, text, dump(matrix) if matrix else "", words)

    def _other(self, matrix: Matrix, known: list[list[list[str]]]) -> str:
        if not known:
            return f"Nothing of {self._path} was read yet. Read it first: triage index {self._path}"
        before = {str(name): value for name, value in known[-1]}
        changed = [f"{name} {before.get(name, '')} then, {value} now" for name, value in matrix.versions]
        differing = [
            line for line, (name, value) in zip(changed, matrix.versions, strict=True) if before.get(name) != value
        ]
        return (
            f"{self._path} was read by other versions ({'; '.join(differing)}), for which this matrix doesn't speak."
            " Use those versions, or make the case anew with these."
        )


def summary(matrix: Matrix) -> str:
    """Return a matrix's result in a few words."""
    found = len(matrix.answers) - len(matrix.missed)
    leaked = f"{len(matrix.leaks)} forbidden ones turned up" if matrix.leaks else "no forbidden one turned up"
    return f"{found:,} of {len(matrix.answers):,} canaries found, {leaked}"
