"""The scope as written down: purpose, allowed roots, denied globs. Default deny.

This module reads and writes ``scope.toml`` and decides; it never opens, lists or stats a source.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from triage.errors import ScopeError
from triage.globs import Denials, Glob, meets, translated
from triage.messages import say
from triage.model.messages import Message

# The rules on record for what is refused although no rule of the scope denies it.
NO_LINKS = "no-links"
NOT_A_FILE = "not-a-regular-file"
HARD_LINK = "hard-link-outside"
BIND_MOUNT = "bind-mount-outside"


_PLACE = re.compile(r"\{([1-9]\d*)\}")


class Allow(msgspec.Struct, frozen=True):
    """A root that may be read: ``path`` is absolute, ``basis`` says why it may be read.

    ``custodian`` is a name, or ``{N}``, which stands for the N-th folder's name below the root (``{1}`` is the first).
    With ``allow_hard_links`` files are read that have links elsewhere.
    """

    id: str
    path: str
    custodian: str
    basis: str = ""
    allow_hard_links: bool = False

    def custodian_of(self, relative: str) -> str:
        place = _PLACE.fullmatch(self.custodian)
        if place is None:
            return self.custodian
        folders = relative.split("/")[:-1]
        level = int(place[1])
        return folders[level - 1] if level <= len(folders) else Path(self.path).name


class Deny(msgspec.Struct, frozen=True):
    """A glob whose matches may not be opened, with the reason.

    ``*`` and ``?`` stay within one name, ``**`` crosses folders. A glob without a slash fits a name at any depth; one
    with a slash counts from the root, or from the top of the file system when it begins with a slash. A glob that
    matches a folder denies all below it. Letter case and the Unicode form of a name don't matter.
    """

    id: str
    glob: str
    reason: str = ""


class Verdict(msgspec.Struct, frozen=True):
    """The answer for one source: allowed or not, and the rule that says so ("" where no rule covers it)."""

    allowed: bool
    rule: str

    @property
    def denied(self) -> bool:
        """Whether a rule forbids it, rather than no root covering it."""
        return not self.allowed and bool(self.rule)


@dataclass(frozen=True)
class Policy:
    """A case's scope: why it is read, who approved it, what may be opened and what may not. Deny wins over allow.

    ``text`` is the scope.toml that it was read from; ``version`` the number under which the case has that on record, 0
    where it doesn't, or nobody asked.
    """

    purpose: str
    approved_by: str
    allow: tuple[Allow, ...]
    deny: tuple[Deny, ...] = ()
    text: str = field(default="", compare=False, repr=False)
    version: int = 0

    @cached_property
    def _globs(self) -> list[tuple[str, Glob]]:
        return [(d.id, translated(d.glob)) for d in self.deny]

    @cached_property
    def _from_top(self) -> Denials:
        return Denials([(rule, glob.expression) for rule, glob in self._globs if glob.absolute])

    @cached_property
    def _from_root(self) -> Denials:
        return Denials([(rule, glob.expression) for rule, glob in self._globs if not glob.absolute])

    @cached_property
    def for_members(self) -> Denials:
        """The rules that hold for what is inside files, by its path there: those that count from any folder."""
        return Denials([(rule, glob.expression) for rule, glob in self._globs if glob.floating])

    @cached_property
    def _names(self) -> dict[str, tuple[Verdict, list[tuple[Denials, str]]]]:
        """For each root, its verdict, and the starts of the names by which rules, also of roots above, know files."""
        names: dict[str, tuple[Verdict, list[tuple[Denials, str]]]] = {}
        for root in self.allow:
            above = [path for over in self.allow if (path := below(over.path, root.path)) is not None]
            starts = [*((self._from_root, path) for path in above), (self._from_top, root.path)]
            known = [(denials, join(start, "")) for denials, start in starts if denials.rules]
            names[root.id] = Verdict(True, root.id), known
        return names

    def root(self, root_id: str) -> Allow:
        """Return the allow rule with this id; raises ScopeError where the scope no longer has it."""
        found = next((a for a in self.allow if a.id == root_id), None)
        if found is None:
            raise ScopeError("no-such-root", root=root_id)
        return found

    def decide(self, root: Allow, relative: str) -> Verdict:
        """Return whether a source may be opened; ``relative`` is its slash-separated path under the root."""
        allowed, names = self._names[root.id]
        for denials, start in names:
            if (rule := denials.rule(start + relative)) is not None:
                return Verdict(False, rule)
        return allowed

    def rule_at(self, path: str) -> str | None:
        """Return the rule that denies what lies at an absolute path, in a root or not; None where none does."""
        root, relative = self.innermost(path)
        if root is None:
            return self._from_top.rule(path)
        verdict = self.decide(root, relative)
        return verdict.rule if verdict.denied else None

    def covering(self, path: Path) -> tuple[Allow, str]:
        """Return the innermost root over an absolute path, and the path under it; ScopeError names the rule."""
        root, relative = self.innermost(str(path))
        if root is None:
            raise ScopeError("path-outside-scope", path=path, folder=path if path.is_dir() else path.parent)
        verdict = self.decide(root, relative)
        if not verdict.allowed:
            raise ScopeError("path-denied", path=path, rule=verdict.rule)
        return root, relative

    def judge(self, path: str) -> Verdict:
        """Return whether what lies at an absolute path may be opened; the rule is "" where it lies in no root."""
        root, relative = self.innermost(path)
        return Verdict(False, "") if root is None else self.decide(root, relative)

    def innermost(self, path: str) -> tuple[Allow | None, str]:
        """Return the innermost root over an absolute path, and the path under it, "" for the root itself."""
        inside = [(a, under) for a in self.allow if (under := below(a.path, path)) is not None]
        return max(inside, key=lambda pair: len(pair[0].path), default=(None, ""))


def join(folder: str, path: str) -> str:
    return f"{folder}{'' if folder.endswith('/') or not folder else '/'}{path}"


def below(folder: str, path: str) -> str | None:
    """Return where an absolute path lies under a folder, "" for the folder itself, None for what lies elsewhere."""
    if path == folder:
        return ""
    above = join(folder, "")
    return path[len(above) :] if path.startswith(above) else None


def load(path: Path) -> Policy:
    """Read a scope.toml; raises ScopeError that names the entry and what it lacks."""
    try:
        text = path.read_bytes().decode()
    except (OSError, ValueError) as error:
        raise ScopeError("scope-unreadable", path=path, error=error) from error
    policy = parse(text, path)
    _refuse_unknown(text, path)
    check(policy)
    return policy


def parse(text: str, path: Path) -> Policy:
    """Return the rules in the text of a scope.toml, which is at ``path``; ``check`` tells whether they make sense."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ScopeError("scope-unreadable", path=path, error=error) from error
    return Policy(
        purpose=_text(path, table, "scope", "purpose"),
        approved_by=_text(path, table, "scope", "approved_by"),
        allow=tuple(
            Allow(
                i,
                _text(path, t, i, "path"),
                _text(path, t, i, "custodian"),
                _text(path, t, i, "basis", ""),
                _flag(path, t, i, "allow-hard-links"),
            )
            for i, t in _entries(path, table, "allow")
        ),
        deny=tuple(
            Deny(i, _text(path, t, i, "glob"), _text(path, t, i, "reason", ""))
            for i, t in _entries(path, table, "deny")
        ),
        text=text,
    )


