"""Tests of a login's keys: made once, protected as far as can be, and explained where they can't be used."""

from __future__ import annotations

import json
import os
import pwd
from multiprocessing import get_context
from pathlib import Path

import pytest

from triage.errors import CaseError
from triage.proof import keys
from triage.proof.keys import LoginKeys
from triage.secret_keys import login


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("TRIAGE_PASSPHRASE", raising=False)
    return tmp_path / "data" / "keys"


def test_a_key_is_made_on_first_use_for_its_owner_alone(folder: Path) -> None:
    secret = LoginKeys(folder).secret("rae")
    assert (
        LoginKeys(folder).secret("rae").public == secret.public
        and LoginKeys(folder).secret("dana").public != secret.public
    )
    assert secret.protection == "unprotected key" == LoginKeys(folder).protection("rae")
    assert folder.stat().st_mode & 0o777 == 0o700 and folder.joinpath("rae.key").stat().st_mode & 0o777 == 0o600
    assert secret.public.verifies(secret.sign("text\n").value, "text\n")
    assert not secret.public.verifies(secret.sign("text\n").value, "next\n")
    assert sorted(path.name for path in folder.iterdir()) == ["dana.key", "rae.key"]


def test_a_folder_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    LoginKeys(folder).secret("rae")
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_passphrase_protects_the_key(folder: Path) -> None:
    secret = LoginKeys(folder, "heron").secret("rae")
    assert secret.protection == "passphrase" and LoginKeys(folder, "heron").secret("rae").public == secret.public
    stored = folder.joinpath("rae.key").read_bytes()
    assert secret._key.private_bytes_raw() not in stored and b"heron" not in stored
    for passphrase, words in (("", "give --passphrase-file FILE, or set"), ("stork", "doesn't open")):
        with pytest.raises(CaseError, match=words) as caught:
            LoginKeys(folder, passphrase).secret("rae")
        assert "If it is lost, move the file elsewhere" in str(caught.value) and secret.public.line in str(caught.value)
        assert "heron" not in str(caught.value) and "heron" not in repr(LoginKeys(folder, "heron"))


