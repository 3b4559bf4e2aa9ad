"""A head: what a case's three logs were at one moment, in a few hundred bytes to keep elsewhere; and its time stamp.

A head file is text. For each log, in the order of ``LOGS``, it has a signed checkpoint (``triage.proof.keys``) whose
origin is ``triage/<case id>/<log>``; then come the public keys of those who signed, each as ``key <line>``. Where a
head is to be compared with an earlier one, a proof stands before each checkpoint, as in the requests of
c2sp.org/tlog-witness: ``old <entries of the earlier head>`` and the hashes of a consistency proof. Empty lines stand
between all of these. The proofs aren't signed and needn't be: they hold or they don't.

A log's entry is a line of ``ledger.jsonl`` or ``views.jsonl`` up to its hash, closed by ``}``, or an audit row as it is
hashed: ``seq|time|actor|action|detail``. The case id is the hash of the first audit row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from triage.errors import VerifyError
from triage.proof import tree
from triage.proof.keys import Checkpoint, NoteSignature, PublicKey, SignedNote, encoded, hash_line

if TYPE_CHECKING:
    from triage.proof.keys import SecretKey

LOGS = ("ledger", "views", "audit")
_ORIGIN = re.compile("triage/([0-9a-f]{64})/ledger")
_MOST_BYTES = 1 << 20
_MOST_HASHES = 63


class LogHead(msgspec.Struct, frozen=True):
    """One log's part of a head, with a proof that it extends the first ``old`` entries where there is one."""

    checkpoint: Checkpoint
    signatures: tuple[NoteSignature, ...] = ()
    old: int | None = None
    proof: tuple[bytes, ...] = ()

    def extends(self, old: int, root: bytes) -> bool:
        return tree.extends(old, root, self.checkpoint.size, self.checkpoint.root, self.proof)

    @property
    def note(self) -> SignedNote:
        return SignedNote(self.checkpoint.text, self.signatures)

    def dump(self) -> str:
        proof = "" if self.old is None else "\n".join([f"old {self.old}", *map(encoded, self.proof), "\n"])
        return proof + self.note.dump()


class CaseHead(msgspec.Struct, frozen=True):
    """The heads of a case's logs, in the order of ``LOGS``, and the keys of those who signed."""

    case: str
    logs: tuple[LogHead, ...]
    keys: tuple[PublicKey, ...] = ()

    @classmethod
    def make(cls, case: str, logs: Mapping[str, tuple[int, bytes]]) -> CaseHead:
        """Return a head over logs of so many entries with these roots; nobody has signed it yet."""
        return cls(case, tuple(LogHead(Checkpoint(f"triage/{case}/{log}", *logs[log])) for log in LOGS))

    @property
    def sizes(self) -> dict[str, int]:
        return {log: part.checkpoint.size for log, part in zip(LOGS, self.logs, strict=True)}

    @property
    def roots(self) -> dict[str, bytes]:
        return {log: part.checkpoint.root for log, part in zip(LOGS, self.logs, strict=True)}

    def same(self, other: CaseHead) -> bool:
        return [part.checkpoint for part in self.logs] == [part.checkpoint for part in other.logs]

    def signed(self, signer: SecretKey) -> CaseHead:
        if signer.public in self.keys:
            return self
        logs = (replace(p, signatures=(*p.signatures, signer.sign(p.checkpoint.text))) for p in self.logs)
        return replace(self, logs=tuple(logs), keys=(*self.keys, signer.public))

    def proving(self, old: Mapping[str, int], proofs: Mapping[str, Sequence[bytes]]) -> CaseHead:
        """Return the head with proofs that it extends the first ``old`` entries of each log."""
        parts = zip(LOGS, self.logs, strict=True)
        return replace(self, logs=tuple(replace(p, old=old[log], proof=tuple(proofs[log])) for log, p in parts))

    def signers(self) -> tuple[PublicKey, ...]:
        """Return the keys; raises VerifyError where there is none, or one didn't sign all three checkpoints."""
        for part in self.logs:
            if set(part.note.signers(self.keys)) != set(self.keys):
                raise VerifyError("head-not-signed")
        if not self.keys:
            raise VerifyError("head-not-signed")
        return self.keys

    def check_extends(self, earlier: CaseHead) -> None:
        """Raise VerifyError unless the proofs show that nothing the earlier head covers was changed since."""
        if self.case != earlier.case:
            raise VerifyError("head-of-another-case")
        for log, new, old in zip(LOGS, self.logs, earlier.logs, strict=True):
            size, root = old.checkpoint.size, old.checkpoint.root
            if new.checkpoint.size < size:
                raise VerifyError("head-log-shorter", log=log, known=size, count=new.checkpoint.size)
            if new.old != size and (new.old is not None or size not in (0, new.checkpoint.size)):
                raise VerifyError("head-without-proof", log=log, known=size)
            if not new.extends(size, root):
                raise VerifyError("head-log-rewritten", log=log, known=size)

    def dump(self) -> str:
        keys = "".join(f"key {key.line}\n" for key in self.keys)
        return "\n".join([*(part.dump() for part in self.logs), keys])

    @classmethod
    def parse(cls, untrusted: bytes) -> CaseHead:
        """Read a head's text; raises VerifyError where it isn't literally one. Signatures aren't checked."""
        try:
            blocks = untrusted[:_MOST_BYTES].decode().split("\n\n")
        except UnicodeDecodeError as error:
            raise VerifyError("not-a-head") from error
        keys = tuple(_key(line) for line in blocks.pop().removesuffix("\n").split("\n"))
        blocks.reverse()
        logs = tuple(_log_head(blocks) for _ in LOGS)
        match = _ORIGIN.fullmatch(logs[0].checkpoint.origin)
        case = match[1] if match else ""
        head = cls(case, logs, keys)
        sound = [part.checkpoint.origin for part in logs] == [f"triage/{case}/{log}" for log in LOGS]
        if not case or not sound or len(set(keys)) < len(keys) or head.dump().encode() != untrusted:
            raise VerifyError("not-a-head")
        return head


