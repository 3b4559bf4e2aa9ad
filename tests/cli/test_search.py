"""``triage search``, ``hits``, ``facets``."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.cli.conftest import Say

# ``triage search``: what its wildcards expand to.


def test_a_search_shows_what_its_wildcards_stand_for(mails: str, say: Say) -> None:
    out = say("search", mails, "hero* OR stork~1")
    assert "hero* → heron 2" in out and "stork~1 → no word of the index" in out
    assert json.loads(say("search", mails, "hero*", "--json"))["expansions"][0]["words"] == [["heron", 2]]


# ``triage hits``: hits in context, in words, as JSON and as CSV.


def test_hits(partly_read: str, tmp_path: Path, say: Say) -> None:
    path = tmp_path / "hits.csv"
    say("hits", partly_read, "heron", "--csv", str(path))
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert [(row["Before"], row["Hit"], row["After"]) for row in rows][1] == (
        "the blue ",
        "heron",
        " flies \x9b31m red",
    )
    text = say("hits", partly_read, "heron", "--width", "12", "--sort", "left")
    assert "2 hits in 1 item\n" in text and "the blue »heron« flies" in text and "\x9b" not in text
    said = json.loads(say("hits", partly_read, "heron", "--limit", "1", "--json"))
    assert said["hits"]["total"] == 2 and len(said["hits"]["lines"]) == 1
    for sort in ("item", "left"):
        everything = json.loads(say("hits", partly_read, "heron", "--limit", "0", "--sort", sort, "--json"))
        assert len(everything["hits"]["lines"]) == 2
    assert "item, date, left, right" in say("hits", partly_read, "heron", "--sort", "beauty", code=2)


# ``triage facets``: values with their counts and queries.


def test_facets(partly_read: str, say: Say) -> None:
    text = say("facets", partly_read, "heron OR bird", "--limit", "1")
    assert "2 items" in text and "and 1 more" in text and "custodian:dana" in text
    said = json.loads(say("facets", partly_read, "--json"))
    assert said["total"] == 3 and said["facets"][0]["values"][0] == {
        "value": "omar",
        "items": 2,
        "query": "custodian:omar",
    }
