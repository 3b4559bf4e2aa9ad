"""Time stamps of RFC 3161: a request for a file's bytes, and the check of an authority's answer.

Nothing here reaches a network: a person carries the request to an authority of their choice and the answer back.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from triage.errors import VerifyError


def request(data: bytes) -> bytes:
    """Return a request to stamp these bytes; it has no nonce, as nobody can have stamped them before they existed."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    builder = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256)
    return bytes(builder.nonce(nonce=False).cert_request(cert_request=True).build().as_bytes())


def check(untrusted_answer: bytes, data: bytes, authority: bytes) -> datetime:
    """Return the time at which an authority says that these bytes existed.

    ``authority`` are its root certificates as PEM, from a source that the reader trusts. Raises VerifyError where the
    answer is no time stamp, of other bytes, or not by that authority.
    """
    from cryptography.x509 import load_pem_x509_certificates
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    try:
        roots = load_pem_x509_certificates(authority)
    except ValueError as error:
        raise VerifyError("stamp-authority-unreadable") from error
    try:
        answer = decode_timestamp_response(_certificates_in_order(untrusted_answer))
        VerifierBuilder(roots=roots).build().verify_message(answer, data)
        time: datetime = answer.tst_info.gen_time
        return time.astimezone(UTC)
    except (ValueError, TypeError, AttributeError, VerificationError) as error:
        raise VerifyError("stamp-wrong", error=error) from error


class _DerElement(NamedTuple):
    """A part of DER: its tag, and where it, its content and what follows begin."""

    tag: int
    start: int
    content: int
    end: int


def _elements(untrusted: bytes, start: int, end: int) -> list[_DerElement]:
    """Return the elements between two offsets; raises ValueError or IndexError where there are none."""
    elements = list[_DerElement]()
    while start < end:
        content, size = start + 2, untrusted[start + 1]
        if size > 0x80:
            content += size & 0x7F
            size = int.from_bytes(untrusted[start + 2 : content], "big")
        if content + size > end:
            raise ValueError("an element is longer than what it is in")
        elements.append(_DerElement(untrusted[start], start, content, content + size))
        start = content + size
    return elements


def _certificates_in_order(untrusted_answer: bytes) -> bytes:
    """Return an answer with its certificates, which no signature covers, in DER's order, which many don't keep."""
    try:
        where = _DerElement(0, 0, 0, len(untrusted_answer))
        for index in (0, 1, 1, 0):  # response, token, its content, signed data
            where = _elements(untrusted_answer, where.content, where.end)[index]
        certificates = next(e for e in _elements(untrusted_answer, where.content, where.end) if e.tag == 0xA0)
        parts = _elements(untrusted_answer, certificates.content, certificates.end)
    except (ValueError, IndexError, StopIteration):
        return untrusted_answer
    ordered = b"".join(sorted(untrusted_answer[e.start : e.end] for e in parts))
    return untrusted_answer[: certificates.content] + ordered + untrusted_answer[certificates.end :]
