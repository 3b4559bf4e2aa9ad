"""Tests of ``triage record stamp``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say
from tests.stamps import Authority


def test_a_request_goes_out_and_the_answer_comes_back(texts: str, tmp_path: Path, say: Say) -> None:
    head, answer = tmp_path / "1.head", tmp_path / "answer.tsr"
    say("record", "head", texts, "-o", str(head))
    request = say("record", "stamp", str(head))
    assert "Send it to a time stamp authority" in request and "--answer FILE.tsr --authority ROOT.pem" in request
    assert "nothing is overwritten" in say("record", "stamp", str(head), code=2)
    authority = Authority.make(tmp_path / "authority")
    answer.write_bytes(authority.answer((tmp_path / "1.head.tsq").read_bytes()))
    assert "Name the authority's root certificate" in say("record", "stamp", str(head), "--answer", str(answer), code=2)
    root = str(authority.folder / "root.pem")
    assert "says the authority" in say("record", "stamp", str(head), "--answer", str(answer), "--authority", root)
    assert (tmp_path / "1.head.tsr").read_bytes() == answer.read_bytes()
