"""Who wrote to whom, and when: people and the ties between them.

Copies of a message count once. A message to many people ties its sender to each of them, with a weight of 1 divided by
their number, so that a circular to hundreds weighs no more than a letter to one. The cost of a message is proportional
to its recipients.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from triage.arrays import distinct
from triage.insight.people.headers import NOBODY, UNDATED, Flags, MailHeaders, Numbers, counted, pairs

Scores = NDArray[np.float64]

_WEEK, _FIRST_MONDAY = 7 * 86_400, 4 * 86_400
"""In seconds; 1970 began on a Thursday."""
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Ties:
    """Who wrote to whom, an entry for each pair: people as numbers, messages, weights, first and last date.

    Dates are seconds since 1970, UNDATED where no message has one.
    """

    sender: Numbers
    recipient: Numbers
    mails: Numbers
    weight: Scores
    first: Numbers
    last: Numbers


class MailGraph:
    """The people and the mails of a case as numbers.

    ``keys`` are the people; ``sender`` is of each mail, NOBODY for none; ``linked`` and ``to`` are pairs of a mail and
    somebody who got it from somebody else.
    """

    def __init__(self, headers: MailHeaders, person_of: Callable[[str], str]) -> None:
        self.keys: list[str] = []
        self.headers, self.date = headers, headers.date
        self._number: dict[str, int] = {}
        self._person_of = person_of
        person = np.fromiter(map(self._add, headers.keys), np.int64, len(headers.keys))
        of_written = np.append(person[headers.key], NOBODY)  # the last one is for nobody
        self.sender: Numbers = of_written[headers.sender]
        linked, to = pairs(headers.linked, of_written[headers.to], len(self.keys))
        others = to != self.sender[linked]
        self.linked, self.to = linked[others], to[others]

    def _add(self, key: str) -> int:
        person = self._person_of(key)
        number = self._number.setdefault(person, len(self.keys))
        if number == len(self.keys):
            self.keys.append(person)
        return number

    def number(self, key: str) -> int:
        """Return the number of a person, by any of their keys; NOBODY for an unknown one."""
        return self._number.get(self._person_of(key), NOBODY)

    # Messages

    def mails(self, *people: int, span: tuple[int, int] | None = None) -> Flags:
        """Return which messages all of these people sent or received, of a span of time if one is given.

        A span is two numbers of seconds since 1970, the end exclusive.
        """
        chosen = np.ones(len(self.sender), np.bool_)
        for one in people:
            own = self.sender == one
            own[self.linked[self.to == one]] = True
            chosen &= own
        if span is not None:
            chosen &= (self.date >= span[0]) & (self.date < span[1])
        return chosen

    def from_to(self, sender: int, recipient: int) -> Flags:
        """Return which messages one person wrote to another."""
        got = np.zeros(len(self.sender), np.bool_)
        got[self.linked[self.to == recipient]] = True
        return np.asarray((self.sender == sender) & got)

    # People

    def ties(self, mails: Flags) -> Ties:
        """Return who wrote to whom in these messages, those with most messages first, equal ones by their keys."""
        shares = 1 / np.maximum(np.bincount(self.linked, minlength=len(self.sender)), 1)
        chosen = mails[self.linked] & (self.sender[self.linked] >= 0)
        linked, to = self.linked[chosen], self.to[chosen]
        pair_codes = self.sender[linked] * max(1, len(self.keys)) + to
        codes = distinct(pair_codes)
        at = np.searchsorted(codes, pair_codes)
        sender, recipient = np.divmod(codes, max(1, len(self.keys)))
        first, last = span_of(at, self.date[linked], len(codes))
        weight: Scores = np.round(np.bincount(at, weights=shares[linked], minlength=len(codes)), _DIGITS)
        counts = np.bincount(at, minlength=len(codes))
        ranks_by_key = self.ranks_by_key
        order = np.lexsort((ranks_by_key[recipient], ranks_by_key[sender], -weight, -counts))
        return Ties(sender[order], recipient[order], counts[order], weight[order], first[order], last[order])

    @property
    def ranks_by_key(self) -> Numbers:
        """The rank of each person in the order of their keys."""
        places = np.empty(len(self.keys), np.int64)
        places[sorted(range(len(self.keys)), key=self.keys.__getitem__)] = np.arange(len(self.keys))
        return places

    def spans(self, mails: Flags) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Return of each person how many of these messages they sent and got, and the first and last date."""
        size = len(self.keys)
        sent = np.flatnonzero(mails & (self.sender >= 0))
        got = mails[self.linked]
        people = np.concatenate((self.sender[sent], self.to[got]))
        dates = np.concatenate((self.date[sent], self.date[self.linked[got]]))
        sends, gets = (np.bincount(one, minlength=size) for one in (self.sender[sent], self.to[got]))
        first, last = span_of(people, dates, size)
        return sends, gets, first, last

    def contacts(self, ties: Ties) -> Numbers:
        """Return how many others each person wrote to or heard from."""
        lower, upper = np.minimum(ties.sender, ties.recipient), np.maximum(ties.sender, ties.recipient)
        return np.bincount(np.concatenate(pairs(lower, upper, len(self.keys))), minlength=len(self.keys))

    def periods(self, mails: Flags, weeks: bool) -> list[tuple[int, int, int]]:
        """Return the months or weeks with any of these messages: begin, end (exclusive), and how many.

        Times are seconds since 1970, weeks begin on Monday, all in UTC.
        """
        dates = self.date[mails & (self.date != UNDATED)]
        if weeks:
            begins, counts = counted((dates - _FIRST_MONDAY) // _WEEK * _WEEK + _FIRST_MONDAY)
            return [(one, one + _WEEK, times) for one, times in zip(begins.tolist(), counts.tolist(), strict=True)]
        months = dates.astype("datetime64[s]").astype("datetime64[M]")
        found, counts = np.unique(months, return_counts=True)
        begins = found.astype("datetime64[s]").astype(np.int64)
        ends = (found + np.timedelta64(1, "M")).astype("datetime64[s]").astype(np.int64)
        return list(zip(begins.tolist(), ends.tolist(), counts.tolist(), strict=True))


def span_of(groups: Numbers, dates: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Return the first and the last of the dates of each group, UNDATED for a group without any."""
    known = dates != UNDATED
    first, last = np.full(size, np.iinfo(np.int64).max), np.full(size, UNDATED)
    np.minimum.at(first, groups[known], dates[known])
    np.maximum.at(last, groups[known], dates[known])
    first[last == UNDATED] = UNDATED
    return first, last
