"""``triage names``, ``people``, ``near``, ``gaps``, ``order``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Say, ids
from tests.insight.contained_threads import mail as answer
from tests.insight.contained_threads import threads
from tests.insight.letters import letters
from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of, mail
from triage.cli import learn

# ``triage names``: candidates for code names, what is decided of them, and what is like a name.


@pytest.fixture(scope="module")
def deals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of letters about a deal."""
    files: dict[str, bytes | str] = {
        f"dana/{one.no}.eml": mail(f"note {one.no}", one.text, sender=one.sender) for one in letters(many=80)
    }
    files["dana/way.txt"] = "P l o v e r and Plovers\nto a person"
    with case_of(tmp_path_factory.mktemp("deals"), files) as case:
        return case.path


def test_names(deals: Path, say: Say) -> None:
    case = str(deals)
    text = say("names", case)
    assert "1. " in text and "Plover · 10 items · 2023-05-02 to 2023-05-02" in text and "@orrin.example" in text
    assert len(json.loads(say("names", case, "--limit", "1", "--json"))["candidates"]) == 1
    assert "Gannet, version 1: gannet" in say("names", case, "--accept", "gannet", "--reviewer", "Rae")
    assert "Rejected: plover" in say("names", case, "--reject", "plover", "--reviewer", "Rae")
    text = say("names", case, "--again")
    assert "1 name was rejected" in text and "· accepted" in text and "Plover ·" not in text
    assert "· rejected" in say("names", case, "--all")
    assert "isn't among the candidates" in say("names", case, "--accept", "pump", code=2)
    report = say("names", case, "--progress", "json").splitlines()
    assert json.loads(report[-1])["report"]["rejected"] == 1


def test_names_like(deals: Path, say: Say) -> None:
    text = say("names", str(deals), "--like", "Plover")
    assert 'also written: "p l o v e r", "plovers" (1 more item)' in text and "spaced out" in text
    assert "gannet" in text
    assert json.loads(say("names", str(deals), "--like", "Plover", "--json"))["aliases"][0]["word"] == "gannet"
    assert "in another way" in say("names", str(deals), "--like", "Whimbrel")


def test_nothing_stands_out(texts: str, say: Say) -> None:
    assert "No word stands out" in say("names", texts)


# ``triage people``: who wrote to whom, and what is decided of who may be one person.


DANA, OMAR = "dana@orrin.example", "omar@orrin.example"


@pytest.fixture(scope="module")
def mailbox_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("people"), mailboxes()) as case:
        return case.path


@pytest.fixture
def case(mailbox_case: Path, tmp_path: Path) -> str:
    return str(shutil.copytree(mailbox_case, tmp_path / "case"))


def test_people_ties_and_timeline(case: str, say: Say) -> None:
    text = say("people", case, "--read-only")
    assert "134 messages, copies counted once" in text and "and 1 more" not in text
    assert f'type:mail AND from:"{OMAR}" AND (to:"rae@orrin.example"' in text
    assert "2023-03  " in text and "####" in text and "Who may be one person: 0 accepted, 0 rejected" in text
    value = json.loads(say("people", case, "subject:week", "--limit", "1", "--weeks", "--json"))
    assert len(value["people"]) == len(value["ties"]) == 1 and value["ties_count"] == 2
    assert value["timeline"][0]["start"] == "2023-01-02" and value["query"] == "subject:week"
    assert "and 1 more" in say("people", case, "subject:week", "--limit", "1")


def test_the_ids_are_what_the_query_finds(case: str, say: Say) -> None:
    value = json.loads(say("people", case, "--person", DANA, "--json"))
    (month,) = [one for one in value["timeline"] if one["start"] == "2023-02"]
    listed = say("people", case, "--person", DANA, "--period", "2023-02", "--ids").split()
    assert sorted(listed) == sorted(ids(say, case, month["query"])) and listed
    both = json.loads(say("people", case, "--person", DANA, "--other", OMAR, "--ids", "--json"))["items"]
    assert set(listed) <= set(both)
    assert "No message is from or to" in say("people", case, "--person", "nobody", code=2)


