"""S/MIME and CMS files: .p7m and .p7s; signed content becomes a child, encrypted content is reported.

RFC 8551 and RFC 5652. No signature is checked and no key is ever used.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Format, Probe
from triage.parsers.signed.cms import content_kind, is_cms, is_cut, is_encrypted, is_entity, signed_content

TYPE = "application/pkcs7-mime"
_PEM = re.compile(rb"-----BEGIN (?:PKCS7|CMS|PKCS #7 SIGNED DATA)-----\s+([A-Za-z0-9+/=\s]+)-----END")


def claims(probe: Probe) -> bool:
    """Whether the file is a cryptographic message, bare or in base64 between dashes."""
    return is_cms(probe.head) or _PEM.match(probe.head.lstrip() + b"-----END") is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read one cryptographic message."""
    data = _bare(untrusted_data[:])
    extract = Extract(TYPE)
    if is_encrypted(data):
        extract.troubles.append(Trouble("encrypted", say("smime-encrypted")))
        return extract
    content = signed_content(data, context.limits.item_bytes)
    if content and is_cut(data):
        extract.troubles.append(Trouble("truncated", say("smime-cut")))
    if content:
        extract.children = [Child(_name(context.name), content, "message/rfc822" if is_entity(content) else None)]
    elif content_kind(data) is not None:
        extract.segments.append(Segment("properties", "signature or certificates only"))
    else:
        extract.troubles.append(Trouble("damaged", say("smime-damaged")))
    return extract


def _bare(data: bytes) -> bytes:
    match = _PEM.match(data.lstrip())
    if match is None:
        return data
    try:
        return a2b_base64(match[1])
    except BinasciiError:
        return b""


def _name(untrusted_name: str) -> str | None:
    """Return the name of what was signed or stamped: a.txt for a.txt.p7m."""
    stem, dot, ending = untrusted_name.rpartition(".")
    return stem if dot and "." in stem and ending.lower() in ("p7m", "tsd") else None


FORMAT = Format(
    label="S/MIME or CMS message",
    types=(TYPE, "application/x-pkcs7-mime", "application/pkcs7-signature", "application/x-pkcs7-signature"),
    extensions=("p7m", "p7s", "p7c", "p7b", "p7z", "tsd"),
    level="signed, compressed and time-stamped content as a child; encrypted content is reported",
    claims=claims,
    parse=parse,
)
