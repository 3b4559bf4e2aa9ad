"""Suggests which identities, such as two addresses, are one person's, each with its evidence. It merges nothing.

Evidence is: headers that name the sender of a message twice; the same name of several words, whatever their order; an
address that spells a name, or abbreviates one as no other name of the case; a name written in two scripts. What many
identities share, such as the name of a team, tells nothing. Linear: each identity is compared with the few that share a
name, a spelling or, across scripts, the first and last sound of a word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import permutations

import numpy as np

from triage.insight.names.spellings import likeness, outer_sounds, script
from triage.insight.people.headers import MailHeaders, NamedTwice, name_key, party, usual_name
from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.text import fold

_HEADERS, _SAME_NAME, _SPELLED, _SCRIPT, _ABBREVIATED = 0.95, 0.85, 0.7, 0.6, 0.4
"""How much each kind of evidence counts; several add up as independent ones do."""
_MOST_ALIKE = 6
"""Identities that share a name or a spelling; where there are more, it tells nothing."""
_MOST_COMPARED = 400
"""Words of other scripts that a word is compared with, and names of which a word is part."""
_ALIKE, _LEAST_ALIKE = 0.8, 0.75
"""Likeness of a name of several words in two scripts, on average and of each word."""
_LONGEST_NAME = 4
_EXAMPLES = 3
_DIGITS = 4
_ROLES = frozenset(
    """admin all billing contact customer desk dl email enquiries events group help helpdesk hr info it jobs list mail
    mailer marketing members news newsletter no noreply office owner postmaster press reply request root sales security
    service services staff subscribe support system team webmaster""".split()
)
"""Words of addresses and names that are nobody's."""
_PARTS = re.compile(r"[._\-]+")
_NUMBER = re.compile(r"\d+$")


@dataclass(slots=True)
class Usage:
    """How an identity is used: messages, the names written with it, and the first items that have it, by name."""

    mails: int = 0
    names: dict[str, int] = field(default_factory=dict)
    items: dict[str, ItemNo] = field(default_factory=dict)

    def add(self, name: str, no: ItemNo, times: int) -> None:
        self.mails += times
        if name:
            self.names[name] = self.names.get(name, 0) + times
        self.items.setdefault(name, no)

    def name(self) -> str:
        return usual_name(self.names)

    def item(self, key: str = "") -> ItemNo:
        """Return the first item that has it, with a name of this key if there is one."""
        fitting = [no for name, no in self.items.items() if not key or name_key(name) == key]
        return min(fitting or self.items.values())


@dataclass(slots=True)
class PersonSuggestion:
    """That two identities, the first in the alphabet before the other, are one person's."""

    first: str
    second: str
    score: float
    evidence: list[Message]
    items: list[ItemNo]


def usages(headers: MailHeaders) -> dict[str, Usage]:
    """Return the identities of a case, each with how it is used."""
    mails, people = headers.parts
    first = np.zeros(len(headers.written), np.int64)
    first[people[::-1]] = headers.nos[headers.first_item[mails[::-1]]]
    used = defaultdict[str, Usage](Usage)
    keys = map(headers.keys.__getitem__, headers.key.tolist())
    for key, name, no, times in zip(keys, headers.names, first.tolist(), headers.times.tolist(), strict=True):
        used[key].add(name, ItemNo(no), times)
    return dict(used)


def with_exchange(used: Mapping[str, Usage], twice: Iterable[NamedTwice]) -> dict[str, Usage]:
    """Return the identities with those by which only Exchange names somebody."""
    only_exchange = defaultdict[str, Usage](Usage)
    for pair in twice:
        key, name = party(pair.again)
        if key and key not in used:
            only_exchange[key].add(name, pair.item, pair.times)
    return {**used, **only_exchange}


