"""``triage facets``: values with their counts and queries."""

from __future__ import annotations

import json

from tests.cli.conftest import Say


def test_facets(partly_read: str, say: Say) -> None:
    text = say("facets", partly_read, "heron OR bird", "--limit", "1")
    assert "2 items" in text and "and 1 more" in text and "custodian:dana" in text
    said = json.loads(say("facets", partly_read, "--json"))
    assert said["total"] == 3 and said["facets"][0]["values"][0] == {
        "value": "omar",
        "items": 2,
        "query": "custodian:omar",
    }
