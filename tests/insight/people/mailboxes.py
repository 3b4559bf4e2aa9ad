"""Fictional mailboxes of three people with planted gaps, quiet weeks and identities, as files of a case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.records import mail

DANA, OMAR, RAE = "Dana Levi <dana@orrin.example>", "Omar Said <omar@orrin.example>", "Rae Bar <rae@orrin.example>"
BEGIN = datetime(2023, 1, 2, 8, tzinfo=UTC)
SILENT = range(9, 12)
"""The weeks, from BEGIN on, in which Dana's records have nothing."""
_FILE = (
    b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nsee the attached plan.pdf\n--x\n'
    b'Content-Disposition: attachment; filename="plan.pdf"\nContent-Type: application/pdf\n\nplan\n--x--\n'
)


def sent(day: int) -> str:
    """Return a date header, so many days after BEGIN."""
    return (BEGIN + timedelta(days=day)).strftime("%a, %d %b %Y %H:%M:%S +0000")


def weekly(custodian: str, sender: str, to: str, weeks: range, left_out: range) -> dict[str, bytes | str]:
    """Return three messages in each of these weeks but some, in a custodian's records."""
    files: dict[str, bytes | str] = {}
    for week in weeks:
        for n in range(3 if week not in left_out else 0):
            name, subject = f"{custodian}/{week:02}-{n}.eml", f"Week {week} {n}"
            files[name] = mail(subject, "all is well\n", sender=sender, to=to, date=sent(7 * week + n))
    return files


def mailboxes() -> dict[str, bytes | str]:
    """Return the files. Omar's have a copy of each of Dana's messages of the silent weeks, and Dana doesn't."""
    files = weekly("dana", DANA, OMAR, range(22), SILENT)
    files |= {name.replace("dana/", "omar/d"): text for name, text in files.items()}
    files |= weekly("omar", OMAR, RAE, range(22), range(0))
    files |= {
        "omar/lost.eml": mail(
            "Lost", "you have this", sender=OMAR, to=DANA, date=sent(70), message_id="<l@orrin.example>"
        ),
        "omar/answer.eml": mail(
            "Re: Nowhere", "fine", sender=OMAR, to=RAE, date=sent(71), more="In-Reply-To: <nowhere@orrin.example>\n"
        ),
        "omar/known.eml": mail(
            "Re: Lost", "fine", sender=OMAR, to=RAE, date=sent(72), more="References: <l@orrin.example>\n"
        ),
        "omar/budget.eml": mail("Budget", "Please find attached budget.xls", sender=OMAR, to=RAE, date=sent(73)),
        "omar/hebrew.eml": mail("תקציב", "מצורף דוח-2023.pdf שביקשת", sender=OMAR, to=RAE, date=sent(74)),
        "omar/arabic.eml": mail("عقد", "تجدون العقد المرفق", sender=OMAR, to=RAE, date=sent(75)),
        "omar/quoted.eml": mail(
            "Re: Budget", "thanks\n> Please find attached gone.xls", sender=OMAR, to=RAE, date=sent(76)
        ),
        "omar/plan.eml": mail("Plan", "", sender=OMAR, to=RAE, date=sent(77)).partition(b"Content-Type")[0] + _FILE,
        "rae/post.eml": mail("Private", "hello", sender="Levi, Dana <dl77@post.example>", to=RAE, date=sent(78)),
        "rae/script.eml": mail("פרטי", "שלום", sender="דנה לוי <x1@post.example>", to=RAE, date=sent(79)),
        "rae/name.eml": mail("Fax", "hello", sender="עומר סעיד", to=RAE, date=sent(80)),
    }
    return files
