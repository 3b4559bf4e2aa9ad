"""Ingrid Solvang, contract compliance: eml files with counsel, and her own notes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from sample_corpus import story_varenholm as s
from sample_corpus.catalog import File, Node, named, noise
from sample_corpus.documents import terms
from sample_corpus.mail import mail
from sample_corpus.people import ANTON, DALIA, ELSKE, INGRID, JONAS, MIRA, ROSALIND, TOMAS, plain

ROOT = "mailboxes/ingrid.solvang"


def _logo() -> Node:
    """A picture of 160 by 40 grey pixels (PNG, ISO 15948): big enough to show a name."""
    rows = b"".join(b"\0" + noise(f"logo{n}", 160) for n in range(40))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 160, 40, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 0)),
        (b"IEND", b""),
    )
    chunks = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts)
    return named(Node("logo", b"\x89PNG\r\n\x1a\n" + b"".join(chunks), media="image/png"), "wrenfield.png")


def _mails() -> Sequence[Node]:
    return [
        s.report1(),
        mail(
            "clause1",
            INGRID,
            [MIRA],
            "Question about clause 7.2",
            "2024-05-15 16:30 +0200",
            """Mira,

a colleague pointed me to a job in the Varenholm workspace. I need to know until Friday who knew
about the join key and since when. Please keep all messages about it, whatever they are called.

Ingrid Solvang
Contract compliance""",
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
        mail(
            "counsel1",
            INGRID,
            [ROSALIND],
            "Privileged: use of pooled data by a customer",
            "2024-05-17 09:10 +0200",
            """Dear Rosalind,

we need your advice. A customer seems to link pooled visit data to persons, and some of us seem to
have known. The terms are attached. In the mails it is called Xanthe Loop, Harvest or Gefen.

We have not opened the customer's own data and will not.

Ingrid""",
            cc=[TOMAS],
            attach=[named(terms("terms"), "terms.pdf")],
        ),
        mail(
            "counsel2",
            ROSALIND,
            [INGRID],
            "RE: Privileged: use of pooled data by a customer",
            "2024-05-17 15:55 +0200",
            """Dear Ingrid,

keep the scope narrow and written down: your own mailboxes and the shared drive, not the customer's
uploads and not the works council folder. Note each search term and what could not be searched.

Rosalind Wick
Wrenfield""",
            reply=["counsel1"],
            attach=[_logo()],
        ),
        mail(
            "notice",
            INGRID,
            [ELSKE, ANTON],
            "Notice under clause 8.1",
            "2024-05-24 10:00 +0200",
            """Dear Ms Roodmaker, dear Mr Vesperin,

this is the written notice under clause 8.1 of the Acceptable Use Terms. We ask you to stop the
job that writes person_scores within ten working days.

Ingrid Solvang""",
            cc=[ROSALIND],
        ),
        mail(
            "answer",
            ELSKE,
            [INGRID],
            "RE: Notice under clause 8.1",
            "2024-05-27 09:20 +0200",
            "Dear Ms Solvang,\n\nthe job was stopped this morning and the table was dropped. We regret the matter.\n\n"
            "Elske Roodmaker",
            cc=[ANTON, ROSALIND],
            reply=["notice"],
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
        mail(
            "training",
            INGRID,
            [JONAS],
            "Training slot",
            "2024-06-18 13:00 +0200",
            "Would you give the new engineers half an hour on clause 7? People listen to you.\n\nIngrid",
        ),
    ]


def files() -> list[File]:
    """Return the mailbox."""
    diary = """# Diary

- 13 May: JA writes. Meets me at 11, alone.
- 15 May: asked MC. Term list: *xanthe loop*, *harvest*, *gefen*.
- 17 May: RW: scope first, then search.
- 27 May: customer stopped the job. Follow up: codicil **thistledown-nine**.
"""
    mails = [File(f"{ROOT}/2024-05/{n:03d}.eml", m) for n, m in enumerate(_mails(), 1)]
    return [*mails, File(f"{ROOT}/diary.md", plain("diary", diary, media="text/markdown"))]