def check(policy: Policy) -> None:
    """Raise ScopeError where the policy allows nothing, or has a rule that can't mean what somebody meant by it."""
    if not policy.allow:
        raise ScopeError("scope-allows-nothing")
    ids = [root.id for root in policy.allow] + [denial.id for denial in policy.deny]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice:
        raise ScopeError("rule-id-twice", rule=twice)
    odd = next((i for i in ids if not i.strip() or ":" in i or not i.isprintable()), None)
    if odd is not None:
        raise ScopeError("rule-id-odd", rule=odd)
    for root in policy.allow:
        if not Path(root.path).is_absolute() or os.path.normpath(root.path) != root.path:
            raise ScopeError("root-path-relative", root=root.id, path=root.path)
        if not root.custodian:
            raise ScopeError("root-without-custodian", root=root.id)
    for denial in policy.deny:
        if not denial.glob.strip("/*") and denial.glob.strip("/") != "**":
            raise ScopeError("glob-empty", rule=denial.id)
        if why := _idle(denial.glob, policy.allow):
            raise ScopeError("glob-matches-nothing", rule=denial.id, glob=denial.glob, why=why)


def check_custodians(policy: Policy) -> None:
    for root in policy.allow:
        if re.search(r"[{}]", root.custodian) and not _PLACE.fullmatch(root.custodian):
            raise ScopeError("custodian-braces", root=root.path, custodian=root.custodian, alone="{1}")


