"""Cutting redacted words out of what is written about an item, and finding what would still give them away. Pure.

A phrase is cut wherever it occurs in the item: in its text, its header, its name. What takes its place is the same
whatever was cut. Words are those that are searched, so a phrase is found however it is written.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote_plus

from msgspec.structs import replace

from triage.model.items import Item, ItemNo, Row, Segment
from triage.model.redactions import NOWHERE, Redaction
from triage.text import Phrases, tokens, words

# What is nearly a redacted word, and so isn't cut with it: part of another word, encoded, broken, in other letters.
#
# A word of fewer than four letters is found as a whole word alone. It finds what a person is to decide on; it cuts
# nothing. Pure.

_SHORTEST = 4
"""Letters of a word that is looked for inside others."""
_MOST_WORDS = 4
"""Words of a redacted phrase of which each counts by itself."""
_ENCODED = re.compile(r"%u?[0-9A-Fa-f]{2}|&#|&[A-Za-z]+;|\\[uxUX][0-9A-Fa-f]{2}|=[0-9A-Fa-f]{2}|=\?|xn--")
_RUN = re.compile(r"\S+")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{8,}={0,2}(?:\r?\n(?=[A-Za-z0-9+/_-]{8}))?)+")
_ESCAPE = re.compile(r"(?:\\[uU]|%u)([0-9A-Fa-f]{4})|\\[xX]([0-9A-Fa-f]{2})")
_PUNYCODE = re.compile(r"xn--([A-Za-z0-9-]+)")
_MOST_ODD = 0.05
"""Share of characters that are no text in what was packed as Base64; other words and data have more."""
_ROUNDS = 2
"""How often something may be encoded."""

Forms = Callable[[str, Iterable[str]], Iterable[str]]
"""Returns how the words of a text, folded, write a phrase in other letters: each as words with blanks between them."""


class NearMiss(NamedTuple):
    text: str
    phrase: int


class NearMisses:
    """Finds in texts what is nearly one of the phrases, which are folded words; in other letters by ``forms`` alone."""

    def __init__(self, phrases: Sequence[Sequence[str]], forms: Forms | None = None) -> None:
        self._exact, self._forms, self._phrases = Phrases(phrases), forms, phrases
        self._inside, self._whole = dict[str, int](), dict[str, int]()
        for which, phrase in enumerate(phrases):
            parts = [part for part in phrase if not part.isdigit()] if 1 < len(phrase) <= _MOST_WORDS else []
            for part in ("".join(phrase), *parts):
                (self._inside if len(part) >= _SHORTEST else self._whole).setdefault(part, which)
        self._beginnings = {part[:at] for part in {**self._inside, **self._whole} for at in range(1, len(part) + 1)}

    def among(self, texts: Iterable[str]) -> Iterator[NearMiss]:
        """Yield each near miss of each text, as often as it stands there; what is a phrase exactly is none."""
        texts = list(texts)
        forms = self._foreign(texts)
        foreign = Phrases([form for form, _ in forms]), [which for _, which in forms]
        for text in texts:
            yield from self._in_text(text, foreign)

    def _foreign(self, texts: Sequence[str]) -> list[tuple[list[str], int]]:
        if self._forms is None:
            return []
        vocabulary = sorted({word for text in texts for word in words(text)})
        spelled = {" ".join(phrase): which for which, phrase in enumerate(self._phrases)}
        spelled |= {part: which for part, which in self._inside.items() if part not in spelled}
        return [(form.split(), which) for part, which in spelled.items() for form in self._forms(part, vocabulary)]

    def _in_text(self, text: str, foreign: tuple[Phrases, list[int]]) -> Iterator[NearMiss]:
        all_tokens = list(tokens(text))
        spelled = [token.word for token in all_tokens]
        used = {at + n for at, _, length in self._exact.among(spelled) for n in range(length)}
        for start, end, which in self._encoded(text):
            inside = {at for at, token in enumerate(all_tokens) if token.start < end and start < token.end}
            if not inside <= used:
                used |= inside
                yield NearMiss(text[start:end], which)
        in_other_letters = ((at, length, foreign[1][which]) for at, which, length in foreign[0].among(spelled))
        nearly = ((at, *hit) for at in range(len(spelled)) if at not in used and (hit := self._at(spelled, at, used)))
        for at, length, which in chain(in_other_letters, nearly):  # each depends on what is used up before it
            if at not in used:
                used |= set(range(at, at + length))
                yield NearMiss(text[all_tokens[at].start : all_tokens[at + length - 1].end], which)

    def _at(self, spelled: Sequence[str], at: int, used: set[int]) -> tuple[int, int] | None:
        """Return of how many words a near miss is that begins here, and of which phrase; None for none."""
        word = spelled[at]
        if word in self._whole and len(self._phrases[self._whole[word]]) > 1:
            return 1, self._whole[word]
        inside = next((which for part, which in self._inside.items() if part in word), None)
        if inside is not None:
            return 1, inside
        joined, last = word, at
        while joined in self._beginnings:
            if last > at and joined in self._inside:
                return last - at + 1, self._inside[joined]
            last += 1
            if last == len(spelled) or last in used:
                return None
            joined += spelled[last]
        return None

    def _encoded(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield where something encoded begins and ends that holds a phrase only once it is decoded, and which."""
        if _ENCODED.search(text):
            for run in _RUN.finditer(text):
                inside = self._inside_of(_decoded(run[0])) if _ENCODED.search(run[0]) else []
                if len(inside) > len(list(self._exact.among(words(run[0])))):
                    yield run.start(), run.end(), inside[0]
        for run in _BASE64.finditer(text):
            if inside := [which for decoded in _unpacked(run[0]) for which in self._inside_of(decoded)]:
                yield run.start(), run.end(), inside[0]

    def _inside_of(self, decoded: str) -> list[int]:
        """Return which phrases, or parts of such as near misses hold, a decoded text has."""
        spelled = words(decoded)
        exact = [which for _, which, _ in self._exact.among(spelled)]
        hits = (self._at(spelled, at, set()) for at in range(len(spelled)))
        return exact or [hit[1] for hit in hits if hit]


