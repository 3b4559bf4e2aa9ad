"""report.html: self-contained, script-free, right in three scripts."""

from __future__ import annotations

import base64
import hashlib
import io

import lxml.html

from tests.export.records import ARABIC, CHOSEN, HEBREW, HOSTILE, ORDER, Records, sample
from triage.export.collect import Collector
from triage.export.contract import Report
from triage.export.writers.html import write
from triage.model.items import ItemNo, Span


def page(records: Records) -> str:
    collector = Collector(records, CHOSEN, ORDER.query)
    nos = [no for no in collector.order(records.stored) if no in CHOSEN]
    dossiers = tuple(collector.dossier(n, records.stored[no]) for n, no in enumerate(nos, 1))
    out = io.BytesIO()
    write(out, Report(ORDER, dossiers))
    return out.getvalue().decode("utf-8")


def test_it_asks_for_nothing_and_runs_nothing() -> None:
    tree = lxml.html.document_fromstring(page(sample()))
    assert not tree.xpath("//script|//img|//link|//iframe|//object|//form|//@src|//@onclick|//@style")
    assert all(target.startswith("#item-") for target in tree.xpath("//@href"))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = hashlib.sha256(tree.xpath("//style")[0].text.encode()).digest()
    assert policy.startswith("default-src 'none'; ")
    assert f"'sha256-{base64.b64encode(style).decode()}'" in policy


def test_hostile_values_are_text() -> None:
    text = page(sample())
    assert "<script>" not in text
    assert "⟦U+202E⟧" in text and "\u202e" not in text and "\x07" not in text
    tree = lxml.html.document_fromstring(text)
    assert any(HOSTILE in cell.text_content() for cell in tree.xpath("//td"))


def test_every_value_has_its_own_direction() -> None:
    tree = lxml.html.document_fromstring(page(sample()))
    for wanted in (HEBREW, ARABIC):
        holders = [e for e in tree.iter() if isinstance(e.tag, str) and wanted in (e.text or "")]
        assert holders
        assert all(e.get("dir") == "auto" for e in holders)


def test_it_says_who_decided_what_and_when_and_what_was_not_searched() -> None:
    text = lxml.html.document_fromstring(page(sample())).text_content()
    for said in (
        "Dana Levi",
        "2024-05-02T10:00:00Z",
        "relevant",
        "General Counsel, 2 May 2024",
        "needs a password",
        "belongs to customers",
        "1 items not at all, 2 in part",
        "mail:inbox/1.eml#0",
    ):
        assert said in text


def test_hits_are_marked() -> None:
    records = sample()
    records.hits[ItemNo(1)] = [Span(0, "body", 7, 11, 0)]
    tree = lxml.html.document_fromstring(page(records))
    assert tree.xpath("//mark/text()") == ["keep"]
    assert "Please keep this quiet." in tree.xpath("//mark/..")[0].text_content()


def test_links_in_the_overview_lead_to_the_items() -> None:
    tree = lxml.html.document_fromstring(page(sample()))
    assert [target[1:] for target in tree.xpath("//@href")] == tree.xpath("//article/@id")
