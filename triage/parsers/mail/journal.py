"""Journal reports of Exchange: whom a message really went to, as its envelope says and its header doesn't.

A report is a mail whose text lists sender and recipients line by line, those of blind copies and of expanded lists
among them; the message itself is attached (Exchange's documentation of journal reports). They become the recipients of
the report, so that a search for a person finds it. Nothing is taken away from its text.
"""

from __future__ import annotations

import re
from itertools import islice

from triage.model.items import Extract
from triage.parsers.mail.addresses import persons

MARK = "x-ms-journal-report"
"""The header field of a report, without a value; in lower case."""

_LINE = re.compile(r"^(To|Cc|Bcc|Recipient)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_BY_WAY = re.compile(r",\s*(?:Expanded|Forwarded)\s*:\s*", re.IGNORECASE)
"""What stands between a recipient and the list or mailbox by way of which it was reached."""

_MOST = 100_000


def add_envelope(extract: Extract) -> None:
    """Give a report the recipients that its text lists, where it is one; a recipient of unknown kind as a blind one."""
    reports = [pair for pair in extract.properties if pair[0].lower() == MARK]
    if not reports:
        return
    kinds = {"to": extract.to, "cc": extract.cc, "bcc": extract.bcc, "recipient": extract.bcc}
    known = {id(people): set(people) for people in kinds.values()}
    body = next((segment.text for segment in extract.segments if segment.origin == "body"), "")
    found = list(islice(_LINE.finditer(body), _MOST))
    for line in found:
        people = kinds[line[1].lower()]
        for person in (person for part in _BY_WAY.split(line[2]) for person in persons(part)):
            if person not in known[id(people)]:
                known[id(people)].add(person)
                people.append(person)
    extract.properties.remove(reports[0])
    extract.properties.append(("Journal report", f"{len(found)} recipients"))
