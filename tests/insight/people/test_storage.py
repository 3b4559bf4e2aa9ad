"""Tests of triage.insight.people.storage: what headers say of messages, and nothing of a seal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.insight.people import storage

INNER = b"--x\nContent-Type: message/rfc822\n\n" + mail("Inner", message_id="<in@orrin.example>") + b"\n--x--\n"
OUTER = mail("Outer").replace(
    b"Content-Type: text/plain; charset=utf-8", b'Content-Type: multipart/mixed; boundary="x"'
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files: dict[str, bytes | str] = {
        "dana/1.eml": mail("One", message_id="<1@orrin.example>", more="References: <0@orrin.example>\nCc: Rae\n"),
        "omar/2.eml": OUTER.partition(b"\n\n")[0] + b"\n\n" + INNER,
        "omar/3.eml": mail("No date", date="never"),
        "omar/4.eml": mail("X", more="X-From: Levi, Dana </O=ORRIN/OU=NA/CN=RECIPIENTS/CN=DLEVI>\n"),
        "omar/5.txt": "no message",
    }
    with case_of(tmp_path, files) as opened:
        yield opened


def test_messages_say_who_wrote_to_whom_and_when(case: Case) -> None:
    found = {one.subject: one for one in storage.messages(case._opened.store)}
    assert set(found) == {"One", "Outer", "Inner", "No date", "X"}
    one = found["One"]
    assert (one.custodian, one.sender, one.date) == ("dana", "Dana Levi <dana@orrin.example>", 1_683_015_630)
    assert (one.recipients, one.refs) == ('[["omar@orrin.example"],["Rae"],[]]', '["<0@orrin.example>"]')
    assert one.message_id == "<1@orrin.example>" and found["No date"].date is None


def test_a_sender_whom_headers_name_twice(case: Case) -> None:
    ((no, sender, recipients, lines),) = storage.exchange_headers(case._opened.store)
    assert case.search.item(no).row.subject == "X" and sender.startswith("Dana Levi")
    assert recipients == '[["omar@orrin.example"],[],[]]'
    assert lines == "X-From: Levi, Dana </O=ORRIN/OU=NA/CN=RECIPIENTS/CN=DLEVI>"


def test_names_of_files_and_subjects(case: Case) -> None:
    store = case._opened.store
    nos = case.search.run("subject:one").nos
    assert storage.subjects(store, nos) == {nos[0]: "One"}
    assert "5.txt" in set(storage.file_names(store))


def test_a_sealed_message_is_not_read_and_what_holds_it_is_known(case: Case) -> None:
    store = case._opened.store
    outer, inner = (case.search.run(f"subject:{word}").nos for word in ("outer", "inner"))
    assert storage.holding_sealed(store, outer) == set()
    case.decisions.seal(list(inner), "customer content", "Rae", "key")
    assert "Inner" not in {one.subject for one in storage.messages(store)}
    assert storage.holding_sealed(store, outer) == set(outer)
