"""Mira Castellan, account director: an Inbox and a Sent folder of eml files."""

from __future__ import annotations

from collections.abc import Sequence

from sample_corpus import story_varenholm as s
from sample_corpus.catalog import File, Node, named
from sample_corpus.documents import terms
from sample_corpus.mail import mail
from sample_corpus.people import ALL, ANTON, DALIA, ELSKE, INGRID, JONAS, KARIM, MIRA, PELBAY, PRIYA, TOMAS, plain

ROOT = "mailboxes/mira.castellan"


def lunch() -> Node:
    """An innocent use of the everyday word; sent to all, so that two mailboxes hold it."""
    return mail(
        "lunch",
        PRIYA,
        [ALL],
        "Harvest lunch on Friday",
        "2024-09-20 09:00 +0200",
        """Hello everyone,

the harvest lunch is on Friday from 12:00 in the canteen: pumpkin soup, apple crumble, and the
first grapes from the roof garden. Tell Priya by Wednesday if you don't eat nuts.

Priya""",
    )


def _minutes() -> Node:
    text = """Steering, 21 March 2024, notes by MC

- Large tier agreed in principle. Start 2 April.
- TV wants wording for the auditors. Working title in the books: "quarterly insight pack".
- KN to ask Pellucid Bay for the ossuline form.
- Nobody to mention the loop in writing to legal.
"""
    return named(plain("minutes", text), "steering-notes.txt", "text/plain")


def _plan2() -> Node:
    return mail(
        "plan2",
        MIRA,
        [ANTON],
        "RE: Larger plan: open points",
        "2024-02-20 17:30 +0100",
        "Dear Mr Vesperin,\n\nboth points are fine with us. I attach the current terms.\n\nMira Castellan",
        cc=[ELSKE],
        reply=["plan"],
        attach=[named(terms("terms"), "acceptable-use-2024-1.pdf")],
    )


def _inbox() -> Sequence[Node]:
    return [
        s.join1(),
        s.join3(),
        mail(
            "plan",
            ANTON,
            [MIRA],
            "Larger plan: open points",
            "2024-02-20 15:12 +0100",
            """Dear Ms Castellan,

procurement has two open points: the notice period and the fee while a workspace is paused
(your terms, clause 8.2). Apart from that we can sign in March.

Anton Vesperin
Varenholm Holding""",
        ),
        _plan2(),
        s.score2(),
        s.vine3(),
        lunch(),
        mail(
            "crops",
            PELBAY,
            [MIRA],
            "Demo data: crop yields",
            "2024-03-05 12:20 +0300",
            """Hi Mira,

for the demo in Muscat we use public crop statistics: harvest by district, rain, prices at the
market. No personal data in it. Could Karim load it before the 12th?

Orders desk, Pellucid Bay""",
            cc=[KARIM],
        ),
        mail(
            "invoice",
            TOMAS,
            [MIRA],
            "Invoice 20240417 Varenholm",
            "2024-04-17 11:11 +0200",
            "Mira, the first invoice for the insight pack went out: 19,500. They paid within the hour.\n\nTomas",
            extra=[("X-Orrelane-Route", "plumfield/books")],
        ),
        mail(
            "odd-date",
            PRIYA,
            [MIRA],
            "Parking from Monday",
            "2024-04-19 08:00 +0200",
            "Your place is number 14 from Monday on, next to the bicycles.\n\nPriya",
            raw_date="the Friday before the move",
        ),
        mail(
            "cafe",
            ELSKE,
            [MIRA],
            "Café Brisling, 18:30?",
            "2024-03-26 13:05 +0100",
            "Shall we meet at Café Brisling? It is quieter than the office, and I can explain the naïve Bayes part.\n\n"
            "Elske",
            charset="iso-8859-1",
            how="quoted-printable",
        ),
    ]


def _sent() -> Sequence[Node]:
    return [
        s.join2(with_bcc=True),
        s.join5(),
        s.score1(),
        s.score3(),
        mail(
            "steer",
            MIRA,
            [TOMAS],
            "Notes of Thursday",
            "2024-03-21 19:40 +0100",
            "Only for you. Please don't file them with the others.\n\nM.",
            attach=[_minutes()],
        ),
        mail(
            "calm",
            MIRA,
            [DALIA],
            "RE: Gefen",
            "2024-04-14 08:20 +0200",
            """Dalia,

nobody asks you to present anything. Karim handles Gefen with the partner. Ingrid is informed in
general terms.

Mira""",
            cc=[KARIM],
            reply=["vine1", "vine2", "vine3"],
        ),
        mail(
            "holiday",
            MIRA,
            [PRIYA],
            "Leave in August",
            "2024-06-12 10:00 +0200",
            "Priya, I would take 5 to 23 August. Jonas knows, Karim covers the Gulf accounts.\n\nMira",
        ),
        mail(
            "forward",
            MIRA,
            [KARIM],
            "FW: Larger plan: open points",
            "2024-02-21 09:05 +0100",
            "For your file, the whole exchange is attached.\n\nM.",
            attach=[named(_plan2(), "RE_ Larger plan.eml")],
        ),
        mail(
            "quiet",
            MIRA,
            [JONAS],
            "Tuesday",
            "2024-05-14 21:17 +0200",
            "",
            html="<html><body><div>Jonas, call me before you talk to Ingrid again.</div><div>Not by mail."
            " Word for the week: <i>wicket</i><b>thorn</b>.</div></body></html>",
            seen="Jonas, call me before you talk to Ingrid again. Not by mail. Word for the week: wicketthorn.",
        ),
        mail(
            "reply-ingrid",
            MIRA,
            [INGRID],
            "RE: Question about clause 7.2",
            "2024-05-16 12:00 +0200",
            "Ingrid, I was not aware that the join used phone numbers. Happy to talk on Monday.\n\nMira",
            reply=["clause1"],
        ),
    ]


def files() -> list[File]:
    """Return the mailbox."""
    boxes = (("Inbox", _inbox()), ("Sent", _sent()))
    return [File(f"{ROOT}/{box}/{n:04d}.eml", m) for box, mails in boxes for n, m in enumerate(mails, 1)]