def test_suggestions_are_accepted_rejected_and_listed(case: str, say: Say) -> None:
    text = say("people", case, "--suggestions")
    assert "Dana Levi <dana@orrin.example> = Levi, Dana <dl77@post.example>" in text
    assert "Both are named dana levi." in text
    value = json.loads(say("people", case, "--suggestions", "--json"))
    every = {(one["first"]["key"], one["second"]["key"]): one["id"] for one in value["suggestions"]}
    post, script = (every[DANA, key] for key in ("dl77@post.example", "x1@post.example"))
    assert "accepted: Dana Levi <dana@orrin.example>" in say("people", case, "--accept", post, "--reviewer", "Rae")
    assert "rejected: " in say("people", case, "--reject", script[:8], "--reviewer", "Omar")
    text = say("people", case, "--suggestions", "--all")
    assert "· accepted by Rae, " in text and "· rejected by Omar, " in text and "1 accepted, 1 rejected." in text
    assert post not in say("people", case, "--suggestions")
    assert "1 accepted, 1 rejected" in say("people", case)
    assert "accepted: " in say("people", case, "--same", OMAR, "rae@orrin.example", "--reviewer", "Rae")
    assert "2 accepted, 1 rejected." in say("people", case, "--suggestions", "--all", "--limit", "0")
    assert "No suggestion has the id" in say("people", case, "--accept", "0000", code=2)


# ``triage near``: near-duplicates, and how two items differ.


