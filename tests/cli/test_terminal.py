"""Tables: as wide as the terminal at most, types as people call them, and what was left out said at the end."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Say
from triage.cli import terminal

COLUMNS = {"id": 10, "from": 28, "subject": 48, "items": 0}
ROWS = [("0123456789", "Dana Levi <dana@orrin.example>", "A long subject about the blue heron's nest", 1234)]


def test_without_a_terminal_columns_are_as_wide_as_they_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert terminal.table(COLUMNS, ROWS).splitlines()[1] == (
        "0123456789  Dana Levi <dana@orrin.examp…  A long subject about the blue heron's nest  1,234"
    )


@pytest.mark.parametrize("columns", [40, 50, 60, 80, 100])
def test_a_table_is_no_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = terminal.table(COLUMNS, [*ROWS, ("9876543210", "雪" * 40, "雪の中の青い鷺", None)]).splitlines()
    assert max(map(terminal._width, lines)) <= columns
    assert all(line[:10] in ("id        ", "0123456789", "9876543210") for line in lines)
    assert "1,234" in lines[1]


def test_on_the_narrowest_terminal_every_column_keeps_a_few_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "5")
    assert terminal.table(COLUMNS, ROWS).splitlines()[1] == "0123456789  Dana …  A lon…  1,234"
    assert terminal.table({"id": 10}, [("0123456789",)]) == "id\n0123456789"


def test_lists_say_what_they_leave_out(texts: str, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert say("search", texts, "common", "--limit", "2").splitlines()[-1] == "and 4 more"
    assert "more" not in say("search", texts, "common")
    assert say("hits", texts, "common", "--limit", "4").splitlines()[-1] == "and 2 more"


def test_lists_fit(partly_read: str, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "\nand 1 more\n" in say("facets", partly_read, "--limit", "1")
    for command in (("search", partly_read, "*"), ("hits", partly_read, "heron OR bird"), ("facets", partly_read)):
        assert max(map(len, say(*command).splitlines())) <= 80


def test_types_are_called_as_people_call_them(partly_read: str, say: Say) -> None:
    assert "mail 2, pdf 1" in say("status", partly_read)
    listed = say("search", partly_read, "*")
    assert " mail " in listed and " pdf " in listed and "rfc822" not in listed
    facets = say("facets", partly_read)
    assert "2      mail" in facets and "type:message/rfc822" in facets


def test_one_takes_the_singular_and_its_verb() -> None:
    assert [terminal.count(number, "item") for number in (0, 1, 1284)] == ["0 items", "1 item", "1,284 items"]
    assert terminal.count(1, "batch", "batches") == "1 batch" and terminal.count(2, "batch", "batches") == "2 batches"
