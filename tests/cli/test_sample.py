"""``triage sample``: a sample from drawing to recall."""

from __future__ import annotations

import json
import re

from tests.cli.conftest import Say


def test_a_sample_from_drawing_to_recall(texts: str, say: Say) -> None:
    say("tag", texts, "relevant", "--query", "word0 OR word1", "--reviewer", "Rae")
    say("tag", texts, "not-relevant", "--query", "is:untagged", "--reviewer", "Rae")
    drawn = say("sample", "draw", texts, "Null", "tag:not-relevant", "--size", "3", "--seed", "s", "--reviewer", "Omar")
    assert "3 of 4 items drawn, seed s" in drawn
    items = json.loads(say("sample", "list", texts, "Null", "--json"))["rows"]
    assert "3 of 3 items are still to be assessed" in say("sample", "list", texts, "Null")
    assert "relevant" not in say("sample", "list", texts, "Null"), "blind"
    assert "has not been assessed yet" in say("sample", "report", texts, "Null")
    say("sample", "judge", texts, "Null", "relevant", items[0]["id"], "--reviewer", "Omar")
    rest = [item["id"] for item in items[1:]]
    assert "3 of 3" in say("sample", "judge", texts, "Null", "not-relevant", *rest, "--reviewer", "Omar")
    said = say("sample", "report", texts, "Null", "--known", "tag:relevant")
    assert "Rate 33.33% (1 of 3); with 0.95 confidence" in said and "1 to 2 of 4 (Clopper-Pearson)" in said
    assert "Known relevant outside it: 2" in said and "recall 50.00% to 66.67%" in said
    say("sample", "judge", texts, "Null", "none", rest[1], "--reviewer", "Omar")
    assert "The first 2 in drawing order" in say("sample", "report", texts, "Null")
    assert re.search(r"Null +3 +4 +2 +blind +s +tag:not-relevant", say("sample", "list", texts))