@pytest.fixture(scope="module")
def two_letters(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case of two versions of a letter, and another text."""
    points = "\n".join(f"On point {n} we have agreed with all of it" for n in range(40))
    files: dict[str, bytes | str] = {
        "dana/long.txt": f"The price is ten per ton\n{points}\nand one more line at its end",
        "dana/short.txt": f"The price is nine per ton\n{points}",
        "dana/other.txt": "a text about gannets that is like none of the others here at all",
    }
    with case_of(tmp_path_factory.mktemp("letters"), files) as case:
        return str(case.path)


def test_near(two_letters: str, say: Say) -> None:
    ids = {
        name: say("search", two_letters, f"path:dana/{name}.txt", "--ids").strip()
        for name in ("long", "short", "other")
    }
    assert "Nothing near" in say("near", two_letters, "--compare", ids["short"], code=2)
    assert "3 different texts compared: 2 texts in 1 group of near-duplicates." in say("near", two_letters)
    text = say("near", two_letters, "--compare", ids["short"])
    assert "-The price is ten per ton" in text and "+The price is nine per ton" in text and "point 20" not in text
    assert text.index(ids["long"]) < text.index(ids["short"])
    value = json.loads(say("near", two_letters, "--compare", ids["short"], ids["long"], "--json"))
    assert value["items"] == [ids["short"], ids["long"]] and "+and one more line at its end" in value["lines"]
    assert "Their texts are the same" in say("near", two_letters, "--compare", ids["other"], ids["other"])
    report = say("near", two_letters, "--progress", "json").splitlines()[-1]
    assert json.loads(report)["report"] == {"compared": 3, "near": 2, "groups": 1}


# ``triage near --contained``: mails that later ones quote in full.


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case of two conversations."""
    files: dict[str, bytes | str] = {
        f"all/{n}{at}.eml": answer(letter, f"{n}.{at}", f"{n}.1" if at > 1 else "")
        for n, thread in enumerate(threads()[:3], 1)
        for at, letter in enumerate(thread.letters, 1)
    }
    with case_of(tmp_path_factory.mktemp("answers"), files) as case:
        return str(case.path)


def test_contained(answers: str, say: Say) -> None:
    text = say("near", answers, "--contained")
    assert "7 mails compared: 3 quoted in full by a later one" in text and "Pump in the north barn" in text
    value = json.loads(say("near", answers, "--contained", "--limit", "1", "--json"))
    assert value["contained"] == 3 and len(value["mails"]) == 1
    assert "and 2 more" in say("near", answers, "--contained", "--limit", "1")
    assert value["mails"][0]["id"] in say("search", answers, "is:contained", "--ids")
    report = json.loads(say("near", answers, "--contained", "--progress", "json").splitlines()[-1])["report"]
    assert len(report["mails"]) == 3


def test_none_is_contained(texts: str, say: Say) -> None:
    assert "0 mails compared: 0 quoted in full" in say("near", texts, "--contained")


# ``triage gaps``: what may be missing, with evidence and queries.


def test_gaps_of_every_kind(mailbox_case: Path, say: Say) -> None:
    text = say("gaps", str(mailbox_case), "--read-only")
    assert "2 files that are named and not here\n  omar · budget.xls · 2023-03-16\n" in text
    assert "<nowhere@orrin.example>" in text and "      from Omar Said <omar@orrin.example>" in text
    assert "and 1 more" in say("gaps", str(mailbox_case), "--limit", "1")


def test_kinds_and_custodians_as_json(mailbox_case: Path, say: Say) -> None:
    value = json.loads(say("gaps", str(mailbox_case), "--kind", "absent", "--custodian", "omar", "--json"))
    (gap,) = value["gaps"]
    assert value["counts"] == [{"kind": "absent", "custodian": "omar", "gaps": 1}]
    assert gap["evidence"] == "Items that refer to this message: 1. The case doesn't have it."
    assert ids(say, str(mailbox_case), gap["query"]) == gap["ids"]
    assert json.loads(say("gaps", str(mailbox_case), "--kind", "absent", "--custodian", "dana", "--json"))["gaps"] == []


def test_a_program_gets_progress_and_the_report(mailbox_case: Path, say: Say) -> None:
    lines = [json.loads(line) for line in say("gaps", str(mailbox_case), "--progress", "json").splitlines()]
    assert "progress" in lines[0] and lines[-1]["report"]["mails"] > 100


# ``triage order``: the order in words, as ids and as JSON.


def test_order(mails: str, say: Say) -> None:
    text = say("order", mails, "--like", "heron OR flies", "--explain")
    assert "a suggestion" in text and "learned from 0 relevant and 0 other items, and from 2 words" in text
    assert "Nothing can be said about recall" in text and "heron" in text and ": +" in text
    order = say("order", mails, "--like", "heron", "--ids").split()
    assert sorted(order) == sorted(ids(say, mails, "*")) and order[:2] == sorted(ids(say, mails, "heron"))
    assert say("order", mails, "plan", "--like", "heron", "--ids").split()[:2] == order[:2]
    value = json.loads(say("order", mails, "--like", "heron", "--json", "--explain", "--limit", "1"))
    assert value["ranking"]["target"]["words"] == ["heron"] and len(value["rows"]) == len(value["explanations"]) == 1
    assert value["review"]["read"] == 0 and value["review"]["enough"] is False
    assert "and 3 more" in say("order", mails, "--like", "heron", "--limit", "1")


def test_order_reads_words_ahead(mails: str, say: Say) -> None:
    assert say("order", mails, "--only-read") == "The words of 4 items have been read.\n"
    assert json.loads(say("order", mails, "--only-read", "--json"))["items"] == 4


def test_order_learns_from_tags(mails: str, say: Say) -> None:
    assert "nothing to learn from" in say("order", mails, code=2)
    say("tag", mails, "wanted", "--new-tag", "--query", "heron")
    say("tag", mails, "unwanted", "--new-tag", "--query", "lunch")
    value = json.loads(say("order", mails, "--relevant", "wanted", "--not-relevant", "unwanted", "--json"))
    assert value["ranking"]["relevant"] == 2 and value["ranking"]["not_relevant"] == 1
    assert "holds  ranking" in say("verify", mails)


@pytest.mark.nightly
def test_order_mistakes(mails: str, say: Say) -> None:
    for args, words in (
        (["--like", "(x"], "isn't closed"),
        (["--saved", "nothing"], "no saved search"),
        (["--relevant", "hot", "--not-relevant", "hot"], "both relevant and not"),
        (["--like", "heron", "--recall", "2"], "between 0 and 1"),
    ):
        assert words in say("order", mails, *args, code=2)


def test_order_for_programs(mails: str, say: Say) -> None:
    last = json.loads(say("order", mails, "--like", "heron", "--progress", "json").splitlines()[-1])
    assert len(last["report"]["order"]) == 4 and last["report"]["review"]["items"] == 3


def test_a_name_on_standard_input_is_read_before_its_end_is_waited_for(
    deals: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits for the end reads all that comes, the name among it."""
    steps: list[str] = []
    wait = learn.stopping
    monkeypatch.setattr(learn, "first_line", lambda: steps.append("line") or "Plover")
    monkeypatch.setattr(learn, "stopping", lambda args: steps.append("wait") or wait(args))
    assert "gannet" in say("names", str(deals), "--like", "-") and steps == ["line", "wait"]
