"""Time stamps of RFC 3161: a request for a file's bytes, and the check of an authority's answer.

Nothing here reaches a network: a person carries the request to an authority of their choice and the answer back.
"""

from __future__ import annotations

from datetime import UTC, datetime

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
        answer = decode_timestamp_response(untrusted_answer)
        VerifierBuilder(roots=roots).build().verify_message(answer, data)
        time: datetime = answer.tst_info.gen_time
        return time.astimezone(UTC)
    except (ValueError, TypeError, AttributeError, VerificationError) as error:
        raise VerifyError("stamp-wrong", error=error) from error
