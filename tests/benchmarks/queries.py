"""Two hundred queries for mail in English, written by hand over every kind of node of the language.

They are for ``search.py``, which times them, holds them to a scan of the stored text, and puts other programs beside.
"""

from __future__ import annotations

_WORDS = (
    "the to of at in for is you that this with from meeting energy price contract gas california market trading "
    "please attached agreement week call report deal kestrel unsubscribe raptor houston zzzzz שלום müller 2001 power"
    " free john"
)
_FUZZY = (
    "metting~1 contract~1 contract~2 houston~2 how~2 agreeemnt~2 trading~1 pwoer~1 califronia~2 enrno~1 gas~1 the~1"
)

KINDS: dict[str, tuple[str, ...]] = {
    "word": tuple(_WORDS.split()),
    "phrase": (
        '"of the"', '"in the"', '"to be or not to be"', '"conference call"', '"natural gas"', '"please find attached"',
        '"thank you"', '"as soon as possible"', '"let me know"', '"power plant"', '"new york"', '"san francisco"',
        '"the the"', '"vice president"', '"for your information"', '"this message"', '"original message"',
        '"risk management"', '"board of directors"', '"wall street journal"', '"no such phrase here"', '"e mail"',
    ),
    "boolean": (
        "energy price", "gas contract", "please attached", "the OR to", "gas OR power", "meeting OR call",
        "the NOT enron",
        "price NOT gas", "NOT the", "NOT zzzzz", "(gas OR power) AND (price OR cost)", "(the OR a) AND NOT (to OR of)",
        "energy kestrel", "free money", "click here", "meeting AND week AND call AND report", "NOT (NOT gas)",
        "a OR b OR c OR d OR e OR f", "(the AND of) OR (gas AND price)", "*", "enron NOT subject:enron",
        '"natural gas" AND NOT "power plant"', "money AND (free OR win OR prize) AND NOT meeting",
    ),
    "field": (
        "subject:re", "subject:meeting week", "from:enron", "to:houston gas", "subject:(gas OR power)",
        "from:@enron.com",
        "cc:enron", "bcc:enron", "participants:kean", 'subject:"conference call"', "body:gas", "file:attachment",
        "type:eml", "size:>100kb", "size:1kb..2kb", "date:2001", "date:2001-05..2001-08", "sent:2002-01",
        "is:duplicate",
        "is:problem", "is:untagged", "has:attachment", "custodian:*", "path:*inbox*", "lang:en", "lang:unknown",
        "origin:alternative", "properties:a", "is:family",
    ),
    "near": (
        "energy w/5 price", "gas w/10 contract", "the w/2 of", "of pre/1 the", "please pre/5 attached", "you w/3 your",
        "meeting w/20 week", "to w/1 be", '"natural gas" w/10 price', "(gas OR power) w/5 (price OR cost)",
        "(the w/3 of) w/3 you", "energy not w/10 price", "the not w/3 of", "call pre/3 me", "houston w/5 texas",
        "risk w/5 management w/10 group", "the w/2 the", "enron w/3 corp", "con* w/5 price", "*ment w/5 *ing",
        "kestrel w/50 raptor", "vice w/1 president", "metting~1 w/5 week", "subject:gas w/3 subject:price",
        "(a OR the OR an) w/1 (to OR of OR in)", "stem(trade) w/5 stem(sell)", "forward pre/2 message",
        "(new w/1 york) w/10 (wall w/1 street)", "price not pre/5 gas",
    ),
    "wildcard": (
        "con*", "t*", "pro* price", "*ment", "*ing", "*e*", "*q*", "?e*", "g??", "m?eting", "*tion*", "h?ust?n",
        "ener*y",
        "subject:*ment", '"*ing of the"', '"power p*"', '"natural g*s"', "*zzz*", "1*", "atlas*!(atlases)", "*a*b*c*",
        "en*!(enron,energy)",
    ),
    "fuzzy": tuple(_FUZZY.split()),
    "stem": ("stem(apply)", "stem(trading)", "stem(meetings)", "stem(contract)", "stem(be)", "subject:stem(price)"),
    "regex": (
        "/k[0-9]{3}/", "/k.*y/", "/[0-9]{5}/", "/(gas|power)s?/", "/.{15,}/", "/[aeiou]+/", "/(?=.*q).*z/", "/x+/",
    ),
    "literal": (
        '="Enron Corp."', '="RE:"', '="gas/power"', '="Thank you,"', '="NYMEX"', '="$1.00"', '="e-mail"',
        'subject:="FW:"',
    ),
    "prefixes": ("prefixes(שלום)", "prefixes(سلام)", "prefixes(gas)"),
}  # fmt: skip
"""The queries by the kind of node that makes them what they are."""

EVERY = tuple((kind, query) for kind, queries in KINDS.items() for query in queries)

OTHERS: dict[str, dict[str, str]] = {
    "gas": {"notmuch": "gas", "mu": "gas", "recoll": "gas"},
    "energy price": {"notmuch": "energy and price", "mu": "energy and price", "recoll": "energy price"},
    "gas OR power": {"notmuch": "gas or power", "mu": "gas or power", "recoll": "gas OR power"},
    "price NOT gas": {"notmuch": "price and not gas", "mu": "price and not gas", "recoll": "price -gas"},
    '"natural gas"': {"notmuch": '"natural gas"', "mu": '"natural gas"', "recoll": '"natural gas"'},
    "subject:meeting": {"notmuch": "subject:meeting", "mu": "subject:meeting", "recoll": "subject:meeting"},
    "from:enron": {"notmuch": "from:enron", "mu": "from:enron", "recoll": "author:enron"},
    "con*": {"notmuch": "con*", "mu": "con*", "recoll": "con*"},
    "energy w/5 price": {"notmuch": "energy NEAR/5 price", "recoll": '"energy price"p4'},
    "of pre/1 the": {"notmuch": "of ADJ/1 the", "recoll": '"of the"'},
    "*ment": {"recoll": "*ment"},
    "the": {"notmuch": "the", "mu": "the", "recoll": "the"},
}
"""Queries that other programs can express, and how each says it; they stem words, and tell mails from attachments."""
