"""Queries and what they mean, for the tests, which run every line.

Data alone; nothing here reads a query.
"""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """A query as typed, how it is read, what it finds, a text that it finds and one that it doesn't."""

    query: str
    reading: str
    meaning: str
    found: str
    missed: str


EXAMPLES: tuple[Example, ...] = (
    Example("heron", "heron", "a word; letter case, accents and points don't count", "The HÉRON file", "herons"),
    Example('"blue heron"', '"blue heron"', "a phrase", "Blue heron, phase two", "blue: no heron"),
    Example("XK-9/Blue", '"XK 9 Blue"', "a word with signs in it is a phrase", "see xk-9 blue", "xk9 blue"),
    Example("blue heron", "blue AND heron", "both words, anywhere in the item", "heron is blue", "blue only"),
    Example("heron OR egret", "heron OR egret", "either word", "an egret", "a stork"),
    Example("heron NOT blue", "heron AND NOT blue", "the one without the other", "grey heron", "blue heron"),
    Example("(heron OR egret) blue", "(heron OR egret) AND blue", "parentheses group", "blue egret", "grey egret"),
    Example("a OR b c", "a OR (b AND c)", "AND binds tighter than OR; a note says so", "just a", "just b"),
    Example("her*", "her*", "any run of letters, also none", "heronry", "ther"),
    Example("*ron", "*ron", "also in front", "a neuron", "rondo"),
    Example("h?ron", "h?ron", "exactly one letter", "huron", "hron"),
    Example("heron~1", "heron~1", "one letter more, fewer, other, or two swapped", "hreon", "hreno"),
    Example("heron~2", "heron~2", "up to two letters", "hreno", "robin"),
    Example("stem(apply)", "stem(apply)", "the same English stem", "she applied", "appliance"),
    Example("/k[0-9]{3}/", "/k[0-9]{3}/", "words that a regular expression covers", "see K417", "k41"),
    Example("prefixes(אטלס)", "prefixes(אטלס)", "Hebrew and Arabic one-letter prefixes", "ובאטלס", "אטלסים"),
    Example('"prefixes(אטלס) כחול"', '"prefixes(אטלס) כחול"', "also inside of a phrase", "ולאטלס כחול", "אטלס לא כחול"),
    Example("東京", '"東 京"', "text without blanks between words is found by any part", "在東京都", "東北京"),
    Example("her*!(hers, herd)", "her*!(herd,hers)", "without some of the words", "heron", "the herd"),
    Example("heron w/3 nest", "heron w/3 nest", "at most 2 words between", "nest of a heron", "nest of a big heron"),
    Example("heron pre/3 nest", "heron pre/3 nest", "and in this order", "a heron nest", "nest, heron"),
    Example("heron not w/3 nest", "heron NOT w/3 nest", "a heron with no nest so near", "heron only", "heron nest"),
    Example(
        "(heron OR egret) w/3 nest*",
        "(heron OR egret) w/3 nest*",
        "groups and wildcards",
        "egret nesting",
        "stork nest",
    ),
    Example("(a w/2 b) w/4 c", "(a w/2 b) w/4 c", "distances of distances", "a c b", "a x b x x x x c"),
    Example('="XK-9/Blue"', '="XK-9/Blue"', "exactly so, signs and letter case included", "(XK-9/Blue)", "xk-9/blue"),
    Example("subject:heron", "subject:heron", "in one field", "subject:Heron budget", "Heron budget"),
    Example("subject:(a OR b)", "subject:(a OR b)", "several words in one field", "subject:b", "b"),
    Example(
        "from:@contoso.example", 'from:"contoso example"', "part of an address", "from:dana@contoso.example", "contoso"
    ),
    Example("participants:dana", "participants:dana", "from, to, cc or bcc", "cc:Dana Cohen", "Dana Cohen"),
    Example("comment:heron", "comment:heron", "by where the text comes from", "comment:heron?", "heron"),
    Example("*", "*", "every item", "anything", ""),
)
"""Examples that need nothing but text; ``found`` and ``missed`` are body text unless a field stands in front."""

ATTRIBUTE_EXAMPLES: tuple[tuple[str, str], ...] = (
    ("tag:relevant", "items that carry the tag now"),
    ('tag:"key person" OR tag:hot', "names with blanks stand in quotation marks"),
    ("custodian:dana", "found among Dana's records"),
    ("all-custodians:dana", "it or an exact copy was found among Dana's records"),
    ("type:pdf", "files of a type, known by their content"),
    ("domain:contoso.example", "sent from this domain and no other; domain:*.contoso.example its subdomains"),
    ("date:2023-05", "a year, a month or a day, in UTC"),
    ("date:2023-05..2023-08", "a range, both ends included"),
    ("date:>2023-05-02", "after that day"),
    ("date:2023-05-02T14", "in that hour, in UTC"),
    ("sent:..2022", "sent until the end of 2022"),
    ("size:>1mb", "larger than 1 MiB"),
    ("is:untagged", "still to be decided"),
    ("is:duplicate", "another item has the same content"),
    ("is:problem", "something about it couldn't be read"),
    ("problem:encrypted", "needs a password; problem:limit-* all limits, see triage problems for the codes"),
    ("lang:hebrew", "the language of the text, a guess; lang:none where none was told"),
    ("has:attachment", "something is attached"),
    ("path:*/drafts/*", "by the place of the file"),
    ("all-paths:*/drafts/*", "by the place of the file or of an exact copy"),
    ('note:"second look"', "words of a reviewer's note"),
    ("decided:2023-05-02T14", "decided in that hour"),
    ('decided:"2023-05 by Dana Levi"', "decided in that month by this reviewer"),
    ("origin:comment", "has review comments"),
    ("family:3fa9c2", "the family of an item"),
    ("hash:9f86d081", "by the beginning of a hash"),
)
"""Examples that ask the store: the query, which is its own reading, and what it finds."""
