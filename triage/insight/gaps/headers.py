"""What headers tell is missing: silent weeks, messages that others refer to, copies that a custodian lacks.

A week is silent that has no message of a custodian at all. It is reported where that is unlikely: three of four weeks
before, among the last twelve, and three of four after, among the next twelve, had at least so many messages that seven
or more could be expected in the silence. By chance (Poisson) that happens less than once in a thousand. There must be
four weeks on each side; what comes before the first message and after the last is no silence. Copies count once;
messages attached to others don't count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import msgspec
import numpy as np

from triage.insight.people.headers import UNDATED, Flags, MailHeaders, Numbers, pairs
from triage.model.items import ItemNo
from triage.store.threads import message_key

_WEEK, _MONDAY = 7 * 86_400, 4 * 86_400
"""Seconds; the first Monday after 1970 began."""
_AROUND, _FEWEST_AROUND = 12, 4
"""Weeks before and after a silence that tell what is usual; how many there must be on each side."""
_EXPECTED = 7
_MOST_REFERENCES = 100
"""References of one message that are followed: the latest."""


SealedMail = tuple[str, int]
"""What is known of a sealed message: custodian, and when it was sent."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Weeks without a message: whose, the first Monday and the one after the last (seconds since 1970), how many.

    ``usual`` is what three of four weeks around have at least.
    """

    custodian: str
    begin: int
    end: int
    weeks: int
    usual: int


@dataclass(frozen=True, slots=True)
class AbsentMail:
    """A Message-ID that no item has, and the items that refer to it, in ascending order."""

    message_id: str
    items: tuple[ItemNo, ...]


@dataclass(frozen=True, slots=True)
class LackingCopy:
    """A message to or from a custodian that only others have: the identity that it names, and all its items."""

    custodian: str
    key: str
    sent: bool
    items: tuple[ItemNo, ...]


# ---- silent weeks


def silences(headers: MailHeaders, sealed: Iterable[SealedMail] = ()) -> list[Silence]:
    """Return the silences, by custodian and time; sealed messages break them."""
    dated = ~headers.enclosed & (headers.date[headers.mail] != UNDATED)
    custodian, mail = pairs(headers.custodian[dated], headers.mail[dated], len(headers.sender))
    weeks: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for whose, week in zip(custodian.tolist(), ((headers.date[mail] - _MONDAY) // _WEEK).tolist(), strict=True):
        weeks[headers.custodians[whose]][week] += 1
    for name, date in sealed:
        weeks[name][(date - _MONDAY) // _WEEK] += 1
    return [one for name in sorted(weeks) for one in _of(name, weeks[name])]


def _of(custodian: str, counts: Mapping[int, int]) -> Iterator[Silence]:
    present = sorted(counts)
    for before, after in pairwise(present):
        silent = after - before - 1
        usual = _usual(counts, range(present[0], before + 1), range(after, present[-1] + 1)) if silent else 0
        if usual * silent >= _EXPECTED:
            begin, end = ((week * _WEEK + _MONDAY) for week in (before + 1, after))
            yield Silence(custodian, begin, end, silent, usual)


def _usual(counts: Mapping[int, int], before: range, after: range) -> int:
    """Return how many messages three of four of the weeks on either side have at least, 0 where that can't be told."""
    sides = [sorted(counts.get(week, 0) for week in side) for side in (before[-_AROUND:], after[:_AROUND])]
    return min(side[len(side) // 4] if len(side) >= _FEWEST_AROUND else 0 for side in sides)


# ---- absent messages


def absent(headers: MailHeaders, known: Container[str]) -> list[AbsentMail]:
    """Return messages that others refer to and whose keys are not among the ``known``, by their Message-IDs."""
    referring: dict[str, list[ItemNo]] = defaultdict(list)
    for no, message_id, refs in headers.refs:
        own = message_key(message_id)
        for reference in dict.fromkeys(msgspec.json.decode(refs, type=list[str])[-_MOST_REFERENCES:]):
            if reference not in known and reference != own:
                referring[reference].append(no)
    return [AbsentMail(reference, tuple(nos)) for reference, nos in sorted(referring.items())]


# ---- copies


def lacking(headers: MailHeaders, owners: Mapping[str, str], sealed: Iterable[SealedMail] = ()) -> list[LackingCopy]:
    """Return the messages that a custodian sent or got and others alone have, by custodian and date.

    ``owners`` are identities with the custodian whose they are. A message is the same where the content or the
    Message-ID is, or its sender, its second and its subject are: not all programs keep the rest. Of a sealed one the
    second is enough.
    """
    wanted = _wanted(headers, owners)
    if wanted is None:
        return []
    whose, same, key, sent = wanted
    missing = ~_has(headers, whose, same, list(sealed))
    order = np.argsort(headers.same[headers.mail[~headers.enclosed]], kind="stable")
    nos = headers.nos[~headers.enclosed][order]
    signs = headers.same[headers.mail[~headers.enclosed]][order]
    begins, ends = np.searchsorted(signs, same[missing]), np.searchsorted(signs, same[missing], "right")
    dates = _dates(headers)[same[missing]]
    found: list[tuple[str, int, LackingCopy]] = []
    columns = zip(whose[missing], dates, key[missing], sent[missing], begins, ends, strict=True)
    for one, date, at, own, begin, end in columns:
        if end > begin:
            items = tuple(map(ItemNo, nos[begin:end].tolist()))
            copy = LackingCopy(headers.custodians[one], headers.keys[at], bool(own), items)
            found.append((copy.custodian, int(date), copy))
    return [copy for _, _, copy in sorted(found, key=lambda row: (row[0], row[1], row[2].items))]


def _wanted(headers: MailHeaders, owners: Mapping[str, str]) -> tuple[Numbers, Numbers, Numbers, Flags] | None:
    """Return which custodian, of which messages (by ``same``), is named in them by which identity, as sender or not."""
    number = {name: at for at, name in enumerate(headers.custodians)}
    owner = np.full(len(headers.keys), -1, np.int64)
    for identity, custodian in owners.items():
        if (at := headers.key_number(identity)) >= 0:
            owner[at] = number.get(custodian, -1)
    mails, people = headers.parts
    keys = headers.key[people]
    own = owner[keys] >= 0
    mails, people, keys = mails[own], people[own], keys[own]
    if not len(mails):
        return None
    sent = headers.sender[mails] == people
    codes = owner[keys] * (int(headers.same.max()) + 1) + headers.same[mails]
    order = np.lexsort((keys, mails, ~sent, codes))
    _, first = np.unique(codes[order], return_index=True)
    chosen = order[first]
    return owner[keys[chosen]], headers.same[mails[chosen]], keys[chosen], sent[chosen]


def _has(headers: MailHeaders, whose: Numbers, same: Numbers, sealed: Collection[SealedMail]) -> Flags:
    """Return whether each custodian has each message, by ``same`` or by the Message-ID of any copy of it."""
    own = _codes(headers.custodian, headers.same[headers.mail], headers.same)
    found = np.isin(_codes(whose, same, headers.same), own)
    ident = headers.ident[headers.mail]
    known = _codes(headers.custodian[ident >= 0], ident[ident >= 0], headers.ident)
    sign, idents = pairs(
        headers.same[headers.ident >= 0], headers.ident[headers.ident >= 0], int(headers.ident.max(initial=0)) + 1
    )
    begins, ends = np.searchsorted(sign, same), np.searchsorted(sign, same, "right")
    many = ends - begins
    places = np.repeat(begins - np.cumsum(many) + many, many) + np.arange(many.sum())
    at = np.repeat(np.arange(len(same)), many)
    found[at[np.isin(_codes(whose[at], idents[places], headers.ident), known)]] = True
    return found | _sealed_has(headers, whose, same, sealed)


def _codes(custodian: Numbers, value: Numbers, among: Numbers) -> Numbers:
    return np.asarray(custodian * (int(among.max(initial=0)) + 1) + value)


def _sealed_has(headers: MailHeaders, whose: Numbers, same: Numbers, sealed: Collection[SealedMail]) -> Flags:
    """Return whether each custodian has a sealed message of the second in which each message was sent."""
    seconds = set(sealed)
    if not seconds:
        return np.zeros(len(whose), np.bool_)
    pairs_of = zip(whose.tolist(), _dates(headers)[same].tolist(), strict=True)
    return np.fromiter(((headers.custodians[one], at) in seconds for one, at in pairs_of), np.bool_, len(whose))


def _dates(headers: MailHeaders) -> Numbers:
    """Return the second in which each message was sent."""
    dates = np.full(int(headers.same.max(initial=0)) + 1, UNDATED)
    dates[headers.same] = headers.date
    return dates
