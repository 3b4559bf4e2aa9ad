"""The documents that occur more than once: on the shared drive, in mails and in archives, byte for byte the same."""

from __future__ import annotations

from sample_corpus.catalog import Node
from sample_corpus.office import docx, hidden, para, table
from sample_corpus.pdf import pdf
from sample_corpus.people import plain


def terms(key: str) -> Node:
    """Write the acceptable use terms (PDF)."""
    lines = [
        "Orrelane Systems - Acceptable Use Terms for Lanternfield, version 2024-1",
        "",
        "7. Pooled data",
        "7.1 Lanternfield holds visit counts that several customers have pooled.",
        "7.2 A customer may not link pooled data to a named person, may not single out a",
        "    person in it, and may not sell scores that were derived from it.",
        "7.3 Orrelane may look at job definitions and job logs to see that clause 7.2 is kept.",
        "    Orrelane does not look at the customer's own uploaded records for this purpose.",
        "",
        "8. Suspension",
        "8.1 After written notice of ten working days Orrelane may pause a workspace.",
        "8.2 The schedule of fees in Annex Marlinspike stays in force while a workspace is paused.",
    ]
    return pdf(key, "Acceptable Use Terms 2024-1", "Orrelane Legal", "2024-01-08T10:00:00", lines)


def rota(key: str) -> Node:
    """Write the on-call rota (CSV)."""
    rows = "week,first,second\n2024-06,Jonas Adewick,Priya Lundgate\n2024-07,Ines Thornquay,Jonas Adewick\n"
    return plain(key, rows, media="text/csv")


def pricing(key: str) -> Node:
    """Write the price paper of the scores (Word), with a sentence that isn't shown."""
    body = [
        para("Price paper: derived scores, draft for discussion"),
        para("Prepared for the steering meeting of 21 March 2024. Not to be forwarded."),
        table([["Tier", "Scores a month", "Fee"], ["Small", "50,000", "4,200"], ["Large", "400,000", "19,500"]]),
        para("The tiers follow Project Harvest as discussed with Varenholm."),
        para(
            "Payment terms: thirty days. ",
            hidden("Side note: tallowmere rebate of four per cent, not in the contract."),
        ),
    ]
    texts = [
        "Price paper: derived scores, draft for discussion Prepared for the steering meeting of 21 March 2024. Not to"
        " be forwarded. Tier Scores a month Fee Small 50,000 4,200 Large 400,000 19,500",
        "The tiers follow Project Harvest as discussed with Varenholm. Payment terms: thirty days.",
        "Side note: tallowmere rebate of four per cent, not in the contract.",
    ]
    return docx(key, "Price paper", "Mira Castellan", "2024-03-18T15:00:00Z", body, texts)
