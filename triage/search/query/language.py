"""The query language: text to tree, and back to the reading that is shown for every query.

The language, as a person types it; the same text means the same on every engine:

========================  =============================================================================================
``heron``                 a word: letter case, accents, points and letter forms don't count
``"blue heron"``          a phrase; wildcards, ``~``, ``stem()`` and ``prefixes()`` may stand inside
``blue heron``            both words anywhere in the item; a blank means AND
``a OR b``, ``NOT a``     AND, OR, NOT and parentheses, in any case; NOT binds tightest, then w/N, AND, OR
``heron*``, ``h?ron``     ``*`` stands for any run of letters, ``?`` for exactly one, anywhere in a word
``heron~1``, ``heron~2``  words that differ by at most one or two letters (more, fewer, other, or two swapped)
``stem(apply)``           words with the same English stem: applies, applied, applying
``/k[0-9]{3}/``           words that a regular expression covers from end to end
``prefixes(אטלס)``        with and without the Hebrew and Arabic one-letter prefixes
``heron*!(heronry)``      without the words in ``!( )``: strikes them out of what a term stands for
``a w/5 b``               at most 4 words between; ``a pre/5 b`` a first; ``a not w/5 b`` an a with no b so near
``="XK-9/Blue"``          exactly so, letter case, signs, accents and points included
``subject:heron``         in one field; ``subject:(a OR b)``; see ``values`` for all names
``tag:hot``               what is known of an item: tag, custodian, type, date, size, is, has ...
``*``                     every item
========================  =============================================================================================

A distance counts within one field, and the words of the text that it joins are different ones. ``w/4`` is at most three
words between, as in Nuix. Where a field has several texts (pages, sheets, a mail's parts), a phrase ends at their
border, as it would join what was never written side by side; a distance goes on beyond it, the border counting as one
word: a sentence may run over a page, and what stands near must not be missed. What has two meanings is refused with
both of them: ``(a AND b) w/5 c``. AND beside OR is read by precedence and marked in the notes. Anything else is read or
refused at its place; nothing is dropped in silence.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import reduce

import msgspec

from triage.errors import QueryError
from triage.messages import say
from triage.model.messages import Message
from triage.search.query import foreign, term_parser, tree
from triage.search.query.foreign import OPERATORS, SPECIAL_WORDS
from triage.search.query.grammar import Wrong, parse, wrong
from triage.search.query.lexer import Cleaned, Raw, clean, lex
from triage.search.query.tree import NOWHERE, And, Attribute, Everything, Literal, Near, Node, Not, Or, Place
from triage.search.query.values import ATTRIBUTES, NAMES, TEXT_FIELDS, Unreadable, checked, is_field
from triage.text import words

# What may stand on either side of a distance: one meaning is read, two are refused with both offered.

MAX_DISTANCE = 1000
"""Widest distance, in words."""
_SIDE_OPERATOR = re.compile(r"(not\s+)?(w|pre)/(\d+)", re.IGNORECASE)


def joined(raw: Raw, left: Node, right: Node) -> Near:
    """Return the Near that a raw close means. Raises Wrong where its sides allow none, or more than one."""
    match = _SIDE_OPERATOR.fullmatch(raw.text)
    negation, operator, digits = match.groups() if match else ("", "w", "1")
    distance = int(digits) if len(digits) < 6 else MAX_DISTANCE + 1
    if not 1 <= distance <= MAX_DISTANCE:
        raise wrong("distance-out-of-range", raw, most=MAX_DISTANCE, digits=digits[:12])
    near = Near(left, right, distance, operator.lower() == "pre", bool(negation), Place(raw.start, raw.end))
    for side, other in ((left, right), (right, left)):
        _check_side(raw, near, side, other)
    return near


def _check_side(raw: Raw, near: Near, side: Node, other: Node) -> None:
    at = side.place.start, side.place.end
    match side:
        case Or(parts=parts):
            for part in parts:
                _check_side(raw, near, part, other)
        case And():
            raise _two_readings(raw, near)
        case Not(part=part):
            inner = Near(part, other, near.distance, near.ordered) if side is near.left else near
            mendable = _plain_side(part) and side is near.left and not near.negated
            mend = (raw.start, raw.end, write(Not(inner))) if mendable else None
            raise Wrong("not-beside-distance", *at, mend, operator=raw.text)
        case Attribute() | Everything():
            raise Wrong("no-text-beside-distance", *at, typed=write(side), operator=raw.text)
        case Literal(text=text):
            raise Wrong("exact-text-beside-distance", *at, (*at, f'"{text}"'), operator=raw.text)


def _two_readings(raw: Raw, near: Near) -> Wrong:
    """Say both meanings of a distance to words joined by AND: each so near, or all so near together."""
    each, together = _each(near.left, near.right, near), _together(near)
    if not _sound(each) or not _sound(together):
        return wrong("and-beside-distance-ambiguous", raw, operator=raw.text)
    one, two = write(each), write(together)
    if one == two:
        return wrong("and-beside-distance", raw, f"({one})", operator=raw.text, one=one)
    return wrong("and-beside-distance-two-readings", raw, operator=raw.text, one=one, two=two)


def _each(left: Node, right: Node, near: Near) -> Node:
    """Return every word of the one side near every word of the other."""
    for side, other, first in ((left, right, True), (right, left, False)):
        match side:
            case And(parts=parts) | Or(parts=parts) if _holds_and(side):
                pairs = [(part, other) if first else (other, part) for part in parts]
                return flat(type(side), [_each(*pair, near) for pair in pairs])
            case Not(part=part):
                return Not(_each(part, other, near) if first else _each(other, part, near))
            case Attribute() | Everything():
                return side
            case _:
                continue
    return replace(near, left=left, right=right)


def flat(kind: type[And] | type[Or], parts: list[Node], place: Place = NOWHERE) -> Node:
    """Return parts joined by AND or by OR, without the same inside."""
    joined: list[Node] = []
    for part in parts:
        joined.extend(part.parts if isinstance(part, kind) else (part,))
    return kind(tuple(joined), place)


def _together(near: Near) -> Node:
    """Return the distance with every AND on its sides made a distance, too; what is no text goes outside."""
    outside: list[Node] = []

    def chained(node: Node) -> Node:
        match node:
            case Or(parts=parts):
                return Or(tuple(map(chained, parts)))
            case And(parts=parts):
                inside = [chained(part) for part in parts if not isinstance(part, Not | Attribute | Everything)]
                outside.extend(part for part in parts if isinstance(part, Not | Attribute | Everything))
                return reduce(lambda one, two: Near(one, two, near.distance), inside) if inside else node
            case _:
                return node

    whole = replace(near, left=chained(near.left), right=chained(near.right))
    return And((whole, *outside)) if outside else whole


def _holds_and(node: Node) -> bool:
    return isinstance(node, And) or (isinstance(node, Or) and any(map(_holds_and, node.parts)))


def _sound(node: Node) -> bool:
    """Whether every distance in it joins what a distance can join."""
    match node:
        case And(parts=parts) | Or(parts=parts):
            return all(map(_sound, parts))
        case Not(part=part):
            return _sound(part)
        case Near(left=left, right=right):
            return _joinable(left) and _joinable(right)
        case _:
            return True


def _joinable(side: Node) -> bool:
    match side:
        case Or(parts=parts):
            return all(map(_joinable, parts))
        case Near():
            return _sound(side)
        case _:
            return _plain_side(side)


def _plain_side(node: Node) -> bool:
    return not isinstance(node, And | Not | Attribute | Everything | Literal)


# Tree to text: the reading shown back for every query, which is read to the same tree.

Fields = tuple[str, ...]


def write(query: tree.Node) -> str:
    return _write(query, ())


def _write(node: tree.Node, outer: Fields) -> str:
    """Write a node where the fields ``outer`` are already named around it."""
    match node:
        case tree.Everything():
            return "*"
        case tree.Ids(nos=nos):
            return f"({len(nos)} items)"
        case tree.Attribute(name=name, value=value):
            quoted = '"' + value.replace('"', "") + '"'
            return f"{name}:{value if _plain(value, ('WORD', 'REGEX')) else quoted}"
        case tree.Word() | tree.Prefix() | tree.Pattern() | tree.Words():
            text = term_parser.written(node)
            text = f'"{text}"' if isinstance(node, tree.Word) and not _plain(text) else text
            return _field(node.fields, outer) + text
        case tree.Phrase():
            return _field(node.fields, outer) + '"' + " ".join(term_parser.written(part) for part in node.parts) + '"'
        case tree.Literal():
            return _field(node.fields, outer) + f'="{node.text}"'
        case tree.Not():
            return _compound(node, outer)  # NOT from:x as a person writes it, not from:(NOT x)
        case tree.And() | tree.Or() | tree.Near():
            common = _common(node)
            if common and common != outer:
                return f"{_field(common, outer)}({_compound(node, common)})"
            return _compound(node, outer)


def _compound(node: tree.And | tree.Or | tree.Not | tree.Near, outer: Fields) -> str:
    match node:
        case tree.And(parts=parts) | tree.Or(parts=parts):
            operator = " AND " if isinstance(node, tree.And) else " OR "
            return operator.join(_operand(part, outer, (tree.Not,)) for part in parts)
        case tree.Not(part=part):
            return f"NOT {_operand(part, outer, (tree.Not,))}"
        case tree.Near(left=left, right=right):
            operator = f"{'NOT ' if node.negated else ''}{'pre' if node.ordered else 'w'}/{node.distance}"
            return f"{_operand(left, outer, ())} {operator} {_operand(right, outer, ())}"


def _operand(node: tree.Node, outer: Fields, bare: tuple[type, ...]) -> str:
    """Write a part, in parentheses unless it is a leaf, of a kind that needs none, or named as a group by its field."""
    text = _write(node, outer)
    compound = isinstance(node, tree.And | tree.Or | tree.Not | tree.Near) and not isinstance(node, bare)
    return f"({text})" if compound and (_common(node) or outer) == outer else text


def _common(node: tree.Node) -> Fields:
    """Return the fields that all leaves below share, none where they differ or an attribute stands among them."""
    fields = {leaf.fields if isinstance(leaf, tree.Leaf | tree.Literal) else () for leaf in tree.leaves(node)}
    return fields.pop() if len(fields) == 1 else ()


def _field(fields: Fields, outer: Fields) -> str:
    return "" if fields == outer else f"{NAMES.get(fields, '+'.join(fields))}:"


def _plain(text: str, kinds: tuple[str, ...] = ("WORD",)) -> bool:
    """Whether the text is one bare word of the language, so that it needs no quotation marks."""
    if "," in text or ";" in text or text.lower() in SPECIAL_WORDS:
        return False
    tokens = list(lex(clean(text).text))
    return len(tokens) == 1 and tokens[0].kind in kinds and tokens[0].text == text and "!(" not in text


# What is offered instead of a query that is refused: a mended query, and the text itself in quotation marks. Nothing is
# offered that can't be read, that loses a value that was typed, or in which an operator of another program stands as a
# plain word.

MENDABLE = 2000
"""Longest query for which a mend is sought, in characters: each try reads the whole query again."""

_STEPS = 8
_SIGNS_OF_QUERIES = re.compile(r'"(?<![א-ת]")|"(?![א-ת])|[*?~]|(?<=!)\(')
"""What means something inside of a phrase."""
_FUNCTION = re.compile(r"\b(?:stem|prefixes)\(", re.IGNORECASE)
_SYNTAX = frozenset(("FIELD", "STRING", "LITERAL", "REGEX", "FUNC", "NEAR", "NOTNEAR"))
_NO_VALUES = frozenset(words(f"and or not w pre {' '.join(OPERATORS)}"))
_FOREIGN = frozenset(("foreign-syntax", "foreign-nearest", "distance-by-sentence"))
"""Refusals whose equivalents the tests judge one by one: they may spell values in another way."""
_SQL = frozenset(("SELECT", "FROM", "WHERE", "NULL"))
Reader = Callable[[str], object]


def mended(text: str, wrong: Wrong, read: Reader) -> str | None:
    """Return the query with its mistakes mended, None where that takes more than a few steps or loses something.

    ``read`` raises Wrong for a query that can't be read.
    """
    for _ in range(_STEPS):
        if wrong.mend is None or len(text) > MENDABLE:
            return None
        start, end, instead = wrong.mend
        if wrong.message.key not in _FOREIGN and not _keeps_words(text[start:end], instead):
            return None
        text = clean(" ".join((text[:start] + instead + text[end:]).split())).text
        try:
            read(text)
        except Wrong as next_wrong:
            wrong = next_wrong
        else:
            return text if text and not _holds_operator(text) else None
    return None


def _in_quotation_marks(text: str, start: int, end: int, read: Reader) -> str | None:
    """Return the query with what was refused at a place as a phrase; all of it where nothing else is an operator."""
    offer = text
    for _ in range(_STEPS if len(text) <= MENDABLE else 0):
        tokens = list(lex(offer))
        first, last = _around(tokens, start, end)
        others = [token for token in tokens if token.end <= first or token.start >= last]
        if not any(map(_is_syntax, others)):
            break
        phrase = _as_phrase(offer[first:last])
        if phrase is None:
            break
        left = "" if offer[:first][-1:] in ("", " ", "(") else " "
        right = "" if offer[last : last + 1] in ("", " ", ")") else " "
        offer = f"{offer[:first]}{left}{phrase}{right}{offer[last:]}"
        try:
            read(offer)
        except Wrong as wrong:
            start, end = wrong.start, wrong.end
        else:
            return " ".join(offer.split())
    return _as_phrase(text)


def _as_phrase(text: str) -> str | None:
    if _FUNCTION.search(text):
        text = re.sub("[()]", " ", text)
    plain = " ".join(_SIGNS_OF_QUERIES.sub(" ", text).split()).lstrip("#")
    return f'"{plain}"' if words(plain) else None


def _around(tokens: list[Raw], start: int, end: int) -> tuple[int, int]:
    """Widen a place to all that touches it of the words, and to the name of the field that they stand behind."""
    at = next((at for at, token in enumerate(tokens) if token.end > start), len(tokens) - 1)
    to = next((to for to in range(at, len(tokens)) if tokens[to].end >= end), len(tokens) - 1)
    if at and tokens[at - 1].kind == "FIELD":
        at -= 1
    if to + 1 < len(tokens) and tokens[to].text[-1:] == ":" and tokens[to + 1].start == tokens[to].end:
        to += 1
    return min(start, tokens[at].start), max(end, tokens[to].end)


def _is_syntax(token: Raw) -> bool:
    return token.kind in _SYNTAX or (token.kind in ("AND", "OR", "NOT") and token.text.isupper())


def _keeps_words(typed: str, instead: str) -> bool:
    """Whether all words of a piece of a query are in what is put in its place, or something spelled much like them."""
    there = [word.lstrip("0") for word in words(instead)]
    return "".join(words(typed)) == "".join(words(instead)) or all(
        word.lstrip("0") in there
        or word in _NO_VALUES
        or (is_field(word) and f"{word}:" in typed.lower())
        or difflib.get_close_matches(word, there, n=1, cutoff=0.7)
        for word in words(re.sub(r"~\d*", " ", typed))
    )


def _holds_operator(text: str) -> bool:
    tokens = list(lex(text))
    plain = [token.text for token in tokens if token.kind == "WORD"]
    return not _SQL.isdisjoint(plain) or any(word.upper() in OPERATORS for word in plain)


MAX_LENGTH = 200_000
"""Longest query, in characters."""

_SIGNS = re.compile(r"[!#$%&+^=<>|£€]+")
_SINGLE = re.compile(r"(?:^|(?<=[\s(:]))'([^'\"()]{3,200})'(?=$|[\s)])")
_LISTED = {sign: re.compile(rf'^(?:[^"]|"[^"]*")*?{sign}(?:\s|$)') for sign in ",;"}
"""A comma or a semicolon behind a word, outside of phrases."""
_NUMBER = re.compile(r"-[$€£¥]?\d")
_OPERATOR = re.compile(rf"\b(?:{'|'.join((*foreign.OPERATORS, *foreign.OF_FIELDS))})\b", re.IGNORECASE)


class Reading(msgspec.Struct, frozen=True):
    """A query as it was read: the tree, the tree as text, and what to know about the reading, in sentences."""

    query: tree.Node
    reading: str
    notes: tuple[Message, ...] = ()


def read(text: str) -> Reading:
    """Read a query as typed. Raises QueryError with the place and, where there is a likely one, a mended query.

    No query at all, "", is every item; one of blanks is refused.
    """
    cleaned = clean(text)
    if text and not cleaned.text.strip():
        raise QueryError("query-blank", 0, len(text))
    try:
        query, notes = _read(cleaned.text)
    except Wrong as wrong:
        start, end = _typed(cleaned, wrong.start), _typed(cleaned, wrong.end)
        mend = mended(cleaned.text, wrong, _read)
        quoted = _in_quotation_marks(cleaned.text, wrong.start, wrong.end, _read)
        raise QueryError(_message(wrong, mend), start, end, mend, quoted) from None
    notes = (*cleaned.notes, *notes, *_hints_on_query(cleaned.text))
    return Reading(_placed(query, cleaned), write(query), notes)


def quoted(text: str, start: int, end: int) -> str | None:
    """Return a query as typed with what is refused at a place as a phrase, None where it has no letter or digit."""
    cleaned = clean(text)
    if len(cleaned.text) != len(text):
        start, end = 0, len(cleaned.text)
    return _in_quotation_marks(cleaned.text, start, end, _read)


def _message(wrong: Wrong, mend: str | None) -> Message:
    """Return what to say: where the equivalent of a form can't be read either, why not."""
    if mend is None and wrong.mend and wrong.message.key == "foreign-syntax" and ":" in wrong.mend[2]:
        try:
            _read(wrong.mend[2])
        except Wrong as inner:
            return inner.message
    return wrong.message


