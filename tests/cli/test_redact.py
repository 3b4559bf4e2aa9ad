"""``triage redact``: words, fields and regions; taken back; listed."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Say, ids


def test_words_and_fields_are_redacted_listed_and_taken_back(mails: str, say: Say) -> None:
    first = ids(say, mails, "custodian:dana heron")[0]
    reason = ("--reason", "Personal data", "--reviewer", "Rae")
    assert "redact: 1 item changed" in say("redact", mails, first, "--words", "heron", *reason)
    assert "1 so already" in say("redact", mails, first, "--words", "heron", *reason)
    say("redact", mails, first, "--field", "subject", "--reason", "Privilege", "--reviewer", "Omar")
    out = say("redact", mails, first)
    assert "Personal data: text|" in out and "Privilege: field|subject  (Omar)" in out and "2 redactions." in out
    assert len(json.loads(say("redact", mails, first, "--json"))) == 2
    say("redact", mails, first, "--words", "heron", "--remove", *reason)
    assert "1 redaction." in say("redact", mails, first)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--words", "unheard of", "--reason", "x"), "aren't at this position"),
        (("--words", "heron"), "needs a reason"),
        (("--region", "1:0,0,50", "--reason", "x"), "needs a reason"),
        (("--region", "1:0,0,50,50", "--reason", "x"), "made of its text"),
    ],
)
def test_what_is_not_there_is_refused(mails: str, say: Say, more: tuple[str, ...], why: str) -> None:
    first = ids(say, mails, "custodian:dana heron")[0]
    assert why in say("redact", mails, first, *more, "--reviewer", "Rae", code=2)
