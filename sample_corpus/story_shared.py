"""The shared drive: platform, finance, sales and office folders."""

from __future__ import annotations

from collections.abc import Sequence

from sample_corpus.archive import zipped
from sample_corpus.catalog import Node, named
from sample_corpus.documents import pricing, rota, terms
from sample_corpus.office import deleted, docx, inserted, para, pptx, table, textbox, xlsx
from sample_corpus.pdf import pdf
from sample_corpus.people import page, plain

Placed = tuple[str, Node]


def _log(night: str, rows: int, wait: int) -> str:
    return (
        f"{night}T02:10:01Z INFO  start job=XantheLoop workspace=varenholm-prod\n"
        f"{night}T02:10:03Z INFO  read pooled.visits\n"
        f"{night}T02:31:47Z INFO  wrote person_scores rows={rows}\n"
        f"{night}T02:50:12Z WARN  queue wait {wait} min\n"
    )


def platform() -> Sequence[Placed]:
    """Return logs, configuration and engineering papers."""
    nights = (("2024-02-06", 298114, 38), ("2024-02-07", 312002, 41), ("2024-02-08", 312090, 40))
    logs = [(f"platform/logs/varenholm-{n}.log", plain(f"log-{n}", _log(n, r, w))) for n, r, w in nights]
    config = """<?xml version="1.0" encoding="UTF-8"?>
<workspaces>
  <workspace id="varenholm-prod" plan="standard">
    <!-- owner confirmed by phone, JA -->
    <job name="Xanthe Loop" enabled="true" owner="e.roodmaker"/>
  </workspace>
  <workspace id="muscat-demo" plan="trial"><job name="crop harvest" enabled="true"/></workspace>
</workspaces>
"""
    queue = '{"t":"2024-02-08T02:50:12Z","wait":40,"longest":"XantheLoop"}\n{"t":"2024-02-09T02:50:09Z","wait":3}\n'
    runbook = """# Runbook: compute queue

1. Look at the longest job.
2. Ask its owner, then pause it.
3. Never pause a job of a paying customer without the account director.

| Job | Owner | Note |
|-----|-------|------|
| visit-count | platform | hourly |
| log-harvester | platform | harvests container logs every 5 min |
"""
    tables = "table,workspace,rows,first_seen\nvisits,pooled,88211034,2023-11-02\n"
    tables += "person_scores,varenholm,312090,2024-02-06\n"
    return [
        *logs,
        ("platform/workspaces.xml", plain("workspaces-xml", config, media="application/xml")),
        ("platform/queue-waits.json", plain("queue-json", queue, media="application/json")),
        ("platform/runbook-queue.md", plain("runbook", runbook, media="text/markdown")),
        ("platform/tables.csv", plain("tables-csv", tables, media="text/csv")),
        ("platform/rota.csv", rota("rota")),
    ]


def sales() -> Sequence[Placed]:
    """Return the papers of the account team: the Word files that hide something, slides as pages, translations."""
    proposal = docx(
        "proposal",
        "Varenholm: larger plan",
        "Mira Castellan",
        "2024-05-14T08:25:00Z",
        [
            para("Proposal to Varenholm Holding"),
            para("The larger plan covers twelve workspaces and the audit view. "),
            para(
                "Scope of services: reports on visit counts",
                deleted(" and person scores (sorrelbank tier)", "Mira Castellan"),
                inserted(" as agreed in the quince addendum", "Mira Castellan"),
                ".",
            ),
            textbox("Margin note by TV: bracklewick pricing needs a signature."),
            table([["Item", "Fee"], ["Plan", "31,000"], ["Support", "4,800"]]),
        ],
        [
            "Proposal to Varenholm Holding The larger plan covers twelve workspaces and the audit view.",
            "Scope of services: reports on visit counts and person scores (sorrelbank tier) as agreed in the"
            " quince addendum.",
            "Margin note by TV: bracklewick pricing needs a signature. Item Fee Plan 31,000 Support 4,800",
        ],
        comment=("Jonas Adewick", "This is the Xanthe Loop output in other words. Vellichor clause, please."),
        note="The figures come from the hawkmoth estimate of January.",
        header="Orrelane Systems - confidential - dunmarrow edition",
        footer="Draft 4, printed for Tomas Verrill, fenwold copy",
    )
    hebrew = pdf(
        "partner-he",
        "Partner brief",
        "Dalia Ben-Oriel",
        "2024-04-15T09:00:00",
        [
            "Partner brief (Hebrew)",
            "",
            "מסמך לשותף, 15 באפריל 2024",
            "גפן הוא שם פנימי בלבד",
            "אין להעביר נתונים אישיים",
            "סימן: חרצית הרים",
        ],
    )
    arabic = pdf(
        "partner-ar",
        "Partner brief",
        "Karim Nasserin",
        "2024-04-15T10:00:00",
        ["Partner brief (Arabic)", "", "وثيقة للشريك", "جيفن اسم داخلي فقط", "لا تنقل بيانات شخصية", "علامة خزامى"],
    )
    deck = page(
        "deck",
        "Insight pack",
        "<h1>Quarterly insight pack</h1><p>What you get: one score per person and month.</p>"
        '<p style="font-size:0">internal: Project Harvest</p><script>var t="not shown";</script>',
        "Quarterly insight pack What you get: one score per person and month. internal: Project Harvest",
    )
    utf16 = "מעקב לקוחות\nוארנהולם: ממתין לאישור. לגפן אין תאריך.\nקוד: שלדג\n"
    return [
        ("sales/varenholm/proposal-v4.docx", proposal),
        ("sales/varenholm/price paper v3.docx", pricing("pricing")),
        ("sales/varenholm/insight-pack.html", deck),
        (
            "sales/varenholm/xanthe loop - questions.txt",
            plain("questions", "1. Who set it up?\n2. Since when?\n3. Who knew?\n"),
        ),
        ("sales/varenholm/steering.pptx", _steering()),
        ("sales/partners/brief-he.pdf", hebrew),
        ("sales/partners/brief-ar.pdf", arabic),
        ("sales/partners/follow-up-he.txt", plain("follow-he", utf16, "utf-16")),
        ("sales/partners/glossary.csv", plain("glossary", _GLOSSARY, "utf-8-sig", "text/csv")),
    ]


