"""Tests of the program that outsiders run: what it accepts is right, and whatever was changed makes it fail."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.proof import proofs
from tests.proof.proofs import LEDGER, NARROWER, closed, denied, opened, proof, read, resigned, scope_event, summed
from tests.records import case_of, mail
from triage.errors import VerifyError
from triage.proof import keys, tree, verify
from triage.proof.head import CaseHead
from triage.proof.keys import LoginKeys
from triage.proof.verify import heads as ed25519
from triage.proof.verify import main
from triage.proof.verify.basics import Failure, Inputs, read_json
from triage.proof.verify.heads import ORDER, MerkleTree, extends, read_head, signed
from triage.proof.verify.ledgers import Annex, CheckedScope, simple_toml
from triage.scope.ledger import Ledger, entries
from triage.scope.policy import parse
from triage.secret_keys import login

Events = list[Any]


def checked(
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    head: Path | None = None,
    annex: Path | None = None,
    theirs: Path | None = None,
) -> tuple[int, str]:
    capsys.readouterr()
    code = main.print_results(folder, Inputs(ed25519.signed, head, annex, theirs))
    return code, capsys.readouterr().out


# ---- Ed25519

VECTORS = """
d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a - e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c 72 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025 af82 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704
"""  # noqa: E501


@pytest.mark.parametrize("vector", VECTORS.strip().splitlines())
def test_signatures_of_rfc_8032(vector: str) -> None:
    key, message, signature = (bytes.fromhex(part.strip("-")) for part in vector.split(" "))
    assert signed(key, signature, message)
    assert not signed(key, signature, message + b"x")


@settings(max_examples=examples(60))
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=100), st.data())
def test_agrees_with_cryptography(secret: bytes, message: bytes, data: st.DataObject) -> None:
    private = Ed25519PrivateKey.from_private_bytes(secret)
    parts = [bytearray(part) for part in (private.public_key().public_bytes_raw(), private.sign(message), message)]
    for _ in range(data.draw(st.integers(0, 2))):
        part = data.draw(st.sampled_from([part for part in parts if part]))
        part[data.draw(st.integers(0, len(part) - 1))] ^= data.draw(st.integers(1, 255))
    key, signature, message = map(bytes, parts)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        valid = True
    except InvalidSignature:
        valid = False
    assert signed(key, signature, message) == keys.signed(key, signature, message) == valid


def test_only_one_form_of_a_signature_counts() -> None:
    key, signature = proofs.KEY.public_key().public_bytes_raw(), proofs.KEY.sign(b"m")
    more = (int.from_bytes(signature[32:], "little") + ORDER).to_bytes(32, "little")
    for check in (signed, keys.signed):
        assert check(key, signature, b"m") and not check(key, signature[:32] + more, b"m")
        assert not check(key, signature[:63], b"m") and not check(key[:31], signature, b"m")


SMALL = [
    bytes([1]) + bytes(31),
    bytes(32),
    bytes(31) + b"\x80",
    bytes([1]) + bytes(30) + b"\x80",
    b"\xec" + b"\xff" * 30 + b"\x7f",
    b"\xed" + b"\xff" * 30 + b"\x7f",  # 0 again, as p
    b"\xee" + b"\xff" * 30 + b"\x7f",
    bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
]


@pytest.mark.parametrize("key", SMALL, ids=bytes.hex)
def test_keys_that_sign_anything_are_none(key: bytes) -> None:
    for check in (signed, keys.signed):
        assert not any(check(key, r + bytes(32), m) for r in SMALL for m in (b"a", b"b", b"c"))


def test_odd_encodings_of_keys_count_for_neither() -> None:
    """A key with y + p, of which OpenSSL takes some, or a point of small order added, by which a signature may hold."""
    for y in (*range(19), *(ed25519.P + n for n in range(19))):
        for sign in (0, 1 << 255):
            key = (y | sign).to_bytes(32, "little")
            signatures = [r + bytes(32) for r in (*SMALL, key)]
            assert [signed(key, s, b"m") for s in signatures] == [keys.signed(key, s, b"m") for s in signatures]
    point, small = ed25519.decode_point(PUBLIC), ed25519.decode_point(SMALL[-1])
    assert point and small
    mixed = ed25519.encode_point(ed25519.add(point, small))
    for number in range(16):
        message = b"%d" % number
        signature = forged(mixed, message)
        assert signed(mixed, signature, message) == keys.signed(mixed, signature, message)


PUBLIC = proofs.KEY.public_key().public_bytes_raw()


def forged(key: bytes, message: bytes) -> bytes:
    """Sign by the tests' key under the name of another point: right by cofactors, or where these come out even."""
    seed = hashlib.sha512(b"7" * 32).digest()
    secret = int.from_bytes(bytes([seed[0] & 248, *seed[1:31], seed[31] & 127 | 64]), "little")
    nonce = int.from_bytes(hashlib.sha512(message).digest(), "little") % ORDER
    total = ed25519.ZERO
    for bit in reversed(range(nonce.bit_length())):
        total = ed25519.double(total)
        total = ed25519.add(total, ed25519.BASE) if nonce >> bit & 1 else total
    point = ed25519.encode_point(total)
    k = int.from_bytes(hashlib.sha512(point + key + message).digest(), "little") % ORDER
    return point + ((nonce + k * secret) % ORDER).to_bytes(32, "little")