def _read(text: str) -> tuple[tree.Node, tuple[Message, ...]]:
    if len(text) > MAX_LENGTH:
        raise Wrong("query-too-long", MAX_LENGTH, len(text), most=MAX_LENGTH, size=len(text))
    raw = parse(text)
    if raw is None:
        return tree.Everything(tree.Place(0, len(text))), ()
    builder = _TreeBuilder()
    return builder.build(raw), tuple(builder.notes)


class _TreeBuilder:
    """Makes the tree of a raw tree; ``notes`` gathers what is worth saying, each sentence once."""

    def __init__(self) -> None:
        self.notes: dict[Message, None] = {}

    def build(self, raw: Raw, field: str = "") -> tree.Node:
        place = tree.Place(raw.start, raw.end)
        match raw.kind:
            case "either":
                if any(part.kind == "both" and not part.group for part in raw.parts):
                    self.notes[say("and-before-or")] = None
                return flat(tree.Or, [self.build(part, field) for part in raw.parts], place)
            case "both":
                return flat(tree.And, [self.build(part, field) for part in raw.parts], place)
            case "negation":
                return tree.Not(self.build(raw.parts[0], field), place)
            case "close":
                return self._near(raw, field)
            case "scoped":
                return self._scoped(raw, field)
            case _ if field in ATTRIBUTES:
                return _attribute(field, raw)
            case _:
                return self._leaf(raw, TEXT_FIELDS.get(field, ()), place)

    def _near(self, raw: Raw, field: str) -> tree.Node:
        if field in ATTRIBUTES:
            raise wrong("distance-in-attribute", raw, operator=raw.text, field=field)
        if raw.parts[0].kind == "close" and not raw.parts[0].group:
            self.notes[say("distances-left-to-right")] = None
        left, right = (self.build(part, field) for part in raw.parts)
        return joined(raw, left, right)

    def _scoped(self, raw: Raw, outer: str) -> tree.Node:
        name = raw.text.strip().rstrip(":").lower()
        if raw.text[-1].isspace():
            self.notes[say("field-before-space", field=raw.text.strip())] = None
        if name == "thread":
            self.notes[say("thread-includes-inferred")] = None
        if outer:
            end, without = raw.start + len(raw.text.rstrip()), (raw.start, raw.start + len(raw.text), "")
            raise Wrong("field-inside-field", raw.start, end, without, field=name, outer=outer)
        return self.build(raw.parts[0], name)

    def _leaf(self, raw: Raw, fields: tuple[str, ...], place: tree.Place) -> tree.Node:
        if raw.text == "*" and not fields:
            return tree.Everything(place)
        try:
            node = self._text(raw, place)
        except Unreadable as error:
            plain = " ".join(words(raw.text)) if raw.kind == "WORD" else ""
            raise wrong(error.message, raw, error.mend or (f'"{plain}"' if " " in plain else plain) or None) from None
        return replace(node, fields=fields) if isinstance(node, tree.Leaf | tree.Literal) else node

    def _text(self, raw: Raw, place: tree.Place) -> tree.Node:
        match raw.kind:
            case "LITERAL":
                text = " ".join(raw.text[raw.text.index('"') + 1 : -1].split())
                if not words(text):
                    raise wrong("no-letter-to-look-up", raw, typed=text)
                return tree.Literal(text, place=place)
            case "REGEX":
                return term_parser.regex(raw.text, place)
            case "FUNC":
                return term_parser.function(raw.text, place)
            case "PASTED":
                self.notes[say("subject-as-phrase")] = None
                return _phrase(term_parser.plain(raw.text, place), place)
        text = raw.text[1:-1] if raw.kind == "STRING" else raw.text
        if raw.kind == "WORD" and len(text) > 1 and text[0] in "-!" and not _NUMBER.match(text) and words(text):
            key = "minus-not-negation" if text[0] == "-" else "exclamation-mark-not-negation"
            raise wrong(key, raw, f"NOT {text[1:]}", typed=text[1:])
        if "://" in text:
            text = text.replace("?", " ")
        one = term_parser.inside if raw.kind == "STRING" else term_parser.terms
        terms = [term for chunk in term_parser.chunks(text) for term in one(self._without_idle_stars(chunk), place)]
        if not terms:
            raise wrong("no-letter-to-search", raw, "", typed=text) if text else wrong("phrase-empty", raw, "")
        if raw.kind == "WORD":
            self.notes.update(dict.fromkeys(_hints_on_word(text, len(terms))))
        return _phrase(terms, place)

    def _without_idle_stars(self, chunk: str) -> str:
        kept = term_parser.without_idle_stars(chunk)
        if kept != chunk:
            self.notes[say("idle-star-left-out", typed=kept)] = None
        return kept


