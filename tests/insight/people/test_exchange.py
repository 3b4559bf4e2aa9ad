"""Tests of triage.insight.people.headers: people whom headers name twice, by their places."""

from __future__ import annotations

import json

from triage.insight.people.headers import named_twice
from triage.model.items import ItemNo

CN = "/O=ORRIN/OU=NA/CN=RECIPIENTS/CN="
TWO = json.dumps([["omar@orrin.example", "rae@orrin.example"], ["noa@orrin.example"], []])


def twice(lines: str, recipients: str = TWO) -> list[tuple[str, str]]:
    found = named_twice([(ItemNo(no), "dana@orrin.example", recipients, lines) for no in (3, 4)])
    assert all((one.times, one.item) == (2, 3) for one in found)
    return [(one.once, one.again) for one in found]


def test_sender_and_recipients_are_taken_by_their_places() -> None:
    lines = (
        f"X-From: Levi, Dana <{CN}DLEVI>\nX-To: Said, Omar <{CN}OSAID>, Rae <{CN}RAE>\nx-cc: Noa <noa@orrin.example>"
    )
    assert twice(lines) == [
        ("dana@orrin.example", f"Levi, Dana <{CN}DLEVI>"),
        ("omar@orrin.example", f"Said, Omar <{CN}OSAID>"),
        ("rae@orrin.example", f"Rae <{CN}RAE>"),
    ]


def test_lists_of_another_length_and_what_is_no_exchange_name_tell_nothing() -> None:
    assert twice(f"X-To: Said, Omar <{CN}OSAID>") == []
    assert twice("X-From: Dana Levi <dana@post.example>\nX-To: \nSubject: x") == []
    assert twice(f"X-From: Dana <{CN}DLEVI>", "[[],[],[]]") == [("dana@orrin.example", f"Dana <{CN}DLEVI>")]
