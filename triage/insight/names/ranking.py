"""Ranks words that may be code names: of deals, projects, people or customers. It suggests, and changes nothing.

A candidate is written with a capital, or in quotation marks, wherever it stands. It ranks high where few people use it,
many times over and in bursts, in the company's own mail, alone rather than beside other capitals, and as deals and
projects are named ("Project X", "the X transaction", "an interest in X", "X 2"). It ranks low where directories and
signatures show that it is a surname, a place or a company, where somebody of that name speaks or has a title, and where
it is an abbreviation. A name that is used close to others that rank high is raised. No weight is made for one
collection of mail: there is no list of names here. The same texts give the same ranking on any machine.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

import numpy as np
from numpy.typing import NDArray

from triage.arrays import distinct
from triage.errors import library
from triage.insight.names.nouns import RankedName, Writing
from triage.text import fold

# The words of many texts as numbers, in their order. A line that was read before is left out, as quoted mail and
# newsletters repeat lines: what counts is how often something was written, not how often it was sent on.

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]{1,2}(?![^\W_]))?|\n|[^\w\s]")
_GENITIVE = re.compile("['’].*")
"""The ending of a genitive, which is left out: "Plover's" is a use of "Plover"."""
_LINE_EDGES = "> \t|"
_SHORT_LINE = 4
"""Lines of fewer characters may be repeated: two people who write "Thanks" don't quote one another."""
_REPORT_EVERY = 256
"""Texts between two reports of how many were read."""


class WordStream:
    """The texts of items, with their senders and dates, as numbers.

    A type is a word as written, a punctuation mark or a line end. ``tokens`` has the type of each token, an index into
    ``written``; ``lengths`` has the number of tokens of each text; ``keys`` the word of each type, an index into
    ``words``, which are folded ("" for punctuation).
    """

    def __init__(
        self, writings: list[Writing], tokens: NDArray[np.int32], lengths: Numbers, written: list[str]
    ) -> None:
        self.nos = [one.no for one in writings]
        self.senders = [one.sender for one in writings]
        self.dates = [one.date or 0 for one in writings]
        self.tokens, self.lengths, self.written = tokens, lengths, written
        self.keys, self.words = _folded(written)

    @cached_property
    def number(self) -> dict[str, int]:
        """The index of each folded word."""
        return {word: at for at, word in enumerate(self.words)}

    @cached_property
    def text_at(self) -> Numbers:
        """The text of each token, an index into ``nos``."""
        return np.repeat(np.arange(len(self.nos)), self.lengths)

    def types(self, test: Callable[[str], object]) -> Flags:
        """Return of each type whether its written form passes a test."""
        return np.fromiter((bool(test(written)) for written in self.written), np.bool_, len(self.written))

    @cached_property
    def named(self) -> Numbers:
        """Where a token is written as a name: with a capital, or alone between quotation marks."""
        capital = self.types(lambda written: written[0].isupper())
        quoted = np.zeros(len(self.tokens), np.bool_)
        quoted[self._quoted()] = True
        return np.flatnonzero(capital[self.tokens] | quoted)

    def _quoted(self) -> list[int]:
        """Return where a word stands alone between quotation marks; a mark that ends one begins no other."""
        opening, closing = (self.types(marks.__contains__)[self.tokens] for marks in ('"“„«', '"”“»'))
        word = self.types(lambda written: written[0].isalpha())[self.tokens]
        quoted: list[int] = []
        for at in (np.flatnonzero(opening[:-2] & word[1:-1] & closing[2:]) + 1).tolist():
            if not quoted or at - quoted[-1] > 2:
                quoted.append(at)
        return quoted


def read_texts(
    writings: Iterable[Writing], report: Callable[[int], object], stop: Callable[[], bool]
) -> WordStream | None:
    """Read the texts once; None if ``stop`` says so. ``report`` is called with the number of texts read so far."""
    types, seen = defaultdict[str, int](count().__next__), set[int]()
    parts: list[NDArray[np.int32]] = []
    without_text: list[Writing] = []
    for at, writing in enumerate(writings):
        if at % _REPORT_EVERY == 0:
            report(at)
            if stop():
                return None
        forms = _TOKEN.findall(_without_repeated_lines(writing.text, seen))
        parts.append(np.fromiter(map(types.__getitem__, forms), np.int32, len(forms)))
        without_text.append(Writing(writing.no, writing.sender, writing.date, ""))
    tokens = np.concatenate([np.empty(0, np.int32), *parts])
    return WordStream(without_text, tokens, np.fromiter(map(len, parts), np.int64, len(parts)), list(types))


