"""What is nearly a redacted word, and so isn't cut with it: part of another word, encoded, broken, in other letters.

A word of fewer than four letters is found as a whole word alone. It finds what a person is to decide on; it cuts
nothing. Pure.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from typing import NamedTuple
from urllib.parse import unquote_plus

from triage.text import Phrases, Token, tokens, words

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
    """A string as it is written, and which of the phrases it is near to."""

    text: str
    phrase: int


def no_other_forms(_phrase: str, _vocabulary: Iterable[str]) -> Iterable[str]:
    """Return nothing: other letters aren't looked for."""
    return ()


class NearMisses:
    """Finds in texts what is nearly one of the phrases, which are folded words."""

    def __init__(self, phrases: Sequence[Sequence[str]], forms: Forms = no_other_forms) -> None:
        self._exact, self._forms, self._phrases = Phrases(phrases), forms, phrases
        self._inside, self._whole = dict[str, int](), dict[str, int]()
        for which, phrase in enumerate(phrases):
            parts = [part for part in phrase if not part.isdigit()] if 1 < len(phrase) <= _MOST_WORDS else []
            for part in ("".join(phrase), *parts):
                (self._inside if len(part) >= _SHORTEST else self._whole).setdefault(part, which)
        self._beginnings = {part[:at] for part in {**self._inside, **self._whole} for at in range(1, len(part) + 1)}

    def among(self, texts: Iterable[str]) -> Iterator[NearMiss]:
        """Yield each near miss of each text, as often as it stands there; what is a phrase exactly is none."""
        every = list(texts)
        forms = self._foreign(every)
        foreign = Phrases([form for form, _ in forms]), [which for _, which in forms]
        for text in every:
            yield from self._in_text(text, foreign)

    def _foreign(self, texts: Sequence[str]) -> list[tuple[list[str], int]]:
        """Return the phrases in other letters, each with its number."""
        if self._forms is no_other_forms:
            return []
        vocabulary = sorted({word for text in texts for word in words(text)})
        spelled = {" ".join(phrase): which for which, phrase in enumerate(self._phrases)}
        spelled |= {part: which for part, which in self._inside.items() if part not in spelled}
        return [(form.split(), which) for part, which in spelled.items() for form in self._forms(part, vocabulary)]

    def _in_text(self, text: str, foreign: tuple[Phrases, list[int]]) -> Iterator[NearMiss]:
        found = list(tokens(text))
        spelled = [token.word for token in found]
        taken = {at + n for at, _, length in self._exact.among(spelled) for n in range(length)}
        for start, end, which in self._encoded(text):
            inside = {at for at, token in enumerate(found) if token.start < end and start < token.end}
            if not inside <= taken:
                taken |= inside
                yield NearMiss(text[start:end], which)
        for at, which, length in foreign[0].among(spelled):
            if at not in taken:
                taken |= set(range(at, at + length))
                yield _stretch(text, found[at : at + length], foreign[1][which])
        for at, token in enumerate(found):
            if at not in taken and (hit := self._at(spelled, at, taken)):
                length, which = hit
                taken |= set(range(at, at + length))
                yield (
                    _stretch(text, found[at : at + length], which)
                    if length > 1
                    else NearMiss(text[token.start : token.end], which)
                )

    def _at(self, spelled: Sequence[str], at: int, taken: set[int]) -> tuple[int, int] | None:
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
            if last == len(spelled) or last in taken:
                return None
            joined += spelled[last]
        return None

    def _encoded(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield where something encoded begins and ends that holds a phrase only once it is decoded, and which."""
        if _ENCODED.search(text):
            for run in _RUN.finditer(text):
                said = self._said(_decoded(run[0])) if _ENCODED.search(run[0]) else []
                if len(said) > len(list(self._exact.among(words(run[0])))):
                    yield run.start(), run.end(), said[0]
        for run in _BASE64.finditer(text):
            if said := [which for decoded in _unpacked(run[0]) for which in self._said(decoded)]:
                yield run.start(), run.end(), said[0]

    def _said(self, decoded: str) -> list[int]:
        """Return which phrases, or parts of such as near misses hold, a decoded text has."""
        spelled = words(decoded)
        exact = [which for _, which, _ in self._exact.among(spelled)]
        hits = (self._at(spelled, at, set()) for at in range(len(spelled)))
        return exact or [hit[1] for hit in hits if hit]


def remaining(phrases: Sequence[Sequence[str]], texts: Iterable[str], accepted: Iterable[str]) -> list[str]:
    """Return the near misses of phrases that texts have beside those that are accepted, which are strings."""
    known = {tuple(words(text)) for text in accepted}
    return [miss.text for miss in NearMisses(phrases).among(texts) if tuple(words(miss.text)) not in known]


def _stretch(text: str, found: Sequence[Token], which: int) -> NearMiss:
    return NearMiss(text[found[0].start : found[-1].end], which)


def _decoded(run: str) -> str:
    """Return what something without blanks says once its escapes are undone."""
    for _ in range(_ROUNDS):
        run = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), run)
        run = unquote_plus(html.unescape(run))
        if "=?" in run:
            run = _header(run)
        elif re.search("=[0-9A-Fa-f]{2}", run):
            run = quopri.decodestring(run.encode("utf-8", "ignore")).decode("utf-8", "ignore")
        run = _PUNYCODE.sub(lambda found: found[1].encode().decode("punycode", "ignore"), run)
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