def remaining(phrases: Sequence[Sequence[str]], texts: Iterable[str], accepted: Iterable[str]) -> list[str]:
    """Return the near misses of phrases that texts have beside those that are accepted, which are strings."""
    known = {tuple(words(text)) for text in accepted}
    return [miss.text for miss in NearMisses(phrases).among(texts) if tuple(words(miss.text)) not in known]


def _decoded(run: str) -> str:
    for _ in range(_ROUNDS):
        run = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), run)
        run = unquote_plus(html.unescape(run))
        if "=?" in run:
            run = _header(run)
        elif re.search("=[0-9A-Fa-f]{2}", run):
            run = quopri.decodestring(run.encode("utf-8", "ignore")).decode("utf-8", "ignore")
        run = _PUNYCODE.sub(lambda match: match[1].encode().decode("punycode", "ignore"), run)
    return run


def _header(run: str) -> str:
    try:
        return str(make_header(decode_header(run)))
    except (HeaderParseError, LookupError, ValueError):
        return run


def _unpacked(run: str) -> Iterator[str]:
    """Yield what Base64 (RFC 4648) may stand for: UTF-8 or UTF-16; nothing where it is none."""
    packed = "".join(run.split()).rstrip("=").replace("-", "+").replace("_", "/")
    packed = packed[: len(packed) - (len(packed) % 4 == 1)]
    try:
        data = base64.b64decode(packed + "=" * (-len(packed) % 4))
    except binascii.Error:
        return
    for code in ("utf-8", "utf-16-le"):
        text = data.decode(code, "replace")
        odd = sum(not (character.isprintable() or character.isspace()) or character == "\ufffd" for character in text)
        if odd <= len(text) * _MOST_ODD:
            yield text


# Which documents that leave quote others: words that are redacted there, lines of what is withheld.
#
# It points out exact quotations; near ones it doesn't know.

_LEAST = 5  # words of a line that is a quotation; "Best regards, Dana" is none


class Quotations:
    """Finds quotations of items, each of which comes with its redactions; of one without any all lines are withheld."""

    def __init__(self, kept_out: Iterable[tuple[Item, Collection[Redaction]]]) -> None:
        self._lines: dict[tuple[str, ...], set[ItemNo]] = defaultdict(set)
        phrases, self._owners = list[list[str]](), list[ItemNo]()
        for item, redactions in kept_out:
            for passage in (redaction.passage for redaction in redactions):
                if passage is not None:
                    phrases.append(words(passage.text))
                    self._owners.append(item.row.no)
            for line in () if redactions else _lines(item):
                self._lines[line].add(item.row.no)
        self._finder = Phrases(phrases)

    def sources(self, item: Item) -> set[ItemNo]:
        """Return the items that this one quotes."""
        sources = set[ItemNo]()
        for line in _lines(item) if self._lines else ():
            sources |= self._lines.get(line, set())
        for text in texts_of(item) if self._owners else ():
            sources |= self.saying(text)
        return sources - {item.row.no}

    def saying(self, text: str) -> set[ItemNo]:
        """Return the items of which a text has words that are redacted there."""
        return {self._owners[which] for _, which, _ in self._finder.among(words(text))}


def _lines(item: Item) -> set[tuple[str, ...]]:
    texts = (segment.text for segment in item.segments if segment.origin in ("body", "alternative"))
    lines = (tuple(words(line)) for text in texts for line in text.split("\n"))
    return {line for line in lines if len(line) >= _LEAST}


_MARK = "[Redacted: {}]"
_GAP = " 0 "
"""Stands for a mark, whose reason may have any words, so that what is before it and after it isn't joined."""
_MARKS = re.compile(r"\[Redacted: [^\]]*\]")
_REGIONS = "Regions of its pages are redacted. Its text isn't produced."
_UNSEEN = frozenset(("properties", "headers", "message-id", "transport"))
"""Origins of text that no page shows."""


