"""Versions of the palette, the tags on offer. Nothing here checks a palette or takes a decision."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from triage.model.tags import DEFAULT, PaletteVersion, Tag
from triage.store.db import Store

_VERSIONS = "SELECT version, tags, author, time FROM palette ORDER BY version"


def versions(store: Store) -> list[PaletteVersion]:
    """Return every version, the built-in one first."""
    return [PaletteVersion(0, DEFAULT), *(_version(row) for row in store.db.execute(_VERSIONS))]


def current(store: Store) -> PaletteVersion:
    """Return the version in force."""
    rows = store.rows(f"{_VERSIONS} DESC LIMIT 1")
    return _version(rows[0]) if rows else PaletteVersion(0, DEFAULT)


def _version(row: tuple[Any, ...]) -> PaletteVersion:
    version, tags, author, time = row
    return PaletteVersion(version, tuple(Tag(**fields) for fields in json.loads(tags)), author, time)


def add(store: Store, made: PaletteVersion) -> None:
    """Put a version in force; called inside ``Store.change``."""
    tags = json.dumps([msgspec.to_builtins(tag) for tag in made.tags], ensure_ascii=False)
    row = (made.version, tags, made.author, made.time)
    store.db.execute("INSERT INTO palette(version, tags, author, time) VALUES(?,?,?,?)", row)


def groups(store: Store) -> list[Sequence[str]]:
    """Return the tags of each single-choice group of the palette in force."""
    by_group: dict[str, list[str]] = {}
    for tag in current(store).tags:
        if tag.group:
            by_group.setdefault(tag.group, []).append(tag.name)
    return list(by_group.values())
