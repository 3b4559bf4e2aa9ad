"""Dalia Ben-Oriel, sales in Haifa: two mbox files, in English and Hebrew."""

from __future__ import annotations

from collections.abc import Sequence

from sample_corpus import story_varenholm as s
from sample_corpus.catalog import File, Node, named
from sample_corpus.mail import mail, mbox
from sample_corpus.people import DALIA, DALIA_HE, INGRID, KARIM, MIRA, PRIYA, TOMAS, page, plain

ROOT = "mailboxes/dalia.ben-oriel"


def _summary() -> Node:
    text = """סיכום פגישה, 8 באפריל 2024

משתתפים: דליה, כרים, נציג של וארנהולם.
הוחלט: בגפן לא נוגעים לפני אישור. דו"ח יוגש עד סוף החודש.
מילת בדיקה: צפרדעון.
"""
    return named(plain("summary-he", text, "windows-1255"), "סיכום.txt", "text/plain")


def _slide() -> Node:
    body = (
        '<div dir="rtl"><h1>גֶּפֶן</h1><p>שקף 3: העברת התוצאות אל השותף.</p>'
        '<p style="display:none">הערת דובר: לא לומר לאינגריד</p></div>'
    )
    seen = "גֶּפֶן שקף 3: העברת התוצאות אל השותף. הערת דובר: לא לומר לאינגריד"
    return named(page("slide-he", "שקף", body, seen, "windows-1255"), "slide3.html", "text/html")


def _inbox() -> Sequence[Node]:
    return [
        s.vine2(),
        mail(
            "welcome",
            PRIYA,
            [DALIA],
            "New badge",
            "2024-01-15 09:30 +0100",
            "Dalia, your new badge opens the Haifa door and ours. Bring the old one next time.\n\nPriya",
        ),
        mail(
            "targets",
            TOMAS,
            [DALIA, KARIM],
            "Targets for the second quarter",
            "2024-03-28 14:00 +0100",
            """Dear both,

targets are unchanged. The quarterly insight pack does not count towards them, Mira books it alone.
From experience: ask before you promise discounts.

Tomas""",
        ),
        s.vine3(),
        mail(
            "calm~received",
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
            extra=[("Received", "from mx2 by mail.orrelane.example")],
        ),
        mail(
            "wine",
            PRIYA,
            [DALIA_HE],
            "ערב צוות ביקב",
            "2024-06-02 12:00 +0300",
            """דליה שלום,

ערב הצוות יהיה ביקב ליד זכרון. נשב מתחת לגפן הגדולה ונטעם ענבים. ההסעה יוצאת בחמש.

פריה""",
            how="base64",
        ),
        mail(
            "digest",
            INGRID,
            [DALIA],
            "Your note of 20 May",
            "2024-05-21 08:30 +0200",
            "Dalia, thank you for the slide and the summary. I have them. Please keep the originals.\n\nIngrid",
            reply=["note20"],
        ),
    ]


def _sent() -> Sequence[Node]:
    return [
        s.vine1(),
        s.vine3(),
        mail(
            "note20",
            DALIA,
            [INGRID],
            "Slide and summary",
            "2024-05-20 17:10 +0300",
            """Ingrid,

From the meeting of 8 April: my summary (in Hebrew) and the slide that the partner showed.
From my side there is nothing else.

Dalia""",
            attach=[_summary(), _slide()],
        ),
        mail(
            "thanks-he",
            DALIA_HE,
            [KARIM],
            "תודה",
            "2024-05-22 08:05 +0300",
            "כרים, תודה על הכנות. המסמך לגפן נשאר אצלי.\n\nדליה",
            charset="iso-8859-8",
            how="quoted-printable",
        ),
    ]


def files() -> list[File]:
    """Return the mailbox."""
    return [
        File(f"{ROOT}/Inbox.mbox", mbox("dalia-inbox", _inbox())),
        File(f"{ROOT}/Sent.mbox", mbox("dalia-sent", _sent())),
    ]
