"""Tests of triage.store.conversation: trees from Message-ID and References, ghosts, copies, circles, bounds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import counted, examples
from tests.records import case_of, mail
from triage.case import Case
from triage.cli import main
from triage.model.items import ItemId, ItemNo
from triage.model.reports import Conversation
from triage.store import conversation as conversations
from triage.store.conversation import _Message, _nodes, _parents

Shape = list[tuple[int, str]]


def letter(name: str, day: int, *references: str, reply: str = "", body: str = "") -> bytes:
    more = f"References: {' '.join(f'<{r}@x>' for r in references)}\n" if references else ""
    more += f"In-Reply-To: <{reply}@x>\n" if reply else ""
    date = f"Mon, {day:02d} May 2023 10:00:00 +0000"
    return mail(name, body or f"text of {name}\n", message_id=f"<{name}@x>", more=more, date=date)


def shape(said: Conversation) -> Shape:
    return [(n.depth, n.subject or n.message_id) for n in said.nodes]


def of(case: Case, query: str) -> Conversation:
    return case.search.conversation(case.search.run(query).nos[0])


def test_answers_stand_under_what_they_answer_by_date(tmp_path: Path) -> None:
    files = {
        "a/late.eml": letter("late", 9, "top", reply="top"),
        "a/early.eml": letter("early", 2, reply="top"),
        "a/top.eml": letter("top", 1),
        "a/deep.eml": letter("deep", 5, "top", "early"),
        "a/else.eml": letter("else", 5),
    }
    with case_of(tmp_path, files) as case:
        said = of(case, "subject:deep")
        assert shape(said) == [(0, "top"), (1, "early"), (2, "deep"), (1, "late")]
        assert said.here == 2 and said.missing == 0 and said.left_out == 0
        assert shape(of(case, "subject:else")) == [(0, "else")]


def test_missing_messages_are_ghosts_in_their_place(tmp_path: Path) -> None:
    files = {
        "a/1.eml": letter("answer", 4, "gone", "lost"),
        "a/2.eml": letter("aside", 3, "gone"),
    }
    with case_of(tmp_path, files) as case:
        said = of(case, "subject:answer")
        assert shape(said) == [(0, "<gone@x>"), (1, "aside"), (1, "<lost@x>"), (2, "answer")]
        assert said.missing == 2
        ghost = said.nodes[0]
        assert (ghost.no, ghost.id, ghost.copies, ghost.date) == (None, None, (), "")


def test_what_a_message_says_of_itself_comes_before_what_others_say(tmp_path: Path) -> None:
    files = {
        "a/1.eml": letter("one", 1),
        "a/2.eml": letter("two", 2, "one"),
        "a/3.eml": letter("three", 3, "wrong", "two"),
    }
    with case_of(tmp_path, files) as case:
        assert shape(of(case, "subject:three")) == [(0, "one"), (1, "two"), (2, "three")]


def test_copies_are_one_node_and_another_text_under_the_same_id_is_its_own(tmp_path: Path) -> None:
    files = {
        "a/1.eml": letter("top", 1),
        "b/1.eml": letter("top", 1),
        "a/2.eml": letter("reply", 2, "top"),
        "b/2.eml": letter("reply", 2, "top", body="another text\n"),
    }
    with case_of(tmp_path, files) as case:
        said = of(case, "subject:top custodian:b")
        assert shape(said) == [(0, "top"), (1, "reply"), (1, "reply")]
        assert (
            len(said.nodes[0].copies) == 2
            and said.nodes[0].copies[0] == case.search.run("subject:top custodian:b").nos[0]
        )


def test_an_attachment_stands_at_its_message_and_a_loose_file_nowhere(tmp_path: Path) -> None:
    more = 'Message-ID: <top@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'
    part = "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=note.txt\n\nplover\n--b--\n"
    whole = f"From: a@x.example\nSubject: top\nDate: Mon, 01 May 2023 10:00:00 +0000\n{more}\n{part}"
    with case_of(tmp_path, {"a/1.eml": whole, "a/2.eml": letter("reply", 2, "top"), "a/loose.txt": "hoopoe"}) as case:
        said = of(case, "plover")
        assert shape(said) == [(0, "top"), (1, "reply")] and said.here == 0
        assert of(case, "hoopoe") == Conversation((), None, 0)


def test_a_sealed_message_keeps_its_place_and_nothing_else(tmp_path: Path) -> None:
    files = {"a/1.eml": letter("top", 1), "a/2.eml": letter("middle", 2, "top"), "a/3.eml": letter("end", 3, "middle")}
    with case_of(tmp_path, files) as case:
        case.decisions.seal(list(case.search.run("subject:middle").nos), "customer content", "Rae", "key")
        said = of(case, "subject:end")
        assert shape(said) == [(0, "top"), (1, "[sealed]"), (2, "end")]
        assert (said.nodes[1].message_id, said.nodes[1].sender) == ("", "")


def test_circles_end(tmp_path: Path) -> None:
    files = {
        "a/1.eml": letter("one", 1, "three"),
        "a/2.eml": letter("two", 2, "one"),
        "a/3.eml": letter("three", 3, "two"),
        "a/4.eml": letter("self", 4, "self"),
    }
    with case_of(tmp_path, files) as case:
        assert sorted(name for _, name in shape(of(case, "subject:two"))) == ["one", "three", "two"]
        assert shape(of(case, "subject:self")) == [(0, "self")]


@pytest.mark.nightly
@given(st.lists(st.lists(st.integers(0, 14), max_size=5), min_size=1, max_size=10))
@settings(max_examples=examples(400))
def test_every_message_stands_once_whatever_refers_to_what(references: list[list[int]]) -> None:
    messages = {
        str(n): _Message(ItemNo(n), ItemId(str(n)), str(n), "", "", n, "", [str(r) for r in refs], [ItemNo(n)])
        for n, refs in enumerate(references)
    }
    nodes = list(_nodes(messages, _parents(messages)[0], {}))
    assert sorted(n.message_id for n in nodes if n.no is not None) == sorted(messages)
    assert len({n.message_id for n in nodes}) == len(nodes)
    for at, node in enumerate(nodes):
        if node.no is None:
            assert at + 1 < len(nodes) and nodes[at + 1].depth > node.depth, "a ghost without an answer"
        assert not at or node.depth <= nodes[at - 1].depth + 1


def _long_thread(case: Case, many: int, references: int) -> None:
    """Make the case's two messages one conversation of ``many``, each answering the one before."""
    rows = [
        (n, json.dumps([f"<{r}@x>" for r in range(max(0, n - references), n)]), f"<{n}@x>", f"id{n}", n)
        for n in range(3, many + 1)
    ]
    with case._opened.store.change("test", "rows"):
        db = case._opened.store.db
        db.execute("UPDATE item SET thread='t'")
        db.executemany(
            "INSERT INTO item SELECT ?1, source, 'm'||?1, ?4, NULL, ?1, name, type, custodian, size, sha256, mih, ?4,"
            " subject, sender, recipients, ?5, date_kind, date_raw, ?3, ?2, 't', properties, 0, 0, '', ''"
            " FROM item WHERE n=1",
            rows,
        )


