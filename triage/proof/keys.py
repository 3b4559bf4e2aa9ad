"""Signed notes, and the Ed25519 keys of one login that sign them: heads, exports, decisions, versions of the scope.

The keys are in a folder of their own outside every case, with the latest head that was signed of each case.
A key is made on first use. It is encrypted with a passphrase where one is given, else with one that the platform's
keyring keeps, if that answers without asking anybody and the folder is the login's own, not one for a case that is
thrown away; else it is stored as it is, and reports call it an "unprotected key". Nothing here ever asks for a
passphrase. What is in the folder decides nothing by itself: whoever signs or checks passes it on.
"""

from __future__ import annotations

import base64
import json
import os
import platform
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from triage.errors import CaseError, TriageError, VerifyError
from triage.messages import say
from triage.model.scope import ScopeVersion
from triage.secret_keys import create, login, login_folder, replace

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


# Signed notes and checkpoints as C2SP defines them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint), with Ed25519.
#
# A signed note is a text, an empty line, and a line ``— name base64(key id, signature)`` for each signature of the
# text. A checkpoint is a text of three lines that names a log, the number of its entries, and the root of the Merkle
# tree over them; lines beyond these, which the document advises against, are refused. A key's public form is one
# line, too: ``name+key id+base64(1, public key)``.

ED25519 = 1  # the byte that stands for plain Ed25519 signatures
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
        return signed(self.raw, value, text.encode())


class NoteSignature(msgspec.Struct, frozen=True):
    name: str
    key_id: bytes
    value: bytes

    def dump(self) -> str:
        return f"— {self.name} {encoded(self.key_id + self.value)}\n"


class SignedNote(msgspec.Struct, frozen=True):
    """A text with its signatures, which nothing is known of until ``signers`` has checked them."""

    text: str
    signatures: tuple[NoteSignature, ...]

    def dump(self) -> str:
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
        """Return which of these keys signed; raises VerifyError where a signature in the name of one is wrong."""
        known, signers = {(key.name, key.id): key for key in keys}, dict[PublicKey, None]()
        for signature in self.signatures:
            if key := known.get((signature.name, signature.key_id)):  # signatures of other keys count for nothing
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
    return base64.b64encode(data).decode()


def _decoded(untrusted_text: str, size: int = 0) -> bytes:
    """Return what a text stands for, b"" where it isn't the one text for so many bytes."""
    try:
        data = base64.b64decode(untrusted_text, validate=True)
    except ValueError:
        return b""
    return data if encoded(data) == untrusted_text and size in (0, len(data)) else b""


def hash_line(untrusted_line: str) -> bytes:
    if data := _decoded(untrusted_line, 32):
        return data
    raise VerifyError("not-a-checkpoint")


PASSPHRASE, KEYRING, UNPROTECTED = "passphrase", "keyring", "unprotected key"
"""How a key can be protected, as reports say it."""
VARIABLE = "TRIAGE_PASSPHRASE"
_LOCKED = {PASSPHRASE: "key-locked-passphrase", KEYRING: "key-locked-keyring"}
_SERVICE = "triage"
_ASKING = ("keyring.backends.kwallet", "keyring.backends.libsecret", "keyrings.alt")
"""Keyrings that may ask a person before they answer."""


