"""Two copies' tags on offer (review room): what a merge puts in force. Nothing is lost, and what differs is named.

Where one copy's palette grew out of the other's, the later one is in force. Where both were changed, tags that are only
there come to those that are here, and what is here stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields, replace

from triage.model.tags import DEFAULT, Palette, PaletteVersion, Tag
from triage.review import palette
from triage.store.db import Store


def merge(store: Store, offered: Sequence[PaletteVersion], reviewer: str) -> tuple[bool, list[str]]:
    """Put in force what two palettes come to, inside a change; return whether that is another one, and what to say."""
    here = palette.versions(store)
    there = sorted(offered, key=lambda version: version.version)
    if not there or there[-1].tags in [version.tags for version in here]:
        return False, []
    now, last = here[-1].tags, there[-1]
    if now in (DEFAULT, *(version.tags for version in there)):
        palette.put(store, last.tags, last.author, last.time)
        return True, [f"The tags on offer are now those of the other copy, by {last.author}: {_names(last.tags)}."]
    notes: list[str] = []
    gone = {tag.name.casefold() for version in here for tag in version.tags} - {tag.name.casefold() for tag in now}
    tags = (*now, *_more(now, last.tags, gone, notes))
    if len(tags) > palette.MOST_TAGS:
        notes.append(f"{_names(tags[palette.MOST_TAGS :])} aren't on offer: {palette.MOST_TAGS} tags are the most.")
        tags = tags[: palette.MOST_TAGS]
    if tags != now:
        palette.put(store, palette.checked(tags), reviewer)
        notes.insert(0, f"Tags on offer only there are on offer here too: {_names(tags[len(now) :])}.")
    return tags != now, notes


def _more(now: Palette, theirs: Palette, gone: set[str], notes: list[str]) -> Iterator[Tag]:
    """Yield the tags that are only there, and note what differs."""
    names = {tag.name.casefold(): tag for tag in now}
    keys = {tag.key: tag for tag in now if tag.key}
    for tag in theirs:
        if (ours := names.get(tag.name.casefold())) is not None:
            notes += [f"The tag '{ours.name}' differs: {_differing(ours, tag)}. It stays as here."] * (ours != tag)
        elif tag.name.casefold() in gone:
            notes.append(f"The tag '{tag.name}' is on offer there; here it was taken off the list, and stays off.")
        elif tag.key in keys:
            notes.append(f"The tag '{tag.name}' has no key here: {tag.key} is that of '{keys[tag.key].name}'.")
            yield replace(tag, key="")
        else:
            yield tag


def _differing(ours: Tag, theirs: Tag) -> str:
    one, other = asdict(ours), asdict(theirs)
    names = [field.name for field in fields(Tag) if one[field.name] != other[field.name]]
    return ", ".join(f"{name} is {one[name] or 'none'} here and {other[name] or 'none'} there" for name in names)


def _names(tags: Sequence[Tag]) -> str:
    return ", ".join(f"'{tag.name}'" for tag in tags)
