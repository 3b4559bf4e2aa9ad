"""Tokens to a raw tree: what binds to what, and what a broken query is told.

How tightly things bind, from loose to tight: OR; AND, or nothing between; distances; NOT and a field before what they
are said of; parentheses. Nothing here calls itself, so that no depth of parentheses overflows a stack. The raw tree
says what was written; what it means is ``language``'s business.
"""

from __future__ import annotations

from msgspec.structs import replace

from triage.errors import WithMessage
from triage.model.messages import Message
from triage.search.query import foreign
from triage.search.query.foreign import Form
from triage.search.query.lexer import Raw, lex

MAX_DEPTH = 100
"""Deepest nesting of operators; parentheses around parentheses count once."""

_OPERATORS = frozenset(("AND", "OR", "NEAR", "NOTNEAR"))
_AFTER = _OPERATORS | {"RPAR"}


class Wrong(WithMessage):
    """What is wrong at a place of the cleaned text, and how it might be mended: (start, end, text to put there)."""

    def __init__(
        self, key: str | Message, /, start: int, end: int, mend: tuple[int, int, str] | None = None, **values: object
    ) -> None:
        super().__init__(key, **values)
        self.start = start
        self.end = end
        self.mend = mend


class _Level:
    """What stands between two parentheses so far; within it, what waits for its other half."""

    __slots__ = ("before", "both", "close", "either", "near", "opened")

    def __init__(self, opened: Raw | None = None) -> None:
        self.opened = opened
        self.either: list[Raw] = []
        self.both: list[Raw] = []
        self.close: Raw | None = None
        self.near: Raw | None = None
        self.before: list[Raw] = []

    @property
    def waits(self) -> bool:
        """Whether something to search for must come next."""
        return self.close is None or self.near is not None or bool(self.before)

    def add(self, raw: Raw) -> None:
        while self.before:
            first = self.before.pop()
            kind, text = ("scoped", first.text) if first.kind == "FIELD" else ("negation", "")
            raw = _node(kind, text, first.start, raw.end, (raw,))
        if self.close is not None and self.near is not None:
            raw = _node("close", self.near.text, self.close.start, raw.end, (self.close, raw))
            self.near = None
        self.close = raw

    def end_close(self) -> None:
        """Let what comes bind no tighter than by AND."""
        if self.close is not None:
            self.both.append(self.close)
            self.close = None

    def end_both(self) -> None:
        """Let what comes bind by OR."""
        self.end_close()
        self.either.append(_joined("both", self.both))
        self.both = []

    def whole(self) -> Raw:
        self.end_both()
        return _joined("either", self.either)


def parse(text: str) -> Raw | None:
    """Return the raw tree of a cleaned text, None where it is empty. Raises Wrong."""
    lexemes = _lexed(text)
    if not lexemes:
        return None
    levels = [_Level()]
    for index, lexeme in enumerate(lexemes):
        if not (_after if lexeme.kind in _AFTER else _begun)(levels, lexeme):
            raise _syntax(text, lexemes, index)
    if len(levels) > 1 or levels[0].waits:
        raise _syntax(text, lexemes, len(lexemes))
    return levels[0].whole()


def _after(levels: list[_Level], lexeme: Raw) -> bool:
    """Take what only stands after something to search for; whether it could."""
    level = levels[-1]
    if level.waits:
        return False
    if lexeme.kind == "OR":
        level.end_both()
    elif lexeme.kind == "AND":
        level.end_close()
    elif lexeme.kind != "RPAR":
        level.near = lexeme
    elif level.opened is None:
        return False
    else:
        levels.pop()
        inner = level.whole()
        if inner.kind != "scoped":
            inner = replace(inner, start=level.opened.start, end=lexeme.end, group=True)
        levels[-1].add(inner)
    return True


def _begun(levels: list[_Level], lexeme: Raw) -> bool:
    """Take something to search for, or what begins it; whether it could stand there."""
    level = levels[-1]
    if not level.waits:
        level.end_close()
    if lexeme.kind == "LPAR":
        levels.append(_Level(lexeme))
    elif lexeme.kind not in ("NOT", "FIELD"):
        level.add(lexeme)
    elif level.before and level.before[-1].kind == "FIELD":
        return False
    else:
        level.before.append(lexeme)
    return True


