"""``triage status --review``: how much is coded, by whom, and what is left."""

from __future__ import annotations

import json
import re

from tests.cli.conftest import Say


def test_progress_names_what_is_left(texts: str, say: Say) -> None:
    say("tag", texts, "relevant", "--query", "word1 OR word2", "--reviewer", "Rae")
    say("saved", "add", texts, "ones", "word1", "--reviewer", "Rae")
    said = say("status", texts, "--review", "--term", "word2")
    assert (
        "2 of 6 items are coded (33%)" in said
        and "0 of these were read" in said
        and "2 decisions; reviewers disagree on 0 items" in said
    )
    assert re.search(r'^dana +6 +2 +33% +custodian:"dana" AND is:untagged$', said, re.MULTILINE)
    assert re.search(r"^ones +1 +1 +100%", said, re.MULTILINE) and re.search(r"^word2 +1 +1", said, re.MULTILINE)
    assert re.search(r"^Rae +2 +2 +2 ", said, re.MULTILINE)
    whole = json.loads(say("status", texts, "--review", "--json"))
    assert whole["whole"] == {
        "name": "",
        "items": 6,
        "coded": 2,
        "query": "",
        "left_query": "is:untagged",
        "note": None,
    }
    assert "and 1 more" in say("status", texts, "--review", "--term", "a", "--term", "b", "--limit", "2")