def test_where_the_passphrase_comes_from(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "passphrase"
    file.write_text("\ufeffblue heron\r\nsecond line\n")
    assert keys.passphrase_in(file) == "blue heron" and keys.passphrase_in(None) == ""
    monkeypatch.setenv("TRIAGE_PASSPHRASE", "stork")
    assert keys.passphrase_in(None) == "stork" == LoginKeys.of_login().passphrase
    file.write_text("\nsecond")
    for wrong in (file, tmp_path / "nowhere"):
        with pytest.raises(CaseError, match="can't be used"):
            keys.passphrase_in(wrong)


def test_where_the_folder_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "own"))
    assert LoginKeys.of_login().folder == tmp_path / "own"
    monkeypatch.delenv("TRIAGE_KEYS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert LoginKeys.of_login().folder == tmp_path / "xdg" / "triage" / "keys"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert LoginKeys.of_login().folder == tmp_path / "home" / ".local" / "share" / "triage" / "keys"
    assert not any(tmp_path.iterdir())


def test_a_login_is_a_name_whatever_it_contains(monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry:
        pw_name = "ORRIN\\dana said+1|2"

    monkeypatch.setattr(pwd, "getpwuid", lambda _: Entry)
    assert login() == "ORRIN\\dana-said-1-2"

    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert login() == str(os.getuid())


@pytest.mark.parametrize("name", ["", "two words", "a+b", "a|b", "a\nb", "a\x1bb"])
def test_a_name_that_a_note_cannot_have_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(CaseError, match="can't be the name of a key"):
        LoginKeys(folder).secret(name)
    assert not folder.exists()


def test_a_name_stays_inside_the_folder(folder: Path) -> None:
    for name in ("../../rae", "/etc/rae", ".", "..", "rae@orrin.example"):
        assert LoginKeys(folder).secret(name).public.name == name
        assert LoginKeys(folder).path(name).parent == folder and LoginKeys(folder).path(name).is_file()


@pytest.mark.parametrize("change", ["key", "secret", "protection", None])
def test_a_damaged_key_is_explained(folder: Path, change: str | None) -> None:
    LoginKeys(folder).secret("rae")
    path = folder / "rae.key"
    stored = json.loads(path.read_text())
    path.write_text(json.dumps({**stored, change: "x"}) if change else "{")
    with pytest.raises(CaseError, match="isn't a key that can be used"):
        LoginKeys(folder, "heron").secret("rae")


def test_a_key_under_another_name_is_refused(folder: Path) -> None:
    LoginKeys(folder).secret("rae")
    (folder / "rae.key").rename(folder / "dana.key")
    with pytest.raises(CaseError, match="isn't a key that can be used"):
        LoginKeys(folder).secret("dana")


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CaseError, match="TRIAGE_KEYS can name another folder"):
        LoginKeys(tmp_path / "file" / "keys").secret("rae")


def test_of_several_processes_the_first_makes_the_key(folder: Path) -> None:
    folder.mkdir(parents=True)
    with get_context("fork").Pool(4) as pool:
        lines = pool.map(_line_of_rae, [folder] * 8)
    assert len(set(lines)) == 1


def _line_of_rae(folder: Path) -> str:
    return LoginKeys(folder).secret("rae").public.line


def test_the_latest_head_of_a_case_is_remembered(folder: Path) -> None:
    own = LoginKeys(folder)
    assert own.remembered("ab") is None and not folder.exists()
    own.remember("ab", b"first")
    (folder / "heads" / f"ab.head.{os.getpid()}.new").write_bytes(b"of a process that was killed")
    own.remember("ab", b"second")
    assert own.remembered("ab") == b"second" and own.remembered("cd") is None
    assert [path.name for path in (folder / "heads").iterdir()] == ["ab.head"]


# ---- the platform's keyring

keyring = pytest.importorskip("keyring", reason="the optional library keyring isn't installed")


class _Ring(keyring.backend.KeyringBackend):  # type: ignore[misc,name-defined]
    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.stored: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.stored.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.stored[service, username] = password


class _Weak(_Ring):
    priority = 0.5


class _Locked(_Ring):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.KeyringLocked("locked")


@pytest.fixture
def ring(folder: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("TRIAGE_KEYS", str(folder))
    before = keyring.get_keyring()
    own = _Ring()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


def test_a_keyring_protects_the_key(folder: Path, ring: _Ring) -> None:
    secret = LoginKeys(folder).secret("rae")
    assert secret.protection == "keyring" and LoginKeys(folder).secret("rae").public == secret.public
    assert [line for _, line in ring.stored] == [secret.public.line]
    assert secret._key.private_bytes_raw() not in folder.joinpath("rae.key").read_bytes()
    ring.stored.clear()
    with pytest.raises(CaseError, match="in this login's keyring, which is locked"):
        LoginKeys(folder).secret("rae")


def test_a_folder_that_is_not_the_logins_own_leaves_the_keyring_alone(folder: Path, ring: _Ring) -> None:
    """As that of a case that is thrown away."""
    assert LoginKeys(folder / "trial").secret("rae").protection == "unprotected key" and not ring.stored


def test_a_passphrase_that_is_given_comes_before_the_keyring(folder: Path, ring: _Ring) -> None:
    assert LoginKeys(folder, "heron").secret("rae").protection == "passphrase" and not ring.stored


@pytest.mark.parametrize("kind", [_Weak, _Locked])
def test_a_keyring_that_is_weak_or_asks_is_not_used(folder: Path, ring: _Ring, kind: type[_Ring]) -> None:
    keyring.set_keyring(kind())
    assert LoginKeys(folder).secret("rae").protection == "unprotected key"