def _lexed(text: str) -> list[Raw]:
    lexemes = list(lex(text))
    for lexeme in lexemes:
        if lexeme.kind == "UNCLOSED":
            raise Wrong("quotation-mark-unclosed", lexeme.start, lexeme.end, (len(text), len(text), '"'))
    if form := foreign.first(text, lexemes):
        raise _foreign(text, form)
    for lexeme in lexemes:
        if lexeme.kind == "OTHER":
            raise wrong("character-misplaced", lexeme, " ", typed=lexeme.text)
    return lexemes


def _foreign(text: str, form: Form) -> Wrong:
    """Say how what was written in another program's language is written here."""
    typed = " ".join(text[form.start : form.end].split())
    mend = None
    if form.meant is not None:
        left = "" if text[form.start - 1 : form.start] in (":", "(") else " "
        right = "" if text[form.end : form.end + 1] == ")" or form.meant.endswith(":") else " "
        mend = (form.start, form.end, f"{left}{form.meant}{right}")
    key = "foreign-without-meaning" if mend is None and form.key == "foreign-syntax" else form.key
    values: dict[str, object] = {"typed": typed}
    match key:
        case "tilde-two-meanings":
            values["word"] = typed.rstrip("~")
        case "function-takes-word":
            values = {"kind": typed.partition("(")[0].lower()}
        case "field-unknown" | "field-unknown-nearest":
            values = {"field": typed.rstrip(":").lower()}
            if form.meant:
                values["near"] = form.meant.rstrip(":")
        case "foreign-syntax" | "foreign-nearest" | "distance-by-sentence":
            values["meant"] = (form.meant or "").strip()
    return Wrong(key, form.start, form.end, mend, **values)


def _node(kind: str, text: str, start: int, end: int, parts: tuple[Raw, ...]) -> Raw:
    depth = 1 + max(part.depth for part in parts)
    if depth > MAX_DEPTH:
        raise Wrong("query-too-deep", start, end, most=MAX_DEPTH)
    return Raw(kind, text, start, end, parts, depth=depth)


def _joined(kind: str, parts: list[Raw]) -> Raw:
    return parts[0] if len(parts) == 1 else _node(kind, "", parts[0].start, parts[-1].end, tuple(parts))


def _syntax(text: str, lexemes: list[Raw], index: int) -> Wrong:
    """Say why the token at ``index`` (or the end) can't stand where it does."""
    before = lexemes[index - 1] if index else None
    here = lexemes[index] if index < len(lexemes) else None
    if before and (before.kind in _OPERATORS or before.kind == "NOT") and (here is None or here.kind == "RPAR"):
        return wrong("operator-without-right-side", before, "", operator=_shown(before))
    if before and before.kind == "FIELD":
        name = before.text.strip()
        if here is not None and here.kind in _OPERATORS | {"NOT"}:
            return wrong("operator-as-value", here, f'"{here.text}"', field=name, again=name, typed=here.text)
        return wrong("field-without-value", before, "", field=name, again=name)
    if here is None:
        opened: list[Raw] = []
        for lexeme in lexemes:
            if lexeme.kind == "LPAR":
                opened.append(lexeme)
            elif lexeme.kind == "RPAR":
                opened.pop()
        mend = (len(text), len(text), ")" * len(opened))
        return Wrong("parenthesis-unclosed", opened[-1].start, opened[-1].end, mend)
    if here.kind == "RPAR" and before and before.kind == "LPAR":
        return Wrong("parentheses-empty", before.start, here.end, (before.start, here.end, " "))
    if here.kind == "RPAR":
        return wrong("parenthesis-unopened", here, "")
    return wrong("operator-without-left-side", here, "", operator=_shown(here), typed=here.text)


def wrong(key: str | Message, /, raw: Raw, instead: str | None = None, **values: object) -> Wrong:
    """Return what is wrong with something written, and what to put instead of it, None for nothing likely."""
    return Wrong(key, raw.start, raw.end, None if instead is None else (raw.start, raw.end, instead), **values)


def _shown(lexeme: Raw) -> str:
    return " ".join(lexeme.text.upper().split()) if lexeme.kind in ("AND", "OR", "NOT") else lexeme.text
