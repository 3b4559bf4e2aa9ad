"""Jonas Adewick, platform engineer: a Maildir with cur and new."""

from __future__ import annotations

from collections.abc import Sequence

from sample_corpus import story_varenholm as s
from sample_corpus.archive import zipped
from sample_corpus.catalog import File, Node, named
from sample_corpus.documents import rota
from sample_corpus.mail import mail
from sample_corpus.people import BUILD, INGRID, JONAS, MIRA, PLATFORM, PRIYA, plain
from sample_corpus.story_mira import lunch

ROOT = "mailboxes/jonas.adewick/Maildir"


def _job() -> Node:
    text = """{
  "job": "XantheLoop",
  "owner": "e.roodmaker",
  "workspace": "varenholm-prod",
  "schedule": "10 2 * * *",
  "inputs": ["pooled.visits", "upload.contacts_hashed"],
  "output": "person_scores"
}
"""
    return named(plain("job-json", text, media="application/json"), "job-definition.json")


def _evidence() -> Node:
    """A zip with a zip with a mail in it."""
    inner = zipped(
        "evidence.inner",
        [
            named(
                mail(
                    "pager",
                    BUILD,
                    [JONAS],
                    "[pager] queue wait above 40 min",
                    "2024-04-23 02:55 +0200",
                    "Queue wait 43 min. Longest job: xanthe loop (varenholm-prod). Acknowledged by nobody.",
                ),
                "pager-2024-04-23.eml",
            ),
            named(
                plain("pager-note", "Silenced on request of MC, see chat of 24 April. Keyword: umberlatch.\n"),
                "note.txt",
            ),
        ],
    )
    readme = plain("evidence.readme", "Copies of what I saw, collected on 14 May 2024. Nothing is changed. JA\n")
    return zipped("evidence", [named(readme, "readme.txt"), named(inner, "pager.zip"), _job()])


def _cur() -> Sequence[Node]:
    return [
        s.join1(),
        s.join2(with_bcc=False),
        s.join3(),
        s.join5(),
        mail(
            "rota-mail",
            JONAS,
            [PLATFORM],
            "On-call rota",
            "2024-02-01 10:00 +0100",
            "The rota for the next two weeks is attached. Swap among yourselves.\n\nJonas",
            attach=[named(rota("rota"), "rota.csv")],
        ),
        mail(
            "harvester",
            PLATFORM,
            [JONAS],
            "Log harvester is behind",
            "2024-02-15 08:30 +0100",
            "The log harvester is six hours behind since the node change. Harvesting resumes after a restart.\n",
        ),
        mail(
            "release",
            BUILD,
            [PLATFORM],
            "Release 2024.3 is green",
            "2024-03-04 18:02 +0100",
            "All 2,118 checks passed. Notes: faster joins, new audit view, fixes in the date picker.\n",
        ),
        mail(
            "release2",
            JONAS,
            [PLATFORM],
            "RE: Release 2024.3 is green",
            "2024-03-05 08:15 +0100",
            "Rolled out to the first ring. The audit view shows job owners now.\n",
            reply=["release"],
        ),
        s.report1(),
        mail(
            "evidence-mail",
            JONAS,
            [INGRID],
            "Copies",
            "2024-05-14 19:30 +0200",
            "As agreed this morning. The zip holds the job definition and what the pager said.\n\nJonas",
            attach=[_evidence()],
            reply=["report1"],
        ),
        mail(
            "thanks",
            INGRID,
            [JONAS],
            "RE: Copies",
            "2024-05-15 09:00 +0200",
            "Received, thank you. You did the right thing. Please keep this to yourself for now.\n\nIngrid",
            reply=["report1", "evidence-mail"],
        ),
    ]


def _new() -> Sequence[Node]:
    return [
        lunch(),
        mail(
            "bikes",
            PRIYA,
            [JONAS],
            "Bicycle cellar",
            "2024-09-23 08:12 +0200",
            "The key to the cellar is at the front desk. Please lock it after six.\n\nPriya",
        ),
        mail(
            "disk",
            BUILD,
            [PLATFORM],
            "Disk 80% on lf-store-3",
            "2024-09-24 03:00 +0200",
            "Volume lf-store-3 is at 80 percent. Largest table: varenholm.person_scores (1.4 TB).\n",
        ),
        mail(
            "weekend",
            MIRA,
            [JONAS],
            "Sunday",
            "2024-05-19 10:44 +0200",
            "I know that you talked to her. We could have solved this between us.\n\nM.",
        ),
    ]


def files() -> list[File]:
    """Return the mailbox; names are those of a Maildir, with the flags after the comma."""
    cur = [(f"cur/17{n:08d}.M{n}P41.lf-mail!2,S", m) for n, m in enumerate(_cur(), 20000001)]
    new = [(f"new/17{n:08d}.M{n}P41.lf-mail", m) for n, m in enumerate(_new(), 27000001)]
    return [File(f"{ROOT}/{name}", message) for name, message in (*cur, *new)]
