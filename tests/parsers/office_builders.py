"""Office files for the tests, only what the test at hand needs, on top of the one set of document writers."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Mapping

from Cryptodome.Cipher import ARC4

from tests.writers import office97
from tests.writers.pdf import HEAD, objects, revised


def xls(
    streams: Mapping[str, bytes] | None = None, sheet: bytes = b"", strings: tuple[str, ...] = (), state: int = 0
) -> bytes:
    """Return a BIFF8 workbook of one sheet called "Ledger" whose records are ``sheet``."""
    return office97.xls([("Ledger", state, sheet)], strings, streams)


def pdf(pages: list[str], extra: str = "", catalog: str = "", fonts: str = "", trailer: str = "") -> bytes:
    """Return a PDF with one content stream for each page; objects in ``extra`` are numbered from 100."""
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(pages)))
    bodies = {1: f"<</Type/Catalog/Pages 2 0 R {catalog}>>", 2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"}
    bodies[3] = f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica {fonts}>>"
    for index, content in enumerate(pages):
        number = 10 + 2 * index
        bodies[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {number + 1} 0 R/Resources<</Font<</F 3 0 R>>"
            f"/XObject<</I 100 0 R>>>>{'/Annots 101 0 R' if '101 0 obj' in extra else ''}>>"
        )
        bodies[number + 1] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    body = objects({number: content.encode("latin-1") for number, content in bodies.items()})
    return revised(HEAD, body + extra.encode("latin-1"), trailer)


def packed(document: bytes, objects: dict[int, str]) -> bytes:
    """Append objects to a PDF in an object stream, with a stream of cross-references (ISO 32000-1 7.5.7 and 7.5.8)."""
    table, body = "", ""
    for number, content in objects.items():
        table += f"{number} {len(body)} "
        body += f"{content} "
    content = zlib.compress((table + body).encode("latin-1"))
    entries = f"/Type/ObjStm/N {len(objects)}/First {len(table)}/Filter/FlateDecode/Length {len(content)}"
    holder = b"130 0 obj\n<<%s>>stream\n%s\nendstream\nendobj\n" % (entries.encode(), content)
    rows = b"".join(struct.pack(">BIB", 2, 130, index) for index in range(len(objects)))
    rows += struct.pack(">BIB", 1, len(document), 0)
    before = int(re.findall(rb"startxref\n(\d+)", document)[-1])
    index = "".join(f"{number} 1 " for number in (*objects, 130))
    entries = f"/Type/XRef/Size 200/W[1 4 1]/Index[{index}]/Root 1 0 R/Prev {before}/Length {len(rows)}"
    references = b"131 0 obj\n<<%s>>stream\n%s\nendstream\nendobj\n" % (entries.encode(), rows)
    return document + holder + references + b"startxref\n%d\n%%%%EOF\n" % len(document + holder)


def shows(text: str, x: int = 72, y: int = 700) -> str:
    """Return the content stream that shows a line of text."""
    return f"BT /F 12 Tf {x} {y} Td ({text}) Tj ET"


PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class PdfLock:
    """Encrypts for a user's password (standard handler, revision 2, RC4 with 40 bits; ISO 32000-1 7.6.3)."""

    def __init__(self, password: str = "") -> None:
        padded = (password.encode() + PADDING)[:32]
        self.key = hashlib.md5(padded + bytes(32) + struct.pack("<i", -4) + b"0" * 16).digest()[:5]
        entries = f"/Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{ARC4.new(self.key).encrypt(PADDING).hex()}>"
        self.trailer = f"/Encrypt<<{entries}>>/ID[<{'30' * 16}><{'30' * 16}>]"

    def sealed(self, number: int, content: str) -> str:
        """Return what a string or stream of this object is in the file."""
        key = hashlib.md5(self.key + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10]
        return ARC4.new(key).encrypt(content.encode("latin-1")).decode("latin-1")
