"""Tests of triage.store.threads: which messages are of one conversation by their headers, whatever form these have."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.store.threads import MessageKeys, message_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("<a@x>", "<a@x>"),
        ("a@x", "<a@x>"),
        ("<a@x> (added by postmaster@x)", "<a@x>"),
        ("<a@\n x>", "<a@x>"),
        ("<a@x", "<a@x>"),
        ("", ""),
        (" <> ", ""),
    ],
)
def test_a_message_id_is_compared_without_what_stands_around_it(written: str, key: str) -> None:
    assert message_key(written) == key


def test_a_message_s_key_is_among_the_case_s_however_its_id_is_written(tmp_path: Path) -> None:
    ids = [f"<{n}@list.example>" if n % 2 else f"{n}@list.example" for n in range(20)]
    files: dict[str, bytes | str] = {f"a/{at}.eml": mail("plan", "text\n", message_id=i) for at, i in enumerate(ids)}
    with case_of(tmp_path, {**files, "a/none.txt": "no message"}) as case:
        keys = MessageKeys(case._opened.store)
        assert all(f"<{n}@list.example>" in keys for n in range(20))
        assert not any(key in keys for key in ("<20@list.example>", "<0@list.example", "0@list.example", ""))


def _reply(chance: random.Random, number: int, parent: int) -> bytes:
    def written(at: int) -> str:
        return chance.choice(("<id.{}@list.example>", "id.{}@list.example")).format(at)

    refer = chance.choice(("In-Reply-To: {}\n", "References: {}\n", "References: gone@list.example, {}\n"))
    return mail("Re: plan", f"text {number}\n", message_id=written(number), more=refer.format(written(parent)))


def test_every_reply_without_brackets_is_under_its_parent(tmp_path: Path) -> None:
    chance = random.Random(18)
    parents = {number: chance.randrange(number) for number in range(1, 60)}
    files: dict[str, bytes | str] = {
        f"a/{n}.eml": _reply(chance, n, parent).replace(b"Re: plan", b"Re: plan %d" % n)
        for n, parent in parents.items()
    }
    with case_of(tmp_path, {**files, "a/0.eml": mail("plan 0", message_id="id.0@list.example")}) as case:
        said = case.search.conversation(case.search.run("subject:0").nos[0])
        above: list[str] = []
        placed = {}
        for node in said.nodes:
            del above[node.depth :]
            placed[node.subject.rpartition(" ")[2]] = above[-1] if above else ""
            above.append(node.subject.rpartition(" ")[2])
        assert all(placed[str(n)] == str(parent) for n, parent in parents.items())
        assert len(case.search.thread(case.search.run("subject:0").nos[0])) == 60
