"""Proposes other ways to write a name, each as a query. It searches nothing, and no query is widened by it.

``BlueHeron`` may be written as Blue Heron, #blueheron, Blue Her-/on at a line's end, B l u e H e r o n, B.H., with
letters of other scripts that look the same, misspelled by a letter, or in another script by its sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from triage.text import fold, words

# Finds a name in another script: Latin, Hebrew and Arabic words by their consonants. It suggests, and changes
# nothing.
#
# A word becomes its skeleton: its consonants in order, each as all that it may stand for in the other scripts,
# without vowels. Two skeletons are aligned; letters that often go unwritten (h, w, y) cost little. Among words of
# equal skeletons those come first whose vowels agree as well.

LIKELY = 0.84
"""Likeness from which two words are probably the same name."""
_OF_SKELETON = 0.7
"""How much of the likeness is that of the consonants; the rest is that of the letters with their vowels."""
_ROUNDED = 0.01
"""Per cent of letters by which a likeness may fall short before it is rounded."""
_UNWRITTEN, _NEAR = 0.25, 0.5
"""Cost of a letter that often goes unwritten, and of one sound for another that is made in the same place."""


_NAMES = {name: 1 << at for at, name in enumerate("B P F W D T S SH Z TS G J K KH H Y L M N R".split())}
"""Consonants as heard, each a bit; a letter may stand for several."""


def _heard(names: str) -> int:
    return sum(_NAMES[name] for name in names.split("/"))


_W = _NAMES["W"]
_PLACES = tuple(map(_heard, ("B/P/F/W", "D/T", "S/SH/Z/TS", "G/K/KH/H/J")))
"""Sounds that are made in the same place."""
_WEAK = tuple(map(_heard, ("H", "W", "Y", "H/W", "W/F")))
_TABLE = """
sch SH   tch SH/TS   sh SH   ch KH/SH/H/K   kh KH/H   gh G   th T   dh D/Z   ph F   tz TS   ts TS   zh J/Z   ce S/K
ci S/K   b B   c K   d D   f F   g G/J   h H   j J/Y   k K   l L   m M   n N   p P/B   q K   r R   s S   t T   v B/F/W
w W   x K   y Y   z Z/TS
ב B   ג G/J   ד D   ה H   ו W   ז Z   ח KH/H   ט T   י Y   כ K/KH   ל L   מ M   נ N   ס S   פ P/F   צ TS   ק K   ר R
ש SH/S   ת T
ب B/P   ت T   ث T/S   ج J/G   ح H/KH   خ KH   د D   ذ D/Z   ر R   ز Z   س S   ش SH   ص S/TS   ض D   ط T   ظ Z   غ G
ف F   ق K/G   ك K   ل L   م M   ن N   ه H   و W   ي Y
"""
"""What letters of the three scripts, folded, may stand for."""
_SOUNDS = {spelled: _heard(names) for spelled, names in re.findall(r"(\S+) (\S+)", _TABLE)}
_LETTERS = re.compile("|".join(sorted(_SOUNDS, key=lambda spelled: (-len(spelled), spelled))))
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_ROMAN = (
    ("אבגדהוזחטיכלמנסעפצקרשת", "a b g d h o z h t i k l m n s a p tz k r sh t"),
    ("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i"),
)
_ROMANISED = str.maketrans({a: b for script, latin in _ROMAN for a, b in zip(script, latin.split(), strict=True)})
_SPANS = {"Hebrew": ("א", "ת"), "Arabic": ("ء", "ي"), "Latin": ("a", "z")}
LETTERS = {name: "".join(map(chr, range(ord(first), ord(last) + 1))) for name, (first, last) in _SPANS.items()}
"""The letters of each script, folded, in the order in which ``script`` looks for them."""
_SCRIPTS = tuple((name, re.compile(f"[{letters}]")) for name, letters in LETTERS.items())
_FEWEST = 2


def script(word: str) -> str:
    """Return the script of a folded word: "Latin", "Hebrew", "Arabic", or "" for another one."""
    return next((name for name, letters in _SCRIPTS if letters.search(word)), "")


@lru_cache(1 << 17)
def skeleton(word: str) -> tuple[int, ...]:
    """Return the consonants of a folded word, each as the set of sounds (bits) that it may stand for."""
    return tuple(_SOUNDS[letters] for letters in _LETTERS.findall(_DOUBLED.sub(r"\1", word)))


def _always_written(word: str) -> tuple[int, ...]:
    return tuple(sound for sound in skeleton(word) if sound not in _WEAK)


def _written(word: str) -> int:
    return len(_always_written(word))


def outer_sounds(word: str) -> set[tuple[int, int]]:
    """Return the first and the last consonant of a folded word, each way in which they may be heard.

    Words that are one name nearly always have a pair in common. A last v may be a letter that often goes unwritten.
    """
    sounds = _always_written(word) or (0,)
    lasts = [sounds[-1], sounds[-2]] if len(sounds) > 1 and sounds[-1] & _W else [sounds[-1]]
    return {(a, b) for a in _bits(sounds[0]) for last in lasts for b in _bits(last)}


def _bits(sounds: int) -> list[int]:
    return [1 << at for at in range(sounds.bit_length()) if sounds >> at & 1] or [0]


def likeness(first: str, second: str) -> float:
    """Return how likely two folded words of different scripts are one name: 1 for the same consonants and vowels."""
    from rapidfuzz.fuzz import ratio

    one, other = skeleton(first), skeleton(second)
    if min(len(one), len(other)) < _FEWEST:
        return 0.0
    alike = max(0.0, 1 - _cost(one, other) / max(len(one), len(other)))
    return _OF_SKELETON * alike + (1 - _OF_SKELETON) * ratio(_roman(first), _roman(second)) / 100


def _roman(word: str) -> str:
    return word.translate(_ROMANISED)


def _cost(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the least cost of aligning two skeletons."""
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _alone(sound))
    for first in one:
        above, row = row, [row[0] + _alone(first)]
        for at, second in enumerate(other):
            changed = above[at] + _changed(first, second)
            row.append(min(changed, above[at + 1] + _alone(first), row[at] + _alone(second)))
    return row[-1]


