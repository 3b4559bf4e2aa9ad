"""Text that no search can find is never called fully searchable."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records import case_of
from triage.model.items import Extract, Segment
from triage.sandbox.child.parsing import unread_text


def codes(text: str, subject: str = "") -> list[str]:
    return [t.code for t in unread_text(Extract("text/plain", [Segment("body", text)], subject=subject))]


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "Grüße – 秘密 😀",
        "\uf0b7 one\n\uf0b7 two\n\uf0b7 three\n\uf0a7 four\n",
        "a \ue63e b \ufffd c",
        "\x1b",
    ],
)
def test_text_that_is_read(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    ["\ufffd" * 4, "caf\ufffd d\ufffdj\ufffd \ufffdt\ufffd", "\ue001\ue002 \ue003\ue004", "\uf046\uf061\uf06c\uf063"],
)
def test_text_in_characters_without_a_meaning(text: str) -> None:
    assert codes(text) == ["unread-text"] == codes("", subject=text)


@pytest.mark.parametrize("text", ["\x1b$B-!HkL)7W2h\x1b(B", "\x1b[1mquillback\x1b[0m"])
def test_text_that_holds_escape_sequences(text: str) -> None:
    assert codes(text) == ["unread-text"]


def test_such_items_are_counted_as_partly_searchable(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"a.txt": "\ufffd" * 9, "b.txt": "plain", "c.txt": b"\x1b$)A\x0e4s\x0f unknown"}
    with case_of(tmp_path, files) as case:
        status = case.status()
        reasons = case.reports.coverage().reasons
    assert (status.fully, status.partly) == (1, 2)
    assert [(r.code, r.level, r.items) for r in reasons] == [("unread-text", "partly", 2)]
