"""``triage order``: the order in words, as ids and as JSON."""

from __future__ import annotations

import json

from tests.cli.conftest import Say, ids


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
    assert say("order", mails, "--only-read") == "The words of 4 items are read.\n"
    assert json.loads(say("order", mails, "--only-read", "--json"))["items"] == 4


def test_order_learns_from_tags(mails: str, say: Say) -> None:
    assert "nothing to learn from" in say("order", mails, code=2)
    say("tag", mails, "wanted", "--new-tag", "--query", "heron")
    say("tag", mails, "unwanted", "--new-tag", "--query", "lunch")
    value = json.loads(say("order", mails, "--relevant", "wanted", "--not-relevant", "unwanted", "--json"))
    assert value["ranking"]["relevant"] == 2 and value["ranking"]["not_relevant"] == 1
    assert "holds  ranking" in say("verify", mails)


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
