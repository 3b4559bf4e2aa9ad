"""``triage search``: what its wildcards expand to."""

from __future__ import annotations

import json

from tests.cli.conftest import Say


def test_a_search_shows_what_its_wildcards_stand_for(mails: str, say: Say) -> None:
    out = say("search", mails, "hero* OR stork~1")
    assert "hero* → heron 2" in out and "stork~1 → no word of the index" in out
    assert json.loads(say("search", mails, "hero*", "--json"))["expansions"][0]["words"] == [["heron", 2]]
