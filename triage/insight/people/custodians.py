"""Suggests which addresses are a custodian's own, by how many messages of these records are from or to them.

It is a suggestion with its evidence: a mailbox that is shared, or of which little is left, may show another address.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from triage.insight.people.headers import MailHeaders, Numbers, counted, pairs
from triage.insight.people.parties import name_key
from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.text import fold

Scores = NDArray[np.float64]

_FEWEST = 5
"""Messages of records from which anything is inferred."""
_LEAST_SHARE, _LEAST_OF_NAMED = 0.3, 0.02
"""Share of the messages that are from or to an address of the custodian; the same where it spells several words."""
_CLEARLY = 2.0
"""How many times larger that share must be than in the records of any other custodian."""
_TOGETHER = 0.2
"""Share of an address's messages that may have the first address as well: two people write to each other."""
_SHORTEST = 3
"""Letters of a custodian's longest name that an address may spell."""
_EXAMPLES = 3
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """That an identity is a custodian's: its share of the messages there, and the evidence with items that show it."""

    custodian: str
    key: str
    score: float
    evidence: tuple[Message, ...]
    items: tuple[ItemNo, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Share:
    """That so many of a custodian's messages are from or to an identity, and the largest share in others' records."""

    custodian: int
    key: int
    mails: int
    total: int
    elsewhere: float

    @property
    def share(self) -> float:
        return self.mails / self.total


def own_addresses(headers: MailHeaders) -> list[OwnAddress]:
    """Return suggestions, those of each custodian together, the likeliest first, equal ones by their keys."""
    records, of_custodian = _Records(headers), dict[str, list[tuple[_Share, bool]]]()
    names = [fold(custodian).split() for custodian in headers.custodians]
    for one in records.shares():
        wanted, key = names[one.custodian], headers.keys[one.key]
        least = _LEAST_OF_NAMED if len(wanted) > 1 else _LEAST_SHARE
        if one.total < _FEWEST or one.share < least:
            continue
        named = _spells(wanted, key, headers.names_of(key))
        if named or (one.share >= _LEAST_SHARE and one.share > _CLEARLY * one.elsewhere):
            of_custodian.setdefault(headers.custodians[one.custodian], []).append((one, named))
    return [one for custodian in sorted(of_custodian) for one in _chosen(headers, records, of_custodian[custodian])]


def _chosen(headers: MailHeaders, records: _Records, found: list[tuple[_Share, bool]]) -> Iterator[OwnAddress]:
    """Yield a custodian's addresses: not those of whom the custodian merely writes to most."""
    found.sort(key=lambda pair: (-pair[0].share, headers.keys[pair[0].key]))
    first = next((one for one, named in found if named and one.share >= _LEAST_SHARE), found[0][0])
    for one, named in found:
        if one is first or named or records.together(one.custodian, one.key, first.key) <= _TOGETHER * one.mails:
            evidence = [say("custodian-address-share", count=one.mails, total=one.total)]
            evidence += [say("custodian-address-name")] if named else []
            examples = records.examples(one.custodian, one.key)
            custodian, key = headers.custodians[one.custodian], headers.keys[one.key]
            yield OwnAddress(custodian, key, round(one.share, _DIGITS), tuple(evidence), examples)


class _Records:
    """The messages in each custodian's records, copies once, and who has a part in them."""

    def __init__(self, headers: MailHeaders) -> None:
        self._headers = headers
        own = ~headers.enclosed
        self.custodian, self.mail = pairs(headers.custodian[own], headers.mail[own], len(headers.sender))
        at, self._keys = headers.key_parts
        self._codes = at * len(headers.keys) + self._keys
        self._begins = np.searchsorted(at, np.arange(len(headers.sender) + 1))

    def shares(self) -> Iterator[_Share]:
        """Yield who has a part in how many messages of which records."""
        begins, mail, whose = self._begins, self.mail, self.custodian
        total = np.bincount(whose, minlength=len(self._headers.custodians))
        many = begins[mail + 1] - begins[mail]
        places = np.repeat(begins[mail] - np.cumsum(many) + many, many) + np.arange(many.sum())
        codes, mails = counted(self._keys[places] * max(1, len(total)) + np.repeat(whose, many))
        key, custodian = np.divmod(codes, max(1, len(total)))
        shares = mails / np.maximum(total[custodian], 1)
        best, second = _two_largest(key, shares, len(self._headers.keys))
        for one in np.flatnonzero(shares >= _LEAST_OF_NAMED).tolist():
            elsewhere = second[key[one]] if shares[one] == best[key[one]] else best[key[one]]
            yield _Share(
                int(custodian[one]), int(key[one]), int(mails[one]), int(total[custodian[one]]), float(elsewhere)
            )

    def examples(self, custodian: int, key: int) -> tuple[ItemNo, ...]:
        """Return first items of messages in these records that are from or to the identity."""
        mails = self._having(custodian, key)[:_EXAMPLES]
        return tuple(map(ItemNo, self._headers.nos[self._headers.first_item[mails]].tolist()))

    def together(self, custodian: int, one: int, other: int) -> int:
        """Return how many messages in these records are from or to both identities."""
        return len(np.intersect1d(self._having(custodian, one), self._having(custodian, other), assume_unique=True))

    def _having(self, custodian: int, key: int) -> Numbers:
        first, last = np.searchsorted(self.custodian, (custodian, custodian + 1))
        mails = self.mail[first:last]
        wanted = mails * len(self._headers.keys) + key
        places = np.minimum(np.searchsorted(self._codes, wanted), len(self._codes) - 1)
        return np.asarray(mails[self._codes[places] == wanted])


def _two_largest(groups: Numbers, values: Scores, many: int) -> tuple[Scores, Scores]:
    """Return the largest and the second largest value of each group, 0 where there is none."""
    order = np.lexsort((-values, groups))
    first = np.ones(len(order), np.bool_)
    first[1:] = np.diff(groups[order]) != 0
    next_ones = np.zeros(len(order), np.bool_)
    next_ones[1:] = first[:-1] & ~first[1:]
    best, second = np.zeros(many), np.zeros(many)
    best[groups[order][first]] = values[order][first]
    second[groups[order][next_ones]] = values[order][next_ones]
    return best, second


def _spells(wanted: list[str], key: str, names: Collection[str]) -> bool:
    """Whether an address, or a name written with it, has all words of a custodian's name; initials stand for words."""
    longest = max(wanted, key=len, default="")
    local = fold(key.partition("@")[0] if "@" in key else key)
    if len(longest) < _SHORTEST or not (longest in local or any(longest in fold(name) for name in names)):
        return False
    return any(_has_all(wanted, words.split()) for words in (local, *map(name_key, names)))


def _has_all(wanted: list[str], words: list[str]) -> bool:
    left = list(words)
    for word in sorted(wanted, key=len, reverse=True):
        fitting = [one for one in left if one == word or (min(len(one), len(word)) == 1 and one[0] == word[0])]
        if not fitting:
            return False
        left.remove(fitting[0])
    return True
