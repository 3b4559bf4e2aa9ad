"""PDF files: objects, streams, cross-references and later revisions (ISO 32000-1, 7.3 to 7.5)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def stream(data: bytes, extra: str = "", *, packed: bool = False) -> bytes:
    """Return a stream with these further entries in its dictionary."""
    if packed:
        data, extra = zlib.compress(data), f"/Filter/FlateDecode{extra}"
    return f"<</Length {len(data)}{extra}>>stream\n".encode() + data + b"\nendstream"


def to_unicode(rows: str, space: str) -> bytes:
    """Return the map from a font's codes to Unicode (9.10.3); ``space`` is their range, such as "<00> <FF>"."""
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Own def\n/CMapType 2 def\n"
    return f"{head}1 begincodespacerange\n{space}\nendcodespacerange\n{rows}\nendcmap\nend\nend".encode()


def objects(bodies: Mapping[int, bytes]) -> bytes:
    return b"".join(f"{number} 0 obj\n".encode() + body + b"\nendobj\n" for number, body in bodies.items())


def document(bodies: Mapping[int, bytes], trailer: str = "") -> bytes:
    """Return a file of these objects; the first is the catalog."""
    return revised(HEAD, objects(bodies), trailer)


def revised(before: bytes, body: bytes, trailer: str = "") -> bytes:
    """Append objects with their cross-reference table and trailer: a first revision, or a later one (7.5.6)."""
    data = before + body
    places = {int(m[1]): len(before) + m.start() for m in re.finditer(rb"(?:(?<=\n)|^)(\d+) 0 obj\n", body)}
    first = before == HEAD
    table = "0 1\n0000000000 65535 f \n" if first else ""
    table += "".join(f"{number} 1\n{at:010} 00000 n \n" for number, at in sorted(places.items()))
    if not first:
        trailer += f"/Prev {int(before.rpartition(b'startxref')[2].split()[0])}"
    tail = f"xref\n{table}trailer\n<</Size 200/Root 1 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + tail.encode("latin-1")
