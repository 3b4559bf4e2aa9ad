"""What a PDF's actions say where PDFium has no call for it: ISO 32000-1, 12.6.

Scripts of buttons, pages and outlines, the addresses to which forms are sent, programs that are launched, other
documents that are gone to. A person who reads the pages sees none of it. Nothing is run, opened or followed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.parsers.kit.contract import Data
from triage.parsers.kit.texts import Texts
from triage.parsers.pdf.objects import Object, Objects
from triage.parsers.pdf.syntax import Ref, Value, dictionaries, text, value

NAMES = rb"(?:J(?:avaScript|S)|SubmitForm|ImportData|Launch|GoTo[RE])\b"
"""What stands in an action that says something (tables 198 and following); PDFium tells where links lead."""

_ACTS = re.compile(rb"/%s" % NAMES)
_TARGETS = ("/F", "/UF", "/P", "/D", "/DOS", "/Mac", "/Unix")
_SAYING = ("/SubmitForm", "/ImportData", "/Launch", "/GoToR", "/GoToE")
_MOST = 10_000


def add_actions(untrusted_data: Data, texts: Texts) -> None:
    """Add what the actions of a document say that isn't encrypted: scripts as hidden, where it leads as annotations.

    Earlier versions of an object are none of it. What was added before in the same words isn't added again.
    """
    objects = Objects(untrusted_data)
    latest = {one.number: one for one in objects.all()}
    count = 0
    for origin, said in _said(latest, objects):
        count += 1
        if count > _MOST:
            break
        if not texts.holds(origin, said):
            texts.add(origin, said)
    if objects.cut or count > _MOST:
        texts.trouble("limit-count", "It holds more actions or objects than were looked at; scripts in it may lack.")


def _said(latest: dict[int, Object], objects: Objects) -> Iterator[tuple[str, str]]:
    """Yield origins and words, in the order of the objects' numbers as they were met."""

    def followed(held: Value) -> Value:
        other = latest.get(held.number) if isinstance(held, Ref) else None
        return value(other.head) if other else held

    for one in latest.values():
        for action in dictionaries(value(one.head)) if _ACTS.search(one.head) else ():
            script = action.get("/JS")
            held = latest.get(script.number) if isinstance(script, Ref) else None
            if held is not None and held.end:
                yield "hidden", text(objects.content(held))
            elif isinstance(said := followed(script or ""), bytes):
                yield "hidden", text(said)
            if action.get("/S") in _SAYING:
                for place in (followed(action.get("/F", "")), followed(action.get("/Win", ""))):
                    yield from (("annotation", told) for told in _targets(place))


def _targets(place: Value) -> Iterator[str]:
    """Yield the names in a file specification (7.11.3) or a launch dictionary (table 204)."""
    if isinstance(place, bytes):
        yield text(place)
    elif isinstance(place, dict):
        yield from dict.fromkeys(text(said) for key in _TARGETS if isinstance(said := place.get(key), bytes))
