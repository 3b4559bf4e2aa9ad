"""The queries of ``brute.py``: each as it is typed, and what decides it for one item, written down apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from tests.benchmarks.brute_scan import EDGE, HIDDEN, LONE, ScannedItem, words

Test = Callable[[ScannedItem], bool]
Fits = Callable[[str], bool]


class Query(NamedTuple):
    """A query: its class, its text, and whether an item is to be found."""

    kind: str
    text: str
    test: Test


def _places(item: ScannedItem, field: str) -> Iterable[str]:
    fields = {"body": ("body", "alternative"), "participants": ("from", "to", "cc", "bcc")}.get(field, (field,))
    return [name for name in item.fields if (name in fields if field else name not in HIDDEN)]


def holds(fits: Fits, field: str = "") -> Test:
    known = cache(fits)
    return lambda item: any(any(map(known, item.vocabulary[name])) for name in _places(item, field))


def word(text: str, field: str = "") -> Test:
    (wanted,) = words(text)
    return lambda item: any(wanted in item.vocabulary[name] for name in _places(item, field))


def phrase(text: str, field: str = "") -> Test:
    """Whether the words stand side by side in one text; without a field, identifiers of messages count, too."""
    wanted = f" {' '.join(words(text))} "
    more = ("message-id",) if not field else ()
    return lambda item: any(wanted in item.joined[n] for n in {*_places(item, field), *more} if n in item.joined)


def near(left: Fits, right: Fits, distance: int, *, ordered: bool = False, field: str = "") -> Test:
    """Whether two different words of one field are so near; the border between texts counts as a word."""
    return lambda item: any(
        any(0 < (end - at if ordered else abs(end - at)) <= distance for end in ends)
        for at, ends in _pairs(item, field, left, right)
    )


def alone(left: Fits, right: Fits, distance: int) -> Test:
    """Whether a left word is somewhere with no right one so near."""
    return lambda item: any(
        not any(0 < abs(end - at) <= distance for end in ends) for at, ends in _pairs(item, "", left, right)
    )


def _pairs(item: ScannedItem, field: str, left: Fits, right: Fits) -> Iterator[tuple[int, list[int]]]:
    """Yield where each left word of a field is, with where all right ones are."""
    for name in _places(item, field):
        spelled = [(at, word) for at, word in enumerate(item.fields[name]) if word != EDGE]
        ends = [at for at, word in spelled if right(word)]
        yield from ((at, ends) for at, word in spelled if left(word))


def exact(text: str, field: str = "") -> Test:
    """Whether the text stands as written between signs that are no letters; any run of blanks and quotes is one."""
    gap = r"[>\u200b\u2060\ufeff]*\s[\s>\u200b\u2060\ufeff]*"
    pieces = gap.join(map(re.escape, unicodedata.normalize("NFC", text).split()))
    start = rf"(?:(?<![^\W_])|(?<=[{LONE}]))" if text[0].isalnum() else ""
    end = rf"(?:(?![^\W_])|(?=[{LONE}]))" if text[-1].isalnum() else ""
    pattern = re.compile(start + pieces + end)

    more = ("message-id",) if not field and len(words(text)) > 1 else ()

    def test(item: ScannedItem) -> bool:
        allowed = {*_places(item, field), *more}
        return any(name in allowed and pattern.search(unicodedata.normalize("NFC", t)) for name, t in item.raw)

    return test


def wild(pattern: str) -> Fits:
    compiled = re.compile(pattern.replace("*", ".*").replace("?", "."))
    return lambda one: compiled.fullmatch(one) is not None


def fuzzy(text: str, distance: int) -> Fits:
    """Whether a word differs by at most so many letters more, fewer, other or swapped with the next."""

    def fits(one: str) -> bool:
        return abs(len(one) - len(text)) <= distance and _steps(text, one) <= distance

    return fits


def _steps(a: str, b: str) -> int:
    rows = [list(range(len(b) + 1))]
    for i, left in enumerate(a, 1):
        row = [i]
        for j, right in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def stemmed(text: str) -> Fits:
    import snowballstemmer

    stem = snowballstemmer.stemmer("english").stemWord
    return lambda one: stem(one) == stem(text)


def both(*tests: Test) -> Test:
    return lambda item: all(test(item) for test in tests)


def either(*tests: Test) -> Test:
    return lambda item: any(test(item) for test in tests)


def no(test: Test) -> Test:
    return lambda item: not test(item)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").lower().split())


def like(value: Callable[[ScannedItem], str], pattern: str) -> Test:
    wanted = _plain(pattern).replace("[", "[[]")
    return lambda item: fnmatchcase(_plain(value(item)), wanted)


def dated(low: str, high: str, kind: str = "") -> Test:
    """Whether the date is in these days, both included, in UTC."""

    def test(item: ScannedItem) -> bool:
        if item.date is None or (kind and item.date_kind.removesuffix("-doubtful") != kind):
            return False
        when = datetime.fromtimestamp(item.date, UTC).strftime("%Y-%m-%dT%H:%M")
        return (not low or when >= low) and (not high or when[: len(high)] <= high)

    return test


def _any(*texts: str) -> Fits:
    wanted = {words(text)[0] for text in texts}
    return wanted.__contains__


_SINGLE = (
    "the gas energy contract meeting harvest heron kestrel unsubscribe houston zzzzz müller Straße café naïve שלום גפן "
    "سلام عقد 2003 31000 k417 linux spam enron free you attached 東"
).split()
_PHRASES = (
    "of the|natural gas|conference call|let me know|as soon as possible|original message|new york|to be or not to be|"
    "please find attached|thank you|don't|it’s|e-mail|$1.00|re-use|東京|no such phrase|harvest loop|spamassassin devel"
).split("|")
_WILD = "con* *ment h?ron m?eting pric* *tion* kest* k4?? *zzz* ener*y price? ob* q*z 3100?".split()
_FUZZY = (("meeting", 1), ("kestrel", 2), ("houston", 1), ("contract", 2), ("pwoer", 1), ("heron", 1), ("agenda", 2))
_NEAR = (
    ("energy", "price", 5),
    ("gas", "contract", 10),
    ("heron", "egret", 2),
    ("the", "of", 2),
    ("harvest", "valve", 1),
    ("please", "attached", 5),
    ("houston", "texas", 5),
    ("the", "the", 2),
    ("meeting", "week", 20),
    ("pump", "pumping", 3),
)
_FIELDS = (
    "subject:re subject:gas subject:heron subject:spam from:enron from:orrin from:levi to:houston to:vale "
    "cc:umber cc:enron bcc:gefen participants:latch participants:kean body:gas body:heron file:fees file:csv "
    "alternative:egret transport:heron hidden:the properties:the"
).split()
_EXACT = (
    "Enron|RE:|gas/power|Thank you,|$1.00|e-mail|Straße|Please|heron egret|k417|don't|Ben Vale|FW:|naïve|31000".split(
        "|"
    )
)
_TREES: tuple[tuple[str, Test], ...] = (
    ("energy price", both(word("energy"), word("price"))),
    ("gas OR power", either(word("gas"), word("power"))),
    ("price NOT gas", both(word("price"), no(word("gas")))),
    ("NOT the", no(word("the"))),
    ("NOT zzzzz", no(word("zzzzz"))),
    (
        "(gas OR power) AND (price OR cost)",
        both(either(word("gas"), word("power")), either(word("price"), word("cost"))),
    ),
    ("heron AND NOT (egret OR kestrel)", both(word("heron"), no(either(word("egret"), word("kestrel"))))),
    ("NOT (NOT heron)", word("heron")),
    ("*", lambda item: True),
    ('"natural gas" AND NOT "power plant"', both(phrase("natural gas"), no(phrase("power plant")))),
    ("enron NOT subject:enron", both(word("enron"), no(word("enron", "subject")))),
    ("heron custodian:ana*", both(word("heron"), like(lambda i: i.custodian, "ana*"))),
    ("heron NOT all-custodians:ana*", both(word("heron"), no(lambda i: any(c.startswith("ana") for c, _ in i.copies)))),
    ("con* AND harvest~1", both(holds(wild("con*")), holds(fuzzy("harvest", 1)))),
    ("(heron OR egret) w/2 (valve OR loop)", near(_any("heron", "egret"), _any("valve", "loop"), 2)),
    (
        "subject:(heron OR egret) size:<2kb",
        both(either(word("heron", "subject"), word("egret", "subject")), lambda i: i.size < 2048),
    ),
)
_CUSTODIANS = "ana.orrin|ben vale*|O’Neil, Cass|דנה לוי|Zoë|shared box|*orrin*|allen-p|spam-?|*".split("|")
_PATHS = ("*inbox*", "*.mbox", "*/sent  items/*", "sent*", "*Drafts*", "allen-p/*", "*[x]*", "*1?.eml", "*")
_TYPES = ("text/plain", "text/*", "message/*", "csv", "rfc822", "application/mbox", "pgp-signature", "html")
_STATES: tuple[tuple[str, Test], ...] = (
    ("is:attachment", lambda i: i.parent is not None),
    ("is:family", lambda i: i.parent is not None or i.children > 0),
    ("is:duplicate", lambda i: len(i.copies) > 1),
    ("is:untagged", lambda i: True),
    ("is:tagged", lambda i: False),
    ("is:partly", lambda i: i.searchable == 1),
    ("is:unsearchable", lambda i: i.searchable == 2),
    ("has:attachment", lambda i: i.children > 0),
    ("has:bcc", lambda i: bool(i.bcc)),
    ("has:date", lambda i: i.date is not None),
    ("origin:alternative", lambda i: any(o == "alternative" and t.strip() for o, t in i.texts)),
    ("lang:en", lambda i: i.lang == "en"),
    ("lang:none", lambda i: i.lang == ""),
)
_SIZES: tuple[tuple[str, Callable[[int], bool]], ...] = (
    (">100kb", lambda n: n > 100 * 1024),
    ("1kb..2kb", lambda n: 1024 <= n <= 2048),
    ("<1kb", lambda n: n < 1024),
    ("500", lambda n: n == 500),
    (">=1mb", lambda n: n >= 1 << 20),
    ("..0", lambda n: n == 0),
)
_DATES = (
    ("2001", "2001", "2001"),
    ("2001-05", "2001-05", "2001-05"),
    ("2002-08-28", "2002-08-28", "2002-08-28"),
    ("2002-08-28T14", "2002-08-28T14", "2002-08-28T14"),
    ("2001-05..2001-08", "2001-05", "2001-08"),
    ("..2000-01", "", "2000-01"),
    ("2020..", "2020", ""),
    (">=2010-06-15", "2010-06-15", ""),
    ("<2002", "", "2001"),
    (">2002-08", "2002-09", ""),
    ("1999-12-31", "1999-12-31", "1999-12-31"),
)


def _queries() -> Iterable[Query]:
    yield from (Query("word", text, word(text) if len(words(text)) == 1 else phrase(text)) for text in _SINGLE)
    yield from (Query("phrase", f'"{text}"', phrase(text)) for text in _PHRASES)
    yield from (Query("wildcard", text, holds(wild(text))) for text in _WILD)
    yield from (Query("fuzzy", f"{text}~{far}", holds(fuzzy(text, far))) for text, far in _FUZZY)
    yield from (
        Query("stem", f"stem({text})", holds(stemmed(text))) for text in ("apply", "trading", "meetings", "price")
    )
    for left, right, far in _NEAR:
        yield Query("near", f"{left} w/{far} {right}", near(_any(left), _any(right), far))
        yield Query("near", f"{left} pre/{far} {right}", near(_any(left), _any(right), far, ordered=True))
    for left, right, far in _NEAR[:5]:
        yield Query("near", f"{left} not w/{far} {right}", alone(_any(left), _any(right), far))
    for expression in ("k[0-9]{3}", "[0-9]{5}", "(gas|power)s?", "[aeiou]+", "x+", ".{25,}"):
        yield Query(
            "regex", f"/{expression}/", holds(lambda one, e=re.compile(expression): e.fullmatch(one) is not None)
        )
    yield from (Query("exact", f'="{text}"', exact(text)) for text in _EXACT)
    yield from (Query("field", text, word(text.partition(":")[2], text.partition(":")[0])) for text in _FIELDS)
    yield Query("field", "subject:pric*", holds(wild("pric*"), "subject"))
    yield Query("field", 'subject:"harvest loop"', phrase("harvest loop", "subject"))
    yield Query("field", "subject:heron w/3 subject:egret", near(_any("heron"), _any("egret"), 3, field="subject"))
    yield from (Query("boolean", text, test) for text, test in _TREES)
    for name in _CUSTODIANS:
        yield Query("custodian", f'custodian:"{name}"', like(lambda i: i.custodian, name))
        yield Query("custodian", f'all-custodians:"{name}"', _of_copies(0, name))
    for path in _PATHS:
        yield Query("path", f'path:"{path}"', like(lambda i: i.path, path))
        yield Query("path", f'all-paths:"{path}"', _of_copies(1, path))
    yield from (Query("type", f"type:{text}", _of_type(text)) for text in _TYPES)
    yield from (Query("state", text, test) for text, test in _STATES)
    yield from (Query("size", f"size:{text}", lambda i, t=test: t(i.size)) for text, test in _SIZES)
    for text, low, high in _DATES:
        yield Query("date", f"date:{text}", dated(low, high))
        yield Query("date", f"sent:{text}", dated(low, high, "sent"))


def _of_copies(at: int, pattern: str) -> Test:
    fits = cache(lambda value: fnmatchcase(_plain(value), _plain(pattern).replace("[", "[[]")))
    return lambda item: any(fits(copy[at]) for copy in item.copies)


def _of_type(text: str) -> Test:
    def test(item: ScannedItem) -> bool:
        kinds = (item.type, item.type.rpartition("/")[2])
        named = "/" not in text and "*" not in text and item.name.lower().endswith(f".{text}")
        return any(fnmatchcase(kind, text) for kind in kinds) or named

    return test


QUERIES = tuple(_queries())
