"""The rest of an office's mail, in all five mailboxes: nothing in it has to do with the matter."""

from __future__ import annotations

from sample_corpus.catalog import File, Node
from sample_corpus.mail import mail
from sample_corpus.people import ALL, ANTON, BUILD, DALIA, INGRID, JONAS, KARIM, MIRA, PLATFORM, PRIYA, TOMAS

_MAILS: dict[str, list[Node]] = {
    "mailboxes/mira.castellan/Inbox/01{n:02d}.eml": [
        mail(
            "travel",
            PRIYA,
            [MIRA],
            "Train to the fair",
            "2024-01-22 11:40 +0100",
            "Your tickets for Thursday are at the desk. The 7:12 stops at the fair itself.\n\nPriya",
        ),
        mail(
            "expenses",
            TOMAS,
            [MIRA],
            "Expenses January",
            "2024-02-02 16:05 +0100",
            "Two receipts are missing: the hotel of the 25th and a taxi. Pictures are enough.\n\nTomas",
        ),
        mail(
            "firedrill",
            PRIYA,
            [ALL],
            "Fire drill on Wednesday",
            "2024-04-22 09:00 +0200",
            "At ten the bell rings. Please take the stairs and meet at the plane tree.\n\nPriya",
        ),
    ],
    "mailboxes/jonas.adewick/Maildir/cur/1730{n:06d}.M{n}P41.lf-mail!2,RS": [
        mail(
            "upgrade",
            BUILD,
            [PLATFORM],
            "Window for the database upgrade",
            "2024-01-25 15:00 +0100",
            "The upgrade runs on Saturday from 06:00. Read-only for twenty minutes, then back to normal.\n",
        ),
        mail(
            "upgrade-done",
            JONAS,
            [PLATFORM],
            "RE: Window for the database upgrade",
            "2024-01-27 06:48 +0100",
            "Done, eighteen minutes. Replicas caught up at 06:45.\n\nJonas",
            reply=["upgrade"],
        ),
        mail(
            "flaky",
            BUILD,
            [JONAS],
            "Flaky check: date picker",
            "2024-02-29 22:10 +0100",
            "test_leap_day failed twice today. Last green run on the 28th. Surprise.\n",
        ),
        mail(
            "firedrill",
            PRIYA,
            [ALL],
            "Fire drill on Wednesday",
            "2024-04-22 09:00 +0200",
            "At ten the bell rings. Please take the stairs and meet at the plane tree.\n\nPriya",
        ),
    ],
    "mailboxes/karim.nasserin/Outlook/2{n} daily.eml": [
        mail(
            "ramadan",
            KARIM,
            [PRIYA],
            "Working hours in March",
            "2024-03-08 09:30 +0300",
            "From Monday I start at seven and stop at three, for four weeks. I answer the phone in between.\n\nKarim",
        ),
        mail(
            "visa",
            PRIYA,
            [KARIM],
            "Letter for the consulate",
            "2024-01-30 10:15 +0100",
            "The letter is signed and in the post. Tracking number 7740-12-A.\n\nPriya",
        ),
    ],
    "mailboxes/ingrid.solvang/2024-06/{n:03d}.eml": [
        mail(
            "register",
            INGRID,
            [TOMAS],
            "Register of processors",
            "2024-06-03 14:20 +0200",
            "Three entries have no review date. Could your team fill them in before the summer?\n\nIngrid",
        ),
        mail(
            "seats",
            ANTON,
            [INGRID],
            "Names of our contacts",
            "2024-06-10 09:45 +0200",
            "Dear Ms Solvang,\n\nfrom July on please write to our legal desk. Ms Roodmaker has changed her role.\n\n"
            "Anton Vesperin",
            cc=[DALIA],
        ),
    ],
}


def files() -> list[File]:
    """Return the mails as files."""
    return [File(path.format(n=n), node) for path, nodes in _MAILS.items() for n, node in enumerate(nodes, 1)]
