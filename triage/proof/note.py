"""Signed notes and checkpoints as C2SP defines them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint), with Ed25519.

A signed note is a text, an empty line, and a line ``— name base64(key id, signature)`` for each signature of the text.
A checkpoint is a text of three lines that names a log, the number of its entries, and the root of the Merkle tree over
them; lines beyond these, which the document advises against, are refused. A key's public form is one line, too:
``name+key id+base64(1, public key)``.
"""

from __future__ import annotations

import base64
import re
from hashlib import sha256

import msgspec

from triage.errors import VerifyError

ED25519 = 1
"""The byte that stands for plain Ed25519 signatures."""
_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")
_VKEY = re.compile(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_NUMBER = re.compile("0|[1-9][0-9]{0,17}")
_MOST_SIGNATURES = 100


_PRIME = 2**255 - 19
_OF_ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL = (0, 1, _PRIME - 1, _OF_ORDER_8, _PRIME - _OF_ORDER_8)
"""The y of the eight points of small order (RFC 7748, 7): a signature by such a key is one of any text."""


def signed(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether, by Ed25519 (RFC 8032), this key made this signature of this message.

    Keys that OpenSSL takes and RFC 8032 doesn't (5.1.3), and keys of small order, sign nothing.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    y = int.from_bytes(key, "little") & (1 << 255) - 1
    if y >= _PRIME or y in _SMALL:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


class PublicKey(msgspec.Struct, frozen=True):
    """An Ed25519 key that checks signatures, under the name of who has the secret one."""

    name: str
    raw: bytes

    @property
    def id(self) -> bytes:
        """The four bytes by which a signature names its key; together with the name."""
        return sha256(self.name.encode() + bytes([0x0A, ED25519]) + self.raw).digest()[:4]

    @property
    def line(self) -> str:
        """The key as one line of text, for others."""
        return f"{self.name}+{self.id.hex()}+{encoded(bytes([ED25519]) + self.raw)}"

    @classmethod
    def parse(cls, untrusted_line: str) -> PublicKey:
        """Read a key's line; raises VerifyError where it isn't one, or not of this kind."""
        match = _VKEY.fullmatch(untrusted_line)
        raw = _decoded(match[3], 33) if match and not _CONTROL.search(untrusted_line) else b""
        if not match or raw[:1] != bytes([ED25519]):
            raise VerifyError("not-a-public-key", line=untrusted_line[:200])
        key = cls(match[1], raw[1:])
        if key.id.hex() != match[2]:
            raise VerifyError("not-a-public-key", line=untrusted_line[:200])
        return key

    def verifies(self, value: bytes, text: str) -> bool:
        """Whether a signature is this key's of this text."""
        return signed(self.raw, value, text.encode())


class NoteSignature(msgspec.Struct, frozen=True):
    """A signature of a note, by the key that has this name and this id."""

    name: str
    key_id: bytes
    value: bytes

    def dump(self) -> str:
        """Return its line."""
        return f"— {self.name} {encoded(self.key_id + self.value)}\n"


class SignedNote(msgspec.Struct, frozen=True):
    """A text with its signatures, which nothing is known of until ``signers`` has checked them."""

    text: str
    signatures: tuple[NoteSignature, ...]

    def dump(self) -> str:
        """Return text and signatures as ``parse`` reads them."""
        return f"{self.text}\n{''.join(s.dump() for s in self.signatures)}"

    @classmethod
    def parse(cls, untrusted: str) -> SignedNote:
        """Read a note; raises VerifyError where it isn't literally what the document defines."""
        text, blank, rest = untrusted.rpartition("\n\n")
        lines = rest.removesuffix("\n").split("\n")
        sound = text and blank and rest.endswith("\n") and not _CONTROL.search(untrusted)
        if not sound or len(lines) > _MOST_SIGNATURES:
            raise VerifyError("not-a-signed-note")
        return cls(text + "\n", tuple(map(_signature, lines)))

    def signers(self, keys: tuple[PublicKey, ...]) -> tuple[PublicKey, ...]:
        """Return which of the keys signed; raises VerifyError where a signature in the name of one of them is wrong.

        Signatures of other keys count for nothing.
        """
        known, signers = {(key.name, key.id): key for key in keys}, dict[PublicKey, None]()
        for signature in self.signatures:
            if key := known.get((signature.name, signature.key_id)):
                if not key.verifies(signature.value, self.text):
                    raise VerifyError("signature-wrong", name=key.name)
                signers[key] = None
        return tuple(signers)


def _signature(untrusted_line: str) -> NoteSignature:
    match = _LINE.fullmatch(untrusted_line)
    value = _decoded(match[2]) if match else b""
    if not match or len(value) < 5:
        raise VerifyError("not-a-signed-note")
    return NoteSignature(match[1], value[:4], value[4:])


class Checkpoint(msgspec.Struct, frozen=True):
    """A log's name, how many entries it has, and the root of the tree over them."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that is signed."""
        return f"{self.origin}\n{self.size}\n{encoded(self.root)}\n"

    @classmethod
    def parse(cls, untrusted_text: str) -> Checkpoint:
        """Read a checkpoint; raises VerifyError where it isn't one of three lines."""
        lines = untrusted_text.split("\n")
        root = _decoded(lines[2], 32) if len(lines) == 4 else b""
        if not root or not lines[0] or lines[3] or not _NUMBER.fullmatch(lines[1]):
            raise VerifyError("not-a-checkpoint")
        return cls(lines[0], int(lines[1]), root)


def encoded(data: bytes) -> str:
    """Return bytes as these texts have them."""
    return base64.b64encode(data).decode()


def _decoded(untrusted_text: str, size: int = 0) -> bytes:
    """Return what a text stands for, b"" where it isn't the one text for so many bytes."""
    try:
        data = base64.b64decode(untrusted_text, validate=True)
    except ValueError:
        return b""
    return data if encoded(data) == untrusted_text and size in (0, len(data)) else b""


def hash_line(untrusted_line: str) -> bytes:
    """Read one hash of a proof; raises VerifyError where the line isn't one."""
    if data := _decoded(untrusted_line, 32):
        return data
    raise VerifyError("not-a-checkpoint")
