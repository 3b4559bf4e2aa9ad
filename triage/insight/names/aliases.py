"""Finds words that are used as a given name is: what may be meant by another name. It suggests, and changes nothing.

Two rankings are fused by the places that a word has in both: by log-likelihood (Dunning, "Accurate methods for the
statistics of surprise and coincidence", 1993) of standing close to the name, and by latent semantic analysis of which
words the items use. Only words that are mostly written as names are compared. The decomposition begins at a fixed
vector, so that the same texts give the same result.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from triage.arrays import distinct
from triage.errors import library
from triage.insight.names.nouns import UsedAlike
from triage.insight.names.ranking import Flags, Numbers, WordStream
from triage.text import words

Values = NDArray[np.float64]

_CLOSE = 100
"""Tokens on each side of a name that count as close to it."""
_LEAST_SHARE, _FEWEST, _SHORTEST = 0.6, 2, 3
"""Share of a word's uses that are written as a name; such uses; letters and digits of it."""
_DIMENSIONS = 50
_CLOSENESS = 2
"""What standing close to the name counts, where using the same words counts 1."""
_DAMPING = 60
"""What is added to a word's places in both rankings, so that the first ones don't decide alone."""
_DIGITS = 6


def like(stream: WordStream, name: str, most: int) -> list[UsedAlike]:
    """Return words that are used as a name is, the likest first, equal ones by their words; none of an unknown one."""
    at = stream.number.get("".join(words(name)), 0)
    if not at or not len(stream.named):
        return []
    uses = _NameUses(stream, at)
    if not uses.places_of(at).size:
        return []
    spelled = stream.words
    first, second = (_ranks(scores, spelled) for scores in (_nearby(uses, at), _alike(uses, at)))
    fused = _CLOSENESS / (_DAMPING + first) + 1 / (_DAMPING + second)
    fused[~uses.compared] = 0
    fused[at] = 0
    fused = np.round(fused, _DIGITS)
    best = sorted(np.flatnonzero(fused).tolist(), key=lambda word: (-fused[word], spelled[word]))[:most]
    top = (_CLOSENESS + 1) / (_DAMPING + 1)
    return [UsedAlike(spelled[word], round(float(fused[word]) / top, _DIGITS), int(uses.items[word])) for word in best]


class _NameUses:
    """Where words that are mostly written as names are written so, and one further word, however it is written."""

    def __init__(self, stream: WordStream, at: int) -> None:
        self.texts, size = len(stream.nos), len(stream.words)
        word_of = stream.keys[stream.tokens]
        word = word_of[stream.named]
        uses, total = np.bincount(word, minlength=size), np.bincount(word_of, minlength=size)
        self.compared: Flags = (uses >= np.maximum(_FEWEST, _LEAST_SHARE * total)) & _long(stream.words)
        self.compared[at] = True
        own = np.flatnonzero(word_of == at)
        self.places: Numbers = distinct(np.concatenate([stream.named[self.compared[word]], own]))
        self.words: Numbers = word_of[self.places]
        self.text: Numbers = stream.text_at[self.places]
        self.counts = np.bincount(self.words, minlength=size)
        self.cells, self.times = np.unique(self.words * max(1, self.texts) + self.text, return_counts=True)
        self.items = np.bincount(self.cells // max(1, self.texts), minlength=size)

    def places_of(self, word: int) -> Numbers:
        return np.flatnonzero(self.words == word)


def _long(spelled: list[str]) -> Flags:
    long = (len(word) >= _SHORTEST and word.isalnum() and not word.isdigit() for word in spelled)
    return np.fromiter(long, np.bool_, len(spelled))


def _ranks(scores: Values, spelled: list[str]) -> Values:
    """Return the place of each word by its score, 1 for the highest; equal ones by their spelling."""
    alphabet = np.argsort(np.argsort(np.array(spelled)))
    ranks = np.empty(len(scores))
    ranks[np.lexsort((alphabet, -np.round(scores, _DIGITS)))] = np.arange(1, len(scores) + 1)
    return ranks


def _nearby(uses: _NameUses, at: int) -> Values:
    """Return the log-likelihood ratio of each word's standing close to the name, negative where it avoids it."""
    own = uses.places_of(at)
    close = np.zeros(len(uses.places), np.bool_)
    for one in own.tolist():
        first, last = np.searchsorted(uses.places, (uses.places[one] - _CLOSE, uses.places[one] + _CLOSE + 1))
        close[first:last] |= uses.text[first:last] == uses.text[one]
    both = np.bincount(uses.words[close], minlength=len(uses.counts)).astype(np.float64)
    near, word, total = float(close.sum()), uses.counts.astype(np.float64), float(len(close))
    expected = near * word / total
    table = ((both, expected), (near - both, near - expected), (word - both, word - expected))
    rest = (total - near - word + both, total - near - word + expected)
    ratio = 2 * sum((_surprise(seen, usual) for seen, usual in (*table, rest)), np.zeros(len(word)))
    return np.where(both > expected, ratio, -ratio)


def _surprise(seen: Values, usual: Values) -> Values:
    return np.where(seen > 0, seen * np.log(np.maximum(seen, 1) / np.maximum(usual, 1e-12)), 0)


def _alike(uses: _NameUses, at: int) -> Values:
    """Return the cosine of each word with the name in the space of latent semantic analysis; -1 for rare words."""
    with library("scipy"):
        from scipy.sparse import csr_array, diags_array
        from scipy.sparse.linalg import svds

    word, text = np.divmod(uses.cells, max(1, uses.texts))
    chosen = np.flatnonzero((uses.items >= _FEWEST) | (np.arange(len(uses.items)) == at))
    row = np.full(len(uses.items), -1, np.int64)
    row[chosen] = np.arange(len(chosen))
    kept = row[word] >= 0
    weights = np.log1p(uses.times) * np.log(uses.texts / uses.items[word])
    matrix = csr_array((weights[kept], (row[word[kept]], text[kept])), shape=(len(chosen), uses.texts))
    lengths = np.sqrt(matrix.multiply(matrix).sum(axis=0))
    matrix = matrix @ diags_array(1 / np.maximum(lengths, 1e-12))
    scores = np.full(len(uses.items), -1.0)
    dimensions = min(_DIMENSIONS, min(matrix.shape) - 1)
    if dimensions < 1:
        return scores
    left, strengths, _ = svds(matrix, k=dimensions, v0=np.ones(min(matrix.shape)))
    vectors = left * strengths
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    scores[chosen] = vectors @ vectors[row[at]]
    return scores
