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
from typing import Any

from triage.parsers.kit.contract import Context, Limits
from triage.parsers.kit.list_labels import whole
from triage.parsers.kit.passwords import Tries
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.transfer import from_base64
from triage.parsers.kit.xml.parts import Element, attribute, attributes, local, quiet_tree
from triage.parsers.office.ooxml.package import Package


@dataclass(frozen=True, slots=True)
class Lock:
    """How one member is encrypted, as the manifest says."""

    algorithm: str
    vector: bytes
    argon2: bool
    salt: bytes
    rounds: int
    key_bytes: int
    start: str
    memory: int
    lanes: int


def locks(package: Package) -> dict[str, Lock]:
    """Return the lock of each encrypted member; empty where the package isn't encrypted."""
    root = quiet_tree(package.read("META-INF/manifest.xml"))
    entries = root.iter("{*}file-entry") if root is not None else ()
    encrypted = ((entry, entry.find("{*}encryption-data")) for entry in entries)
    return {attribute(entry, "full-path"): _lock(data) for entry, data in encrypted if data is not None}


def _lock(data: Element) -> Lock:
    parts = {local(e): attributes(e) for e in data}
    cipher, derivation, start = (parts.get(n, {}) for n in ("algorithm", "key-derivation", "start-key-generation"))
    rounds, usual = ("argon2-iterations", 3) if derivation.get("argon2-iterations") else ("iteration-count", 1024)
    return Lock(
        algorithm=cipher.get("algorithm-name", "").lower(),
        vector=from_base64(cipher.get("initialisation-vector", "")),
        argon2="argon2" in derivation.get("key-derivation-name", "").lower(),
        salt=from_base64(derivation.get("salt", "")),
        rounds=whole(derivation.get(rounds, ""), usual),
        key_bytes=whole(derivation.get("key-size", ""), 16),
        start="sha256" if "sha256" in start.get("start-key-generation-name", "").lower() else "sha1",
        memory=whole(derivation.get("argon2-memory", ""), 65536),
        lanes=whole(derivation.get("argon2-lanes", ""), 4),
    )


def opened(package: Package, context: Context, texts: Texts) -> bytes | None:
    """Return the package decrypted, as a zip, or None, with a trouble, where none of the passwords opens it."""
    closed = locks(package)
    probe = next((n for n in ("encrypted-package", "content.xml") if n in closed), next(iter(closed)))
    tries = Tries(*context.passwords)
    for password in tries:
        try:
            content = _decrypted(package.read(probe), closed[probe], password, context.limits)
        except (ValueError, zlib.error, TypeError):
            continue
        if content[:2] == b"PK" and probe == "encrypted-package":
            context.fitted.append(password)
            return content
        if content.lstrip()[:1] == b"<":
            context.fitted.append(password)
            return _whole(package, closed, password, context.limits, texts)
    texts.troubles += tries.troubles
    texts.trouble("encrypted", "password-needed-tried")
    return None


def _whole(package: Package, closed: dict[str, Lock], password: str, limits: Limits, texts: Texts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as clear:
        for member in package.members:
            content = package.read(member)
            if member.filename in closed:
                try:
                    content = _decrypted(content, closed[member.filename], password, limits)
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
    cipher: Cipher[Any]
    if "gcm" in lock.algorithm:
        body = data[len(lock.vector) if data.startswith(lock.vector) else 0 : -16]
        cipher = Cipher(algorithms.AES(key), modes.GCM(lock.vector, data[-16:]))
    elif "blowfish" in lock.algorithm:
        body, cipher = data, Cipher(Blowfish(key), CFB(lock.vector))
    else:
        body, cipher = data[: len(data) - len(data) % 16], Cipher(algorithms.AES(key), modes.CBC(lock.vector))
    plain = cipher.decryptor().update(body)
    if plain[:2] == b"PK":
        return plain
    allowed = min(limits.item_bytes, max(limits.ratio * len(plain), 1 << 20))
    return zlib.decompressobj(-15).decompress(plain, allowed)


def _key(lock: Lock, password: str) -> bytes:
    start = hashlib.new(lock.start, password.encode(), usedforsecurity=False).digest()
    if lock.argon2:
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        return Argon2id(
            salt=lock.salt, length=lock.key_bytes, iterations=lock.rounds, lanes=lock.lanes, memory_cost=lock.memory
        ).derive(start)
    return hashlib.pbkdf2_hmac("sha1", start, lock.salt, min(lock.rounds, 10_000_000), lock.key_bytes)