def _without_repeated_lines(text: str, seen: set[int]) -> str:
    lines = []
    for line in text.split("\n"):
        unquoted = line.strip(_LINE_EDGES)
        if len(unquoted) >= _SHORT_LINE:
            hashed = hash(unquoted)  # 64 bits; the lines themselves would take ten times the memory
            if hashed in seen:
                unquoted = ""
            seen.add(hashed)
        lines.append(unquoted)
    return "\n".join([*lines, "", ""])  # so that no word has a neighbour in the next text


def _folded(written: list[str]) -> tuple[Numbers, list[str]]:
    """Return the index of each written form's folded word, and the words; a form that folds to several has word 0."""
    words: dict[str, int] = {"": 0}
    keys = np.zeros(len(written), np.int64)
    for at, form in enumerate(written):
        folded = fold(_GENITIVE.sub("", form)).strip()
        if " " not in folded:
            keys[at] = words.setdefault(folded, len(words))
    return keys, list(words)


Scores = NDArray[np.float64]

SEED = 0
"""Nothing is drawn at random."""
_MIN_LETTERS, _MIN_USES = 3, 2
"""How many letters a candidate has at least; how often it is used within a sentence, and by how many items."""
_MIN_SHARE = 0.6
"""Share of a candidate's uses that are written as a name."""
_MONTH = 30 * 86_400
_MAX_CANDIDATES, _MAX_DISTANCE, _NEIGHBOURS = 2_000, 60, 8
"""How many candidates raise one another's scores, and how many tokens and candidates apart they may be."""
_NEIGHBOURS_SHARE, _ROUNDS, _SHRINKAGE = 0.8, 20, 2.0
"""The share of a score that comes from neighbours, the rounds of propagation, and a constant that damps few links."""
_DIGITS = 6

_WEIGHTS = {
    "often": 2.0,
    "group": 1.0,
    "burst": 1.0,
    "uneven": 0.5,
    "deal": 3.0,
    "alone": 1.0,
    "own": 1.0,
    "within": 0.7,
    "person": -2.0,
    "company": -1.0,
    "place": -1.0,
    "abbreviation": -0.7,
    "bracketed": -1.0,
    "speaks": -1.5,
    "given": -1.5,
}
"""The weight of each property of a word, which is from 0 to 1."""

_BEFORE = "project operation codenamed dubbed deal vehicle partnership vehicles partnerships called named"
_AFTER = """deal deals transaction transactions vehicle vehicles structure structures partnership partnerships entity
entities project projects ii iii iv llc lp 1 2 3 4 swap swaps hedge hedges notes debt financing fund trust unwind
investment investments venture"""
_PREPOSITIONS = "in of with to from by as"
_STAKES = """interest interests investment investments unwind unwinding sale stake stakes shares closing restructuring
termination buyout financing hedge hedges hedging loan loans deal deals transaction transactions involvement proceeds
equity partner partners purchase sold bought formed created called named acquisition dubbed project vehicle
partnership known"""
"""Words before a deal's name, and after it; in "an interest in X", the preposition and the word before it."""
_TITLES = """mr mrs ms dr sen senator senators gov governor judge rep president chairman justice attorney secretary
minister professor"""
_SPEECH_VERBS = "said says told added noted asked wrote thinks believes say who"
_PLACE_PREPOSITIONS = "in at near"
_NUMBERED = re.compile("(.{3,}?)[0-9]")