def passphrase_in(path: Path | None) -> str:
    """Return a file's first line, or what the environment says, "" for nothing; CaseError where it can't be read."""
    if path is None:
        return os.environ.get(VARIABLE, "")
    try:
        passphrase = path.read_text("utf-8-sig").partition("\n")[0].removesuffix("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError("passphrase-unreadable", path=path, error=error) from error
    if not passphrase:
        raise CaseError("passphrase-unreadable", path=path, error="its first line is empty")
    return passphrase


@dataclass(frozen=True, slots=True)
class SecretKey:
    public: PublicKey
    protection: str
    _key: Ed25519PrivateKey = field(repr=False)

    def sign(self, text: str) -> NoteSignature:
        return NoteSignature(self.public.name, self.public.id, self._key.sign(text.encode()))

    def sign_digest(self, case: str, kind: str, digest: str) -> bytes:
        """Return a signed note of the SHA-256 of a proof or an export of a case, and the public key."""
        text = f"triage/{case}/{kind}\n{digest}\n"
        return f"{SignedNote(text, (self.sign(text),)).dump()}key {self.public.line}\n".encode()


@dataclass(frozen=True, slots=True)
class LoginKeys:
    """The folder of keys, the passphrase that was given for them ("" for none), and the login that they are of."""

    folder: Path
    passphrase: str = field(default="", repr=False)
    owner: str = field(default_factory=login)

    @classmethod
    def of_login(cls, passphrase_file: Path | None = None) -> LoginKeys:
        """Return the login's own: the folder that TRIAGE_KEYS names, else the one in the user's data folder (XDG)."""
        return cls(login_folder(), passphrase_in(passphrase_file))

    def path(self, name: str) -> Path:
        return self.folder / f"{quote(name, safe='@')}.key"

    def secret(self, name: str) -> SecretKey:
        """Return the key of this name, made on first use; raises CaseError where it can't be used, and says why."""
        if not name or re.search(r"[\s+|\x00-\x1f\x7f]", name):
            raise CaseError("key-name-bad", name=name)
        path = self.path(name)
        try:
            if not path.exists():
                self._make(name, path)
            return self._load(name, path, json.loads(path.read_bytes()))
        except OSError as error:
            raise CaseError("key-unreadable", path=path, error=error.strerror) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CaseError("key-damaged", path=path) from error

    def protection(self, name: str) -> str:
        """Return how a key's file is protected, "" where there is none or it can't be read."""
        try:
            return str(json.loads(self.path(name).read_bytes())["protection"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def _make(self, name: str, path: Path) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._make_folder(self.folder)
        key = Ed25519PrivateKey.generate()
        line, raw = _public(name, key).line, key.private_bytes_raw()
        protection, passphrase = PASSPHRASE, self.passphrase
        if not passphrase:
            passphrase = _store_in_keyring(line) if self.folder == login_folder() else ""
            protection = KEYRING if passphrase else UNPROTECTED
        stored: dict[str, Any] = {"key": line, "protection": protection}
        if passphrase:
            salt = secrets.token_bytes(16)
            raw = _cipher(protection, passphrase, salt).encrypt(bytes(12), raw, line.encode())
            stored["salt"] = encoded(salt)
        create(path, json.dumps({**stored, "secret": encoded(raw)}, ensure_ascii=False, indent=1).encode())

    def _load(self, name: str, path: Path, stored: dict[str, Any]) -> SecretKey:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        line, protection = str(stored["key"]), str(stored["protection"])
        raw = base64.b64decode(stored["secret"], validate=True)
        if protection != UNPROTECTED:
            passphrase = _from_keyring(line) if protection == KEYRING else self.passphrase
            if not passphrase:
                raise CaseError(_LOCKED[protection], path=path, lost=say("key-lost", line=line))
            try:
                cipher = _cipher(protection, passphrase, base64.b64decode(stored["salt"], validate=True))
                raw = cipher.decrypt(bytes(12), raw, line.encode())
            except InvalidTag as error:
                raise CaseError("key-passphrase-wrong", path=path, lost=say("key-lost", line=line)) from error
        key = Ed25519PrivateKey.from_private_bytes(raw)
        if _public(name, key).line != line:
            raise CaseError("key-damaged", path=path)
        return SecretKey(_public(name, key), protection, key)

    # The latest head of each case

    def remembered(self, case: str) -> bytes | None:
        """Return the latest head of a case that was signed here, None for none; CaseError where it can't be read."""
        path = self.head_path(case)
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CaseError("head-unreadable", path=path, why=error.strerror or str(error)) from error

    def remember(self, case: str, head: bytes) -> None:
        path = self.head_path(case)
        self._make_folder(path.parent)
        replace(path, head)

    def head_path(self, case: str) -> Path:
        return self.folder / "heads" / f"{case}.head"

    def _make_folder(self, folder: Path) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.folder.stat().st_mode & 0o077:
            self.folder.chmod(0o700)
        folder.mkdir(mode=0o700, exist_ok=True)


def _public(name: str, key: Ed25519PrivateKey) -> PublicKey:
    return PublicKey(name, key.public_key().public_bytes_raw())


_COST = {PASSPHRASE: 1 << 15, KEYRING: 2}
"""What it costs to try a passphrase (the n of scrypt); those of a keyring are random and can't be guessed."""


def _cipher(protection: str, passphrase: str, salt: bytes) -> Any:
    """Return the cipher of one key file; its salt is used once, so that the nonce may be constant."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    scrypt = Scrypt(salt=salt, length=32, n=_COST[protection], r=8, p=1)
    return ChaCha20Poly1305(scrypt.derive(passphrase.encode()))


# ---- the platform's keyring, which is an optional library


def _store_in_keyring(line: str) -> str:
    """Return a new passphrase that a keyring has stored under a key's line, "" where there is no usable one."""
    passphrase = secrets.token_urlsafe(32)
    for keyring in _usable_keyrings():
        try:
            keyring.set_password(_SERVICE, line, passphrase)
            if keyring.get_password(_SERVICE, line) == passphrase:
                return passphrase
        except Exception:  # noqa: S112  what a keyring raises is its own affair; the next is tried
            continue
    return ""


def _from_keyring(line: str) -> str:
    for keyring in _usable_keyrings():
        try:
            if passphrase := keyring.get_password(_SERVICE, line):
                return str(passphrase)
        except Exception:  # noqa: S112
            continue
    return ""


def _usable_keyrings() -> list[Any]:
    """Return the keyrings that answer at once, without asking anybody."""
    try:
        import keyring

        chosen = keyring.get_keyring()
    except Exception:  # not installed, or wrongly configured
        return []
    return [each for each in getattr(chosen, "backends", [chosen]) if _answers_at_once(each)]


def _answers_at_once(keyring: Any) -> bool:
    """Whether a keyring is one to be trusted with a secret, and unlocked."""
    module = type(keyring).__module__
    if module.startswith(_ASKING) or keyring.priority < 1:
        return False
    if module != "keyring.backends.SecretService":
        return True
    try:
        import secretstorage

        connection = secretstorage.dbus_init()
        try:
            return not secretstorage.get_collection_by_alias(connection, "default").is_locked()
        finally:
            connection.close()
    except Exception:
        return False


# The key of a login as it signs what is decided in a case, and versions of the scope; and checking both.


class LoginSigner:
    """A login's key, read on first use; one that can't be used is tried once."""

    def __init__(self, keys: Callable[[], LoginKeys]) -> None:
        self._keys = keys

    @property
    def login(self) -> str:
        return f"{self._keys().owner}@{platform.node()}"

    @cached_property
    def _secret(self) -> SecretKey | TriageError:
        try:
            return self._keys().secret(self._keys().owner)
        except TriageError as error:
            return error

    @property
    def key(self) -> str:
        """The public line of the key; raises TriageError where the key can't be used."""
        return self._usable.public.line

    def sign(self, text: str) -> str:
        """Return the signature of a text, encoded; raises TriageError where the key can't be used."""
        return encoded(self._usable.sign(text).value)

    @property
    def _usable(self) -> SecretKey:
        if isinstance(self._secret, TriageError):
            raise self._secret
        return self._secret


def verifies(untrusted_key: str, untrusted_signature: str, text: str) -> bool:
    try:
        key = PublicKey.parse(untrusted_key)
        value = base64.b64decode(untrusted_signature, validate=True)
        return encoded(value) == untrusted_signature and key.verifies(value, text)
    except (VerifyError, ValueError):
        return False


# The signature of a person who approves a version of the scope: over one line of JSON that says what is approved.
#
# It is stored with the version, as JSON with the signature and the key's public form. Whose key that is, the heads of
# the case and whoever knows the key tell.


def _approval(case: str, version: ScopeVersion) -> str:
    """Return what is signed: the version without its text, which the SHA-256 stands for, and the id of the case."""
    stated = {key: value for key, value in msgspec.to_builtins(version).items() if key not in ("text", "signature")}
    return json.dumps({"case": case, **stated}, sort_keys=True, separators=(",", ":")) + "\n"


def signed_approval(case: str, key: SecretKey, version: ScopeVersion) -> str:
    value = encoded(key.sign(_approval(case, version)).value)
    return json.dumps({"key": key.public.line, "signature": value})


def approving_key(case: str, version: ScopeVersion) -> PublicKey:
    """Return the key that signed a version; raises VerifyError where the signature isn't of this version."""
    try:
        untrusted = json.loads(version.signature or "")
        key = PublicKey.parse(str(untrusted["key"]))
        value = base64.b64decode(str(untrusted["signature"]), validate=True)
    except (VerifyError, ValueError, KeyError, TypeError) as error:
        raise VerifyError("scope-approval-unsigned", version=version.number, who=version.approver) from error
    if not key.verifies(value, _approval(case, version)):
        raise VerifyError("scope-approval-wrong", version=version.number, who=version.approver, line=key.line)
    return key
