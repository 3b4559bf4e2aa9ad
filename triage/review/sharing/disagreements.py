"""Where two copies differ: decisions of two people who didn't know of one another's. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from triage.model.items import ItemId, ItemNo
from triage.model.tags import rivals
from triage.model.team import Disagreement, LastWord
from triage.store import current_decisions, events, palettes
from triage.store.current_decisions import CurrentDecision, Subject
from triage.store.db import Store
from triage.store.events import Event
from triage.store.reading import ids

Words = dict[Subject, LastWord]


class Local:
    """What was said here of some items and isn't known there, taken down before anything is merged."""

    def __init__(self, store: Store, known_there: Collection[str], nos: Collection[ItemNo]) -> None:
        self._store = store
        self.notes = current_decisions.notes(store, nos)
        self._ours = _words((no, e) for no, e in events.counting(store, nos) if e.event not in known_there)

    def against(self, offered: Iterable[Event]) -> Iterator[Disagreement]:
        """Yield where what was offered, merged by now, differs from it."""
        taken = {event.event for event in offered}
        nos = {no for no, _, _ in self._ours}
        theirs = _words((no, e) for no, e in events.counting(self._store, nos) if e.event in taken)
        now = current_decisions.current(self._store, nos)
        names = ids(self._store, nos)
        palette = palettes.current(self._store).tags
        for (no, kind, value), ours in sorted(self._ours.items()):
            for about, other in _facing((no, kind, value), ours, theirs, rivals(palette, value)):
                if other.reviewer == ours.reviewer:
                    continue
                group = next((tag.group for tag in palette if tag.name == value), "") if about != value else ""
                both = [value] if about == value or kind == "note" else sorted((value, about))
                stands = [_stands(now, (no, kind, each if kind == "tag" else "")) for each in both]
                yield Disagreement(
                    no,
                    ItemId(names[no]),
                    group or about or kind,
                    ours,
                    other,
                    ", ".join(each for each in stands if each),
                )


def _words(said: Iterable[tuple[ItemNo, Event]]) -> Words:
    """Return the last word about each thing; two who mark different passages don't differ."""
    found: Words = {}
    for no, event in said:
        about = current_decisions.subject(no, event.action, event.value)
        if about is not None and about[1] not in ("seal", "mark", "redact"):
            found[about] = _word(event)
    return found


def _word(decision: Event | CurrentDecision) -> LastWord:
    return LastWord(decision.reviewer, decision.action, decision.value, decision.time)


def _facing(thing: Subject, ours: LastWord, theirs: Words, others: Iterable[str]) -> Iterator[tuple[str, LastWord]]:
    """Yield what stands against a word there: the opposite, another note, another tag of the group; and about what."""
    no, kind, value = thing
    word = theirs.get(thing)
    if word is not None and (word.action, word.value) != (ours.action, ours.value):
        yield value, word
    if ours.action == "tag":
        for other in others:
            word = theirs.get((no, kind, other))
            if word is not None and word.action == "tag":
                yield other, word


def _stands(now: dict[Subject, CurrentDecision], thing: Subject) -> str:
    word = now.get(thing)
    return "" if word is None or word.action == "untag" else word.value


def standing_now(store: Store) -> Iterator[Disagreement]:
    """Yield where two reviewers differ now: the earlier word first, then the later one."""
    nos = current_decisions.disputed(store)
    said: dict[Subject, dict[str, LastWord]] = {}
    for no, event in events.counting(store, nos):
        about = current_decisions.subject(no, event.action, event.value)
        if about is not None and about[1] == "tag":
            said.setdefault(about, {}).pop(event.reviewer, None)
            said[about][event.reviewer] = _word(event)
    now, names, palette = current_decisions.current(store, nos), ids(store, nos), palettes.current(store).tags
    for (no, kind, tag), words in sorted(said.items()):
        *earlier, last = words.values()
        for other in earlier:
            if other.action != last.action:
                yield Disagreement(no, ItemId(names[no]), tag, other, last, _stands(now, (no, kind, tag)))
        for rival in rivals(palette, tag):
            one, two = now.get((no, kind, tag)), now.get((no, kind, rival))
            if tag < rival and one and two and one.action == two.action == "tag":
                first, second = sorted(map(_word, (one, two)), key=lambda word: word.time)
                group = next(each.group for each in palette if each.name == tag)
                yield Disagreement(no, ItemId(names[no]), group, first, second, ", ".join(sorted((tag, rival))))