def suggest(used: Mapping[str, Usage], twice: Iterable[NamedTwice] = ()) -> list[PersonSuggestion]:
    """Return the suggestions, the likeliest first, of equal ones those of most messages.

    ``used`` has every identity that is named ``twice``, too.
    """
    pairs = _Pairs(used)
    pairs.twice_in_headers(twice)
    by_name = _by_name(used)
    for name, (first, *others) in by_name.items():
        for key in others:
            pairs.add(first, key, _SAME_NAME, say("same-person-name", name=name), name)
    pairs.spelled(by_name)
    pairs.abbreviated(by_name)
    for one, other in _in_two_scripts(by_name):
        evidence = say("same-person-script", name=one, other=other)
        pairs.add(by_name[one][0], by_name[other][0], _SCRIPT, evidence, one, other)
    return pairs.sorted()


def _by_name(used: Mapping[str, Usage]) -> dict[str, list[str]]:
    """Return the names of several words, each with the identities that have it, those with most messages first."""
    by_name = defaultdict[str, list[str]](list)
    for key in sorted(used, key=lambda key: (-used[key].mails, key)):
        for name in sorted({name_key(name) for name in used[key].names} | ({key} if _is_name(key) else set())):
            if 2 <= len(parts := name.split()) <= _LONGEST_NAME and _ROLES.isdisjoint(parts):
                by_name[name].append(key)
    return {name: keys for name, keys in sorted(by_name.items()) if len(keys) <= _MOST_ALIKE}


def _is_name(key: str) -> bool:
    return "@" not in key and not key.startswith("/")


class _Pairs:
    def __init__(self, used: Mapping[str, Usage]) -> None:
        self._used = used
        self._found: dict[tuple[str, str], PersonSuggestion] = {}
        self._stems = {key: stem for key in used if (stem := _stem(key))}

    def add(self, one: str, other: str, score: float, evidence: Message, *names: str) -> None:
        """Add evidence that two identities are one person's; ``names`` choose the items that show it."""
        if one == other:
            return
        first, second = sorted((one, other))
        pair = self._found.setdefault((first, second), PersonSuggestion(first, second, 0.0, [], []))
        pair.score = round(1 - (1 - pair.score) * (1 - score), _DIGITS)
        pair.evidence.append(evidence)
        for key in (first, second):
            for name in names or ("",):
                no = self._used[key].item(name)
                if no not in pair.items and len(pair.items) < _EXAMPLES:
                    pair.items.append(no)

    def twice_in_headers(self, twice: Iterable[NamedTwice]) -> None:
        """Add those whom headers name twice, unless the Exchange name is more often somebody else's."""
        times, every = Counter[tuple[str, str]](), Counter[str]()
        for pair in twice:
            one, other = party(pair.once), party(pair.again)
            if one.key in self._used and other.key in self._used and one.key != other.key:
                times[one.key, other.key] += pair.times
                every[other.key] += pair.times
        for (first, second), many in sorted(times.items()):
            if 2 * many > every[second]:
                self.add(first, second, _HEADERS, say("same-person-headers", count=many))

    def spelled(self, by_name: Mapping[str, list[str]]) -> None:
        """Add addresses that spell a name, or one another: dana.levi@orrin.example is Dana Levi."""
        spelling: dict[str, list[str]] = defaultdict(list)
        several = [key for key, stem in self._stems.items() if " " in stem]
        for key in sorted(several, key=lambda key: (-self._used[key].mails, key)):
            parts = self._stems[key].split()
            if 2 <= len(parts) <= _LONGEST_NAME and all(len(part) > 1 for part in parts) and _ROLES.isdisjoint(parts):
                spelling[" ".join(sorted(parts))].append(key)
        for name, keys in sorted(spelling.items()):
            having = by_name.get(name, [])
            together = list(dict.fromkeys((*having, *keys)))
            if len(together) <= _MOST_ALIKE:
                for key in keys if len(together) > 1 else ():
                    other = together[key == together[0]]
                    self.add(other, key, _SPELLED, say("same-person-address", address=key, name=name))

    def abbreviated(self, by_name: Mapping[str, list[str]]) -> None:
        """Add identities that abbreviate a name as no other name does: DLEVI, danal@."""
        names: dict[str, set[str]] = defaultdict(set)
        for name in by_name:
            for form in _short_forms(name.split()):
                names[form].add(name)
        single = sorted(key for key, stem in self._stems.items() if " " not in stem)
        for key in single:
            stem = _NUMBER.sub("", self._stems[key])
            meant = names.get(stem, set())
            if len(meant) == 1 and len(stem) > 2:
                (name,) = meant
                other = next((one for one in by_name[name] if _same_house(one, key)), None)
                if other is not None and key not in by_name[name]:
                    self.add(other, key, _ABBREVIATED, say("same-person-initials", short=stem, name=name), "")

    def sorted(self) -> list[PersonSuggestion]:
        """Return the suggestions, the likeliest first."""

        def rank(one: PersonSuggestion) -> tuple[float, int, str, str]:
            return -one.score, -min(self._used[one.first].mails, self._used[one.second].mails), one.first, one.second

        return sorted(self._found.values(), key=rank)


