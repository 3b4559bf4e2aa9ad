"""Forbidden places: canaries where nothing may be opened, and the look for any trace of them.

The look reads the case's files as bytes and every value of its database; it opens nothing else.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import count, product
from pathlib import Path

from triage.case import Case, Deny
from triage.errors import ScopeError
from triage.model.known_answers import Forbidden
from triage.selftest.canary import ENGLISH, LANGUAGES, word
from triage.store.audit.integrity import values
from triage.store.db import Store

DENY = (Deny("denied-folder", "denied/**", "canaries"), Deny("denied-names", "customer-*", "canaries"))
_CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "cp1255", "cp1256", "unicode-escape")
LETTERS = ("jqwxz", "aeiou")
"""What English words are made of here: six such letters in a row stand in no text, name or table by chance."""

_END = 6
"""Letters of a word's end that are looked for too: an index stores a word without what it shares with another."""


def salt() -> str:
    """Return what makes the forbidden words of a run its own."""
    return secrets.token_hex(8)


class Ground:
    """The forbidden places around an allowed root: ``root`` is inside the scope, ``outside`` is not.

    Their words are new in each run, as those of an earlier run stand in its matrix, which a case may hold. None of them
    looks like one of the words that are ``known`` to stand there: what is looked for of it would turn up with that.
    """

    def __init__(self, root: Path, outside: Path, known: Iterable[str]) -> None:
        self._salt = salt()
        self._known = "\n".join(known).encode()
        self.words: dict[str, list[str]] = {}
        self.paths: list[Path] = []
        self._plant("a denied folder", root / "denied", root / "denied" / "deeper")
        self._plant("a file with a denied name", root / "open", prefix="customer-")
        self._plant("outside the roots", outside, root.with_name(root.name + "-too"))
        self._links(root, outside)

    def _plant(self, place: str, *folders: Path, prefix: str = "") -> list[Path]:
        """Write files whose content and name are canaries, in two character sets."""
        words = self.words[place] = self._words(place)
        made = []
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            for charset in ("utf-8", "utf-16"):
                made.append(folder / f"{prefix}{words[0]}-{charset}.txt")
                made[-1].write_bytes((" ".join(words) + "\n").encode(charset))
        self.paths += made
        return made

    def _words(self, place: str) -> list[str]:
        """Return new words for a place, one for each language."""
        for attempt in count():
            marks = ("forbidden", place, self._salt, str(attempt))
            words = [word(lang, *marks, letters=LETTERS if lang == ENGLISH else None) for lang in LANGUAGES]
            if not any(_stands(one, self._known) or one[:_END].encode() in self._known for one in words):
                break
        return words

    def _links(self, root: Path, outside: Path) -> None:
        """Link to a file and to a folder outside, where the system lets this user make links."""
        file = self._plant("a file that only a link reaches", outside / "linked")[0]
        folder = self._plant("a folder that only a link reaches", outside / "linked-folder")[0].parent
        try:
            (root / "link.txt").symlink_to(file)
            (root / "link-to-folder").symlink_to(folder, target_is_directory=True)
        except (OSError, NotImplementedError):
            del self.words["a file that only a link reaches"], self.words["a folder that only a link reaches"]
            return
        self.paths += [root / "link.txt", root / "link-to-folder"]


def look(case: Case, ground: Ground) -> tuple[Forbidden, ...]:
    """Return every forbidden canary with the places where it turned up."""
    opened = [path for path in ground.paths if _opens(case, path)]
    haystacks = list(_haystacks(case))
    canaries = []
    for place, one in ((place, one) for place, words in ground.words.items() for one in words):
        traces = [
            f"a search for {text}" for text in (one, f"{one[:_END]}*", f"headers:{one}") if case.search.run(text).total
        ]
        traces += [name for name, data in haystacks if _stands(one, data)]
        canaries.append(Forbidden(place, one, tuple(traces)))
    if opened:
        canaries.append(Forbidden("asked for by name", str(min(opened)), ("it was opened",)))
    return tuple(canaries)


def control(case: Case, one: str) -> bool:
    """Whether the look finds a word that was read: in a search, in a file's bytes and in the database."""
    kinds = {name.startswith("the table") for name, data in _haystacks(case) if _stands(one, data)}
    return bool(case.search.run(one).total) and len(kinds) == 2


def _opens(case: Case, path: Path) -> bool:
    try:
        case.index([path])
    except ScopeError:
        return False
    return not path.is_symlink()


def _haystacks(case: Case) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes of every file of the case, and of every value of its database by table."""
    for path in sorted(case.path.glob("**/*")):
        if path.is_file():
            yield path.relative_to(case.path).as_posix(), path.read_bytes()
    with closing(Store(case.path / "case.db")) as store:
        for table, data in values(store):
            yield f"the table {table}", data


def _stands(one: str, data: bytes) -> bool:
    return any(form in data for form in _forms(one))


def _forms(one: str) -> set[bytes]:
    forms = set()
    for piece, charset in product((one, one[-_END:], one[::-1]), _CHARSETS):
        with suppress(UnicodeEncodeError):
            forms.add(piece.encode(charset))
    return forms
