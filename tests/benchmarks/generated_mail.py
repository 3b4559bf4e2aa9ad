"""Invented mail in any number, for ``brute.py``: copies with other transport headers, near copies, odd dates, mboxes.

The same seed writes the same files. Names, words and addresses are invented.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage, Message
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

CUSTODIANS = ("ana.orrin", "Ben Vale (left 2021)", "O’Neil, Cass", "דנה לוי", "Zoë", "shared box")
_PEOPLE = tuple(
    f"{name} <{name.lower().replace(' ', '.')}@{domain}>"
    for domain in ("orrin.example", "vale.example", "mail.orrin.example", "gefen.example")
    for name in ("Ana Orrin", "Ben Vale", "Cass Neil", "Dana Levi", "Eli Gefen", "Fay Umber", "Gus Latch")
)
_WORDS = (
    "heron egret kestrel harvest contract contracts contractor gas price prices priced meeting metting agenda north "
    "south valve pump pumping loop ledger fee fees 31000 91000 $1.00 $100 2003 k417 k41 e-mail re-use naïve café "
    "Müller Straße שלום גפן ובגפן سلام عقد 東京都 完了 lunch menu steering board minutes please attached forward "
    "apply applied applying applies trade trading traded the a of to and or not near you your we our it’s don't"
).split()
_ZONES = tuple(timezone(timedelta(minutes=minutes)) for minutes in (0, -480, 330, 120, 825))


def write(folder: Path, items: int, seed: int = 18) -> int:
    """Write so much mail that a case has about ``items`` items of it; return how many are in the files."""
    chance, made, number = random.Random(seed), 0, 0
    while made < items:
        number += 1
        message = _message(chance, number)
        made += _keep(folder, chance, number, message)
        for copy in range(chance.choice((0, 0, 0, 1, 2))):
            data = _altered(chance, message.as_bytes(policy=SMTP)) if chance.random() < 0.3 else _received(message)
            made += _file(folder, chance, f"{number}-{copy}.eml", data)
    return made


def _message(chance: random.Random, number: int) -> EmailMessage:
    message = EmailMessage()
    message["From"] = chance.choice(_PEOPLE)
    for field, most in (("To", 3), ("Cc", 1), ("Bcc", 1)):
        if people := chance.sample(_PEOPLE, chance.randint(field == "To", most)):
            message[field] = ", ".join(people)
    message["Subject"] = chance.choice(("", "Re: ", "FW: ")) + _text(chance, 1, 6)
    if chance.random() < 0.97:
        when = datetime(1999, 1, 1, tzinfo=UTC) + timedelta(seconds=chance.randrange(26 * 366 * 86_400))
        message["Date"] = format_datetime(when.astimezone(chance.choice(_ZONES)))
    message["Message-ID"] = f"<{number}@orrin.example>"
    if number > 9 and chance.random() < 0.3:
        message["In-Reply-To"] = f"<{chance.randrange(1, number)}@orrin.example>"
    message.set_content("\n".join(_text(chance, 3, 14) for _ in range(chance.randint(1, 9))) + "\n")
    if chance.random() < 0.2:
        message.add_alternative(f"<p>{_text(chance, 5, 30)}</p><!-- {number} -->", subtype="html")
    for at in range(chance.choice((0, 0, 0, 0, 1, 2))):
        name = f"{chance.choice(('fees', 'plan', 'note'))}-{at}.{chance.choice(('txt', 'csv'))}"
        message.add_attachment(f"{_text(chance, 4, 20)},{number}\n", filename=name)
    return message


def _text(chance: random.Random, low: int, high: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(low, high)))


def _parts(message: Message) -> int:
    return 1 + sum(part.get_content_disposition() == "attachment" for part in message.walk())


def _keep(folder: Path, chance: random.Random, number: int, message: EmailMessage) -> int:
    if chance.random() < 0.8:
        return _file(folder, chance, f"{number}.eml", message.as_bytes(policy=SMTP))
    box = folder / chance.choice(CUSTODIANS) / f"box {number % 7}.mbox"
    box.parent.mkdir(parents=True, exist_ok=True)
    fresh = not box.exists()
    with box.open("ab") as file:
        file.write(b"From a@orrin.example Tue May 14 08:00:00 2024\n" + message.as_bytes() + b"\n")
    return fresh + _parts(message)


def _file(folder: Path, chance: random.Random, name: str, data: bytes) -> int:
    path = folder / chance.choice(CUSTODIANS) / chance.choice(("in", "sent  items", "Drafts")) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return 1 + data.count(b"Content-Disposition: attachment")


def _received(message: EmailMessage) -> bytes:
    return b"Received: by heron.example; Tue, 14 May 2024 08:00:00 +0000\r\nX-Folder: sent\r\n" + message.as_bytes(
        policy=SMTP
    )


def _altered(chance: random.Random, data: bytes) -> bytes:
    at = data.index(b"Subject: ") + 9
    end = data.index(b"\r\n", at)
    encoded = data.find(b"=?", at, end)
    places = [n for n in range(at, encoded if encoded >= 0 else end) if data[n : n + 1].isalnum()] or [at]
    place = chance.choice(places)
    return data[:place] + (b"8" if data[place : place + 1] != b"8" else b"9") + data[place + 1 :]
