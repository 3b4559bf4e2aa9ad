"""Syntax of other programs' query languages: what of a query is refused, and never searched as words.

First what is plain text is set aside: phrases, exact texts, expressions, addresses, links, paths and numbers. Of the
rest each word is judged by one set of rules, whatever program it is from. ``foreign_forms`` knows what some of it is
here. Nothing here builds a tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from triage.search.query import foreign_forms
from triage.search.query.foreign_forms import Form, forms
from triage.search.query.lexer import Raw
from triage.search.query.values import ATTRIBUTES, TEXT_FIELDS, is_field, likely
from triage.text import stands_alone

_PATH = r"[^\s()\"<>=:|^*?,;\[\]{}\\/]*"
_END = r"(?=[\s()\",;]|\Z)"
_PLAIN = re.compile(
    rf"""(?<![^\s()":;,<>=])(?:
      (?:[a-z][\w+.-]*://|www\.|mailto:)[^\s()"]*
    | <?[^\s()"<>,;:=]+@[^\s()"<>,;]*\w>?
    | [a-z]:[\\/][^\s()"]*
    | (?<![:;,<>=])(?=[^\s()"]*[a-z]) (?!/[^\s/]+/[gimsux]{{1,4}}{_END}|//[^\s/]+//)
      {_PATH}[\\/](?:{_PATH}[\\/][^\s()"<>=:|^*?,;]* | {_PATH}\.[a-z]\w{{0,4}}{_END})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Links, addresses and Message-IDs, and paths: two separators, or one and an ending. Of numbers no rule speaks."""

OPERATORS = {"AND/OR": "OR", "NEAR": "w/9", "ONEAR": "pre/9", "ADJ": "pre/1"} | dict.fromkeys(
    "AROUND NOR XOR BEFORE AFTER SAME WITHIN ANDNOT ANDANY CONTAINS".split()
)
"""Operators of other programs, and what they are here; KQL's NEAR has at most eight words between."""
OF_FIELDS = frozenset(("IS", "AFT", "BEF", "EQ"))
"""Operators of other programs behind the name of a field."""
_WORDS_JUDGED = frozenset((*OPERATORS, *OF_FIELDS, "OF"))
SPECIAL_WORDS = frozenset(("xfirstword", "xlastword"))
_DISTANCE = re.compile(
    r"<?(?:(?P<operator>w|wi|within|with|pre|pr|p|n|near|nw|onear|adj|s|by)?(?P<joined>[/\\]?)(?P<words>\d{1,4})"
    r"|(?P<by>w|wi|within|with|pre|pr|p|n|near|nw|onear|adj|s|by)?/(?P<unit>s|sent|sentence|p|para|paragraph|seg|page|x)"
    r"|\+(?P<ordered>[sp]))>?[,;]?",
    re.IGNORECASE,
)
_ORDERED = frozenset(("pre", "pr", "p", "onear"))
_UNCLEAR = frozenset(("nw", "s", "by"))
"""Distance operators that mean different things in different programs."""
_UNITS = {**dict.fromkeys(("s", "sent", "sentence"), 20), **dict.fromkeys(("p", "para", "paragraph", "seg"), 75)}
_CALLED = re.compile(r"[\w.-]*")
_STRUCK = re.compile(r"!\([^()]*\)\Z")
"""The words that a pattern of ours leaves out; commas stand between them."""
_PLURAL = re.compile(r"\((?:s|es|ies|e|n|en|in|innen)\)", re.IGNORECASE)
_NAMED = re.compile(r"(?!-|\d{4}-\d)([\w.-]+):(?=[^\s:\\]|\Z)")
_COMPARED = re.compile(r"[<>]=?(?=[\w$\0])")
_RANGE = re.compile(r"(?<=[\w%])\.\.(?=[\w$€£¥])")
_GLUED = re.compile(r"(?<=[^\s~^])[~^](?!(?<=\d\^)\d)")
_OWN_FUZZY = re.compile(r"[^~^]+~\d*")
_OF_BRACKETS = (
    r"=|<>|!=|[<>]=?|(?i:is(?:\s+not)?(?:\s+(?:like|in|set|null|empty))?\b|(?:does\s+not\s+)?contains?\b|like\b"
    r"|(?:begin|start|end)s?\s+with\b|between\b)"
)
_BRACKETED = re.compile(rf"[\[{{]\s*\S{{1,40}}\s+TO\s+\S{{1,40}}\s*[\]}}]|\[[^\[\]\"]{{1,60}}\]\s*(?:{_OF_BRACKETS})")
_ESCAPED = re.compile(r"(?<=\w)\\(?=[*?+:~^!&|-])")
_FOREIGN_SCOPE = re.compile(r"//[^\s/]+//")
_LEFT = frozenset(("WORD", "STRING", "LITERAL", "REGEX", "FUNC", "RPAR"))
_RIGHT = frozenset(("WORD", "STRING", "LITERAL", "REGEX", "FUNC", "LPAR", "FIELD", "NOT"))
_JOINING = frozenset(("AND", "OR", "NOT", "NEAR", "NOTNEAR"))
_NOTHING = Raw("", "", -1, -1)


def first(text: str, tokens: list[Raw]) -> Form | None:
    """Return the first syntax of another language in a cleaned text, None where there is none."""
    masked = _masked(text, tokens)
    found = [*forms(text, masked), *islice(_refused(text, tokens, masked), 1)]
    if bracketed := _BRACKETED.search(masked):
        found.append(Form("foreign-syntax", *bracketed.span(), None))
    return min(found, key=_rank, default=None)


def _rank(form: Form) -> tuple[int, bool, bool, int]:
    return form.start, form.key != "relative-date", form.meant is None, -form.end


def operator_words(tokens: list[Raw]) -> Iterator[str]:
    """Yield the operators of other programs that stand as words between what they would join."""
    for at, token in enumerate(tokens):
        if token.kind == "WORD" and _is_operator(_Neighbours.of(tokens, at)):
            yield token.text


def _masked(text: str, tokens: list[Raw]) -> str:
    """Return the text with NUL for every character that is no syntax: of phrases, names, addresses and links."""
    masked = list(text)
    name = ""
    for token in tokens:
        start, end = token.start, token.end
        quoted = token.kind in ("STRING", "LITERAL") and not token.text.startswith('"##')
        if quoted:
            start, end = start + token.text.index('"') + 1, end - 1
        if quoted or name in foreign_forms.NAMES or token.kind in ("FUNC", "REGEX", "PASTED"):
            masked[start:end] = "\0" * (end - start)
        if name in TEXT_FIELDS and (token.kind == "STRING" or (token.kind == "WORD" and ":" not in token.text)):
            masked[text.rindex(":", 0, token.start)] = "("  # a form may stand behind the name of a field
        name = token.text.rstrip(" :").lower() if token.kind == "FIELD" else ""
    return _PLAIN.sub(lambda match: "\0" * len(match[0]), "".join(masked))


class _Neighbours(NamedTuple):
    """A token with its neighbours; ``left`` is what stands before it, and before a NOT in front of it."""

    token: Raw
    before: Raw
    after: Raw
    left: Raw

    @classmethod
    def of(cls, tokens: list[Raw], at: int) -> _Neighbours:
        """Return the context of one of the tokens."""
        before = tokens[at - 1] if at else _NOTHING
        left = tokens[at - 2] if before.kind == "NOT" and at > 1 else before
        return cls(tokens[at], before, tokens[at + 1] if at + 1 < len(tokens) else _NOTHING, left)

    @property
    def between(self) -> bool:
        """Whether it stands where an operator between two operands would."""
        return self.left.kind in _LEFT and self.after.kind in _RIGHT

    @property
    def called(self) -> bool:
        """Whether a parenthesis or a phrase touches its end."""
        return self.after.kind in ("LPAR", "STRING", "LITERAL") and self.after.start == self.token.end


def _refused(text: str, tokens: list[Raw], masked: str) -> Iterator[Form]:
    """Yield what the rules refuse of the words, from left to right."""
    scopes: list[str] = []  # of each parenthesis that is open the name of the field that it belongs to
    for at, token in enumerate(tokens):
        plain = token.kind == "WORD" and token.text.isalpha() and token.text.upper() not in _WORDS_JUDGED
        if plain and (at + 1 == len(tokens) or tokens[at + 1].start > token.end):
            continue  # no rule speaks of letters alone, and most words are that
        context = _Neighbours.of(tokens, at)
        if token.kind == "LPAR":
            field = context.before.text.strip(" :").lower() if context.before.kind == "FIELD" else ""
            scopes.append(field or (scopes[-1] if scopes else ""))
        elif token.kind == "RPAR" and scopes:
            scopes.pop()
        elif token.kind == "WORD":
            word = masked[token.start : token.end]
            field = context.before.text.strip(" :").lower() if context.before.kind == "FIELD" else ""
            form = (
                _separated(text, context, field, scopes[-1] if scopes else "")
                or _call(text, tokens, at, word)
                or (None if field else _between(context, word) or _named(context, word))
                or (None if field in ATTRIBUTES else _signs(token, context, word))
            )
            if form:
                yield form


def _syntax(token: Raw, meant: str | None = None, key: str = "foreign-syntax") -> Form:
    return Form(key, token.start, token.end, meant)


def _separated(text: str, context: _Neighbours, field: str, scope: str) -> Form | None:
    """Judge a comma or semicolon beside an operator or inside a field's value."""
    token, word = context.token, _STRUCK.sub("", context.token.text)
    if not (set(word) & {",", ";"}):
        return None
    if word.strip(",;") in ("AND", "OR", "NOT"):
        return _syntax(token, word.strip(",;"))
    if context.before.end == token.start and context.before.kind == "STRING" and word[0] in ",;":
        return _syntax(token)
    if (context.after.kind in _JOINING and word[-1] in ",;") or (context.before.kind in _JOINING and word[0] in ",;"):
        joins = context.after if word[-1] in ",;" else context.before
        return _syntax(token, word.strip(",;") if joins.text.isupper() or joins.kind == "NEAR" else None)
    if not (field or scope) or {field, scope} & {"path", "all-paths", "size", *foreign_forms.MEASURED}:
        return None
    pieces = [piece for piece in re.split("[,;]", word) if piece]
    if scope:
        trailing = " OR" if word[-1] in ",;" and context.after.kind in _RIGHT else ""
        return _syntax(token, " OR ".join(pieces) + trailing) if trailing or len(pieces) > 1 else None
    if word[-1] in ",;" and context.after.kind == "FIELD":
        return _syntax(token, " OR ".join(pieces))
    if word[-1] in ",;" and context.after.kind in ("WORD", "STRING"):
        following = text[context.after.start : context.after.end]
        name = word[-1] == "," and "@" not in word and context.after.kind == "WORD"
        meant = f'"{word} {following}"' if name else f"({' OR '.join([*pieces, following])})"
        return Form("foreign-syntax", token.start, context.after.end, meant)
    return _syntax(token, f"({' OR '.join(pieces)})") if len(pieces) > 1 else None


def _call(text: str, tokens: list[Raw], at: int, word: str) -> Form | None:
    """Judge letters directly before a parenthesis."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else _NOTHING
    found = _CALLED.match(word[::-1])
    name = found[0][::-1] if found else ""
    if after.kind != "LPAR" or after.start != token.end or not name or not (name[0].isalpha() or name[0] == "_"):
        return None
    if stands_alone(name[-1]) or _PLURAL.match(text, after.start):
        return None
    end = _closing(tokens, at + 1)
    if name.lower() in ("stem", "prefixes"):
        return Form("function-takes-word", token.start, end, None)
    own = name == token.text and is_field(name) and end > after.end
    return Form("foreign-syntax", token.start, end, f"{name.lower()}:{text[token.end : end]}" if own else None)


def _closing(tokens: list[Raw], at: int) -> int:
    """Return the place behind the parenthesis that closes the one of a token, behind that token where none does."""
    depth = 0
    for token in tokens[at:]:
        depth += (token.kind == "LPAR") - (token.kind == "RPAR")
        if depth == 0:
            return token.end
    return tokens[at].end


def _between(context: _Neighbours, word: str) -> Form | None:
    """Judge what stands where an operator would: distances and operators of other programs."""
    token = context.token
    if not context.between and not (context.before.kind in ("NEAR", "NOTNEAR") and context.after.kind in _RIGHT):
        return None
    if word.lower() == "of" and context.before.kind in ("NEAR", "NOTNEAR"):
        return Form("foreign-syntax", context.before.start, token.end, context.before.text)
    if not context.between:
        return None
    if word == "*" and context.before.kind != "NOT":
        return _syntax(token, "pre/2")
    if _is_operator(context) and word.isupper():
        return _syntax(token, OPERATORS.get(word))
    found = _DISTANCE.fullmatch(word)
    if not found or not (found["operator"] or found["joined"] or found["unit"] or found["ordered"]):
        return None
    operator = (found["operator"] or found["by"] or "").lower()
    near = "pre" if operator in _ORDERED or found["ordered"] else "w"
    if found["words"]:
        return _syntax(token, None if operator in _UNCLEAR else f"{near}/{found['words']}")
    most = 20 if found["ordered"] else _UNITS.get(found["unit"].lower())
    if most is None or operator in _UNCLEAR:
        return _syntax(token)
    return _syntax(token, f"{near}/{most}", "distance-by-sentence")


def _is_operator(context: _Neighbours) -> bool:
    word = context.token.text.upper()
    named = context.before.text.lower()
    of_field = word in OF_FIELDS and (is_field(named) or named in foreign_forms.FIELDS)
    return context.between and (word in OPERATORS or of_field)


def _named(context: _Neighbours, word: str) -> Form | None:
    """Judge an unknown name with a colon directly before a value."""
    found = _NAMED.match(word) if ":" in word else None
    if not found or not any(map(str.isalpha, found[1])) or (found.end() == len(word) and not context.called):
        return None
    colon = context.token.start + found.end()
    near = likely(found[1].lower())
    return Form("field-unknown-nearest" if near else "field-unknown", context.token.start, colon, near and f"{near}:")


def _signs(token: Raw, context: _Neighbours, word: str) -> Form | None:
    """Judge signs: comparisons and ranges without a field, what is glued to a word, what another program escapes."""
    if word.isalnum():
        return None
    for pattern in (_COMPARED, _RANGE, _ESCAPED, _FOREIGN_SCOPE):
        if pattern.search(word):
            return _syntax(token)
    if word[-1] in "<>" and context.called and context.after.kind != "LPAR":
        return _syntax(token)
    bare = word.partition("!(")[0]
    touching = bare[:1] in ("~", "^") and context.before.end == token.start and context.before.kind in _LEFT
    if touching or (_GLUED.search(bare) and not _OWN_FUZZY.fullmatch(bare)):
        return _syntax(token)
    return None
