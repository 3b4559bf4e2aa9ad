"""Tests of triage.insight.threads: what is joined without headers, what never is, and that it is marked everywhere."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.effort import counted
from tests.mailing_lists import ListMail, generate, hidden, pairs_f1
from tests.records import case_of, mail, write
from tests.review.people import unseal
from triage.case import Case
from triage.cli import main
from triage.insight.threads import ComparedMessage, identities, links, topic_of
from triage.model.items import ItemNo
from triage.model.reports import EVIDENCE

Files = dict[str, bytes | str]


@pytest.mark.parametrize(
    ("subject", "topic", "mark"),
    [
        ("Harvest plan", "harvest plan", ""),
        ("RE: Harvest  plan!", "harvest plan", "answer"),
        ("Re[2]: AW: [looms] Harvest plan", "harvest plan", "answer"),
        ("Fwd: Re: Harvest plan (fwd)", "harvest plan", "forward"),
        ("WG: SV: TR: RV: Antw: Harvest plan", "harvest plan", "forward"),
        ("回复： 收成", "收成", "answer"),
        ("Re: Sowing (was: Harvest plan)", "sowing", "answer"),
        ("Sowing [was Re: Harvest plan]", "sowing", "answer"),
        ("What was (in short)", "what was in short", ""),
        ("Report: harvest", "report harvest", ""),
        ("Re:", "", "answer"),
        ("Re: ???", "???", "answer"),
        ("", "", ""),
    ],
)
def test_a_topic_is_a_subject_without_what_answers_forwards_and_lists_add(subject: str, topic: str, mark: str) -> None:
    assert topic_of(subject) == (topic, mark, "harvest plan" if "was" in subject and "Harvest" in subject else "")


def test_a_person_is_told_by_address_and_by_a_name_of_several_words() -> None:
    assert identities("Levi, Dana <Dana+news@Orrin.example>") == ("dana@orrin.example", "dana levi")
    assert identities("Dana Levi") == ("dana levi",) and identities("Dana") == ()


def day(number: int, hour: int = 10) -> str:
    return f"{number:02d} May 2023 {hour:02d}:00:00 +0000"


def letter(subject: str, sender: str, to: str, date: str, body: str = "", **more: str) -> bytes:
    head = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in more.items())
    return mail(
        subject, body or "as agreed\n", sender=f"{sender}@lark.example", to=f"{to}@lark.example", date=date, more=head
    )


def placed(case: Case) -> dict[str, tuple[str, str]]:
    """Return the item above each inferred one, by the names of the files, and the evidence."""
    names = {row.no: row.name for row in case.search.rows(case.search.run("*").nos)}
    rows = case._opened.store.rows("SELECT item, parent, evidence FROM inferred")
    return {names[ItemNo(item)]: (names[ItemNo(parent)], evidence) for item, parent, evidence in rows}


def test_an_answer_without_headers_is_placed_by_quote_people_list_or_index(tmp_path: Path) -> None:
    index = "AdmAAAAAAAECAwQFBgcICQoLDA0ODw=="  # 22 bytes
    files: Files = {
        "a/1.eml": letter("Harvest plan", "ada", "ben", day(1), "The harvest begins at the far end.\n"),
        "a/2.eml": letter("RE: Harvest plan", "ben", "ada", day(2), "Fine.\n\n> The harvest begins at the far end.\n"),
        "b/3.eml": letter("Ferry to the island", "ada", "ben", day(1)),
        "b/4.eml": letter("AW: Ferry to the island", "ben", "ada", day(4)),
        "c/5.eml": letter("Looms", "cleo", "looms", day(1), List_Id="<looms.lark.example>"),
        "c/6.eml": letter("[looms] Re: looms", "dov", "looms", day(2), List_Id="Looms <looms.lark.example>"),
        "c/a.eml": letter("Wharf", "cleo", "wharf", day(1)),
        "c/b.eml": letter("Re: Wharf", "dov", "wharf", day(2)),
        "d/7.eml": letter("Keys", "ada", "ben", day(1), Thread_Index=index),
        "d/8.eml": letter("Re: Keys", "cleo", "dov", day(28), Thread_Index=index[:-4] + "Dw8PDw8P"),
    }
    with case_of(tmp_path, files) as case:
        assert placed(case) == {
            "2.eml": ("1.eml", "quoted-text"),
            "4.eml": ("3.eml", "participants"),
            "6.eml": ("5.eml", "participants"),
            "b.eml": ("a.eml", "participants"),
            "8.eml": ("7.eml", "thread-index"),
        }
        assert {evidence for _, evidence in placed(case).values()} <= set(EVIDENCE)
        assert case.search.run("is:inferred").total == 5


def test_a_new_subject_that_names_the_former_one_stays_in_the_conversation(tmp_path: Path) -> None:
    files: Files = {
        "a/1.eml": letter("Harvest plan", "ada", "ben", day(1)),
        "a/2.eml": letter("Sowing (was: Re: Harvest plan)", "ben", "ada", day(2)),
        "a/3.eml": letter("Re: Sowing", "ada", "ben", day(3)),
    }
    with case_of(tmp_path, files) as case:
        assert placed(case) == {"2.eml": ("1.eml", "participants"), "3.eml": ("2.eml", "participants")}
        write(tmp_path / "records", {"a/4.eml": letter("Re: Harvest plan", "ben", "ada", day(4))})
        case.index()
        assert placed(case) == {
            "2.eml": ("1.eml", "participants"),
            "3.eml": ("2.eml", "participants"),
            "4.eml": ("1.eml", "participants"),
        }


def test_a_subject_alone_joins_nothing(tmp_path: Path) -> None:
    report = "The figures of the month as always.\nSubject: loads\nThe figures of the month as always.\n"
    files: Files = {
        "a/1.eml": letter("hello", "ada", "ben", day(1)),
        "a/2.eml": letter("Re: hello", "cleo", "dov", day(2)),
        "a/3.eml": letter("Re: hello", "ben", "ada", day(20)),  # weeks later, and nothing is quoted
        "a/a.eml": letter("hello", "esme", "chair", day(3)),
        "a/b.eml": letter("Re: hello", "finn", "chair", day(4)),  # to the same person, who wrote to neither
        "b/4.eml": letter("", "ada", "ben", day(1)),
        "b/5.eml": letter("Re:", "ben", "ada", day(1, 11)),
        **{f"c/{n}.eml": letter("Monthly report of loads", "ada", "all", day(n), report) for n in range(10, 20)},
        "d/6.eml": letter("FYI", "ada", "ben", day(1), "Same office, same disclaimer below.\n"),
        "d/7.eml": letter("Re: FYI", "dov", "esme", day(2), "> Same office, same disclaimer below.\n"),
        "e/8.eml": letter("Budget of the ferry line", "ada", "ben", day(1)),
        "e/9.eml": letter("Fw: Budget of the ferry line", "dov", "esme", day(2)),
    }
    with case_of(tmp_path, files) as case:
        assert placed(case) == {}
        nos = case.search.run("*").nos
        assert all(len(case.search.conversation(no).nodes) < 2 for no in nos)


def test_headers_come_first_and_what_comes_later_counts(tmp_path: Path) -> None:
    """An answer is placed by inference until the message that its header names is there, whatever that is called."""
    text = "The harvest begins at the far end.\n"
    root = write(
        tmp_path / "records",
        {
            "a/1.eml": letter("Harvest plan", "ada", "ben", day(1), text),
            "a/2.eml": letter(
                "Re: Harvest plan", "ben", "ada", day(3), f"> {text}", In_Reply_To="<other@lark.example>"
            ),
        },
    )
    with case_of(tmp_path, {}) as case:
        said = case.search.conversation(case.search.run("from:ben").nos[0])
        assert [(n.depth, n.subject or n.message_id, n.inferred) for n in said.nodes] == [
            (0, "Harvest plan", ""),
            (1, "<other@lark.example>", "quoted-text"),  # its ghost keeps its place above it
            (2, "Re: Harvest plan", ""),
        ]
        write(root, {"a/3.eml": letter("Sowing", "cleo", "ben", day(2), Message_ID="<other@lark.example>")})
        case.index()
        said = case.search.conversation(case.search.run("from:ben").nos[0])
        assert [n.subject for n in said.nodes] == ["Sowing", "Re: Harvest plan"] and placed(case) == {}
        write(root, {"a/4.eml": letter("Re: Harvest plan", "ada", "ben", day(4), "Good.\n")})
        case.index()
        assert placed(case) == {"4.eml": ("2.eml", "participants")}


def test_the_order_of_runs_makes_no_difference(tmp_path: Path) -> None:
    files: Files = {f"a/{m.number}.eml": m.data(hidden=True) for m in generate(3, 12)}
    with case_of(tmp_path / "once", files) as case:
        whole = placed(case)
    chance = random.Random(1)
    names = sorted(files, key=lambda _: chance.random())
    root = write(tmp_path / "parts" / "records", {name: files[name] for name in names[:20]})
    with case_of(tmp_path / "parts", {}) as case:
        write(root, {name: files[name] for name in names[20:]})
        case.index()
        parts = placed(case)
    assert parts == whole and len(whole) > 10


def test_what_is_inferred_is_marked_and_found_but_no_decision_follows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files: Files = {
        "a/1.eml": letter("Harvest plan", "ada", "ben", day(1), "The harvest begins at the far end.\n"),
        "a/2.eml": letter("Re: Harvest plan", "ben", "ada", day(2), "> The harvest begins at the far end.\n"),
        "a/note.txt": "loose",
    }
    with case_of(tmp_path, files) as case:
        first, second, loose = (case.search.run(query).nos[0] for query in ("from:ada", "from:ben", "loose"))
        ids = {row.no: row.id for row in case.search.rows([first, second, loose])}
        assert case.search.run(f"thread:{ids[first]}").nos == case.search.run(f"thread:{ids[second]}").nos
        assert set(case.search.run(f"thread:{ids[first]}").nos) == {first, second}
        assert [note.key for note in case.search.run(f"thread:{ids[first]}").notes] == ["thread-includes-inferred"]
        assert case.search.run(f"thread:{ids[loose]}").nos == (loose,)
        assert case.search.thread(first) == [first]
        assert case.decisions.related([first]) >= {first, second}
    assert main(["show", str(tmp_path / "case"), ids[second]]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Thread")]
    assert "inferred" not in lines[0] and "[inferred: quoted text]  (this)" in lines[1]
    assert main(["show", str(tmp_path / "case"), ids[second], "--json"]) == 0
    nodes = json.loads(capsys.readouterr().out)["conversation"]["nodes"]
    assert [node["inferred"] for node in nodes] == ["", "quoted-text"]


def test_a_sealed_message_is_not_compared_until_two_people_have_opened_it(tmp_path: Path) -> None:
    text = "The harvest begins at the far end.\n"
    root = write(tmp_path / "records", {"a/1.eml": letter("Harvest plan", "ada", "ben", day(1), text)})
    with case_of(tmp_path, {}) as case:
        (no,) = case.search.run("from:ada").nos
        case.decisions.seal([no], "customer content", "Rae", "key")
        write(root, {"a/2.eml": letter("Re: Harvest plan", "ben", "ada", day(2), f"> {text}")})
        case.index()
        assert placed(case) == {}
        unseal(case, no, "not a customer's")
        case.index()
        assert placed(case) == {"2.eml": ("1.eml", "quoted-text")}
        case.decisions.seal([no], "customer content after all", "Rae", "key")
        said = case.search.conversation(case.search.run("from:ben").nos[0])
        assert (said.nodes[0].subject, said.nodes[0].sender) == ("[sealed]", "")


def test_copies_under_other_ids_are_together_once_one_of_them_is_answered(tmp_path: Path) -> None:
    root = letter("Harvest plan", "ada", "ben", day(1))
    files: Files = {
        "a/1.eml": root.replace(b"\n", b"\nMessage-ID: <1@x>\n", 1),
        "a/2.eml": root.replace(b"\n", b"\nMessage-ID: <2@x>\n", 1),
        "a/3.eml": letter("News of the week", "ada", "ben", day(1), Message_ID="<3@x>"),
        "a/4.eml": letter("News of the week", "ada", "ben", day(1), Message_ID="<4@x>"),
        "b/5.eml": letter("Re: Harvest plan", "ben", "ada", day(2)),
    }
    with case_of(tmp_path, files) as case:
        assert placed(case) == {"5.eml": ("1.eml", "participants"), "2.eml": ("1.eml", "same-message")}


def test_exact_copies_without_an_id_are_one_message_of_the_conversation(tmp_path: Path) -> None:
    root, answer = letter("Harvest plan", "ada", "ben", day(1)), letter("Re: Harvest plan", "ben", "ada", day(2))
    files: Files = {
        f"{custodian}/{name}.eml": data for custodian in "ab" for name, data in zip("12", (root, answer), strict=True)
    }
    with case_of(tmp_path, files) as case:
        said = case.search.conversation(case.search.run("custodian:b from:ben").nos[0])
        assert [(n.depth, len(n.copies), n.inferred) for n in said.nodes] == [(0, 2, ""), (1, 2, "participants")]
        first = case.search.rows(case.search.run("custodian:a from:ada").nos)[0]
        assert case.search.run(f"thread:{first.id}").total == 4


def _conversations(case: Case) -> dict[str, int]:
    rows = case.search.rows(case.search.run("*").nos)
    return {row.name: min(node.no for node in case.search.conversation(row.no).nodes if node.no) for row in rows}


def test_generated_lists_are_threaded_without_their_headers(tmp_path: Path) -> None:
    listed = generate(18, 40)
    with case_of(tmp_path, {f"a/{m.number}.eml": hidden(m.data()) for m in listed}) as case:
        found = _conversations(case)
    precision, _, f1 = pairs_f1([m.thread for m in listed], [found[f"{m.number}.eml"] for m in listed])
    assert precision > 0.97 and f1 > 0.91


def _compared(one: ListMail) -> ComparedMessage:
    person = (one.sender.lower(),)
    return ComparedMessage(one.number, int(one.date.timestamp()), "answer", person, frozenset(("ada lark",)))


def test_ten_times_as_many_messages_of_one_topic_take_ten_times_as_long() -> None:
    few = [_compared(one) for one in generate(5, 30)]
    many = [_compared(one) for one in generate(5, 300)]
    with counted() as small:
        list(links("harvest plan of the year", few))
    with counted() as large:
        list(links("harvest plan of the year", many))
    assert large.steps < 15 * len(many) / len(few) / 10 * small.steps
