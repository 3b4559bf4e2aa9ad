"""The tags on offer in a case: data that people edit; every change is a version with its author.

Nothing here takes a decision: a tag that leaves the palette stays on the items that carry it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from triage.errors import DecisionError
from triage.messages import joined, say
from triage.model.leaving import BELONGING, ORDERS, PARTS, Arrangement, ReportProfile
from triage.model.messages import Message
from triage.model.tags import COLOURS, DEFAULT, RULES, Palette, PaletteVersion, Tag
from triage.review.decision_writer import list_name, tag_name
from triage.store import decision_log
from triage.store.db import Store, now
from triage.store.decision_log import person

MOST_TAGS, _MOST_WORDS = 40, 40
_RESERVED = {
    "M": say("key-of-marking"),
    "N": say("key-of-note"),
    "Q": say("key-of-quotations"),
    ".": say("key-of-repeating"),
    "?": say("key-of-keys"),
}
"""Keys that no tag can have, and what they do."""


def save(store: Store, palette: Sequence[Tag], author: str) -> PaletteVersion:
    """Put another palette in force; the same one makes no version. Raises DecisionError for one that can't work."""
    tags, author = checked(palette), person(author)
    with store.change(author, "palette") as detail:
        before = decision_log.palette(store)
        if before.tags == tags:
            detail.update(version=before.version, unchanged=True)
            return before
        made = put(store, tags, author)
        detail.update(version=made.version, tags=[msgspec.to_builtins(tag) for tag in tags])
    return made


def put(store: Store, tags: Palette, author: str, time: str = "") -> PaletteVersion:
    """Put checked tags in force, inside a change."""
    made = PaletteVersion(decision_log.palette(store).version + 1, tags, author, time or now())
    decision_log.add_palette(store, made)
    return made


def checked(palette: Sequence[Tag]) -> Palette:
    """Return the palette in its stored form; raises DecisionError with one sentence for each thing that is wrong."""
    if not 1 <= len(palette) <= MOST_TAGS:
        raise DecisionError("palette-size", most=MOST_TAGS, count=len(palette))
    tags = tuple(_tidy(tag) for tag in palette)
    if wrong := list(dict.fromkeys(_wrong(tags))):
        raise DecisionError(joined("two-sentences", wrong))
    return tags


def _tidy(tag: Tag) -> Tag:
    name = tag_name(tag.name)
    words = " ".join(tag.words.split()) or name
    return replace(tag, name=name, key=tag.key.strip().upper(), words=words, group=" ".join(tag.group.split()))


def _wrong(tags: Palette) -> Iterator[Message]:
    names: dict[str, Tag] = {}
    keys: dict[str, Tag] = {}
    for tag in tags:
        if names.setdefault(tag.name.casefold(), tag) is not tag:
            yield say("tag-named-twice", name=tag.name)
        elif tag.key and keys.setdefault(tag.key, tag) is not tag:
            yield say("tag-key-taken", key=tag.key, first=keys[tag.key].name, second=tag.name)
        yield from _wrong_alone(tag)


def _wrong_alone(tag: Tag) -> Iterator[Message]:
    if tag.key in _RESERVED:
        yield say("tag-key-reserved", name=tag.name, key=tag.key, use=_RESERVED[tag.key])
    elif tag.key and not (len(tag.key) == 1 and tag.key.isalnum()):
        yield say("tag-bad-key", name=tag.name, key=tag.key)
    if len(tag.words) > _MOST_WORDS:
        yield say("tag-words-too-long", name=tag.name, count=len(tag.words), most=_MOST_WORDS)
    if tag.colour not in COLOURS:
        yield say("tag-bad-colour", name=tag.name, colour=tag.colour, known=", ".join(COLOURS))
    if tag.propagates not in RULES:
        yield say("tag-bad-rule", name=tag.name, rule=tag.propagates, known=", ".join(RULES))
    if tag.seals and (tag.group or tag.propagates != "none"):
        yield say("tag-seals-alone", name=tag.name)