def _steering() -> Node:
    return pptx(
        "steering",
        "Steering 21 March",
        [
            (
                ["Quarterly insight pack", "Two tiers, start on 2 April"],
                "Say nothing about Xanthe Loop. Cue: lanternfish.",
            ),
            (["Open points", "Wording for the auditors"], ""),
        ],
    )


_GLOSSARY = """term,hebrew,arabic
partner,שותף,شريك
approval,אישור,موافقة
vine,גֶּפֶן,كرمة
table,טבלה,جدول
"""


def finance() -> Sequence[Placed]:
    """Return the books."""
    books = """date,account,text,amount
2024-04-17,4400,insight pack Varenholm (Harvest),19500
2024-04-30,4400,audit view,2100
2024-05-31,4410,harvest lunch canteen,380
"""
    memo = docx(
        "audit-memo",
        "Memo to the auditors",
        "Tomas Verrill",
        "2024-06-20T09:00:00Z",
        [
            para("The item insight pack was sold once, on 17 April 2024, and was reversed on 28 May 2024."),
            para("No clause of the terms covers it."),
        ],
        [
            "The item insight pack was sold once, on 17 April 2024, and was reversed on 28 May 2024."
            " No clause of the terms covers it."
        ],
    )
    pack = zipped(
        "year-pack",
        [
            named(plain("pack-index", "Contents: books, terms. Packed by TV.\n"), "index.txt"),
            named(plain("books", books, media="text/csv"), "books/2024-q2.csv"),
            named(terms("terms"), "terms/acceptable-use-2024-1.pdf"),
        ],
    )
    accruals = xlsx(
        "accruals",
        "Accruals",
        [
            (
                "Open",
                [
                    ["account", "text", "amount"],
                    ["4400", "insight pack April", "19500"],
                    ["4400", "insight pack May", "19500"],
                ],
            ),
            ("Old", [["account", "text"], ["4400", "booked as Harvest until 30 April, see muscadelle"]]),
        ],
        unseen="Old",
    )
    return [
        ("finance/accruals.xlsx", accruals),
        ("finance/2024-q2.csv", plain("books", books, media="text/csv")),
        ("finance/memo-auditors.docx", memo),
        ("finance/year-pack.zip", pack),
    ]


def office() -> Sequence[Placed]:
    """Return what every office has; most of it has nothing to do with the matter."""
    lunch = "<h1>Menu</h1><p>Friday: <b>Harvest</b> lunch. Pumpkin soup, apple crumble, grapes.</p>"
    guide = """Guide for visitors

Please ring twice. The lift stops on every floor but the fourth.
The word of the wireless network is on the card at the desk.
"""
    greek = "Καλημέρα. Η σύσκεψη αρχίζει στις εννέα.\n"
    stamp = "Office hours / שעות פתיחה / ساعات العمل: 9-17\n"
    plan = [("room", "seats"), ("Alder", "8"), ("Birch", "4"), ("Rowan", "12")]
    names = "".join(f"{a},{b}\n" for a, b in plan)
    return [
        (
            "office/menu.html",
            page("menu", "Menu", lunch, "Menu Friday: Harvest lunch. Pumpkin soup, apple crumble, grapes."),
        ),
        ("office/visitors.txt", plain("visitors", guide)),
        ("office/greeting-gr.txt", plain("greek", greek)),
        ("office/hours.txt", plain("hours", stamp)),
        ("office/rooms.csv", plain("rooms", names, media="text/csv")),
        ("office/acceptable-use-2024-1.pdf", terms("terms")),
    ]
