"""Tests of signed notes: the example of the C2SP document, and everything that isn't literally a note."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.effort import examples
from triage.errors import VerifyError
from triage.model.scope import ScopeVersion
from triage.proof import tree
from triage.proof.keys import Checkpoint, LoginKeys, PublicKey, SecretKey, SignedNote, approving_key, signed_approval

VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
NOTE = """This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""


@pytest.fixture(scope="module")
def rae(tmp_path_factory: pytest.TempPathFactory) -> SecretKey:
    return LoginKeys(tmp_path_factory.mktemp("keys")).secret("rae")


def test_the_example_of_the_document_verifies() -> None:
    key, note = PublicKey.parse(VKEY), SignedNote.parse(NOTE)
    assert (key.name, key.id.hex(), key.line) == ("example.com/foo", "530d903a", VKEY)
    assert note.signers((key,)) == (key,) and note.dump() == NOTE
    assert note.text == "This is an example message.\n"


def test_another_text_or_signature_in_the_name_of_a_known_key_is_refused() -> None:
    key, note = PublicKey.parse(VKEY), SignedNote.parse(NOTE)
    value = note.signatures[0]
    for wrong in (
        SignedNote("This is another message.\n", note.signatures),
        SignedNote(note.text, (*note.signatures, type(value)(value.name, value.key_id, b"x" * 64))),
        SignedNote(note.text, (type(value)(value.name, value.key_id, value.value[:-1]),)),
    ):
        with pytest.raises(VerifyError, match=r"example\.com/foo is wrong"):
            wrong.signers((key,))


def test_signatures_of_unknown_keys_count_for_nothing(rae: SecretKey) -> None:
    key, note = PublicKey.parse(VKEY), SignedNote.parse(NOTE)
    more = SignedNote(note.text, (*note.signatures, rae.sign(note.text)))
    assert more.signers((key,)) == (key,) and set(more.signers((key, rae.public))) == {key, rae.public}
    assert more.signers(()) == () and SignedNote.parse(more.dump()) == more
    same_name = PublicKey("example.com/foo", rae.public.raw)
    assert note.signers((same_name,)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        NOTE[:-1],
        NOTE + "\n",
        NOTE.replace("\n\n", "\n"),
        NOTE.replace("—", "-"),
        NOTE.replace("— e", "—  e"),
        NOTE.replace("example.com/foo Uw", "example.com/f+o Uw"),
        NOTE.replace("example.com/foo Uw", "example.com/f\u00a0o Uw"),
        NOTE.replace("QM=", "QM"),
        NOTE.replace("QM=", "QN="),
        NOTE.replace("message", "mess\tage"),
        NOTE.replace("message", "mess\rage"),
        NOTE.replace("message", "mess\x1bage"),
        NOTE + NOTE.splitlines(keepends=True)[-1] * 100,
        "text\n\n— name QUJD\n",
    ],
)
def test_what_is_not_literally_a_note_is_refused(text: str) -> None:
    with pytest.raises(VerifyError):
        SignedNote.parse(text)


@pytest.mark.parametrize(
    "line",
    [
        "",
        VKEY + "\n",
        VKEY.replace("530d903a", "530d903b"),
        VKEY.replace("530d903a", "530D903A"),
        VKEY.replace("foo", "fo"),
        VKEY[:-4],
        "a+0+b",
        PublicKey("x y", bytes(32)).line,
        "foo+00000000+" + base64.b64encode(b"\2" + bytes(32)).decode(),
    ],
)
def test_what_is_no_public_line_is_refused(line: str) -> None:
    with pytest.raises(VerifyError, match="isn't the public line"):
        PublicKey.parse(line)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
@settings(max_examples=examples(30))
def test_any_text_can_be_signed_and_read_again(rae: SecretKey, text: str) -> None:
    note = SignedNote(f"{text}\n", (rae.sign(f"{text}\n"),))
    assert SignedNote.parse(note.dump()) == note and note.signers((rae.public,)) == (rae.public,)


def test_a_checkpoint_has_three_lines_and_no_other_form() -> None:
    text = "triage/x/ledger\n8\n" + base64.b64encode(tree.EMPTY).decode() + "\n"
    assert (
        Checkpoint.parse(text) == Checkpoint("triage/x/ledger", 8, tree.EMPTY) and Checkpoint.parse(text).text == text
    )
    for wrong in (
        text[:-1],
        text + "more\n",
        text + "\n",
        text.replace("8", "08"),
        text.replace("8", "-8"),
        text.replace("8", "٨"),
        text.replace("8", "9" * 19),
        text.replace("triage/x/ledger", ""),
        text.replace("=", ""),
        text.replace("\n8", ""),
        "o\n1\nQUJD\n",
        "",
    ):
        with pytest.raises(VerifyError):
            Checkpoint.parse(wrong)


# Approvals of the scope: a signature is of one version in one case, and of everything that is said of it.

VERSION = ScopeVersion(2, "approve", "ab" * 32, "purpose = ''", "2026-05-03T10:00:00.000Z", "rae", "why", "Rae", None)


@pytest.mark.nightly
def test_a_signature_is_of_one_version(tmp_path: Path) -> None:
    key = LoginKeys(tmp_path, "pass").secret("rae")
    version = replace(VERSION, signature=signed_approval("case", key, VERSION))
    assert approving_key("case", version) == key.public
    for other in (
        replace(version, number=3),
        replace(version, sha256="cd" * 32),
        replace(version, approver="Someone Else"),
        replace(version, reason=""),
        replace(version, time="2026-05-04T10:00:00.000Z"),
        replace(
            version,
            signature=signed_approval("case", LoginKeys(tmp_path, "pass").secret("omar"), VERSION).replace(
                "omar", "rae"
            ),
        ),
    ):
        with pytest.raises(VerifyError, match="version"):
            approving_key("case", other)
    with pytest.raises(VerifyError, match="isn't of rae"):
        approving_key("another case", version)
    for signature in (None, "", "{}", '{"key": "x", "signature": ""}', "[]"):
        with pytest.raises(VerifyError):
            approving_key("case", replace(version, signature=signature))
