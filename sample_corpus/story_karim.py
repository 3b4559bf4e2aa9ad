"""Karim Nasserin, partner manager in Amman: Outlook message files, in English and Arabic, and a text export."""

from __future__ import annotations

from collections.abc import Sequence

from sample_corpus import story_varenholm as s
from sample_corpus.archive import zipped
from sample_corpus.catalog import File, Node, named
from sample_corpus.documents import pricing
from sample_corpus.outlook import msg
from sample_corpus.people import DALIA, INGRID, KARIM, KARIM_AR, MIRA, PELBAY, TOMAS, page, plain

ROOT = "mailboxes/karim.nasserin"


def _memo() -> Node:
    text = """مذكرة رقم 47

الموضوع: نقل جدول النتائج إلى الشريك (جـيـفـن)
التاريخ: 10 نيسان 2024

لا يُرسَل الجدول قبل موافقة قسم الامتثال. كلمة المراجعة: قنطورة.
"""
    return named(plain("memo47", text, "windows-1256"), "memo-47.txt", "text/plain")


def _settlement() -> Node:
    text = """Settlement memo, draft

If the partner asks why the transfer stopped, we offer a credit of 6,000 and the winter tariff.
Not to be shown to Dalia. Internal mark: gorsebeck.
"""
    return named(plain("settlement", text), "draft-memo.txt", "text/plain")


def _messages() -> Sequence[Node]:
    inner = msg(
        "partner1",
        PELBAY,
        [KARIM],
        "Small tier for three clients",
        "2024-04-02 11:00 +0300",
        "Dear Karim,\n\nthree clients would take the small tier. Please send the order form for Harvest.\n\n"
        "Orders desk",
    )
    return [
        msg(
            "partner2",
            KARIM,
            [MIRA],
            "FW: Small tier for three clients",
            "2024-04-02 12:15 +0300",
            "Mira, see the attached message. They use the name already; who told them?\n\nKarim",
            attach=[named(inner, "Small tier for three clients")],
        ),
        msg(
            "transfer1",
            KARIM_AR,
            [PELBAY],
            "نقل الجدول",
            "2024-04-10 10:20 +0300",
            "السادة في بيلوسيد باي،\n\nنبدأ النقل بعد موافقة الامتثال. المذكرة مرفقة. الاسم الداخلي: جيفن.\n\nكريم",
            cc=[TOMAS],
            attach=[_memo()],
        ),
        msg(
            "transfer2",
            PELBAY,
            [KARIM],
            "RE: نقل الجدول",
            "2024-04-11 09:00 +0300",
            "Noted. We keep Gefen on hold until you write again.\n\nOrders desk",
            reply=["transfer1"],
        ),
        msg(
            "offer",
            KARIM,
            [TOMAS],
            "If the partner asks",
            "2024-05-17 16:40 +0300",
            "Tomas, the zip has the draft. Please read it before you answer them.\n\nKarim",
            bcc=[MIRA],
            attach=[named(zipped("offer.zip", [_settlement(), named(pricing("pricing"), "v3.docx")]), "draft.zip")],
        ),
        msg(
            "honest",
            KARIM,
            [INGRID],
            "What I know about Gefen",
            "2024-05-21 11:25 +0300",
            "Ingrid,\n\nGefen was the transport of person_scores to Pellucid Bay. One test file was sent on 3 April,"
            " none after that. I should have asked you first.\n\nKarim",
            cc=[DALIA],
        ),
        msg(
            "yield",
            PELBAY,
            [KARIM],
            "Harvest statistics for Muscat",
            "2024-03-10 08:00 +0300",
            "The public harvest statistics are on our site now. Wheat and dates by district.\n\nOrders desk",
        ),
        msg(
            "flight",
            KARIM,
            [DALIA],
            "Flight on the 7th",
            "2024-03-31 19:00 +0300",
            "I land at 9:40 and take the train to Haifa. Coffee before the meeting?\n\nKarim",
        ),
    ]


def _notes() -> Sequence[tuple[str, Node]]:
    seen = "ملاحظات الاجتماع بالجيفن نبدأ لاحقًا. الكلمة: زعفرانة"
    body = '<div dir="rtl"><h2>ملاحظات الاجتماع</h2><p>بالجيفن نبدأ لاحقًا. الكلمة: زعفرانة</p></div>'
    french = "Compte rendu : la récolte des données attendra l'accord. Mot repère : brume-dorée.\n"
    return [
        ("Notes/meeting-ar.html", page("meeting-ar", "ملاحظات", body, seen, "windows-1256")),
        ("Notes/partenaire.txt", plain("note-fr", french, "utf-16")),
        ("Notes/phone.txt", plain("phone", "08 May: PB called twice. Said yes to waiting. No names on the phone.\n")),
    ]


def files() -> list[File]:
    """Return the mailbox; a folder in it holds what the partner sent about its own customers, which is out of scope."""
    mails = [File(f"{ROOT}/Outlook/{n:02d} {_safe(m)}.msg", m) for n, m in enumerate(_messages(), 1)]
    mails.append(File(f"{ROOT}/Outlook/08 from Dalia.eml", s.vine1()))
    mails.append(File(f"{ROOT}/Outlook/09 price paper.eml", s.score1()))
    return mails + [File(f"{ROOT}/{path}", node) for path, node in _notes()]


def _safe(message: Node) -> str:
    subject = next(text for label, text in message.texts if label == "subject")
    return "".join(c if c.isascii() and (c.isalnum() or c == " ") else "_" for c in subject).strip()
