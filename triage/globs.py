"""Globs of deny rules: which names they match, in time proportional to the length of a path. Nothing is opened here.

A glob and a path are compared as Unicode's canonical caseless matching (3.13, D145) compares texts, so that neither
letter case nor the form in which a name was written gets anything past a rule; nor do blanks at a name's end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

_MARK = re.compile(r"\*\*/|\*\*|.", re.DOTALL)
_BLANK_END = re.compile(r"(?<=[^\s/])\s+(?=/|\Z)")
_END = r"(?=/|\Z)"
_SKIP = r"(?:[^/]*+/)*?"


def folded(path: str) -> str:
    """Return the form in which names are compared: equal for all that canonical caseless matching holds equal.

    It is composed, so that ``?`` stands for one letter together with its accents.
    """
    path = _BLANK_END.sub("", path)
    if path.isascii():
        return path.lower()
    return normalize("NFC", normalize("NFD", path).casefold())


def forms(path: str) -> tuple[str, ...]:
    """Return the forms of a path that globs are matched with.

    Where folding turns one letter into several, such as ß into ss, there is a second form that keeps it as one.
    """
    first = folded(path)
    if path.isascii() or (single := _BLANK_END.sub("", normalize("NFC", path).lower())) == first:
        return (first,)
    return first, single


@dataclass(frozen=True, slots=True)
class Glob:
    """A glob as a regular expression that matches, from a path's beginning, the denied file or folder in it.

    ``absolute`` ones count from the top of the file system, ``floating`` ones from any folder, others from a root.
    """

    expression: str
    absolute: bool
    floating: bool


def translated(glob: str) -> Glob:
    # "folder/**" denies the folder itself too, so that it isn't even listed.
    text = re.sub(r"(/\*\*)+$", "", folded(glob).strip("/"))
    absolute = glob.startswith("/")
    floating = not absolute and ("/" not in text or text.startswith("**"))
    return Glob(_expression(("/" if absolute else "**/" if floating else "") + text), absolute, floating)


def meets(glob: str, folder: str) -> bool:
    """Whether a glob that counts from the top of the file system may match a folder, what is above it, or below."""
    for step, name in zip(glob.strip("/").split("/"), folder.strip("/").split("/"), strict=False):
        if "**" in step:
            return True
        if name and Denials([("", translated(step).expression)]).rule(name) is None:
            return False
    return True


class Denials:
    """Globs in their order; ``globs`` are pairs of a rule's id and an expression."""

    def __init__(self, globs: Sequence[tuple[str, str]]) -> None:
        self.globs = tuple(globs)
        self.rules = [rule for rule, _ in globs]
        self._match = re.compile("|".join(f"({expression})" for _, expression in globs) or "(?!)", re.DOTALL).match

    def rule(self, path: str) -> str | None:
        """Return the rule that denies a path, or a folder above it; None where none does."""
        for form in forms(path):
            if (match := self._match(form)) is not None:
                return self.rules[(match.lastindex or 1) - 1]
        return None


def _expression(text: str) -> str:
    """Return a regular expression that never tries a part of a path twice for the same part of the glob.

    What a star passes over ends at the first place where the fixed text behind it fits: whatever follows can only gain
    by that, as it begins with another star or ends the name. The same holds for ``**`` and what follows up to the
    next one. So both are atomic, and nothing is undone.
    """
    groups: list[tuple[bool, list[list[str]]]] = [(False, [[]])]  # behind ``**``?, and its pieces, cut at stars
    for mark in _MARK.findall(text):
        pieces = groups[-1][1]
        if mark.startswith("**"):
            starred = len(pieces) > 1 and not pieces[-1]
            if starred:
                pieces.pop()
            groups.append((True, [[], []] if starred or mark == "**" else [[]]))  # "**" is "**/*" from here on
        elif mark == "*":
            if pieces[-1] or len(pieces) == 1:
                pieces.append([])
        else:
            pieces[-1].append("[^/]" if mark == "?" else re.escape(mark))
    last = len(groups) - 1
    return "".join(
        _group(skips, pieces, n == last) for n, (skips, pieces) in enumerate(groups) if skips or pieces != [[]]
    )


def _group(skips: bool, pieces: list[list[str]], last: bool) -> str:
    first, *starred = ("".join(piece) for piece in pieces)
    ends = _END if last else ""
    if not starred:
        return f"(?>{_SKIP if skips else ''}{first}{ends})"
    *middle, final = starred
    if skips and not first and not middle and final:
        return f"(?>.*?{final}{ends})"
    passed = "".join(f"(?>[^/]*?{piece})" for piece in middle)
    return f"(?>{_SKIP if skips else ''}{first}{passed}{f'[^/]*?{final}{ends}' if final else ''})"
