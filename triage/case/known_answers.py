"""Where the known-answer test's matrix is stored: in the user's cache for every case to come, and with each case.

Making one takes seconds, so it is made once for a set of versions. Nothing here makes one.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from triage.case import versions
from triage.errors import CaseError
from triage.messages import encode, joined, say
from triage.model.items import Check
from triage.model.known_answers import Answer, Forbidden, Matrix
from triage.model.messages import Message
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


def dump(matrix: Matrix) -> str:
    """Return the matrix as JSON that ``load`` reads back."""
    return json.dumps(asdict(matrix), ensure_ascii=False)


def load(text: str) -> Matrix:
    """Read a matrix; raises ValueError, KeyError or TypeError where the text isn't one."""
    raw = json.loads(text)
    raw["versions"] = tuple((str(k), str(v)) for k, v in raw["versions"])
    raw["untested"] = tuple((str(k), str(v)) for k, v in raw["untested"])
    raw["answers"] = tuple(Answer(**a) for a in raw["answers"])
    raw["forbidden"] = tuple(Forbidden(f["place"], f["word"], tuple(f["traces"])) for f in raw["forbidden"])
    return Matrix(**raw)


class KnownAnswers:
    """The known answers of one case."""

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
            raise self._other(matrix, [json.loads(kept.versions) for kept in known.values()])
        self._write("triage selftest", matrix)

    def check(self) -> Check:
        """Say what the case's known answers are; it doesn't hold where a forbidden canary turned up."""
        parts, held = list[Message](), True
        for kept in knownanswers.kept(self._store):
            matrix = load(kept.matrix) if kept.matrix else None
            held = held and (matrix is None or not matrix.leaks)
            if matrix is None:
                parts.append(say("matrix-missing", versions=kept.key, path=self._path))
            else:
                parts.append(say("matrix-found", versions=kept.key, summary=summary(matrix)))
        return Check("known answers", held, joined("two-clauses", parts) if parts else say("nothing-read-yet"))

    def _write(self, actor: str, matrix: Matrix | None) -> None:
        pairs = versions.current()
        words = encode(summary(matrix)) if matrix else ""
        key, text = versions.key(pairs), json.dumps(pairs, ensure_ascii=False)
        knownanswers.keep(self._store, actor, key, text, dump(matrix) if matrix else "", words)

    def _other(self, matrix: Matrix, known: list[list[list[str]]]) -> CaseError:
        if not known:
            return CaseError("case-unread", path=self._path)
        before = {str(name): value for name, value in known[-1]}
        differing = [
            say("version-differs", name=name, before=before.get(name, ""), now=value)
            for name, value in matrix.versions
            if before.get(name) != value
        ]
        return CaseError("case-read-by-others", path=self._path, versions=joined("two-clauses", differing))


def summary(matrix: Matrix) -> Message:
    """Return a matrix's result in a few words."""
    count = len(matrix.answers)
    found = count - len(matrix.missed)
    if matrix.leaks:
        return say("canaries-found-and-leaked", found=found, count=count, leaks=len(matrix.leaks))
    return say("canaries-found", found=found, count=count)