class Cutter:
    """Cuts out of an item what is redacted in it.

    ``reasons_on_pages`` are those of the phrases ``sought``, then those of the ``regions``.
    """

    def __init__(self, item: Item, redactions: Collection[Redaction]) -> None:
        self.reasons = tuple(sorted({redaction.reason for redaction in redactions}))
        regions = sorted((r.region, r.reason) for r in redactions if r.region is not None)
        self.regions = tuple(region for region, _ in regions)
        self._fields = {r.field: r.reason for r in redactions if r.field}
        texts = {r.passage.text: r.reason for r in redactions if r.passage} | _field_values(item, self._fields)
        phrases = {tuple(words(text)): reason for text, reason in texts.items()}
        phrases.pop((), None)
        self._signs = {text.strip(): reason for text, reason in texts.items() if text.strip() and not words(text)}
        self._phrases, self._reasons = list(phrases), list(phrases.values())
        self.reasons_on_pages = (*self._reasons, *(reason for _, reason in regions))
        self._finder = Phrases(self._phrases)
        self._redacted = [words(r.passage.text) for r in redactions if r.passage and r.passage.segment != NOWHERE]

    @property
    def can_be_drawn_over(self) -> bool:
        """Whether all that is cut has words, which can be located on pages; signs alone can't be."""
        return not self._signs

    @property
    def sought(self) -> tuple[str, ...]:
        return tuple(" ".join(phrase) for phrase in self._phrases)

    def text(self, untrusted: str) -> str:
        pieces, at = list[str](), 0
        all_tokens = list(tokens(untrusted))
        for first, which, length in self._finder.among([token.word for token in all_tokens]):
            start, end = all_tokens[first].start, all_tokens[first + length - 1].end
            if start >= at:
                pieces += [untrusted[at:start], _MARK.format(self._reasons[which])]
            at = max(at, end)
        cut = "".join([*pieces, untrusted[at:]])
        for signs, reason in self._signs.items():
            cut = cut.replace(signs, _MARK.format(reason))
        return cut

    def expected(self, item: Item) -> list[int]:
        """Return how often each phrase occurs in the text of an item that its pages may show."""
        shown = (words(segment.text) for segment in item.segments if segment.origin not in _UNSEEN)
        counts = Counter(which for spelled in shown for _, which, _ in self._finder.among(spelled))
        return [counts[which] for which in range(len(self._phrases))]

    def item(self, item: Item) -> Item:
        segments = tuple(Segment(segment.origin, self.text(segment.text)) for segment in item.segments)
        return replace(
            item,
            row=self.row(item.row),
            path=self.path(item.path),
            member=self.member(item.member),
            sha256="",
            message_id=self.text(item.message_id),
            references=tuple(map(self.text, item.references)),
            segments=(Segment("body", _MARK.format(_REGIONS)),) if self.regions else segments,
            to=self._people("to", item.to),
            cc=self._people("cc", item.cc),
            bcc=self._people("bcc", item.bcc),
        )

    def row(self, row: Row) -> Row:
        return replace(
            row,
            subject=self._field("subject", row.subject),
            sender=self._field("from", row.sender),
            name=self._field("file", row.name),
            path=self.path(row.path),
            custodian=self.text(row.custodian),
        )

    def path(self, untrusted: str) -> str:
        return self._field("file", untrusted)

    def member(self, member: str) -> str:
        """Return the way to the item inside its file, "" where the name of that is cut."""
        return "" if "file" in self._fields else member

    def mark(self) -> str:
        return _MARK.format(", ".join(self.reasons))

    def _field(self, name: str, value: str) -> str:
        return _MARK.format(self._fields[name]) if name in self._fields and value else self.text(value)

    def _people(self, name: str, people: Sequence[str]) -> tuple[str, ...]:
        if name in self._fields and people:
            return (_MARK.format(self._fields[name]),)
        return tuple(map(self.text, people))

    def remains(self, texts: Iterable[str], accepted: Iterable[str] = ()) -> bool:
        """Return whether something that is redacted, or a near miss that isn't accepted, is in texts after all."""
        # It is looked for by other means than those that cut it, so that a mistake in these shows.
        texts = [_MARKS.sub(_GAP, text) for text in texts]
        plain = "\0".join(" ".join(text.split()).casefold() for text in texts)
        spelled = (r"[^\w\0]+".join(map(re.escape, phrase)) for phrase in self._phrases)
        exact = any(re.search(rf"(?<!\w){pattern}(?!\w)", plain) for pattern in spelled)
        return exact or bool(remaining(self._redacted, texts, accepted))


def texts_of(item: Item) -> Iterator[str]:
    """Yield what is written about an item that may be its own words."""
    row = item.row
    yield from (row.subject, row.sender, row.name, row.path, row.custodian, item.path, item.message_id)
    yield from (*item.to, *item.cc, *item.bcc, *item.references)
    yield from (segment.text for segment in item.segments)


def _field_values(item: Item, fields: dict[str, str]) -> dict[str, str]:
    """Return the values of redacted fields, which are cut wherever they are, with the reasons."""
    row = item.row
    values: dict[str, tuple[str, ...]] = {
        "subject": (row.subject,),
        "from": (row.sender,),
        "to": item.to,
        "cc": item.cc,
        "bcc": item.bcc,
        "file": (row.name,),
    }
    return {value: reason for name, reason in fields.items() for value in values[name] if value}
