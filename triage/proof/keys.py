"""The Ed25519 keys of one login, in a folder of its own outside every case, and the latest head signed of each case.

A key is made on first use. It is encrypted with a passphrase where one is given, else with one that the platform's
keyring keeps, if that answers without asking anybody and the folder is the login's own, not one for a case that is
thrown away; else it is stored as it is, and reports call it an "unprotected key". Nothing here ever asks for a
passphrase. What is in the folder decides nothing by itself: whoever signs or checks passes it on.
"""

from __future__ import annotations

import base64
import json
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from triage.errors import CaseError
from triage.messages import say
from triage.proof.note import NoteSignature, PublicKey, SignedNote, encoded
from triage.secret_keys import create, login, login_folder, replace

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PASSPHRASE, KEYRING, UNPROTECTED = "passphrase", "keyring", "unprotected key"
"""How a key can be protected, as reports say it."""
VARIABLE = "TRIAGE_PASSPHRASE"
_LOCKED = {PASSPHRASE: "key-locked-passphrase", KEYRING: "key-locked-keyring"}
_SERVICE = "triage"
_ASKING = ("keyring.backends.kwallet", "keyring.backends.libsecret", "keyrings.alt")
"""Keyrings that may ask a person before they answer."""


def passphrase_in(path: Path | None) -> str:
    """Return the first line of a file, or what the environment says where none is named; "" for no passphrase.

    Raises CaseError where the file can't be read or its first line is empty.
    """
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
    """A key that signs, and how its file is protected."""

    public: PublicKey
    protection: str
    _key: Ed25519PrivateKey = field(repr=False)

    def sign(self, text: str) -> NoteSignature:
        """Return the signature of a note's text."""
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
        """Return where the key of this name is."""
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
        """Return the latest head of a case that was signed here, None where there is none.

        Raises CaseError where it can't be read.
        """
        path = self.head_path(case)
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CaseError("head-unreadable", path=path, why=error.strerror or str(error)) from error

    def remember(self, case: str, head: bytes) -> None:
        """Remember a head as the latest of its case."""
        path = self.head_path(case)
        self._make_folder(path.parent)
        replace(path, head)

    def head_path(self, case: str) -> Path:
        """Return where the latest head of a case is."""
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
