"""Small builders of mail files for the tests."""

from __future__ import annotations

import struct

from triage.parsers.outlook.item import Bag


def mail(body: str = "Hello", **fields: str) -> bytes:
    """Return a message with a few usual fields; further ones by name, with _ for -."""
    usual = {"From": "Ada Lark <ada@lark.example>", "To": "ben@lark.example", "Subject": "Test"}
    usual |= {name.replace("_", "-"): value for name, value in fields.items()}
    return ("".join(f"{name}: {value}\n" for name, value in usual.items()) + "\n" + body).encode()


def multipart(*parts: str, subtype: str = "mixed", boundary: str = "b1") -> bytes:
    """Return a message of these parts, each with its own header block."""
    body = "".join(f"--{boundary}\n{part}\n" for part in parts) + f"--{boundary}--\n"
    return mail(body, MIME_Version="1.0", Content_Type=f'multipart/{subtype}; boundary="{boundary}"')


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def item(subject: str = "Falcon", body: str = "Meet at noon") -> Bag:
    """Return a bag with the properties of a usual mail, to three kinds of recipients and with one attachment."""
    bag = Bag()
    texts = {0x1A: "IPM.Note", 0x37: subject, 0x1000: body, 0xC1A: "Ada Lark", 0xC1F: "ada@lark.example", 0xC1E: "SMTP"}
    bag.values = {(number, 0x1F): wide(text) for number, text in texts.items()}
    bag.values[0x39, 0x40] = (133_485_408_000_000_000).to_bytes(8, "little")  # 2024-01-01 00:00 UTC
    for kind, name in enumerate(("to", "cc", "bcc"), 1):
        bag.recipients.append(
            Bag(
                {
                    (0xC15, 3): struct.pack("<i", kind),
                    (0x3001, 0x1F): wide(f"{name.title()} Person"),
                    (0x39FE, 0x1F): wide(f"{name}@lark.example"),
                }
            )
        )
    bag.attachments.append(
        Bag({(0x3707, 0x1F): wide("plan.txt"), (0x3705, 3): struct.pack("<i", 1), (0x3701, 0x102): b"secret plan"})
    )
    return bag