def _stem(key: str) -> str:
    """Return the words of an address before its "@", or the last part of an Exchange name; "" for a name."""
    if _is_name(key):
        return ""
    local = key.rpartition("cn=")[2] if key.startswith("/") else key.partition("@")[0]
    return " ".join(fold(_PARTS.sub(" ", local)).split())


def _short_forms(parts: list[str]) -> Iterator[str]:
    """Yield how a name of two words may be abbreviated: jdoe, doej, janed, janedoe."""
    for one, other in permutations(parts, 2) if len(parts) == 2 else ():
        yield from (one[0] + other, one + other[0], one + other)


def _same_house(one: str, other: str) -> bool:
    """Whether two identities may be of one company, by domain and organisation; a name alone tells none."""
    first, second = _labels(one), _labels(other)
    if one.startswith("/") or other.startswith("/"):
        return not first or not second or not set(first).isdisjoint(second)
    return not first or not second or first[-2:] == second[-2:]


def _labels(key: str) -> list[str]:
    """Return the labels of an address's domain, or an Exchange name's organisation."""
    if key.startswith("/o="):
        return [key[3:].partition("/")[0]]
    return key.rpartition("@")[2].split(".") if "@" in key else []


def _in_two_scripts(by_name: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names of different scripts that are probably one name."""
    foreign = [name for name in by_name if script(name) not in ("Latin", "")]
    if not foreign:
        return
    of_word, buckets = defaultdict[str, list[str]](list), defaultdict[tuple[int, int], list[str]](list)
    for name in by_name:
        for word in name.split():
            of_word[word].append(name)
    for word in sorted(of_word):
        for bucket in outer_sounds(word):
            buckets[bucket].append(word)
    pairs = ((name, other) for name in foreign for other in _alike(name, of_word, buckets))
    yield from sorted({(min(pair), max(pair)) for pair in pairs})


def _alike(name: str, of_word: Mapping[str, list[str]], buckets: Mapping[tuple[int, int], list[str]]) -> Iterator[str]:
    """Yield names of other scripts of which each word is probably one of a name's words."""
    own = name.split()
    near = [sorted({word for bucket in outer_sounds(one) for word in buckets.get(bucket, ())}) for one in own]
    word, candidates = min(zip(own, near, strict=True), key=lambda pair: len(pair[1]))
    others = set[str]()
    for candidate in candidates[:_MOST_COMPARED]:
        if _likeness(word, candidate) >= _LEAST_ALIKE:
            others.update(of_word[candidate][:_MOST_COMPARED])
    for other in sorted(others):
        words = other.split()
        if len(words) == len(own) and any(_fit(own, order) for order in permutations(words)):
            yield other


def _fit(own: list[str], others: tuple[str, ...]) -> bool:
    each = [_likeness(one, other) for one, other in zip(own, others, strict=True)]
    return min(each) >= _LEAST_ALIKE and sum(each) >= _ALIKE * len(each)


def _likeness(one: str, other: str) -> float:
    return likeness(one, other) if script(one) != script(other) else 0.0
