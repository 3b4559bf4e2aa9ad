"""Every setting, once: its key, type, default and one sentence.

The table in docs/commands.md is made from this tuple. A case may override settings in its ``settings.toml``; this
module reads that file and nothing else.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from triage.errors import CaseError


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: ``key`` as written in settings.toml, its default (whose type is the setting's), what it is."""

    key: str
    default: int
    sentence: str


SETTINGS: tuple[Setting, ...] = (
    Setting("workers", 0, "Reader processes; 0 means one for each processor."),
    Setting("batch_items", 1000, "Items stored in one transaction."),
    Setting("limit_seconds", 60, "Longest time that one item may take to read, in seconds."),
    Setting("limit_memory_mb", 1024, "Address space that one reader process may use, in MiB."),
    Setting("limit_depth", 12, "Deepest nesting of items inside items."),
    Setting("limit_children", 1_000_000, "Most items that one file may hold, at all depths together."),
    Setting("limit_item_mb", 512, "Largest item that is unpacked from a container, in MiB."),
    Setting("limit_total_mb", 8192, "Most bytes that one file may unpack to at all depths together, in MiB."),
    Setting(
        "limit_ratio",
        200,
        "Most times its size that a member over 1 MiB, or a file and all in it over 32 MiB, may give.",
    ),
    Setting("limit_text_mb", 64, "Most text kept of one item, in MiB; the rest is reported."),
    Setting("search_seconds", 30, "Longest time that one search may take, in seconds."),
    Setting("max_file_mb", 65536, "Largest source file that is opened, in MiB."),
    Setting("office_pages", 0, "1 lets an installed LibreOffice, confined, draw pages of text documents and slides."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force, one attribute for each key of SETTINGS."""

    workers: int = 0
    batch_items: int = 1000
    limit_seconds: int = 60
    limit_memory_mb: int = 1024
    limit_depth: int = 12
    limit_children: int = 1_000_000
    limit_item_mb: int = 512
    limit_total_mb: int = 8192
    limit_ratio: int = 200
    limit_text_mb: int = 64
    search_seconds: int = 30
    max_file_mb: int = 65536
    office_pages: int = 0

    @property
    def worker_count(self) -> int:
        """Reader processes to start, at least 1."""
        return self.workers or max(1, len(os.sched_getaffinity(0)))


def load(path: Path) -> Settings:
    """Read ``settings.toml``; a missing file means the defaults. Raises CaseError naming the key that is wrong."""
    if not path.exists():
        return Settings()
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CaseError("settings-unreadable", path=path, error=error) from error
    known = {f.name for f in fields(Settings)}
    for key, value in table.items():
        if key not in known:
            raise CaseError("no-such-setting", path=path, key=key, known=", ".join(sorted(known)))
        if type(value) is not int or value < 0:
            raise CaseError("setting-not-a-number", path=path, key=key, value=repr(value))
    return Settings(**table)
