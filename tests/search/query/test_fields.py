"""Tests of what a name before a colon stands for, on a real case: headers above all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.records import case_of
from triage.case import Case

_ID, _ANSWERED, _ROOT = "20240501.1234.kite@heron.example", "77.tern@heron.example", "5.tern@heron.example"
_PARTS = "--b\nContent-Type: text/x-swift\n\nwords\n--b--\n"
FILES: dict[str, bytes | str] = {
    "d/answer.eml": f"""Received: from heron.example by egret.example; Wed, 1 May 2024 10:00:00 +0200
Message-ID: <{_ID}>
In-Reply-To: <{_ANSWERED}>
References: <{_ROOT}> <{_ANSWERED}>
Content-Type: text/plain; charset="us-ascii"
X-Route: egret

A grey kite""",
    "d/asked.eml": f"Message-ID: <{_ANSWERED}>\nDate: Tue, 30 Apr 2024 10:00:00 +0200\n\nAn old kite of 2024",
    "d/parts.eml": f"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{_PARTS}",
}


@pytest.fixture(scope="module", params=["fts5", "whoosh", "memory"])
def case(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("fields"), FILES, engine=request.param) as case:
        yield case


@pytest.mark.parametrize(
    ("query", "names", "places"),
    [
        (f'headers:"{_ID}"', "answer", 1),
        (f'"{_ANSWERED}"', "answer asked", 3),
        (f"message-id:{_ANSWERED}", "answer asked", 3),
        (f'="<{_ROOT}>"', "answer", 1),
        ('message-id:"References 5"', "answer", 1),
        ('"2024* 1234"', "answer", 1),
        ("message-id:ker*", "", 0),
        ("message-id:kit*", "answer", 1),
        ("message-id:(1234 w/2 heron)", "answer", 2),
        ("heron", "", 0),
        ("hero*", "", 0),
        ("hero?", "", 0),
        ("tern w/2 example", "", 0),
        ("headers:heron", "answer asked", 6),
        ("headers:her?n", "answer asked", 6),
        ("transport:heron", "answer", 1),
        ('headers:"from heron example by egret"', "answer", 1),
        ("headers:(from pre/3 egret)", "", 0),
        ("headers:(from pre/4 egret)", "answer", 2),
        ('"from heron example by egret"', "", 0),
        ("egret", "answer", 1),
        ("headers:egret", "answer", 2),
        ('headers:"Tue, 30 Apr 2024"', "asked", 1),
        ('"30 Apr 2024"', "", 0),
        ("2024", "asked", 1),
        ("headers:x-swift", "parts", 1),
        ("swift", "", 0),
        ('headers:"charset us ascii"', "answer", 1),
        ("multipart OR ascii", "", 0),
        ("kite NOT headers:kite", "asked", 1),
    ],
)
def test_headers(case: Case, query: str, names: str, places: int) -> None:
    """Found, marked and counted: what a search without a name passes over, and what identifies a message."""
    found = case.search.run(query)
    assert sorted(case.search.item(no).row.name.removesuffix(".eml") for no in found.nos) == names.split()
    assert len(case.reports.hits(query).lines) == case.reports.hits(query).total == places
    assert [row.tally.hits for row in case.reports.terms([query]).rows if row.tally] == [places]
