"""Signed and encrypted content (RFC 5652) in DER (X.690), without certificates."""

from __future__ import annotations

_PKCS7 = bytes.fromhex("2a864886f70d0107")


def der(tag: int, *parts: bytes) -> bytes:
    """Return one DER element."""
    data = b"".join(parts)
    if len(data) < 128:
        return bytes((tag, len(data))) + data
    size = len(data).to_bytes((len(data).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(size))) + size + data


def cms(kind: str, content: bytes = b"") -> bytes:
    """Return a cryptographic message: "signed" with this content, "detached" or "enveloped" (RFC 5652 5.1, 6.1)."""
    data = der(0x06, _PKCS7 + b"\x01")
    if kind == "enveloped":
        inner = der(0x30, der(0x02, b"\0"), der(0x31), der(0x30, data, der(0x80, b"secret")))
        return der(0x30, der(0x06, _PKCS7 + b"\x03"), der(0xA0, inner))
    inside = der(0x30, data, der(0xA0, der(0x04, content))) if kind == "signed" else der(0x30, data)
    inner = der(0x30, der(0x02, b"\1"), der(0x31), inside, der(0x31))
    return der(0x30, der(0x06, _PKCS7 + b"\x02"), der(0xA0, inner))
