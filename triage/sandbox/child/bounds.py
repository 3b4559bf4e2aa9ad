"""Brings what parsers say of an item inside what the wire carries; what doesn't fit is counted in a Problem.

Nothing is parsed here and nothing sent. The parent takes an answer that is out of bounds for that of a reader which
can't be trusted any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from triage.errors import PROBLEM_CODES
from triage.messages import encode, plain, render, say
from triage.model.items import ORIGINS, Extract, Segment, Trouble
from triage.model.messages import Message
from triage.parsers.kit.texts import others_share
from triage.sandbox.wire import LONGEST_SENTENCE, MEDIA_TYPE, MOST_ENTRIES, MOST_TROUBLES


def bound(extract: Extract) -> None:
    """Bring an extract inside the bounds: of lists that are too long segments are joined by origin, others are cut."""
    media = MEDIA_TYPE.match(extract.type)  # a file may state any
    extract.type = media[0] if media else "application/octet-stream"
    extract.segments[:] = [s if s.origin in ORIGINS else Segment("hidden", s.text) for s in extract.segments]
    if len(extract.segments) > MOST_ENTRIES:
        own, rest = MOST_ENTRIES - len(ORIGINS), dict[str, list[str]]()
        for segment in extract.segments[own:]:
            rest.setdefault(segment.origin, []).append(segment.text)
        extract.segments[own:] = [Segment(origin, "\n".join(texts)) for origin, texts in rest.items()]
    for entries in (extract.to, extract.cc, extract.bcc, extract.references, extract.properties):
        if len(entries) > MOST_ENTRIES:
            extract.troubles.append(Trouble("limit-count", say("entries-left-out", count=len(entries) - MOST_ENTRIES)))
            del entries[MOST_ENTRIES:]


def cut_text(extract: Extract, most: int) -> None:
    """Bring an extract's text inside the limit of so many characters; what isn't its body keeps a share of them."""
    total = sum([len(segment.text) for segment in extract.segments])
    if total <= most:
        return
    sizes = Counter[str]()
    for segment in extract.segments:
        sizes[segment.origin] += len(segment.text)
    others = total - sizes["body"]
    rooms = {"body": min(sizes.pop("body", 0), max(most - others, most - others_share(most)))}
    for origin, size in sorted(sizes.items(), key=lambda pair: pair[1]):  # the shortest are kept whole
        rooms[origin] = min(size, most - sum(rooms.values()))
    kept = []
    for segment in extract.segments:
        kept.append(Segment(segment.origin, segment.text[: rooms[segment.origin]]))
        rooms[segment.origin] -= len(kept[-1].text)
    extract.segments = [s for s in kept if s.text]
    count = sum(len(s.text) for s in kept if s.origin == "body")
    place = say("place-character", count=count)
    extract.troubles.append(Trouble("limit-size", say("read-up-to", reason=say("text-over-limit-mb"), place=place)))


def encoded(troubles: Iterable[Trouble]) -> list[tuple[str, str]]:
    """Return troubles as pairs of a code and a sentence; of too many those left out are counted by their codes."""
    listed = [t if t.code in PROBLEM_CODES else _unknown(t) for t in troubles]
    if len(listed) > MOST_TROUBLES:
        own = MOST_TROUBLES - len(PROBLEM_CODES)
        left_out = Counter(trouble.code for trouble in listed[own:])
        listed[own:] = [Trouble(code, say("problems-left-out", count=count)) for code, count in left_out.items()]
    return [(trouble.code, _sentence(trouble.message)) for trouble in listed]


def _unknown(trouble: Trouble) -> Trouble:
    return Trouble("internal", say("name-and-trouble", name=trouble.code, trouble=trouble.message))


def _sentence(message: Message) -> str:
    sentence = encode(message)
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    return encode(plain(render(message)[: LONGEST_SENTENCE // 8]))  # a control character takes six in JSON
