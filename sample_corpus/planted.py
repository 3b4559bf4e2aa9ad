"""The planted queries: text in the program's language, why it is asked, and the items that it must find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sample_corpus.reader import Seen


@dataclass(frozen=True, slots=True)
class Query:
    """A query, its reason, the keys of its answers, and the same question put to ``reader``."""

    text: str
    why: str
    keys: tuple[str, ...]
    check: Callable[[Seen], bool]


def _word(word: str, why: str, *keys: str) -> Query:
    """Return a query of one word or phrase."""
    text = f'"{word}"' if " " in word else word
    return Query(text, why, keys, lambda item: item.has(word))


_LOOP = (
    "join1",
    "join2",
    "join2~received",
    "join3",
    "report1",
    "counsel1",
    "diary",
    "pager",
    "proposal",
    "questions",
    "steering",
)
_HARVEST = (
    "lunch",
    "score1",
    "pricing",
    "score2",
    "score3",
    "crops",
    "counsel1",
    "diary",
    "partner1",
    "yield",
    "workspaces-xml",
    "deck",
    "books",
    "menu",
    "accruals",
)
_VINE_HE = ("vine1", "vine2", "vine3", "slide-he", "partner-he", "glossary")
_VINE_AR = ("vine2", "vine3", "transfer1", "memo47", "partner-ar")
_GEFEN = ("vine2", "vine3", "calm", "calm~received", "transfer2", "honest", "counsel1", "diary")

CODE_NAMES = (
    _word("xanthe loop", "the rare code name, as two words, in any case and any format", *_LOOP, "workspaces-xml"),
    Query(
        "xanthe*",
        "the rare code name, also written as one word",
        (
            *_LOOP,
            "workspaces-xml",
            "log-2024-02-06",
            "log-2024-02-07",
            "log-2024-02-08",
            "queue-json",
            "job-json",
        ),
        lambda item: item.begins("xanthe"),
    ),
    _word(
        "xantheloop",
        "the one-word spelling of machines",
        "log-2024-02-06",
        "log-2024-02-07",
        "log-2024-02-08",
        "queue-json",
        "job-json",
    ),
    Query(
        'harvest "xanthe loop"',
        "two code names in one item; a blank is AND",
        ("counsel1", "diary", "workspaces-xml"),
        lambda item: item.has("harvest") and item.has("xanthe loop"),
    ),
    _word("harvest", "the everyday word: the code name and all its innocent uses", *_HARVEST),
    _word("project harvest", "the everyday word as a name", "score1", "pricing", "deck", "score2"),
    Query(
        "harvest NOT (lunch OR crop OR statistics)",
        "the everyday word without its known innocent uses",
        ("score1", "pricing", "score2", "score3", "counsel1", "diary", "partner1", "deck", "accruals"),
        lambda item: item.has("harvest") and not any(map(item.has, ("lunch", "crop", "statistics"))),
    ),
    Query(
        "harvest AND varenholm",
        "the everyday word near the customer's name or address",
        ("score1", "pricing", "score3", "books", "workspaces-xml"),
        lambda item: item.has("harvest") and item.has("varenholm"),
    ),
    Query(
        "harvest*",
        "harvester and harvesting too",
        (*_HARVEST, "harvester", "runbook"),
        lambda item: item.begins("harvest"),
    ),
    _word("גפן", "the third code name in Hebrew, plain and with points, without prefixes", *_VINE_HE),
    _word("גֶּפֶן", "the same, typed with points", *_VINE_HE),
    Query(
        "הגפן OR בגפן OR לגפן",
        "the Hebrew name behind a prefix letter",
        ("vine1", "summary-he", "wine", "thanks-he", "follow-he"),
        lambda item: any(map(item.has, ("הגפן", "בגפן", "לגפן"))),
    ),
    Query("גפנ*", "a beginning that ends in the letter's middle form", _VINE_HE, lambda item: item.begins("גפן")),
    _word("جيفن", "the third code name in Arabic, with marks and tatweel or without", *_VINE_AR),
    _word("بالجيفن", "the Arabic name behind a preposition and the article", "meeting-ar"),
    _word("gefen", "the third code name in Latin letters", *_GEFEN),
    Query(
        "gefen OR גפן OR جيفن",
        "the third code name in all spellings",
        tuple(dict.fromkeys((*_GEFEN, *_VINE_HE, *_VINE_AR))),
        lambda item: item.has("gefen") or item.has("גפן") or item.has("جيفن"),
    ),
)

HIDING_PLACES = (
    _word("lanternfish", "only in speaker notes", "steering"),
    _word("muscadelle", "only on a hidden sheet", "accruals"),
    _word("vellichor", "only in a comment of a Word file", "proposal"),
    _word("sorrelbank", "only in a tracked deletion", "proposal"),
    _word("quince addendum", "only in a tracked insertion", "proposal"),
    _word("hawkmoth", "only in a footnote", "proposal"),
    _word("dunmarrow", "only in a page header", "proposal"),
    _word("fenwold", "only in a page footer", "proposal"),
    _word("bracklewick", "only in a text box", "proposal"),
    _word("tallowmere", "only in hidden text, in every copy of the paper", "pricing"),
    _word("fennelgate", "only in a part of a mail's HTML that isn't shown", "score3"),
    _word("wicketthorn", "a word whose middle is bold, in a mail without a plain part", "quiet"),
    _word("plumfield", "only in an X- header", "invoice"),
    _word("postbox", "only in a blind copy", "join2"),
    Query("bcc:postbox", "asked of the blind copies", ("join2",), lambda item: item.has("postbox", "bcc")),
    _word("ossuline", "only in an attachment of a mail", "minutes"),
    _word("gorsebeck", "only in a zip in an Outlook file", "settlement"),
    _word("umberlatch", "only in a zip in a zip in a mail", "pager-note"),
    _word("acknowledged by nobody", "only in a mail in a zip in a zip in a mail", "pager"),
    _word("marlinspike", "only in a PDF, held five times", "terms"),
    _word("thistledown nine", "only in a Markdown file, between marks", "diary"),
    _word("cobblewisp", "only in a member whose name leads out of its archive", "unsafe-member"),
    _word("צפרדעון", "only in a windows-1255 file that doesn't say so", "summary-he"),
    _word("دو״ح".replace("دو״ح", "דו״ח"), "a Hebrew abbreviation, written with another quotation mark", "summary-he"),
    _word("قنطورة", "only in a windows-1256 file that doesn't say so", "memo47"),
    _word("زعفرانه", "only in a windows-1256 page that says so, with another last letter", "meeting-ar"),
    _word("שלדג", "only in a UTF-16 file", "follow-he"),
    _word("brume doree", "only in a UTF-16 file, typed without the accent", "note-fr"),
    _word("חרצית הרים", "only in a Hebrew PDF, as a phrase in reading order", "partner-he"),
    _word("علامة خزامى", "only in an Arabic PDF, as a phrase in reading order", "partner-ar"),
    _word("מסמך לשותף", "the heading of the Hebrew PDF", "partner-he"),
    Query("47", "a number in Latin and Arabic digits", ("vine2", "memo47"), lambda item: item.has("47")),
    _word("cafe brisling", "typed without the accent, in ISO 8859-1", "cafe"),
    _word("συσκεψη", "Greek, typed without the accent", "greek"),
)

FIELDS = (
    Query(
        "from:mira AND to:elske",
        "who wrote to whom",
        ("score3",),
        lambda item: item.has("mira", "from") and item.has("elske", "to"),
    ),
    Query(
        "cc:wrenfield",
        "counsel in copy",
        ("notice", "answer"),
        lambda item: item.has("wrenfield", "cc"),
    ),
    Query(
        "from:r.wick@wrenfield.example",
        "a whole address",
        ("counsel2",),
        lambda item: item.has("r.wick@wrenfield.example", "from"),
    ),
    Query(
        "subject:harvest",
        "the code name in subjects",
        ("lunch", "score1", "score2", "score3", "yield"),
        lambda item: item.has("harvest", "subject"),
    ),
    Query(
        "subject:(harvest NOT lunch)",
        "a group behind a field",
        ("score1", "score2", "score3", "yield"),
        lambda item: item.has("harvest", "subject") and not item.has("lunch", "subject"),
    ),
    Query(
        'file:"price paper"',
        "by the name of a file, alone or attached",
        ("pricing@Sent", "pricing@09 price", "pricing@sales", "score1@09 price"),
        lambda item: item.has("price paper", "file"),
    ),
    Query(
        'date:2024-02 AND "xanthe loop"',
        "in one month",
        ("join1", "join2", "join2~received", "join3"),
        lambda item: item.has("xanthe loop") and item.node.key.startswith("join"),
    ),
    Query(
        "date:2024-05-13..2024-05-17 AND from:jonas",
        "in a range of days, the last one included",
        ("report1", "evidence-mail"),
        lambda item: item.has("jonas", "from") and item.node.key in ("report1", "evidence-mail"),
    ),
    Query(
        "date:2024-05-20 AND צפרדעון",
        "an attachment has its message's date, also in a mailbox file",
        ("summary-he",),
        lambda item: item.has("צפרדעון"),
    ),
    Query(
        "date:2024-05-14 AND umberlatch",
        "a member of an archive has the date of the message around it",
        ("pager-note",),
        lambda item: item.has("umberlatch"),
    ),
    Query(
        'type:docx AND "project harvest"',
        "in one format",
        ("pricing",),
        lambda item: item.has("project harvest") and item.node.data[:2] == b"PK",
    ),
    Query(
        'custodian:"Jonas Adewick" AND "xanthe loop"',
        "in one person's records, without other people's copies",
        tuple(f"{key}@jonas.adewick" for key in ("join1", "join2~received", "join3", "report1", "pager")),
        lambda item: item.has("xanthe loop") and "jonas.adewick" in item.path,
    ),
    Query(
        'all-custodians:"Jonas Adewick" AND "xanthe loop"',
        "held by one person, wherever the copies are",
        ("join1", "join2~received", "join3", "report1", "pager"),
        lambda item: (
            item.has("xanthe loop") and item.node.key in ("join1", "join2~received", "join3", "report1", "pager")
        ),
    ),
    Query(
        "has:attachment AND harvest",
        "mails and archives with something in them",
        ("score1", "counsel1"),
        lambda item: bool(item.node.children) and item.has("harvest"),
    ),
    Query(
        'is:duplicate AND "xanthe loop"',
        "held more than once",
        ("join1", "join3", "report1"),
        lambda item: item.has("xanthe loop") and item.node.key in ("join1", "join3", "report1"),
    ),
    Query(
        "is:attachment AND harvest",
        "inside something else",
        (
            "pricing@Sent",
            "pricing@09 price",
            "pricing@04 If",
            "partner1",
            "books@year-pack",
        ),
        lambda item: bool(item.member) and item.has("harvest"),
    ),
)

CLOSER = (
    Query(
        "hashed w/2 phone",
        "side by side, in either order",
        ("join1", "report1"),
        lambda item: item.near("hashed", "phone", 1) or item.near("phone", "hashed", 1),
    ),
    Query(
        "numbers w/3 used",
        "in either order, with a word between",
        ("reply-ingrid",),
        lambda item: item.near("numbers", "used", 2) or item.near("used", "numbers", 2),
    ),
    Query("numbers pre/3 used", "in this order nobody wrote it", (), lambda item: item.near("numbers", "used", 2)),
    Query(
        "*theloop",
        "an ending",
        ("log-2024-02-06", "log-2024-02-07", "log-2024-02-08", "queue-json", "job-json"),
        lambda item: item.has("xantheloop"),
    ),
    Query("vel?ichor", "one letter left open", ("proposal",), lambda item: item.has("vellichor")),
    Query("velichor~1", "one letter mistyped", ("proposal",), lambda item: item.has("vellichor")),
    Query(
        '="XantheLoop"',
        "exactly so, capitals included",
        ("log-2024-02-06", "log-2024-02-07", "log-2024-02-08", "queue-json", "job-json"),
        lambda item: item.has("xantheloop"),
    ),
    Query('="xantheloop"', "nobody wrote it in small letters", (), lambda item: False),
    Query(
        "prefixes(גפן)",
        "the Hebrew name with and without a prefix letter",
        (*_VINE_HE, "summary-he", "wine", "thanks-he", "follow-he"),
        lambda item: any(map(item.has, ("גפן", "הגפן", "בגפן", "לגפן"))),
    ),
    Query("comment:xanthe", "in comments alone", ("proposal",), lambda item: item.has("xanthe", "comment")),
    Query(
        "comment:sorrelbank", "the tracked deletion is no comment", (), lambda item: item.has("sorrelbank", "comment")
    ),
    Query("tracked:sorrelbank", "among tracked changes", ("proposal",), lambda item: item.has("sorrelbank")),
    Query("hidden:tallowmere", "among hidden text", ("pricing",), lambda item: item.has("tallowmere")),
    Query("speaker:lanternfish", "among speaker notes", ("steering",), lambda item: item.has("lanternfish")),
    Query("footnote:hawkmoth", "among footnotes", ("proposal",), lambda item: item.has("hawkmoth", "note")),
    Query(
        "participants:wrenfield",
        "whoever wrote, received or was copied",
        ("counsel1", "counsel2", "notice", "answer"),
        lambda item: any(item.has("wrenfield", f) for f in ("from", "to", "cc", "bcc")),
    ),
)

NOTHING = (
    _word("quillwreathe", "the canary of the customer's records: in scope nowhere"),
    _word("ostrelune", "the canary of the works council's papers: in scope nowhere"),
    Query("quillwreath*", "the canary's beginning", (), lambda item: item.begins("quillwreath")),
    _word("xanthe pool", "two words that never stand side by side"),
    Query(
        "from:roodmaker AND bcc:ingrid",
        "what nobody did",
        (),
        lambda item: item.has("roodmaker", "from") and item.has("ingrid", "bcc"),
    ),
)

QUERIES: tuple[Query, ...] = (*CODE_NAMES, *HIDING_PLACES, *FIELDS, *CLOSER, *NOTHING)
