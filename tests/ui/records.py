"""Fictional records for the tests of the window: two mailboxes, three languages, a thread, copies, some unreadable."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

HEBREW = "שלום דנה,\nמצורפת חשבונית 4411 מאת Blue Heron בע״מ, טלפון 03-5551234.\nבברכה, עומר\n"
ARABIC = "مرحبا، الفاتورة 4411 مرفقة.\n"
LONG = 200_000  # characters of the long item


def _message(n: int, sender: str, subject: str, text: str, **more: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = more.pop("to", "Omar Said <omar@halden.example>")
    message["Subject"] = subject
    message["Date"] = f"Tue, {n % 27 + 1:02d} May 2023 09:{n % 60:02d}:00 +0000"
    message["Message-ID"] = f"<{n}@halden.example>"
    for name, value in more.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def messages() -> dict[str, EmailMessage]:
    """Return all messages by their place."""
    made: dict[str, EmailMessage] = {}
    dana, omar = "Dana Levi <dana@halden.example>", "Omar Said <omar@halden.example>"
    for n in range(30):
        made[f"levi/{n:03d}.eml"] = _message(n, dana, f"Weekly report {n}", f"Nothing new in week {n}.\nRegards\n")
    made["levi/heron-1.eml"] = _message(
        40, dana, "heron invoice", "The heron invoice is due.\nPay heron by Friday, the invoice says.\n"
    )
    made["said/heron-2.eml"] = _message(
        41, omar, "Re: heron invoice", "Heron was paid.\n", In_Reply_To="<40@halden.example>"
    )
    made["said/copy.eml"] = made["levi/heron-1.eml"]
    made["said/hebrew.eml"] = _message(42, "עומר סעיד <omar@halden.example>", "פקודת רכש 2023/17", HEBREW)
    made["said/arabic.eml"] = _message(43, omar, "فاتورة", ARABIC)
    made["said/markup.eml"] = _message(
        44,
        omar,
        "<b>bold</b> <img src=http://tracker.example/x.png>",
        "<h1>kestrel</h1> <a href='http://x.example'>go</a>\n",
    )
    made["said/wide.eml"] = _message(
        45, omar, "Wide letters", "\U0001f426\U0001f426 the osprey lands \U0001f426 osprey\n"
    )
    long = "filler words stand here\n" * (LONG // 24)
    made["said/long.eml"] = _message(46, omar, "Long minutes", f"pelican first\n{long}pelican last\n")
    attached = _message(47, dana, "With attachments", "See the two files about the plover.\n")
    attached.add_attachment("first plover file", filename="one.txt")
    attached.add_attachment("second file", filename="two.txt")
    made["levi/attached.eml"] = attached
    return made


def write(folder: Path) -> None:
    """Write all records under a folder."""
    for place, message in messages().items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(message.as_bytes())
    (folder / "levi" / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(40))
    (folder / "levi" / "unknown.bin").write_bytes(bytes(range(256)) * 4)
    (folder / "customer-data").mkdir()
    (folder / "customer-data" / "list.eml").write_bytes(messages()["levi/000.eml"].as_bytes())
