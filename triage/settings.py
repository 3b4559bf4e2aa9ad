"""Every setting, once: its key, type, default and one sentence.

The tables in docs are made from ``Settings`` and ``ClusterSettings``. A case may override settings in its
``settings.toml``; this module reads that file and nothing else.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from triage.errors import CaseError

FILE = "settings.toml"
"""What the file is called in a case's folder."""
CLUSTER = "cluster"
"""The table of settings.toml with what ``ClusterSettings`` are."""

_T = TypeVar("_T", int, str, tuple[str, ...])


def _setting(default: _T, sentence: str) -> _T:
    setting: _T = field(default=default, metadata={"sentence": sentence})
    return setting


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force: one attribute for each key of settings.toml, with its default and what it is."""

    workers: int = _setting(0, "Reader processes; 0 means one for each processor.")
    batch_items: int = _setting(1000, "Items stored in one transaction.")
    limit_seconds: int = _setting(
        60,
        "Longest processor time that one item may take to read, in seconds: twice as long at 32 MiB, and so "
        "on; by the clock, ten times as long.",
    )
    limit_memory_mb: int = _setting(1024, "Memory that one reader process may use, in MiB.")
    reader_items: int = _setting(
        500, "Items after which a reader process is given no other file and a fresh one takes its place; 0 means never."
    )
    reader_mb: int = _setting(64, "Bytes of files after which the same happens, in MiB; 0 means never.")
    limit_depth: int = _setting(12, "Deepest nesting of items inside items.")
    limit_children: int = _setting(1_000_000, "Most items that one file may hold, at all depths together.")
    limit_item_mb: int = _setting(512, "Largest item that is unpacked from a container, in MiB.")
    limit_total_mb: int = _setting(8192, "Most bytes that one file may unpack to at all depths together, in MiB.")
    limit_ratio: int = _setting(
        200, "Most times its size that a member over 1 MiB, or a file and all in it over 32 MiB, may give."
    )
    limit_text_mb: int = _setting(64, "Most text kept of one item, in MiB; the rest is reported.")
    search_cpu_seconds: int = _setting(
        30, "Most processor time that one search may use, in seconds; one match of an expression at most 5."
    )
    max_file_mb: int = _setting(65536, "Largest source file that is opened, in MiB.")
    office_pages: int = _setting(
        0, "1 lets an installed LibreOffice, confined, draw pages of text documents and slides."
    )

    @property
    def worker_count(self) -> int:
        return self.workers or max(1, len(os.sched_getaffinity(0)))

    def changed(self) -> dict[str, int]:
        """Return the settings that differ from their defaults."""
        defaults = asdict(Settings())
        return {name: value for name, value in asdict(self).items() if value != defaults[name]}


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """The search cluster that a case names, for the engine ``opensearch``: keys of the table ``[cluster]``."""

    hosts: tuple[str, ...] = _setting((), "The cluster's nodes, as `https://search-1.example:9200`.")
    ca: str = _setting("", "File with the certificates that vouch for the nodes, where the system's don't.")
    user: str = _setting("", "User name; without one, a secret that is there is an API key.")
    search_seconds: int = _setting(30, "Longest time that the cluster may take over one search, in seconds.")
    shards: int = _setting(0, "Parts in which the index is kept; 0 means one for each node that holds data.")


def load(path: Path) -> Settings:
    """Read ``settings.toml``; a missing file means the defaults. Raises CaseError naming the key that is wrong."""
    table = _table(path)
    table.pop(CLUSTER, None)
    known = {setting.name for setting in fields(Settings)}
    for key, value in table.items():
        if key not in known:
            raise CaseError("no-such-setting", path=path, key=key, known=", ".join(sorted({*known, CLUSTER})))
        if type(value) is not int or value < 0:
            raise CaseError("setting-not-a-number", path=path, key=key, value=repr(value))
    return Settings(**table)


def cluster(path: Path) -> ClusterSettings:
    """Read the table ``[cluster]`` of ``settings.toml``. Raises CaseError naming the key that is wrong."""
    table = _table(path).get(CLUSTER, {})
    if not isinstance(table, dict):
        raise CaseError("setting-not-a-table", path=path, key=CLUSTER)
    kinds = {setting.name: type(setting.default) for setting in fields(ClusterSettings)}
    for key, value in table.items():
        if key not in kinds:
            raise CaseError("no-such-setting", path=path, key=f"{CLUSTER}.{key}", known=", ".join(sorted(kinds)))
        if not _fits(value, kinds[key]):
            wanted = {int: "7", str: '"text"', tuple: '["text"]'}[kinds[key]]
            raise CaseError("setting-of-wrong-kind", path=path, key=f"{CLUSTER}.{key}", wanted=wanted)
    given: dict[str, Any] = {key: tuple(value) if kinds[key] is tuple else value for key, value in table.items()}
    return ClusterSettings(**given)


def _fits(value: object, kind: type) -> bool:
    if kind is tuple:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is kind and (kind is str or value >= 0)  # type: ignore[operator]


def _table(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CaseError("settings-unreadable", path=path, error=error) from error
