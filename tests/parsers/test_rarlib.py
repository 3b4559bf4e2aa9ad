from __future__ import annotations

import pytest

from triage.parsers import rarlib
from triage.selftest.builders.archives import rar_of


@pytest.mark.skipif(rarlib.library() is None, reason="the system has no libarchive, or libarchive-c isn't installed")
def test_members_in_order() -> None:
    files = {"a.txt": b"the falcon memo", "b.txt": b"x" * 200_000}
    assert {name: b"".join(pieces) for name, pieces in rarlib.members(rar_of(files))} == files


def test_without_the_library_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rarlib, "library", lambda: None)
    assert list(rarlib.members(rar_of({"a.txt": b"x"}))) == []
