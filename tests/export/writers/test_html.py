"""report.html: self-contained, script-free, right in three scripts."""

from __future__ import annotations

import base64
import hashlib
import json

import lxml.html
import pytest

from tests.export.records import ARABIC, CHOSEN, HEBREW, HOSTILE, ORDER, Records, report_of, sample, written
from triage.export.contract import Report
from triage.export.writers import html
from triage.export.writers.html import write
from triage.model.items import ItemNo, Span


def page(records: Records) -> str:
    return written(write, report_of(records, CHOSEN)).decode("utf-8")


def test_it_asks_for_nothing_and_runs_nothing() -> None:
    tree = lxml.html.document_fromstring(page(sample()))
    assert not tree.xpath("//img|//link|//iframe|//object|//form|//@src|//@onclick|//@oninput|//@style")
    assert all(target.startswith("#item-") for target in tree.xpath("//@href"))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = hashlib.sha256(tree.xpath("//style")[0].text.encode()).digest()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{base64.b64encode(style).decode()}';" in policy
    held, script = tree.xpath("//script")
    assert held.get("type") == "application/json" and not script.attrib, "the one holds data, the other is ours"
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy and "innerHTML" not in script.text


def test_hostile_values_are_text() -> None:
    text = page(sample())
    assert text.count("<script") == 2 and "<script>alert" not in text
    assert "⟦U+202E⟧" in text and "\u202e" not in text and "\x07" not in text
    tree = lxml.html.document_fromstring(text)
    assert any(HOSTILE in cell.text_content() for cell in tree.xpath("//td"))


def test_every_value_has_its_own_direction() -> None:
    tree = lxml.html.document_fromstring(page(sample()))
    for wanted in (HEBREW, ARABIC):
        holders = [
            e for e in tree.iter() if e.tag not in ("script", lxml.html.etree.Comment) and wanted in (e.text or "")
        ]
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
        "1 items not at all, 2 only in part",
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


def test_what_is_searched_is_each_finding_with_its_page() -> None:
    records = sample()
    records.hits[ItemNo(1)] = [Span(0, "body", 7, 11, 0)]
    tree = lxml.html.document_fromstring(page(records))
    entries = json.loads(tree.xpath("//script[@id='entries']")[0].text)
    assert [entry[0] for entry in entries] == [1, 2, 3, 4] and {entry[1] for entry in entries} == {"report.html"}
    titles, words = {entry[2] for entry in entries}, " ".join(entry[3] for entry in entries)
    assert any(HEBREW in title for title in titles)
    assert "please keep this quiet." in words and "dana levi" not in words and "avi cohen" in words
    assert not lxml.html.document_fromstring(page(Records())).xpath("//script"), "there is nothing to search"


def test_many_findings_come_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "PER_PAGE", 3)
    records = Records()
    for at in range(8):
        records.add(b"%d" % at)
    report = report_of(records)
    pages = {}
    for name, writes in [("report.html", lambda out: write(out, report)), *html.more(report)]:
        pages[name] = lxml.html.document_fromstring(written(lambda out, _, writes=writes: writes(out), report))
    assert list(pages) == ["report.html", "report-0002.html", "report-0003.html"]
    there = {name: made.xpath("//article/@id") for name, made in pages.items()}
    assert there == {
        "report.html": ["item-1", "item-2", "item-3"],
        "report-0002.html": ["item-4", "item-5", "item-6"],
        "report-0003.html": ["item-7", "item-8"],
    }
    for made in pages.values():
        for target in made.xpath("//@href"):
            name, _, place = target.partition("#")
            assert not place or place in there[name or "report.html"]
    assert "More findings are on pages 2, 3." in pages["report.html"].text_content()
    assert len(pages["report-0002.html"].xpath("//script")) == 0
    assert not list(html.more(Report(ORDER, report.dossiers[:3])))
