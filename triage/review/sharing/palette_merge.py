"""Two copies' tags on offer: what a merge puts in force. Nothing is lost, and what differs is named.

Where one copy's palette grew out of the other's, the later one is in force. Where both were changed, tags that are only
there come to those that are here, and what is here stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields, replace

from triage.messages import joined, say
from triage.model.messages import Message
from triage.model.tags import DEFAULT, Palette, PaletteVersion, Tag
from triage.review import palette
from triage.store import palettes
from triage.store.db import Store


def merge(store: Store, offered: Sequence[PaletteVersion], reviewer: str) -> tuple[bool, list[Message]]:
    """Put in force what two palettes come to, inside a change; return whether that is another one, and what to say."""
    here = palettes.versions(store)
    there = sorted(offered, key=lambda version: version.version)
    if not there or there[-1].tags in [version.tags for version in here]:
        return False, []
    now, last = here[-1].tags, there[-1]
    if now in (DEFAULT, *(version.tags for version in there)):
        palette.put(store, last.tags, last.author, last.time)
        return True, [say("merge-tags-of-other", who=last.author, tags=_names(last.tags))]
    notes: list[Message] = []
    gone = {tag.name.casefold() for version in here for tag in version.tags} - {tag.name.casefold() for tag in now}
    tags = (*now, *_more(now, last.tags, gone, notes))
    if len(tags) > palette.MOST_TAGS:
        notes.append(say("merge-tags-too-many", tags=_names(tags[palette.MOST_TAGS :]), most=palette.MOST_TAGS))
        tags = tags[: palette.MOST_TAGS]
    if tags != now:
        palette.put(store, palette.checked(tags), reviewer)
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
    one, other = asdict(ours), asdict(theirs)
    names = [field.name for field in fields(Tag) if one[field.name] != other[field.name]]
    none = say("no-value")
    differences = [
        say("tag-field-differs", field=name, here=one[name] or none, there=other[name] or none) for name in names
    ]
    return joined("two-listed", differences)


def _names(tags: Sequence[Tag]) -> str:
    return ", ".join(f"'{tag.name}'" for tag in tags)