@lru_cache(1 << 10)
def _alone(sound: int) -> float:
    return _UNWRITTEN if sound in _WEAK else 1.0


@lru_cache(1 << 14)
def _changed(first: int, second: int) -> float:
    if first & second:
        return 0.0
    return _NEAR if any(first & place and second & place for place in _PLACES) else 1.0


def like(name: str, vocabulary: Iterable[str], most: int, least: float = 0.0) -> list[tuple[str, float]]:
    """Return words of other scripts that may be a name, the likest first, equal ones by their letters.

    The words of the vocabulary are folded. Linear in its length. ``least`` is the likeness from which a word counts:
    the letters alone, which are compared first, then leave few words of which the consonants need to be aligned.
    """
    own = "".join(fold(name).split())
    if not (written := script(own)):
        return []
    others = [word for word in vocabulary if script(word) not in ("", written)]
    length = _written(own)
    near = [word for word in _of_like_letters(own, others, least) if abs(_written(word) - length) <= _FEWEST]
    matches = [(word, alike) for word in near if (alike := round(likeness(own, word), 6)) >= least]
    return sorted(matches, key=lambda pair: (-pair[1], pair[0]))[:most]


def _of_like_letters(own: str, others: Sequence[str], least: float) -> list[str]:
    """Return the words that can reach a likeness, were all their consonants those of the name."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    enough = max(0.0, 100 * (least - _OF_SKELETON) / (1 - _OF_SKELETON) - _ROUNDED)
    alike = extract(_roman(own), [*map(_roman, others)], scorer=ratio, score_cutoff=enough, limit=None)
    return [others[at] for _, _, at in alike]


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


class Spelling(NamedTuple):
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
        if stem not in self._known:
            self._known[stem] = {word: count for word, count in self._read(stem) if count}
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
    proposed: dict[str, Spelling] = {}
    for spelling in _spellings(parts, vocabulary):
        if spelling.query.strip('"') not in typed:
            proposed.setdefault(spelling.query, spelling)
    return list(proposed.values())


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
    near = [one for one, count in same.items() if abs(len(one) - len(word)) <= most and count < max(own, 2)]
    alike = script(word)
    matches = extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=None)
    ranked = sorted((distance, one) for one, distance, _ in matches if distance and script(one) == alike)
    return [one for _, one in ranked[:_MISSPELLED]]


def _transliterated(word: str, vocabulary: IndexWords) -> list[str]:
    """Return words of other scripts that sound like it, if they begin with a letter of theirs."""
    own = script(word)
    letters = "".join(of for script, of in LETTERS.items() if own and script != own)
    others = (one for letter in letters for one in vocabulary.beginning(letter))
    return [one for one, _ in like(word, others, 3, LIKELY)]
