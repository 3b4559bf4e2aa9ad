"""Profiles of reports: named choices of what an export's report shows and how. They decide nothing about any item.

Each is data of the case, and each change of one is in the audit with who made it.
"""

from __future__ import annotations

import json

from msgspec.structs import replace

from triage.errors import DecisionError
from triage.model.leaving import BELONGING, ORDERS, PARTS, Arrangement, ReportProfile
from triage.review.decision_writer import list_name
from triage.store.db import Store, now
from triage.store.decisions import person

_KEY = "report_profiles"


def all_of(store: Store) -> list[ReportProfile]:
    """Return the profiles of a case, by name."""
    kept = json.loads(store.meta(_KEY) or "{}")
    return [_profile(name, kept[name]) for name in sorted(kept, key=str.casefold)]


def named(store: Store, name: str) -> ReportProfile:
    """Return the profile of this name; raises DecisionError where there is none."""
    profiles = all_of(store)
    found = next((profile for profile in profiles if profile.name == name), None)
    if found is None:
        raise DecisionError("no-such-profile", name=name, known=", ".join(one.name for one in profiles) or "-")
    return found


def save(store: Store, profile: ReportProfile, author: str) -> ReportProfile:
    """Keep a profile, in place of one of the same name; raises DecisionError for a name that is none."""
    name, author = list_name(profile.name, "bad-profile-name"), person(author)
    made = replace(profile, name=name, author=author, time=now())
    _put(store, name, made, author)
    return made


def remove(store: Store, name: str, author: str) -> None:
    """Remove a profile; raises DecisionError where there is none of this name."""
    named(store, name)
    _put(store, name, None, person(author))


def _put(store: Store, name: str, made: ReportProfile | None, author: str) -> None:
    with store.change(author, "report profile", name=name) as detail:
        kept = json.loads(store.meta(_KEY) or "{}")
        kept.pop(name, None)
        if made is None:
            detail["removed"] = True
        else:
            how = made.arrangement
            chosen = {"order": how.order, "without": sorted(how.without), "with": made.belonging}
            kept[name] = {**chosen, "cover": how.cover, "author": author, "time": made.time}
            detail.update(chosen)
        store.set_meta(_KEY, json.dumps(kept, ensure_ascii=False))


def _profile(name: str, kept: dict[str, object]) -> ReportProfile:
    """Return a profile as it was kept; what a later version knows more of is left out."""
    without = kept["without"]
    assert isinstance(without, list)
    order, belonging = str(kept["order"]), str(kept["with"])
    arrangement = Arrangement(
        order if order in ORDERS else ORDERS[0], frozenset(PARTS).intersection(without), str(kept["cover"])
    )
    return ReportProfile(
        name, arrangement, belonging if belonging in BELONGING else BELONGING[0], str(kept["author"]), str(kept["time"])
    )