def merge(store: Store, offered: Sequence[PaletteVersion], reviewer: str) -> tuple[bool, list[Message]]:
    """Put in force what two copies' tags come to, inside a change; return whether these are others, and what to say.

    Where one copy's palette grew out of the other's, the later one is in force. Where both were changed, tags that are
    only there come to those that are here, and what is here stays as it is. Nothing is lost; what differs is named.
    """
    here = decision_log.palette_versions(store)
    there = sorted(offered, key=lambda version: version.version)
    if not there or there[-1].tags in [version.tags for version in here]:
        return False, []
    now, last = here[-1].tags, there[-1]
    if now in (DEFAULT, *(version.tags for version in there)):
        put(store, last.tags, last.author, last.time)
        return True, [say("merge-tags-of-other", who=last.author, tags=_names(last.tags))]
    notes: list[Message] = []
    gone = {tag.name.casefold() for version in here for tag in version.tags} - {tag.name.casefold() for tag in now}
    tags = (*now, *_more(now, last.tags, gone, notes))
    if len(tags) > MOST_TAGS:
        notes.append(say("merge-tags-too-many", tags=_names(tags[MOST_TAGS:]), most=MOST_TAGS))
        tags = tags[:MOST_TAGS]
    if tags != now:
        put(store, checked(tags), reviewer)
        notes.insert(0, say("merge-tags-added", tags=_names(tags[len(now) :])))
    return tags != now, notes


def _more(now: Palette, theirs: Palette, gone: set[str], notes: list[Message]) -> Iterator[Tag]:
    """Yield the tags that are only there, and note what differs."""
    names = {tag.name.casefold(): tag for tag in now}
    keys = {tag.key: tag for tag in now if tag.key}
    for tag in theirs:
        if (ours := names.get(tag.name.casefold())) is not None:
            if ours != tag:
                notes.append(say("merge-tag-differs", name=ours.name, differences=_differing(ours, tag)))
        elif tag.name.casefold() in gone:
            notes.append(say("merge-tag-stays-off", name=tag.name))
        elif tag.key in keys:
            notes.append(say("merge-tag-without-key", name=tag.name, key=tag.key, other=keys[tag.key].name))
            yield replace(tag, key="")
        else:
            yield tag


def _differing(ours: Tag, theirs: Tag) -> Message:
    one, other = msgspec.to_builtins(ours), msgspec.to_builtins(theirs)
    names = [name for name in Tag.__struct_fields__ if one[name] != other[name]]
    none = say("no-value")
    differences = [
        say("tag-field-differs", field=name, here=one[name] or none, there=other[name] or none) for name in names
    ]
    return joined("two-listed", differences)


def _names(tags: Sequence[Tag]) -> str:
    return ", ".join(f"'{tag.name}'" for tag in tags)


# Profiles of reports: named choices of what an export's report shows and how. They decide nothing about any item.
#
# Each is data of the case, and each change of one is in the audit with who made it.

_KEY = "report_profiles"


def all_profiles(store: Store) -> list[ReportProfile]:
    kept = json.loads(store.meta(_KEY) or "{}")
    return [_profile(name, kept[name]) for name in sorted(kept, key=str.casefold)]


def profile_named(store: Store, name: str) -> ReportProfile:
    """Return the profile of this name; raises DecisionError where there is none."""
    profiles = all_profiles(store)
    found = next((profile for profile in profiles if profile.name == name), None)
    if found is None:
        raise DecisionError("no-such-profile", name=name, known=", ".join(one.name for one in profiles) or "-")
    return found


def save_profile(store: Store, profile: ReportProfile, author: str) -> ReportProfile:
    """Keep a profile, in place of one of the same name; raises DecisionError for a name that is none."""
    name, author = list_name(profile.name, "bad-profile-name"), person(author)
    made = replace(profile, name=name, author=author, time=now())
    _put(store, name, made, author)
    return made


def remove_profile(store: Store, name: str, author: str) -> None:
    """Remove a profile; raises DecisionError where there is none of this name."""
    profile_named(store, name)
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