def _told(folder: Path, deep: int, references: int) -> int:
    """Hold the tree of a thread to what it must be; return the lines of Python that it took."""
    with case_of(folder, {"a/1.eml": letter("one", 1), "a/2.eml": letter("two", 2)}) as case:
        _long_thread(case, deep, references)
        middle = ItemNo(deep * 3 // 4)
        with counted() as effort:
            said = case.search.conversation(middle)
    assert len({n.no for n in said.nodes if n.no}) == deep
    assert said.here is not None and said.nodes[said.here].no == middle
    assert max(n.depth for n in said.nodes) >= deep - 10
    return effort.steps


@pytest.mark.parametrize("messages", [300, pytest.param(2_000, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("references", [1, 60])
def test_ten_times_as_many_messages_take_ten_times_as_long(tmp_path: Path, references: int, messages: int) -> None:
    shallow = _told(tmp_path / "shallow", messages, references)
    deep = _told(tmp_path / "deep", 10 * messages, references)
    assert deep < 12 * shallow  # a hundred times, were it for each pair


def test_more_messages_than_are_read_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversations, "MOST_MESSAGES", 50)
    with case_of(tmp_path, {"a/1.eml": letter("one", 1), "a/2.eml": letter("two", 2)}) as case:
        _long_thread(case, 80, 1)
        said = case.search.conversation(ItemNo(77))
        assert said.left_out == 30
        assert said.here is not None and said.nodes[said.here].no == 77


def test_show_prints_the_tree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"a/1.eml": letter("answer", 4, "gone"), "a/2.eml": letter("aside", 3, "gone")}
    with case_of(tmp_path, files) as case:
        ident = case.search.rows(case.search.run("subject:answer").nos)[0].id
    assert main(["show", str(tmp_path / "case"), ident]) == 0
    thread = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Thread")]
    assert "not in the case: <gone@x>" in thread[0]
    assert "    2023-05-03  " not in thread[0] and "aside" in thread[1]
    assert thread[2].endswith("answer  (this)")
    assert main(["show", str(tmp_path / "case"), ident, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["conversation"]["here"] == 2
