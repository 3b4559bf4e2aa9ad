"""What an export or a production left that isn't on record, as the program was killed or the case couldn't be written.

The case knows the folder that is filled; it becomes the target, beside which it is, before that is on record.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from triage.errors import CaseError
from triage.indexing.lock import writing
from triage.store.audit import integrity
from triage.store.db import Store, stored_text

FILLED = "export_filled"
"""The key under which the case knows the folder that is being filled."""


def filled(store: Store) -> Path | None:
    """Return the folder that is filled, or was by one that isn't on record; None for none."""
    left = json.loads(store.meta(FILLED) or '""')
    return Path(left) if left else None


def record_left(store: Store, folder: Path) -> None:
    """Put on record what is complete, and that the case in this folder couldn't record."""
    partial = filled(store)
    if partial is None or partial.exists():
        return
    target = partial.with_name(partial.name.removeprefix(".").removesuffix(".partial"))
    with suppress(CaseError, OSError, ValueError, AttributeError):
        untrusted = json.loads((target / "manifest.json").read_bytes())
        name, before = integrity.last_begun(store)
        if untrusted.get("production", "") != name or untrusted.get("audit_head", before) != before:
            return  # another one is at its place by now
        checksum = hashlib.sha256((target / "SHA256SUMS").read_bytes()).hexdigest()
        # Whoever holds the lock is about to record it; that is how this ends when the change below asks for it again.
        with writing(folder), store.change("triage", "export-left", target=stored_text(str(target)), seal=checksum):
            store.set_meta(FILLED, "")
