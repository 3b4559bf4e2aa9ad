"""Encrypted OpenDocument packages: OpenDocument 1.3 part 2, 3.4 and 4.8, with ``cryptography``.

Blowfish in CFB mode or AES-256 in CBC mode, the key by PBKDF2 from a hash of the password, the content deflated. What
newer versions do otherwise (AES-GCM with Argon2) is done as far as ``cryptography`` has it.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass

from triage.parsers.kit.contract import Context, Limits
from triage.parsers.kit.passwords import Tries
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.transfer import from_base64
from triage.parsers.kit.xml.parts import Element, attribute, local, quiet_tree
from triage.parsers.office.ooxml.package import Package


@dataclass(frozen=True, slots=True)
class Lock:
    """How one member is encrypted, as the manifest says."""

    algorithm: str
    vector: bytes
    derivation: str
    salt: bytes
    rounds: int
    key_bytes: int
    start: str
    memory: int
    lanes: int


def locks(package: Package) -> dict[str, Lock]:
    """Return the lock of each encrypted member; empty where the package isn't encrypted."""
    root = quiet_tree(package.read("META-INF/manifest.xml"))
    found = {}
    for entry in root.iter() if root is not None else ():
        if local(entry) == "file-entry":
            data = next((e for e in entry if local(e) == "encryption-data"), None)
            if data is not None:
                found[attribute(entry, "full-path")] = _lock(data)
    return found


def _lock(data: Element) -> Lock:
    parts = {local(e): e for e in data}
    algorithm, derivation, start = (parts.get(n) for n in ("algorithm", "key-derivation", "start-key-generation"))

    def value(element: Element | None, name: str, default: str = "") -> str:
        return (attribute(element, name) or default) if element is not None else default

    def number(name: str, default: str) -> int:
        text = value(derivation, name, default)
        return int(text) if text.isdigit() else int(default)

    kind = value(derivation, "key-derivation-name").lower()
    return Lock(
        algorithm=value(algorithm, "algorithm-name").lower(),
        vector=from_base64(value(algorithm, "initialisation-vector")),
        derivation=kind,
        salt=from_base64(value(derivation, "salt")),
        rounds=number("iteration-count", "1024")
        if not value(derivation, "argon2-iterations")
        else number("argon2-iterations", "3"),
        key_bytes=number("key-size", "16"),
        start=value(start, "start-key-generation-name", "sha1").lower(),
        memory=number("argon2-memory", "65536"),
        lanes=number("argon2-lanes", "4"),
    )


def opened(package: Package, context: Context, texts: Texts) -> bytes | None:
    """Return the package decrypted, as a zip, or None, with a trouble, where none of the passwords opens it."""
    held = locks(package)
    probe = next((n for n in ("encrypted-package", "content.xml") if n in held), next(iter(held)))
    tries = Tries(*context.passwords)
    for password in tries:
        try:
            content = _decrypted(package.read(probe), held[probe], password, context.limits)
        except (ValueError, zlib.error, TypeError):
            continue
        if content[:2] == b"PK" and probe == "encrypted-package":
            context.fitted.append(password)
            return content
        if content.lstrip()[:1] == b"<":
            context.fitted.append(password)
            return _whole(package, held, password, context.limits, texts)
    texts.troubles += tries.troubles
    texts.trouble("encrypted", "password-needed-tried")
    return None


def _whole(package: Package, held: dict[str, Lock], password: str, limits: Limits, texts: Texts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as clear:
        for member in package.members:
            content = package.read(member)
            if member.filename in held:
                try:
                    content = _decrypted(content, held[member.filename], password, limits)
                except (ValueError, zlib.error, TypeError) as error:
                    texts.trouble("damaged", "part-not-decrypted", name=member.filename, error=error)
                    continue
            if member.filename != "META-INF/manifest.xml":
                clear.writestr(zipfile.ZipInfo(member.filename), content)
    return target.getvalue()


def _decrypted(data: bytes, lock: Lock, password: str, limits: Limits) -> bytes:
    """Return a member's content. Raises ValueError, TypeError or zlib.error for a wrong password or broken data."""
    from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
    from cryptography.hazmat.decrepit.ciphers.modes import CFB
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key = _key(lock, password)
    if "gcm" in lock.algorithm:
        tag, body = data[-16:], data[len(lock.vector) if data.startswith(lock.vector) else 0 : -16]
        cipher = Cipher(algorithms.AES(key), modes.GCM(lock.vector, tag)).decryptor()
        return _inflated(cipher.update(body), limits)
    if "blowfish" in lock.algorithm:
        plain = Cipher(Blowfish(key), CFB(lock.vector)).decryptor().update(data)
    else:
        whole = data[: len(data) - len(data) % 16]
        plain = Cipher(algorithms.AES(key), modes.CBC(lock.vector)).decryptor().update(whole)
    return _inflated(plain, limits)


def _inflated(data: bytes, limits: Limits) -> bytes:
    if data[:2] == b"PK":
        return data
    allowed = min(limits.item_bytes, max(limits.ratio * len(data), 1 << 20))
    return zlib.decompressobj(-15).decompress(data, allowed)


def _key(lock: Lock, password: str) -> bytes:
    raw = password.encode("utf-8")
    start = (
        hashlib.sha256(raw).digest() if "sha256" in lock.start else hashlib.sha1(raw, usedforsecurity=False).digest()
    )
    if "argon2" in lock.derivation:
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        return Argon2id(
            salt=lock.salt, length=lock.key_bytes, iterations=lock.rounds, lanes=lock.lanes, memory_cost=lock.memory
        ).derive(start)
    return hashlib.pbkdf2_hmac("sha1", start, lock.salt, min(lock.rounds, 10_000_000), lock.key_bytes)
