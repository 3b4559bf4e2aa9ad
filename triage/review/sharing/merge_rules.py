"""What another copy's decisions may not do: what nobody could have decided in this program. Reads only.

An undo takes back its own person's step and never a seal; a seal is opened by one person after another one has asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from triage.errors import DecisionError
from triage.store import events
from triage.store.db import Store
from triage.store.events import Event


def refuse(store: Store, offered: Collection[Event]) -> None:
    """Raise DecisionError for the first offered decision that breaks a rule."""
    for event, key in (*_undoings(store, offered), *_openings(store, offered)):
        raise DecisionError(key, event=event.event, who=event.reviewer, id=event.item)


def _undoings(store: Store, offered: Collection[Event]) -> Iterator[tuple[Event, str]]:
    undoing = [event for event in offered if event.undoes]
    undone = {event.undoes for event in undoing}
    whose, seals = dict[str, set[str]](), set[str]()
    for event in (*events.of_steps(store, undone), *offered):
        if event.step in undone:
            whose.setdefault(event.step, set()).add(event.reviewer)
            if event.action == "seal":
                seals.add(event.step)
    for event in undoing:
        if event.undoes in seals:
            yield event, "merge-undoes-seal"
        elif event.reviewer not in whose.get(event.undoes, {event.reviewer}):
            yield event, "merge-undoes-others-step"


def _openings(store: Store, offered: Collection[Event]) -> Iterator[tuple[Event, str]]:
    opening = [event for event in offered if event.action == "unseal"]
    if not opening:
        return
    asked: dict[str, list[tuple[str, str]]] = {}
    for event in (*events.requests(store), *(e for e in offered if e.action == "ask-unseal")):
        asked.setdefault(event.item, []).append((event.reviewer.casefold(), event.time))
    lawful = {
        event.event
        for event in opening
        if any(who != event.reviewer.casefold() and time < event.time for who, time in asked.get(event.item, ()))
    }
    for event in opening:
        if event.event not in lawful and event.derived not in lawful:
            yield event, "merge-opens-seal-alone"