_MOST_TOKENS = 40
"""How many tokens of a header line are read, and how many before a postal code on its line."""
_ADDRESS = re.compile(r"([^\s<>@\"',;]+)@([\w.-]+)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEADER_NAMES = frozenset("From To Cc CC cc Bcc".split())
_STATE, _POSTAL_CODE = re.compile("[A-Z]{2}"), re.compile("[0-9]{5}")


@dataclass(frozen=True, slots=True)
class Explanations:
    """How often each word, folded, is in a person's name or a postal address, and how often in a domain.

    ``own_domain`` is the domain of most senders: the company's own.
    """

    people: Mapping[str, int]
    domains: Mapping[str, int]
    own_domain: str


def collect_explanations(stream: WordStream, addresses: Iterable[str]) -> Explanations:
    """Read senders and recipients as written, and the header lines and postal addresses in the texts."""
    people, domains = Counter[str](), Counter[str]()
    for value, times in Counter(addresses).items():
        split = [(local.casefold(), domain.casefold()) for local, domain in _ADDRESS.findall(value)]
        names = " ".join((_ADDRESS.sub(" ", value).casefold(), *(local for local, _ in split)))
        people.update(dict.fromkeys(_WORD.findall(names), times))
        domains.update(dict.fromkeys((label for _, domain in split for label in domain.split(".")), times))
    for words in _explaining_lines(stream):
        people.update(words)
    senders = Counter(filter(None, map(_domain, stream.senders)))
    own_domain = min(senders, key=lambda domain: (-senders[domain], domain), default="")
    return Explanations(people, domains, own_domain)


def _explaining_lines(stream: WordStream) -> Iterator[set[str]]:
    """Yield the words of each header line in a text, and of what stands before each postal code on its line."""
    types = stream.tokens
    tests = ("\n".__eq__, ":".__eq__, _HEADER_NAMES.__contains__, _STATE.fullmatch, _POSTAL_CODE.fullmatch)
    end, colon, head, state, code = (stream.types(test)[types] for test in tests)
    ends = np.flatnonzero(end)
    begins = np.append(0, ends + 1)[:-1]  # each text ends with a line end
    headers = begins[head[begins]]
    for at in (headers[colon[headers + 1]] + 2).tolist():
        last = ends[np.searchsorted(ends, at)]
        yield {stream.words[key] for key in stream.keys[types[at : min(int(last), at + _MOST_TOKENS)]]}
    for at in np.flatnonzero(state[:-1] & code[1:]).tolist():
        first = begins[np.searchsorted(ends, at)]
        yield {stream.words[key] for key in stream.keys[types[max(int(first), at - _MOST_TOKENS) : at]]}


def _domain(sender: str) -> str:
    address = _ADDRESS.search(sender)
    return ".".join(address[2].casefold().rstrip(".").split(".")[-2:]) if address else ""


def _sender_key(sender: str) -> str:
    address = _ADDRESS.search(sender)
    return (address[0] if address else sender).casefold()


class _Uses:
    """Where words that may be names are written as names, and which words are next to them there."""

    def __init__(self, stream: WordStream, known: Explanations) -> None:
        self._stream, self._known = stream, known
        self.size, self.texts = len(stream.words), len(stream.nos)
        positions, word = stream.named, stream.keys[stream.tokens[stream.named]]
        self.uses = np.bincount(word, minlength=self.size)
        letters = np.fromiter((len(w) >= _MIN_LETTERS and w.isalpha() for w in stream.words), np.bool_, self.size)
        total = np.bincount(stream.keys[stream.tokens], minlength=self.size)
        self._may_be_name = letters & (self.uses >= np.maximum(_MIN_USES, _MIN_SHARE * total))
        self.places, self.word = positions[self._may_be_name[word]], word[self._may_be_name[word]]
        self.text = stream.text_at[self.places]
        self._capital = stream.types(lambda written: written[0].isupper())

    # For every word: how many of these uses are of it, and how many texts have one of these uses of it.

    def count(self, where: Flags) -> Numbers:
        return np.bincount(self.word[where], minlength=self.size)

    def in_texts(self, where: Flags) -> Numbers:
        pairs = distinct(self.word[where] * self.texts + self.text[where])
        return np.bincount(pairs // max(1, self.texts), minlength=self.size)

    def beside(self, by: int) -> Numbers:
        """Return the type of the token ``by`` tokens after each use, before it where ``by`` is negative."""
        types = self._stream.tokens
        return np.asarray(types[np.clip(self.places + by, 0, len(types) - 1)], np.int64)

    def among(self, types: Numbers, words: str) -> Flags:
        chosen = [self._stream.number[word] for word in words.split() if word in self._stream.number]
        flags = np.zeros(self.size, np.bool_)
        flags[chosen] = True
        return np.asarray(flags[self._stream.keys[types]])

    def signs(self, types: Numbers, signs: str) -> Flags:
        return self._stream.types(lambda written: written in signs)[types]

    @cached_property
    def items(self) -> Numbers:
        """In how many texts each word is used."""
        return self.in_texts(np.ones(len(self.places), np.bool_))

    @cached_property
    def candidates(self) -> Flags:
        within = self.count(~self.signs(self.beside(-1), "\n.!?:;*-=|"))
        return np.asarray(self._may_be_name & (within >= _MIN_USES) & (self.items >= _MIN_USES))

    def listed(self, counts: Mapping[str, int]) -> Scores:
        return np.fromiter((counts.get(word, 0) for word in self._stream.words), np.float64, self.size)

    # Properties of words

    def properties(self) -> dict[str, Scores]:
        """Return the properties of ``_WEIGHTS``, each from 0 to 1 for every word (``group`` may be negative)."""
        uses = np.maximum(self.uses, 1)
        before, after = self.beside(-1), self.beside(1)
        alone = self.count(~self._capital[before] & ~self._capital[after])
        explanations = self._explanations(before, after)
        unexplained = 1 - explanations["person"]  # "Tarnow III" is a person, not a deal
        per_item = uses / np.maximum(self.items, 1)
        return {
            "often": np.minimum(np.log1p(alone) / np.log(200), 1),
            "alone": alone / uses,
            "within": np.minimum(np.log(np.maximum(per_item, 1)), 1.5) / 1.5,
            "deal": np.sqrt(self._times_as_deal(before, after) * unexplained / (alone + 10)),
            **self._users(),
            **self._times(),
            **explanations,
        }

    def _times_as_deal(self, before: Numbers, after: Numbers) -> Numbers:
        """Return how often each word is used as the name of a deal or the like, or with a number ("Plover2")."""
        interest = self.among(before, _PREPOSITIONS) & self.among(self.beside(-2), _STAKES)
        times = self.count(self.among(before, _BEFORE) | self.among(after, _AFTER) | interest)
        number = self._stream.number
        for at, word in enumerate(self._stream.words):
            if word[-1:].isdigit() and (stem := _NUMBERED.fullmatch(word)) and (of := number.get(stem[1])) is not None:
                times[of] += self.uses[at]
        return times

    def _users(self) -> dict[str, Scores]:
        """Return whether a word is used by about as many people as know of a deal, and its share in the own mail."""
        people = dict[str, int]()
        ids = np.array(
            [people.setdefault(_sender_key(sender), len(people)) for sender in self._stream.senders], np.int64
        )
        pairs = distinct(self.word * max(1, len(people)) + ids[self.text])
        users = np.log1p(np.bincount(pairs // max(1, len(people)), minlength=self.size))
        own = np.array([_domain(sender) == self._known.own_domain for sender in self._stream.senders], np.bool_)
        return {
            "group": np.minimum(users / np.log(8), 1) - np.maximum(users - np.log(50), 0),
            "own": self.in_texts(own[self.text]) / np.maximum(self.items, 1),
        }

    def _times(self) -> dict[str, Scores]:
        """Return how unevenly a word's items are spread over time, and the share of the two busiest months."""
        _, months = np.unique(np.array(self._stream.dates, np.int64) // _MONTH, return_inverse=True)
        count = int(months.max(initial=0)) + 1
        usual = np.bincount(months, minlength=count) / max(1, len(months))
        texts = distinct(self.word * self.texts + self.text)
        word, text = np.divmod(texts, max(1, self.texts))
        cells, times = np.unique(word * count + months[text], return_counts=True)
        word, month = np.divmod(cells, count)
        items = np.maximum(self.items, 1)
        share = times / items[word]
        uneven = np.bincount(word, weights=share * np.log(share / usual[month]), minlength=self.size)
        follows = (np.diff(cells, append=-1) == 1) & (np.diff(word, append=-1) == 0)
        pairs = times + np.where(follows, np.roll(times, -1), 0)
        most = np.zeros(self.size)
        np.maximum.at(most, word, pairs)
        burst = np.clip(most / items - np.convolve(usual, [1, 1]).max(initial=0), 0, 1)
        return {"burst": burst * np.minimum(items / 10, 1), "uneven": np.clip(uneven, 0, 1.5) / 1.5}

    def _explanations(self, before: Numbers, after: Numbers) -> dict[str, Scores]:
        """Return how far a word is collect_explanations as a person, a company, a place or an abbreviation."""
        uses, items = self.uses, self.items
        people, domains = self.listed(self._known.people), self.listed(self._known.domains)
        title = self.among(before, _TITLES) | (self.signs(before, ".") & self.among(self.beside(-2), _TITLES))
        speaks = self.count(title | self.among(after, _SPEECH_VERBS))
        given = self._capital[before] & (people >= 2)[self._stream.keys[before]]
        bracketed = self.in_texts(self.signs(before, "(") & self.signs(after, ")"))
        upper = self._stream.types(lambda written: len(written) > 1 and written.removesuffix("s").isupper())
        return {
            "person": people / (people + uses + 1),
            "company": domains / (domains + items + 1),
            "place": np.minimum(self.count(self.among(before, _PLACE_PREPOSITIONS)) / (uses + 3) * 3, 1),
            "speaks": np.minimum(speaks / (uses + 5) * 4, 1),
            "given": np.minimum(self.in_texts(given) / (items + 1) * 1.5, 1),
            "bracketed": np.minimum(bracketed / (items + 1) * 2, 1),
            "abbreviation": self.count(upper[self._stream.tokens[self.places]]) / np.maximum(uses, 1),
        }


def rank(stream: WordStream, known: Explanations, most: int) -> list[RankedName]:
    """Return the likeliest candidates, the best first; equal ones by their words. Linear in the texts' lengths."""
    if not len(stream.named):
        return []
    uses = _Uses(stream, known)
    own = np.zeros(uses.size)
    for name, values in uses.properties().items():
        own += _WEIGHTS[name] * values
    own = np.round(own, _DIGITS)
    words = stream.words
    best = sorted(np.flatnonzero(uses.candidates).tolist(), key=lambda at: (-own[at], words[at]))
    best = best[:_MAX_CANDIDATES]
    scores = _with_neighbours(uses, best, own)
    order = sorted(best, key=lambda at: (-scores[at], words[at]))[:most]
    return _with_items(stream, uses, order, scores)


def _with_neighbours(uses: _Uses, best: list[int], own: Scores) -> dict[int, float]:
    """Return the scores of the best candidates, drawn towards the scores of those used close to them."""
    with library("scipy"):
        from scipy.sparse import csr_array, diags_array

    at = np.full(uses.size, -1, np.int64)
    at[best] = np.arange(len(best))
    inside = at[uses.word] >= 0
    place, text, word = uses.places[inside], uses.text[inside], at[uses.word[inside]]
    rows, columns = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for by in range(1, _NEIGHBOURS + 1):
        near = (place[by:] - place[:-by] <= _MAX_DISTANCE) & (text[by:] == text[:-by]) & (word[by:] != word[:-by])
        rows += [word[:-by][near], word[by:][near]]
        columns += [word[by:][near], word[:-by][near]]
    pair = (np.concatenate(rows), np.concatenate(columns))
    links = csr_array((np.ones(len(pair[0])), pair), shape=(len(best), len(best)))
    links.sum_duplicates()
    links.data = np.log1p(links.data)
    shares = diags_array(1 / (links.sum(axis=1) + _SHRINKAGE)) @ links
    base = own[best] - own[best].mean() if best else own[best]
    scores = base
    for _ in range(_ROUNDS):
        scores = (1 - _NEIGHBOURS_SHARE) * base + _NEIGHBOURS_SHARE * (shares @ scores)
    return {word: round(float(score), _DIGITS) for word, score in zip(best, scores, strict=True)}


def _with_items(stream: WordStream, uses: _Uses, order: list[int], scores: dict[int, float]) -> list[RankedName]:
    is_chosen = np.zeros(uses.size, np.bool_)
    is_chosen[order] = True
    chosen = is_chosen[uses.word]
    texts: dict[int, set[int]] = {}
    forms: dict[int, Counter[int]] = {}
    types = stream.tokens[uses.places[chosen]]
    for word, text, form in zip(uses.word[chosen].tolist(), uses.text[chosen].tolist(), types.tolist(), strict=True):
        texts.setdefault(word, set()).add(text)
        forms.setdefault(word, Counter())[form] += 1
    written = stream.written

    def usual(word: int) -> str:
        return written[min(forms[word], key=lambda form: (-forms[word][form], written[form]))]

    return [
        RankedName(stream.words[at], usual(at), scores[at], tuple(stream.nos[text] for text in sorted(texts[at])))
        for at in order
    ]
