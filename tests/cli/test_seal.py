"""``triage seal`` and ``triage seal open``: one person seals, two open."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Say, ids
from tests.review.people import keys_of, line_of


def test_seal_and_unseal(mails: str, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ids(say, mails, "heron")[0]
    assert "Give the reason with --reason" in say("seal", mails, first, "--reviewer", "Rae", code=2)
    assert "1 item would be sealed, and 1 as" in say("seal", mails, first, "--dry-run")
    out = say("seal", mails, first, "--reason", "names of customers", "--reviewer", "Rae")
    assert "2 items were sealed by Rae, 1 of them attachments or duplicates" in out
    assert ids(say, mails, "heron") == [] and len(ids(say, mails, "is:sealed")) == 2
    shown = say("show", mails, first)
    assert "heron" not in shown and "names of customers" in shown and "[sealed]" in shown
    assert "two people" in say("tag", mails, "--undo", "--reviewer", "Rae", code=2)
    assert "2 items are sealed" in say("seal", mails)
    assert "Give a reason" in say("seal", "open", mails, first, "--reviewer", "Rae", code=2)
    ask = ("seal", "open", mails, first, "--reason", "a slip", "--reviewer", "Rae")
    assert "triage record roster add CASE --name NAME" in say(*ask, code=2)
    say("record", "roster", "add", mails, "--name", "Rae")
    assert "Rae asked to open it" in say(*ask)
    assert "Rae asks to open it: a slip" in say("seal", mails)
    assert "another person has to grant" in say("seal", "open", mails, first, "--reviewer", "Rae", code=2)
    assert "or belongs to the same login" in say("seal", "open", mails, first, "--reviewer", "Omar", code=2)
    say("record", "roster", "add", mails, line_of("Omar"), "--name", "Omar")
    with monkeypatch.context() as omar:
        omar.setattr("triage.proof.keys.LoginKeys.of_login", lambda _=None: keys_of("Omar"))
        out = say("seal", "open", mails, first, "--reviewer", "Omar")
    assert "requested by Rae and granted by Omar, and 1 that were propagated" in out
    assert len(ids(say, mails, "heron")) == 2
    assert "isn't sealed" in say("seal", "open", mails, first, "--reason", "x", "--reviewer", "Rae", code=2)
    say("verify", mails)