def _phrase(terms: list[tree.Term], place: tree.Place) -> tree.Node:
    return terms[0] if len(terms) == 1 else tree.Phrase(tuple(terms), place=place)


def _attribute(name: str, raw: Raw) -> tree.Attribute:
    if raw.kind == "LITERAL":
        raise Wrong("attribute-takes-word", raw.start, raw.end, (raw.start, raw.start + 1, ""), field=name)
    text = raw.text[1:-1] if raw.kind == "STRING" else raw.text
    try:
        return tree.Attribute(name, checked(name, text), tree.Place(raw.start, raw.end))
    except Unreadable as error:
        raise wrong(error.message, raw, error.mend) from None


def _hints_on_word(text: str, terms: int) -> Iterator[Message]:
    if text.endswith("?"):
        yield say("ends-in-question-mark", typed=text)
    signs = "".join(_SIGNS.findall(text.partition("!(")[0]))
    if text[0] == "-" and terms:
        signs = "-"
    if signs and (terms == 1 or "=" in signs or signs == "-") and "://" not in text:
        yield say("signs-not-searched", signs=signs, typed=text, again=text)
    if text[-1] == ":" and any(map(str.isalpha, text)):
        yield say("name-not-field", typed=text)


def _hints_on_query(text: str) -> Iterator[Message]:
    phrases = [match[1].strip() for match in _SINGLE.finditer(text)]
    if phrase := next((phrase for phrase in phrases if " " in phrase), ""):
        yield say("single-quotes", phrase=phrase)
    for sign, listed in _LISTED.items():
        if listed.search(text):
            yield say("sign-joins-nothing", sign=sign)
    if _OPERATOR.search(text):
        for word in dict.fromkeys(foreign.operator_words(list(lex(text)))):
            yield say("operator-as-word", typed=word)


def _typed(cleaned: Cleaned, offset: int) -> int:
    return cleaned.at[min(offset, len(cleaned.text))]


def _placed(node: tree.Node, cleaned: Cleaned) -> tree.Node:
    """Return the tree with its places moved from the cleaned text to the text as typed."""
    if len(cleaned.at) == cleaned.at[-1] + 1:
        return node
    place = tree.Place(_typed(cleaned, node.place.start), _typed(cleaned, node.place.end))
    return replace(tree.rebuilt(node, lambda part: _placed(part, cleaned)), place=place)
