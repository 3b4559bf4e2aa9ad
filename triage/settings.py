"""Every setting, once: its key, type, default and one sentence.

The table in docs/commands.md is made from ``Settings``. A case may override settings in its ``settings.toml``; this
module reads that file and nothing else.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from triage.errors import CaseError


def _setting(default: int, sentence: str) -> int:
    setting: int = field(default=default, metadata={"sentence": sentence})
    return setting


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force: one attribute for each key of settings.toml, with its default and what it is."""

    workers: int = _setting(0, "Reader processes; 0 means one for each processor.")
    batch_items: int = _setting(1000, "Items stored in one transaction.")
    limit_seconds: int = _setting(60, "Longest time that one item may take to read, in seconds.")
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
    search_seconds: int = _setting(30, "Longest time that one search may take, in seconds.")
    max_file_mb: int = _setting(65536, "Largest source file that is opened, in MiB.")
    office_pages: int = _setting(
        0, "1 lets an installed LibreOffice, confined, draw pages of text documents and slides."
    )

    @property
    def worker_count(self) -> int:
        """Reader processes to start, at least 1."""
        return self.workers or max(1, len(os.sched_getaffinity(0)))

    def changed(self) -> dict[str, int]:
        """Return the settings that differ from their defaults."""
        defaults = asdict(Settings())
        return {name: value for name, value in asdict(self).items() if value != defaults[name]}


def load(path: Path) -> Settings:
    """Read ``settings.toml``; a missing file means the defaults. Raises CaseError naming the key that is wrong."""
    if not path.exists():
        return Settings()
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CaseError("settings-unreadable", path=path, error=error) from error
    known = {setting.name for setting in fields(Settings)}
    for key, value in table.items():
        if key not in known:
            raise CaseError("no-such-setting", path=path, key=key, known=", ".join(sorted(known)))
        if type(value) is not int or value < 0:
            raise CaseError("setting-not-a-number", path=path, key=key, value=repr(value))
    return Settings(**table)