# ---- the tree


def test_roots_are_those_of_rfc_9162() -> None:
    entries = [b"%d" % n for n in range(70)]
    tree = MerkleTree(set(range(71)))
    for entry in entries:
        tree.add(hashlib.sha256(b"\0" + entry).digest())
    assert tree.roots == {size: proofs.root(entries[:size]) for size in range(71)}
    known = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"  # of the reference's eight entries
    inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    assert proofs.root([bytes.fromhex(text) for text in inputs]).hex() == known


def test_consistency_proofs_are_those_of_rfc_9162() -> None:
    entries = [b"%d" % n for n in range(20)]
    for new in range(1, 21):
        for old in range(1, new + 1):
            proof = proofs.consistency(old, entries[:new])
            roots = proofs.root(entries[:old]), proofs.root(entries[:new])
            assert extends(old, roots[0], new, proof) == roots and not proof


# ---- a whole proof


def test_a_proof_holds_with_nothing_but_python(tmp_path: Path) -> None:
    (tmp_path / "verify.py").write_bytes(verify.program())
    command = [sys.executable, "-I", str(tmp_path / "verify.py"), str(proof(tmp_path / "proof"))]
    done = subprocess.run(command, env={}, cwd="/", capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "FAIL" not in done.stdout and "This folder agrees with itself; the signer is unknown" in done.stdout
    assert (
        "11 lines, each follows from the one before; runs: 1; files opened, each as it was allowed: 3;" in done.stdout
    )
    assert "5 rows, 4 of which can be read here\n" in done.stdout
    assert "unsigned until 2026-03-04 05:05" in done.stdout
    assert "bytes read: 30;" in done.stdout and "refused: 1;" in done.stdout
    assert "this program (Triage), this machine and this period" in done.stdout
    done = subprocess.run([*command[:3], str(tmp_path / "nothing")], env={}, capture_output=True, text=True)
    assert done.returncode == 2 and "isn't a folder" in done.stderr


OLD = next(map(str, Path.home().glob(".pyenv/versions/3.8.*/bin/python3.8")), "") or shutil.which("python3.8") or ""


@pytest.mark.nightly
@pytest.mark.skipif(not OLD, reason="there is no Python 3.8 here")
def test_python_3_8_checks_all_that_leaves(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/a.eml": mail(), "b.txt": "x"}) as case:
        case.export.bundle(tmp_path / "export", "*", "Rae")
        case.export.productions.produce(tmp_path / "production", 'name="A"\nvolume="V"\nprefix="A"\nquery="*"', "Rae")
        case.export.prove(tmp_path / "proof")
    key = LoginKeys.of_login().secret(login()).public.line
    for name in ("export", "production", "proof"):
        command = [OLD, "-I", str(tmp_path / name / "verify.py"), str(tmp_path / name), "--key", key]
        done = subprocess.run(command, env={}, cwd="/", capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert done.stdout.endswith("Everything that is checked here holds.\n")


def test_it_stands_alone_and_runs_on_old_pythons() -> None:
    tree = ast.parse(verify.program(), feature_version=(3, 8))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert imported <= {*sys.stdlib_module_names, "__future__"}
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert called.isdisjoint({"removeprefix", "removesuffix", "bit_count", "file_digest", "walk_up"})


FIRST = scope_event(1, proofs.SCOPE)
BROKEN: dict[str, tuple[Events, str]] = {
    "closed only": ([FIRST, *read("x"), closed("x")], "line 4: a file is closed that wasn't opened"),
    "closed twice": ([FIRST, opened("x", "y"), closed("x", "x")], "line 3: a file is closed that wasn't opened"),
    "opened before the scope": ([opened("x"), FIRST], "line 1: it is before the ledger names a version of the scope"),
    "refused before the scope": ([denied(), FIRST], "line 1: it is before the ledger names a version of the scope"),
    "other root": (
        [FIRST, opened("x", rule="hr")],
        'line 2: "hr" isn\'t a folder that version 1',
    ),
    "too few sizes": (
        [FIRST, opened("x", "y"), closed("x", "y") | {"bytes": [1]}],
        "line 3: it doesn't name as many sizes",
    ),
    "too few contents": (
        [FIRST, opened("x", "y"), closed("x", "y") | {"d": ["ab" * 16]}],
        "line 3: it doesn't name as many",
    ),
    "unknown scope": ([scope_event(3, NARROWER)], "line 1: it names a version 3 of the scope"),
    "swapped scope": ([scope_event(2, proofs.SCOPE)], "line 1: it names a version 2 of the scope"),
    "odd line": ([{"e": "open", "c": "x", "also": 1}], "line 1: it isn't in the form of a ledger's line"),
    "other rule": (
        [scope_event(2, NARROWER), denied() | {"r": "d2"}],
        'line 2: "d2" isn\'t a rule of version 2 of the scope',
    ),
    "renumbered": ([{"e": "run", "n": 7}], "line 1: it says that it is number 7, and is 1"),
    "unexplained": ([FIRST, *read("x"), b"garbage", *read("y")], "line 5: the line before it is incomplete"),
    "explained badly": ([b"half", {"e": "recover", "torn": 4, "sha256": "00" * 32}], "line 2: the line before it is"),
    "two torn": ([b"half", b"half", {"e": "recover"}], "line 2 was changed, or a line before it"),
    "no lines": ([b"half"], "the last line isn't complete"),
    "hole": ([b'{"withheld":3,"n":3,"nodes":[],"h":"00"}', {"e": "run"}], "line 2: the line before it is incomplete"),
    "huge": ([{"e": "run", "number": 10**30}], "can't be read"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_ledger_that_breaks_a_rule_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    events, message = BROKEN[kind]
    proof(tmp_path)
    lines = proofs.chain(events)
    (tmp_path / "ledger.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
    code, out = checked(capsys, resigned(tmp_path))
    assert code == 1 and message in next(line for line in out.splitlines() if line.startswith("FAILS  ledger"))


@pytest.mark.parametrize("halves", [[b'{"n":15,"t":"2026'], [b'{"n":15,"t":"2026', b'{"n":15,"t":"20']])
def test_half_a_line_that_is_named_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], halves: list[bytes]
) -> None:
    half = b"\n".join(halves)
    events = [*LEDGER, *halves, {"e": "recover", "torn": len(half), "sha256": proofs.sha256(half)}, *read("mail:c")]
    assert checked(capsys, proof(tmp_path / "a", events))[0] == len(halves) - 1, "only one is given away as it is"
    leaves = [b'{"torn":"%b"}' % proofs.sha256(b"\0" + line).encode() for line in halves]
    text = (tmp_path / "a" / "ledger.jsonl").read_bytes().replace(half, b"\n".join(leaves), 1)
    (tmp_path / "a" / "ledger.jsonl").write_bytes(text)
    assert checked(capsys, resigned(tmp_path / "a"))[0] == 0


def test_files_whose_reading_was_stopped_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = checked(capsys, proof(tmp_path, [*LEDGER, opened("y")]))
    assert code == 0 and "openings with no end, as the program was stopped there: 1" in out


def test_the_ledger_that_the_program_writes_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ledger.jsonl"
    for _ in range(2):
        ledger = Ledger(path, b"key")
        ledger.under(2, NARROWER)
        for name in ("mail:a", "mail:ü\udce9\x7f", 'mail:"x\\'):
            ledger.allow(name, "mail")
            ledger.close(name, 3, "ab" * 32)
        ledger.allow("mail:gone", "mail")
        ledger.failed("mail:gone", "vanished")
        ledger.deny("mail:secret/thing.txt", "d1", "file")
        ledger.event("run", number=1, audit="ab" * 32)
        ledger.end()
        path.write_bytes(path.read_bytes() + b'{"n":')
    lines = list(entries(path))
    code, out = checked(capsys, proof(tmp_path / "proof", lines))
    assert code == 0, out
    assert "as it was allowed: 8; bytes read: 18; unreadable: 2; refused: 2;" in out


def test_the_record_of_a_real_case_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"dana/a.eml": mail(), "dana/b|c.txt": "x", "hr/pay.txt": "y"}
    case_of(tmp_path, files, deny=("hr",)).close()
    with closing(apsw.Connection(str(tmp_path / "case" / "case.db"))) as db:
        rows = list(db.execute("SELECT seq, time, actor, action, detail FROM audit ORDER BY seq"))
        scopes = [text for (text,) in db.execute("SELECT text FROM scope_version ORDER BY number")]
    heads = {path.name: path.read_bytes() for path in sorted((tmp_path / "case" / "heads").iterdir())}
    sizes = CaseHead.parse(list(heads.values())[-1]).sizes
    logs = {"ledger": list(entries(tmp_path / "case" / "ledger.jsonl")), "views": []}
    logs["audit"] = ["|".join(map(str, row)).encode() for row in rows][: sizes["audit"]]
    folder = proofs.bundle(tmp_path / "proof", logs, scopes)
    (folder / "stamps/000002.head.tsr").unlink()
    for name, data in heads.items():
        (folder / "heads" / name).write_bytes(data)
    code, out = checked(capsys, resigned(folder))
    assert code == 0 and len(heads) == 1, out
    assert "runs: 1; files opened, each as it was allowed: 2;" in out
    assert "refused: 1;" in out and "not judged" not in out


def changed(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def without(folder: Path, name: str) -> None:
    (folder / name).unlink()


def hide(folder: Path, row: int) -> None:
    path = folder / "audit.jsonl"
    lines = path.read_bytes().splitlines(True)
    entry = json.loads(lines[row - 1])["entry"].encode()
    lines[row - 1] = b'{"leaf": "%b"}\n' % proofs.sha256(b"\0" + entry).encode()
    path.write_bytes(b"".join(lines))


CHANGES: dict[str, tuple[Any, str]] = {
    "end cut off": (
        lambda f: (f / "ledger.jsonl").write_bytes(b"".join((f / "ledger.jsonl").read_bytes().splitlines(True)[:-1])),
        "it has 10 lines, and the audit names line 11",
    ),
    "views cut off": (lambda f: (f / "views.jsonl").write_bytes(b""), "covers more lines of views.jsonl than it has"),
    "views gone": (lambda f: without(f, "views.jsonl"), "FAILS  views: views.jsonl is listed but missing"),
    "last head gone": (lambda f: without(f, "heads/000002.head"), "their ends are signed by nobody"),
    "all heads gone": (lambda f: [without(f, f"heads/00000{n}.head") for n in (1, 2)], "nobody signed anything"),
    "first head gone": (
        lambda f: without(f, "heads/000001.head"),
        "heads/000001.head, which a row of the audit names, is missing",
    ),
    "audit row": (lambda f: changed(f / "audit.jsonl", b"a|b", b"a|c"), "signed over another audit log"),
    "audit leaf": (lambda f: changed(f / "audit.jsonl", b'"leaf": "', b'"leaf": "0'), "FAILS  audit"),
    "scope": (
        lambda f: changed(f / "scope/2.toml", b"customers", b"customerz"),
        "isn't a version that the audit names",
    ),
    "scope more": (lambda f: (f / "scope/3.toml").write_text(NARROWER), "isn't a version that the audit names"),
    "count": (lambda f: changed(f / "proof.json", b'"opens": 3', b'"opens": 2'), "states other counts"),
    "case": (lambda f: changed(f / "proof.json", b'"case": "', b'"case": "0'), "names another case"),
    "consistency": (
        lambda f: changed(f / "heads/000002.head", b"old 5\n", b"old 6\n"),
        "the proof in heads/000002.head that the ledger log was only appended to is wrong",
    ),
    "consistency cut off": (
        lambda f: changed(f / "heads/000002.head", b"old 5\n", b"old 4\n"),
        "the proof in heads/000002.head that the ledger log was only appended to is wrong",
    ),
    "source": (
        lambda f: (f / "sources.txt").write_text(f"{'ab' * 16} {'ab' * 16}\n"),
        "the ledger doesn't say were read: 1",
    ),
    "source gone": (
        lambda f: (f / "sources.txt").write_bytes(b"".join((f / "sources.txt").read_bytes().splitlines(True)[:-1])),
        "states other counts",
    ),
    "row hidden": (lambda f: hide(f, 4), "states other rows of the audit that can be read here than there are"),
    "row of a head hidden": (lambda f: hide(f, 5), "states other rows of the audit that can be read here"),
    "other heads": (
        lambda f: changed(f / "proof.json", b'"heads": 1', b'"heads": 2'),
        "states other heads that others",
    ),
    "begun anew": (lambda f: changed(f / "proof.json", b'"begun": null', b'"begun": {}'), "another beginning"),
    "odd source": (lambda f: changed(f / "sources.txt", b" ", b"  "), "sources.txt isn't a list of files"),
    "stamp": (lambda f: changed(f / "stamps/000002.head.tsr", b"DER ", b"DER") or 0, ""),
    "stamp of another": (
        lambda f: (f / "stamps/000002.head.tsr").rename(f / "stamps/000001.head.tsr"),
        "about something else than its head",
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_fails_even_with_new_sums(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    change, message = CHANGES[kind]
    change(proof(tmp_path))
    assert checked(capsys, tmp_path)[0] == 1  # by SHA256SUMS
    assert checked(capsys, summed(tmp_path))[0] == 1  # by the manifest, which is signed
    code, out = checked(capsys, resigned(tmp_path))
    assert code == bool(message) and message in out, out


def mutated(before: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    data = bytearray(before)
    at = chance.randrange(len(data))
    data[at : at + chance.choice((0, 1, 1))] = chance.choice((b"", bytes([data[at] ^ chance.randrange(1, 256)])))
    return bytes(data)


@pytest.mark.parametrize(
    ("kind", "count"),
    [("proof", 24), *(pytest.param(kind, 500, marks=pytest.mark.nightly) for kind in ("proof", "export"))],
)
def test_no_changed_byte_passes(tmp_path: Path, kind: str, count: int) -> None:
    """Also where SHA256SUMS is made anew, which nothing signs. Many changes: with the program that outsiders run."""
    folder = tmp_path / kind
    if kind == "proof":
        proof(folder)
    else:
        with case_of(tmp_path, {"dana/a.eml": mail(), "b.txt": "x"}) as case:
            case.export.bundle(folder, "*", "Rae")
    program: dict[str, Any] = {"__name__": "verify"}
    exec(verify.program(), program)

    def holds() -> bool:
        if count > 100:
            return bool(program["print_results"](folder, program["Inputs"](program["signed"])) == 0)
        return main.print_results(folder, Inputs(keys.signed)) == 0

    assert holds()
    names = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.stat().st_size
    )
    for seed in range(count):
        path = folder / names[seed % len(names)]
        before, sums = path.read_bytes(), (folder / "SHA256SUMS").read_bytes()
        path.write_bytes(mutated(before, seed))
        if seed % 3:
            summed(folder)
        assert path.read_bytes() == before or not holds(), (path, seed)
        path.write_bytes(before)
        (folder / "SHA256SUMS").write_bytes(sums)


def test_a_rewritten_history_doesnt_fit_a_head_that_was_given_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = proof(tmp_path / "old", [*LEDGER[:4], *read("mail:customers/x"), *LEDGER[4:]])
    new = proof(tmp_path / "new")
    assert checked(capsys, new, new / "heads/000001.head")[0] == 0
    code, out = checked(capsys, new, old / "heads/000002.head")
    assert code == 1 and "000002.head covers more lines of ledger.jsonl than it has" in out
    code, out = checked(capsys, new, old / "heads/000001.head")
    assert code == 1 and "000001.head was signed over another ledger log than the one in this folder" in out


def test_a_record_that_was_begun_anew_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = ("tag", {"ledger": "2:" + "0" * 64})
    code, out = checked(capsys, proof(tmp_path / "a", rows=[other]))
    assert code == 1 and "line 2: it isn't the line that the audit names" in out
    code, out = checked(capsys, proof(tmp_path / "b", rows=[other, ("recover", {"reason": "disk\x07 full"})]))
    assert code == 0 and "a broken or older record was gone on from; reason: disk\\x07 full" in out
    code, out = checked(capsys, proof(tmp_path / "c", rows=[other, ("tag", {"ledger": "2:" + "1" * 64})]))
    assert code == 1 and "row 7 names another line 2 than a row before it" in out


def test_agrees_with_what_the_program_signs(tmp_path: Path) -> None:
    logs = {"ledger": [b"l%d" % n for n in range(9)], "views": [], "audit": [b"a%d" % n for n in range(5)]}
    old = {"ledger": 6, "views": 0, "audit": 5}
    roots = {log: (len(entries), tree.roots(entries, [len(entries)])[len(entries)]) for log, entries in logs.items()}
    head = CaseHead.make("c0ffee00" * 8, roots).signed(LoginKeys(tmp_path).secret("rae"))
    chains = {log: tree.prove(tree.consistency(old[log], len(logs[log])), logs[log]) for log in logs}
    data = head.proving(old, chains).signed(LoginKeys(tmp_path).secret("counsel@orrin.example")).dump().encode()
    for untrusted in (data, *(mutated(data, seed) for seed in range(examples(25)))):
        try:
            theirs = CaseHead.parse(untrusted)
            expected = theirs.sizes, theirs.roots, [key.line for key in theirs.signers()]
        except VerifyError:
            expected = None
        try:
            ours = read_head(untrusted, signed)
            assert (ours.sizes, ours.roots, ours.keys) == expected
        except (Failure, ValueError):
            assert expected is None
    known = {log: MerkleTree({old[log]}) for log in logs}
    for log, lines in logs.items():
        for entry in lines:
            known[log].add(tree.leaf(entry))
    first = read_head(data, signed)
    assert known["ledger"].roots[6] == tree.roots(logs["ledger"], [6])[6]
    assert extends(6, known["ledger"].roots[6], 9, list(first.proofs["ledger"][1]))[1] == first.roots["ledger"]


HOSTILE: dict[str, Any] = {
    "pipe": lambda f: os.mkfifo(f / "heads" / "x.head"),
    "pipe for a ledger": lambda f: (without(f, "ledger.jsonl"), os.mkfifo(f / "ledger.jsonl")),
    "link": lambda f: (f / "more").symlink_to("/etc/passwd"),
    "link to a folder": lambda f: (f / "more").symlink_to("/"),
    "deep folders": lambda f: (f / "a" / "b" / "c").mkdir(parents=True),
    "endless": lambda f: os.truncate(f / "ledger.jsonl", 1 << 40),
    "endless head": lambda f: os.truncate(f / "heads" / "000001.head", 1 << 22),
    "long line": lambda f: (f / "ledger.jsonl").write_bytes(b"x" * (3 << 20)),
    "deep": lambda f: (f / "audit.jsonl").write_text("[" * 200_000 + "\n"),
    "deep object": lambda f: (f / "proof.json").write_text('{"a":' * 200_000),
    "huge number": lambda f: (f / "proof.json").write_text('{"counts":' + "9" * 1_000_000 + "}"),
    "named twice": lambda f: (f / "proof.json").write_text('{"counts":1,"counts":2}'),
    "no object": lambda f: (f / "audit.jsonl").write_text('"x"\n'),
    "no entry": lambda f: (f / "audit.jsonl").write_text('{"entry":["x"]}\n'),
    "not UTF-8": lambda f: (f / "audit.jsonl").write_bytes(b"\xff\n"),
    "odd scope": lambda f: (f / "scope" / "1.toml").write_text("allow = 3"),
    "odd name": lambda f: (f / "a\x1b]0;x\x07\n\udcff").write_text("x"),
    "head of nothing": lambda f: (f / "heads" / "000001.head").write_text(""),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_folder_fails_clearly(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    HOSTILE[kind](proof(tmp_path))
    for again in (False, True):
        if again and kind != "endless":
            summed(tmp_path)
        code, out = checked(capsys, tmp_path)
        assert code == 1 and out.isascii() and "\x1b" not in out


def test_what_the_folder_says_of_itself_cant_steer_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(proof(tmp_path) / "proof.json", b"Triage 1", b"\\u001b[2J\\u202e")
    assert "FAILS  changed: proof.json isn't what was exported" in checked(capsys, summed(tmp_path))[1]
    code, out = checked(capsys, resigned(tmp_path))
    assert code == 0 and "\\x1b[2J\\u202e" in out and out.isascii()


@pytest.mark.parametrize(
    "text",
    [
        proofs.SCOPE,
        NARROWER,
        '[[allow]] # x\npath = "/a#\\"b\\u00e9"\n[[deny]]\nglob="*"',
        "[[allow]]\nallow-hard-links = true",
    ],
)
def test_old_pythons_read_a_plain_scope_alike(text: str) -> None:
    theirs, ours = tomllib.loads(text), simple_toml(text)
    assert (ours["allow"], ours["deny"]) == (theirs["allow"], theirs.get("deny", []))


@pytest.mark.parametrize("text", ["allow = []", "[[allow]]\nid = 'x'", '[[allow]]\nid = """x"""', "[allow]\nid = 1"])
def test_old_pythons_refuse_other_scopes(text: str) -> None:
    with pytest.raises(Failure, match=r"Python 3\.11"):
        simple_toml(text)


def test_json_is_read_strictly() -> None:
    assert read_json(json.dumps({"a": 1, "b": "ü"}).encode()) == {"a": 1, "b": "ü"}
    for text in (b'{"a":1,"a":1}', b'{"a":NaN}', b"[]", b"{} x", b""):
        with pytest.raises(Failure):
            read_json(text)


# ---- with the names


NAMES = ("mail:a.eml", "mail:b.eml")


def test_counsel_makes_each_decision_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = proof(tmp_path / "proof")
    code, out = checked(capsys, folder, annex=proofs.annex(tmp_path / "annex", *NAMES))
    assert code == 0 and "annex: it has 2 names" in out
    assert "decisions: 3 openings and 0 refusals, decided again from the paths" in out
    assert "refusals with no name in the annex, of which only the rule was checked: 1" in out


@pytest.mark.parametrize(
    ("events", "names", "message"),
    [
        ([opened("mail:a.eml")], NAMES[1:], "line 2: it opens a file whose name isn't in the annex"),
        ([opened("mail:Customers/x")], ["mail:Customers/x"], "mail:Customers/x, which d1 denies in version 2"),
        ([opened("hr:x")], ["hr:x"], 'line 2: it says that "mail" allows hr:x, which isn\'t in that folder'),
        ([opened("mail:a/../../x")], ["mail:a/../../x"], "which isn't in that folder"),
    ],
)
def test_an_opening_that_the_paths_dont_allow_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], events: Events, names: list[str], message: str
) -> None:
    folder = proof(tmp_path / "proof", [scope_event(2, NARROWER), *events], views=[])
    assert checked(capsys, folder)[0] == 0  # which nobody sees without the names
    code, out = checked(capsys, folder, annex=proofs.annex(tmp_path / "annex", *names))
    assert code == 1 and message in out and "FAILS  decisions" in out, out


def test_a_file_that_was_opened_before_isnt_allowed_by_another_folder(tmp_path: Path) -> None:
    scope = CheckedScope(f'{proofs.SCOPE}[[allow]]\nid = "hr"\npath = "/srv/hr"\n'.encode())
    annex = Annex(proofs.annex(tmp_path / "annex", "mail:x"))
    annex.check_opened(1, scope, b'"mail"', proofs.commitment("mail:x").encode())
    with pytest.raises(Failure, match="it says that"):
        annex.check_opened(1, scope, b'"hr"', proofs.commitment("mail:x").encode())


def test_refusals_of_known_names_are_made_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["mail:customers/x", "mail:y"]
    refused = [denied() | {"k": proofs.keyed(name)} for name in names]
    folder = proof(tmp_path / "proof", [scope_event(2, NARROWER), *refused], views=[])
    code, out = checked(capsys, folder, annex=proofs.annex(tmp_path / "annex", *names))
    assert code == 0 and "0 openings and 2 refusals, decided again" in out
    assert "refusals that the rule doesn't explain by this name, perhaps by one through a mount: 1" in out


@pytest.mark.parametrize("text", ["", "{}", '{"key":"x"}\n', '{"key":"ab"}\n{"f":3}\n', "\n"])
def test_an_annex_that_cant_be_read_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (tmp_path / "annex").write_text(text)
    code, out = checked(capsys, proof(tmp_path / "proof"), annex=tmp_path / "annex")
    assert code == 1 and "FAILS  annex" in out and "FAILS  decisions" in out


PARTS = st.text(st.sampled_from("ab*?/ÄßẞσςΣé\u0301İ"), min_size=1, max_size=8)


@settings(max_examples=examples(60))
@given(st.lists(PARTS, min_size=1, max_size=3), PARTS, st.sampled_from(["/s", "/s/a", "/"]))
def test_globs_deny_what_the_program_denies(globs: list[str], path: str, folder: str) -> None:
    deny = [f'[[deny]]\nid = "{n}"\nglob = {json.dumps(glob, ensure_ascii=False)}' for n, glob in enumerate(globs)]
    roots = [f'[[allow]]\nid = "{where}"\npath = "{where}"\ncustodian = "x"' for where in {"/s", folder}]
    text = "\n".join(["purpose = 'x'\napproved_by = 'x'", *deny, *roots])
    policy, relative = parse(text, Path("scope.toml")), "/".join(filter(None, path.split("/"))) or "x"
    rules = CheckedScope(text.encode()).denying(folder, relative)
    verdict = policy.decide(policy.root(folder), relative)
    assert (bool(rules), verdict.rule if rules else folder) == (verdict.denied, verdict.rule)
    assert not rules or verdict.rule in rules


def test_runs_that_were_not_confined_are_noted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = [*proofs.LEDGER, {"e": "unconfined", "why": "no-landlock"}]
    code, out = checked(capsys, proof(tmp_path / "proof", ledger))
    assert code == 0 and "so that only this program's checks held: 1" in out
