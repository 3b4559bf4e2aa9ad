"""``triage status`` and ``triage problems`` of a case that was read in full."""

from __future__ import annotations

import json

from tests.cli.conftest import Say


def test_status_and_problems_and_json(mails: str, say: Say) -> None:
    status = json.loads(say("status", mails, "--json"))
    assert (status["files"], status["with_items"], status["denied"], status["adds_up"]) == (5, 4, 1, True)
    assert json.loads(say("problems", mails, "--json")) == []
    answer = json.loads(say("search", mails, "heron OR lunch", "--limit", "1", "--json"))
    assert answer["total"] == 3 and len(answer["rows"]) == 1
    assert "everything that the scope allows was read" in say("problems", mails)
