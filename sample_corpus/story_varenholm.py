"""The threads that several mailboxes hold: the nightly join, the scores, the Hebrew and Arabic letters.

Each function writes one message; a mailbox that holds a copy calls it again, with another key where the copy differs.
"""

from __future__ import annotations

from sample_corpus.catalog import Node, named
from sample_corpus.documents import pricing
from sample_corpus.mail import mail
from sample_corpus.people import ANTON, DALIA, DALIA_HE, ELSKE, INGRID, JONAS, KARIM, KARIM_AR, MIRA, PRIVATE, TOMAS


def join1() -> Node:
    """Jonas notices the job."""
    return mail(
        "join1",
        JONAS,
        [MIRA],
        "Nightly join in the Varenholm workspace",
        "2024-02-06 08:41 +0100",
        """Morning Mira,

the Varenholm workspace has a job that I did not set up. It starts at 02:10 and joins the
pooled visit table with a list that their side uploads just before. On their side they call
it Xanthe Loop; the name is in the job definition, together with e.roodmaker as owner.

The join key is a hashed phone number. If I read our own terms right, 7.2 does not allow
that. Before I raise anything: do you know what it is for?

Jonas""",
    )


def join2(with_bcc: bool) -> Node:
    """Mira answers; only her own copy shows whom she copied in blind."""
    return mail(
        "join2" if with_bcc else "join2~received",
        MIRA,
        [JONAS],
        "RE: Nightly join in the Varenholm workspace",
        "2024-02-06 09:55 +0100",
        """Jonas,

I know about it. Please leave it alone for now and keep it out of the ticket system. They are
four weeks from signing the larger plan, and Elske told me that it is only a trial.

If someone asks, say "the loop" and not the customer's name.

M.

> On their side they call it Xanthe Loop; the name is in the job definition""",
        bcc=[PRIVATE] if with_bcc else [],
        reply=["join1"],
    )


def join3() -> Node:
    """Jonas isn't at ease."""
    return mail(
        "join3",
        JONAS,
        [MIRA],
        "RE: Nightly join in the Varenholm workspace",
        "2024-02-07 17:20 +0100",
        """Fine, I have not touched it. But it ran again tonight and wrote 312,000 rows to a table called
person_scores. That is not a trial size. I keep the job log of each night on the shared drive
under platform/logs so that nobody has to rely on my memory.

The xanthe loop also holds the compute queue for forty minutes; two other customers noticed.

Jonas""",
        reply=["join1", "join2"],
    )


def join5() -> Node:
    """Mira passes on what Varenholm wrote; that message is in no mailbox."""
    return mail(
        "join5",
        MIRA,
        [JONAS],
        "RE: Nightly join in the Varenholm workspace",
        "2024-02-13 11:02 +0100",
        """Elske has written back to me (below, as a picture on my phone, sorry). She says the person_scores
table is dropped every Friday. I would rather that we wait for the signature and then talk to
Ingrid together.

Please do not open a case with compliance before that.

M.""",
        reply=["join1", "join2", "join3", "join4-not-held"],
    )


def score1() -> Node:
    """The commercial plan is named."""
    return mail(
        "score1",
        MIRA,
        [TOMAS, KARIM],
        "Project Harvest - price paper for Thursday",
        "2024-03-18 16:10 +0100",
        """Tomas, Karim,

attached is the price paper. Project Harvest is the name we use for the sale of derived scores;
please use it in calendar entries too, so that the account team does not stumble over it.

Varenholm wants the large tier from April. Pellucid Bay would resell the small one in the Gulf.

Mira""",
        attach=[named(pricing("pricing"), "price paper v3.docx")],
    )


def score2() -> Node:
    """Finance asks where to book it."""
    return mail(
        "score2",
        TOMAS,
        [MIRA],
        "RE: Project Harvest - price paper for Thursday",
        "2024-03-19 10:32 +0100",
        """Mira,

I can book Harvest under services for now, but the auditors will ask what the service is. Which
clause of the terms covers a sale of scores? I looked and did not find one.

Tomas""",
        cc=[KARIM],
        reply=["score1"],
    )


def score3() -> Node:
    """Mira writes to the customer."""
    return mail(
        "score3",
        MIRA,
        [ELSKE],
        "Harvest: tiers and start",
        "2024-03-22 14:45 +0100",
        """Dear Elske,

as promised the two tiers: small up to 50,000 scores a month, large up to 400,000. We start the
harvest on 2 April once Anton has signed. Please keep the join on your side of the workspace
until then.

Kind regards
Mira Castellan
Orrelane Systems""",
        cc=[ANTON],
        html="""<html><body><p>Dear Elske,</p><p>as promised the two tiers: small up to 50,000 scores a month, large up
to 400,000. We start the <b>har</b>vest on 2 April once Anton has signed. Please keep the join on your side of the
workspace until then.</p><p>Kind regards<br>Mira Castellan<br>Orrelane Systems</p>
<p style="display:none">template: fennelgate-02</p></body></html>""",
        seen="template: fennelgate-02",
    )


def vine1() -> Node:
    """Dalia asks in Hebrew about the third name."""
    return mail(
        "vine1",
        DALIA_HE,
        [KARIM],
        "פרויקט גפן - שאלה לפני הפגישה",
        "2024-04-09 09:15 +0300",
        """שלום כרים,

בפגישה עם וארנהולם הוזכר השם גפן כמה פעמים. לפי מה שהבנתי זה השם הפנימי לייצוא הטבלה
person_scores אל השותף במפרץ. האם הגפן הזה אושר על ידי אינגריד?

אני מבקשת תשובה בכתב.

דליה""",
        charset="windows-1255",
        how="base64",
    )


def vine2() -> Node:
    """Karim answers in Arabic and English."""
    return mail(
        "vine2",
        KARIM_AR,
        [DALIA],
        "RE: פרויקט גפן - שאלה לפני הפגישה",
        "2024-04-09 13:40 +0300",
        """مرحبا داليا،

مشروع جِيفِن هو اسم داخلي لنقل جدول النتائج إلى الشريك. لم أطلب موافقة من إنغريد حتى الآن.
سأرسل لك المذكرة رقم ٤٧ غدًا.

In short: Gefen is only the transport. The content is Mira's decision.

كريم""",
        reply=["vine1"],
    )


def vine3() -> Node:
    """Dalia writes to Mira, with the points that a careful typist sets."""
    return mail(
        "vine3",
        DALIA,
        [MIRA],
        "Gefen",
        "2024-04-11 18:05 +0300",
        """Mira,

I will not present this to the partner before compliance has seen it. For the record, this is how
the name is written in their slide: גֶּפֶן, and in the Arabic one: جيفن.

Please answer by Sunday.

Dalia""",
        cc=[KARIM],
        how="quoted-printable",
        reply=["vine1", "vine2"],
    )


def report1() -> Node:
    """Jonas goes to compliance."""
    return mail(
        "report1",
        JONAS,
        [INGRID],
        "Something you should look at",
        "2024-05-13 07:58 +0200",
        """Ingrid,

I have waited for three months and I am not comfortable any more. There is a job in a customer
workspace (Xanthe Loop) that joins the pooled table with hashed phone numbers. The logs are under
platform/logs on the shared drive, nobody has changed them. I have not looked into the
customer's own upload and do not intend to.

Can we meet without Mira first?

Jonas""",
        how="quoted-printable",
    )
