"""Proposes other ways to write a name, each as a query. It searches nothing, and no query is widened by it.

``BlueHeron`` may be written as Blue Heron, #blueheron, Blue Her-/on at a line's end, B l u e H e r o n, B.H., with
letters of other scripts that look the same, misspelled by a letter, or in another script by its sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from triage.insight import transliteration
from triage.text import fold, words

MOST_WORDS = 4
"""Words of a name of which other ways to write it are looked for."""
_SHORTEST, _LONG = 3, 8
"""Letters of a part of a word that stands alone; letters of a word of which two may be wrong."""
_MISSPELLED = 5
"""Letters of a word that may be misspelled, and how many such spellings are proposed."""
_CAMEL = re.compile(r"(?<=[^\W\d_])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])")
_OTHER_SCRIPTS = "авекмнорстухіјѕԁԛԝαβεζηικμνορτυχօ"
_LOOK_LIKE = "abekmhopctyxijsdqwabezhikmnoptyxo"
_DIGITS = ("01345789", ("oleastbg", "oieastbg"))
_LOOKS = tuple(str.maketrans(_OTHER_SCRIPTS + _DIGITS[0], _LOOK_LIKE + letters) for letters in _DIGITS[1])


@dataclass(frozen=True, slots=True)
class Spelling:
    """A query that finds a name as it is written in another way, and its kind as in ``Variant``."""

    query: str
    kind: str


class IndexWords:
    """The words of an index with the number of items that hold each, read only as far as a name needs them.

    ``read`` returns the words that begin with a stem. All of them at once are hundreds of thousands.
    """

    def __init__(self, read: Callable[[str], Iterable[tuple[str, int]]]) -> None:
        self._read = read
        self._known: dict[str, Mapping[str, int]] = {}

    def beginning(self, stem: str) -> Mapping[str, int]:
        """Return the words that begin with a stem."""
        if stem not in self._known:
            self._known[stem] = {word: many for word, many in self._read(stem) if many}
        return self._known[stem]

    def count(self, word: str) -> int:
        """Return the number of items that hold a word, 0 for none."""
        return self.beginning(word[:1] if word[:1] in self._known else word).get(word, 0) if word else 0


def parts_of(name: str) -> list[str]:
    """Return the words of a name as typed, such as Blue and Heron of BlueHeron."""
    return [part for word in re.findall(r"[^\W_]+", name) for part in _CAMEL.split(word) if part]


def propose(name: str, vocabulary: IndexWords) -> list[Spelling]:
    """Return other ways to write a name whose words the index has, each once; none of a name of many words.

    Single letters aren't looked up, as nearly every index has them; what isn't there, a search doesn't find.
    """
    parts = parts_of(name)
    if not 1 <= len(parts) <= MOST_WORDS or not all(len(words(part)) == 1 for part in parts):
        return []
    typed = {" ".join(words(name))}
    found: dict[str, Spelling] = {}
    for spelling in _spellings(parts, vocabulary):
        if spelling.query.strip('"') not in typed:
            found.setdefault(spelling.query, spelling)
    return list(found.values())


def _spellings(parts: list[str], vocabulary: IndexWords) -> Iterator[Spelling]:
    folded = [fold(part).strip() for part in parts]
    joined = "".join(folded)
    yield from _joined_or_split(folded, joined, vocabulary)
    yield from _broken(parts, vocabulary)
    yield Spelling(_phrase(list(joined)), "spaced")
    if len(parts) > 1:
        initials = [part[0].upper() for part in parts]
        yield Spelling(f'="{".".join(initials)}."', "initials")
        yield Spelling(f'="{". ".join(initials)}."', "initials")
    for kind, likes in (("letters", _look_alikes), ("spelling", _misspelled), ("script", _transliterated)):
        of_each = [likes(word, vocabulary) for word in folded]
        yield from _replaced(folded, of_each, kind)
        if len(folded) > 1 and kind != "script":
            yield from (Spelling(_phrase([word]), kind) for word in likes(joined, vocabulary))


def _phrase(spelled: list[str]) -> str:
    return f'"{" ".join(spelled)}"'


def _joined_or_split(folded: list[str], joined: str, vocabulary: IndexWords) -> Iterator[Spelling]:
    if vocabulary.count(joined):
        yield Spelling(_phrase([joined]), "joined")
    if len(folded) > 1:
        yield Spelling(_phrase(folded), "split")
        return
    for at in range(_SHORTEST, len(joined) - _SHORTEST + 1):
        if vocabulary.count(joined[:at]) and vocabulary.count(joined[at:]):
            yield Spelling(_phrase([joined[:at], joined[at:]]), "split")


def _broken(parts: list[str], vocabulary: IndexWords) -> Iterator[Spelling]:
    """Yield a name broken by a hyphen at a line's end, in one of its words."""
    for number, part in enumerate(parts):
        for at in range(2, len(part) - 1):
            first, second = part[:at], part[at:]
            if vocabulary.count(fold(first).strip()) and vocabulary.count(fold(second).strip()):
                for glue in dict.fromkeys((" ", "" if number else " ")):
                    before = " ".join(parts[:number]) + glue if number else ""
                    after = " " + " ".join(parts[number + 1 :]) if parts[number + 1 :] else ""
                    yield Spelling(f'="{before}{first}- {second}{after}"', "line end")


def _replaced(folded: list[str], of_each: list[list[str]], kind: str) -> Iterator[Spelling]:
    """Yield a name with some words replaced; in another script all of them."""
    choices = [(likes if kind == "script" else [word, *likes])[:3] for word, likes in zip(folded, of_each, strict=True)]
    for chosen in product(*choices):
        if list(chosen) != folded:
            yield Spelling(_phrase(list(chosen)), kind)


def _look_alikes(word: str, vocabulary: IndexWords) -> list[str]:
    """Return words that are the same but for letters of other scripts, or digits, that look the same."""
    looks = {word.translate(table) for table in _LOOKS}
    first = {look[0] for look in looks}
    others = {chr(one) for table in _LOOKS for one, letter in table.items() if chr(letter) in first}
    like = (one for letter in first | others for one in vocabulary.beginning(letter) if len(one) == len(word))
    foreign = (one for one in like if one != word and not one.isdigit())
    return sorted(one for one in foreign if any(one.translate(table) in looks for table in _LOOKS))


def _misspelled(word: str, vocabulary: IndexWords) -> list[str]:
    """Return rarer words with the same first letter, one letter off, or two where the word is long, nearest first."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    if len(word) < _MISSPELLED or not word.isalpha():
        return []
    most = 1 if len(word) < _LONG else 2
    same = vocabulary.beginning(word[0])
    own = same.get(word, 0)
    near = [one for one, many in same.items() if abs(len(one) - len(word)) <= most and many < max(own, 2)]
    alike = transliteration.script(word)
    found = extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=None)
    ranked = sorted((distance, one) for one, distance, _ in found if distance and transliteration.script(one) == alike)
    return [one for _, one in ranked[:_MISSPELLED]]


def _transliterated(word: str, vocabulary: IndexWords) -> list[str]:
    """Return words of other scripts that sound like it, if they begin with a letter of theirs."""
    own = transliteration.script(word)
    letters = "".join(of for script, of in transliteration.LETTERS.items() if own and script != own)
    others = (one for letter in letters for one in vocabulary.beginning(letter))
    return [one for one, _ in transliteration.like(word, others, 3, transliteration.LIKELY)]