def check_roots(policy: Policy) -> None:
    """Raise ScopeError where a root lies in what a rule denies, so that nothing of it may be opened."""
    for root in policy.allow:
        if (verdict := policy.decide(root, "")).denied:
            raise ScopeError("root-denied", root=root.id, path=root.path, rule=verdict.rule)


def _idle(glob: str, roots: Iterable[Allow]) -> Message | None:
    names = (glob[1:] if glob.startswith("/") else glob).removesuffix("/").split("/")
    if not {"", ".", ".."}.isdisjoint(names):
        return say("glob-odd-name")
    if "\\" in glob:
        return say("glob-backslash")
    if any(name != name.strip() for name in names):
        return say("glob-blank")
    if glob.startswith("/") and not any(meets(glob, root.path) for root in roots):
        return say("glob-outside")
    return None


_KNOWN = {
    "": ("purpose", "approved_by", "allow", "deny"),
    "allow": tuple(name.replace("_", "-") for name in Allow.__struct_fields__),
    "deny": Deny.__struct_fields__,
}
"""The keys of a scope.toml, at its top and in its tables."""


def _refuse_unknown(text: str, path: Path) -> None:
    table = tomllib.loads(text)
    rules = [(kind, *rule) for kind in ("allow", "deny") for rule in _entries(path, table, kind)]
    for kind, where, keys in [("", "scope.toml", table), *rules]:
        for key in keys:
            if key not in _KNOWN[kind]:
                near = difflib.get_close_matches(key, _KNOWN[kind], 1, 0)[0]
                known = ", ".join(_KNOWN[kind])
                raise ScopeError("scope-unknown-key", path=path, key=key, where=where, near=near, known=known)


def _entries(path: Path, table: dict[str, Any], kind: str) -> Iterable[tuple[str, dict[str, Any]]]:
    entries = table.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise ScopeError("rules-not-tables", path=path, kind=kind)
    for number, entry in enumerate(entries, 1):
        yield _text(path, entry, f"{kind}-{number}", "id", f"{kind}-{number}"), entry


def _text(path: Path, table: dict[str, Any], where: str, key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise ScopeError("rule-lacks-text", path=path, rule=where, key=key)
    return value


def _flag(path: Path, table: dict[str, Any], where: str, key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise ScopeError("rule-lacks-flag", path=path, rule=where, key=key)
    return value


def dump(policy: Policy) -> str:
    """Return the policy as the text of a scope.toml that ``load`` reads back to the same policy."""
    lines = [
        "# The review boundary. Only what an [[allow]] covers and no [[deny]] matches is ever opened. Deny wins.",
        f"purpose = {_quote(policy.purpose)}",
        f"approved_by = {_quote(policy.approved_by)}",
    ]
    for kind, rules in (("allow", policy.allow), ("deny", policy.deny)):
        for rule in rules:
            lines += ["", f"[[{kind}]]"]
            for key, value in msgspec.to_builtins(rule).items():
                if value is not False:
                    lines.append(f"{key.replace('_', '-')} = {'true' if value is True else _quote(value)}")
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