def _key(untrusted_line: str) -> PublicKey:
    if not untrusted_line.startswith("key "):
        raise VerifyError("not-a-head")
    return PublicKey.parse(untrusted_line.removeprefix("key "))


def _log_head(untrusted_blocks: list[str]) -> LogHead:
    old, proof = None, list[bytes]()
    if untrusted_blocks and (first := untrusted_blocks[-1].split("\n"))[0].startswith("old "):
        untrusted_blocks.pop()
        old, proof = _size(first[0].removeprefix("old ")), [hash_line(line) for line in first[1:]]
    if len(untrusted_blocks) < 2 or len(proof) > _MOST_HASHES:
        raise VerifyError("not-a-head")
    text, signatures = untrusted_blocks.pop(), untrusted_blocks.pop()
    note = SignedNote.parse(f"{text}\n\n{signatures}\n")
    return LogHead(Checkpoint.parse(note.text), note.signatures, old, tuple(proof))


def _size(untrusted_text: str) -> int:
    if not re.fullmatch("0|[1-9][0-9]{0,17}", untrusted_text):
        raise VerifyError("not-a-head")
    return int(untrusted_text)


# Time stamps of RFC 3161: a request for the bytes of a head's file, and the check of an authority's answer.
#
# Nothing here reaches a network: a person carries the request to an authority of their choice and the answer back.


def time_stamp_request(data: bytes) -> bytes:
    """Return a time-stamp request for these bytes, in DER (RFC 3161, section 2.4.1).

    It has no nonce: nobody can have stamped the bytes before they existed.
    """
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    builder = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256)
    return bytes(builder.nonce(nonce=False).cert_request(cert_request=True).build().as_bytes())


def check_time_stamp(untrusted_answer: bytes, data: bytes, authority: bytes) -> datetime:
    """Return the time (UTC) at which an authority says that these bytes existed.

    ``authority`` is its root certificates as PEM, from a source that the reader trusts. Raises VerifyError if the
    answer is no time stamp, or is of other bytes, or isn't by that authority.
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
    """An element of DER: its tag, and the offsets of its start, of its content and of its end."""

    tag: int
    start: int
    content: int
    end: int


def _elements(untrusted: bytes, start: int, end: int) -> list[_DerElement]:
    """Return the elements between two offsets; raises ValueError or IndexError for bytes that aren't DER."""
    elements = list[_DerElement]()
    while start < end:
        content, size = start + 2, untrusted[start + 1]
        if size > 0x80:
            content += size & 0x7F
            size = int.from_bytes(untrusted[start + 2 : content], "big")
        if content + size > end:
            raise ValueError("an element is longer than the one around it")
        elements.append(_DerElement(untrusted[start], start, content, content + size))
        start = content + size
    return elements


def _certificates_in_order(untrusted_answer: bytes) -> bytes:
    """Return an answer with its certificates sorted: DER wants a SET OF so (X.690, 11.6), and many authorities don't.

    No signature covers their order.
    """
    try:
        element = _DerElement(0, 0, 0, len(untrusted_answer))
        for index in (0, 1, 1, 0):  # response, token, its content, signed data
            element = _elements(untrusted_answer, element.content, element.end)[index]
        certificates = next(e for e in _elements(untrusted_answer, element.content, element.end) if e.tag == 0xA0)
        parts = _elements(untrusted_answer, certificates.content, certificates.end)
    except (ValueError, IndexError, StopIteration):
        return untrusted_answer
    ordered = b"".join(sorted(untrusted_answer[e.start : e.end] for e in parts))
    return untrusted_answer[: certificates.content] + ordered + untrusted_answer[certificates.end :]
