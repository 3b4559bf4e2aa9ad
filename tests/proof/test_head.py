"""Tests of heads: what they state, who signed, that they extend earlier ones, that no byte changes; and time stamps."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rfc3161_client import decode_timestamp_response

from tests.effort import examples
from tests.stamps import Authority
from triage.errors import VerifyError
from triage.proof import tree
from triage.proof.head import LOGS, CaseHead, check_time_stamp, time_stamp_request
from triage.proof.keys import LoginKeys, SecretKey

CASE = "c0ffee00" * 8
ENTRIES = {"ledger": [b"l%d" % n for n in range(9)], "views": [], "audit": [b"a%d" % n for n in range(5)]}


@pytest.fixture(scope="module")
def signers(tmp_path_factory: pytest.TempPathFactory) -> tuple[SecretKey, SecretKey]:
    keys = LoginKeys(tmp_path_factory.mktemp("keys"))
    return keys.secret("rae"), keys.secret("counsel@orrin.example")


def head(sizes: dict[str, int]) -> CaseHead:
    return CaseHead.make(CASE, {log: (size, tree.roots(ENTRIES[log], [size])[size]) for log, size in sizes.items()})


NOW, BEFORE = {"ledger": 9, "views": 0, "audit": 5}, {"ledger": 6, "views": 0, "audit": 5}


def proven(new: CaseHead, old: CaseHead) -> CaseHead:
    ranges = {log: tree.consistency(old.sizes[log], new.sizes[log]) for log in LOGS}
    return new.proving(old.sizes, {log: tree.prove(ranges[log], ENTRIES[log]) for log in LOGS})


def test_a_head_is_read_as_it_was_written(signers: tuple[SecretKey, SecretKey]) -> None:
    rae, counsel = signers
    signed = proven(head(NOW).signed(rae), head(BEFORE)).signed(counsel)
    text = signed.dump().encode()
    again = CaseHead.parse(text)
    assert again == signed and again.signers() == (rae.public, counsel.public)
    assert again.case == CASE and again.sizes == NOW and again.same(head(NOW)) and not again.same(head(BEFORE))
    assert again.signed(rae) is again and len(text) < 2000
    assert text.startswith(b"old 6\n") and f"triage/{CASE}/views\n0\n47DEQpj8".encode() in text
    again.check_extends(head(BEFORE))


def test_a_head_that_changed_anything_extends_nothing(signers: tuple[SecretKey, SecretKey]) -> None:
    old, new = head(BEFORE), proven(head(NOW), head(BEFORE))
    forged = CaseHead.make(CASE, {log: (old.sizes[log], tree.leaf(old.roots[log])) for log in LOGS})
    other = CaseHead.make("0" * 64, {log: (old.sizes[log], old.roots[log]) for log in LOGS})
    for later, earlier, words in (
        (new, forged, "first 6 entries of the ledger aren't"),
        (new, other, "of another case"),
        (head(BEFORE), head(NOW), "the ledger had 9 entries and now has 6"),
        (head(NOW), old, "Ask for one that is made with: triage record head CASE --since"),
        (new, head({**BEFORE, "ledger": 5}), "Ask for one that is made with: triage record head CASE --since"),
        (new.proving(old.sizes, {"ledger": [tree.EMPTY], "views": [], "audit": []}), old, "first 6 entries"),
    ):
        with pytest.raises(VerifyError, match=words):
            later.check_extends(earlier)
    head(BEFORE).check_extends(head(BEFORE))  # without a proof: it is the same


def test_who_did_not_sign_all_of_it_did_not_sign(signers: tuple[SecretKey, SecretKey]) -> None:
    rae, counsel = signers
    both = head(NOW).signed(rae).signed(counsel)
    with pytest.raises(VerifyError, match="not all of the head is signed"):
        head(NOW).signers()
    for at in range(3):
        logs = list(both.logs)
        logs[at] = head(NOW).signed(rae).logs[at]
        with pytest.raises(VerifyError, match="not all of the head is signed"):
            CaseHead(CASE, tuple(logs), both.keys).signers()
        mixed = list(both.logs)
        mixed[at] = head(BEFORE).signed(rae).signed(counsel).logs[at]
        assert CaseHead(CASE, tuple(mixed), both.keys).signers()  # each is a statement of its own


def test_no_byte_of_a_head_can_be_changed(signers: tuple[SecretKey, SecretKey]) -> None:
    old = head(BEFORE)
    text = proven(head(NOW).signed(signers[0]), old).dump().encode()
    for at in range(len(text)):
        for changed in (text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :], text[:at] + text[at + 1 :]):
            with pytest.raises(VerifyError):
                mutant = CaseHead.parse(changed)
                assert mutant.signers() != (signers[0].public,) or mutant.check_extends(old)


@pytest.mark.parametrize(
    "text", [b"", b"\n\n", b"\n" * 50, b"\xff", b"key x", b"old 1\n\n" * 9, b"a\n\n" * 9 + b"key x\n"]
)
def test_what_is_no_head_is_refused(text: bytes) -> None:
    with pytest.raises(VerifyError):
        CaseHead.parse(text)


def test_logs_in_another_order_or_of_two_cases_are_no_head(signers: tuple[SecretKey, SecretKey]) -> None:
    first = head(NOW).signed(signers[0])
    second = CaseHead.make("0" * 64, {log: (first.sizes[log], first.roots[log]) for log in LOGS}).signed(signers[0])
    for logs in (first.logs[::-1], (*first.logs[:2], second.logs[2]), first.logs[:2], (*first.logs, first.logs[0])):
        with pytest.raises(VerifyError):
            CaseHead.parse("\n".join([*(p.dump() for p in logs), f"key {first.keys[0].line}\n"]).encode())
    with pytest.raises(VerifyError):
        CaseHead.parse(first.dump().encode() + f"key {first.keys[0].line}\n".encode())


# Time stamps: requests that an authority understands, and its answers. OpenSSL is the authority.

DATA = b"what is stamped\n"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority.make(tmp_path_factory.mktemp("authority"))


def test_an_answer_of_the_authority_holds(authority: Authority) -> None:
    answer = authority.answer(time_stamp_request(DATA))
    time = check_time_stamp(answer, DATA, authority.certificate)
    assert time.tzinfo == UTC and time <= datetime.now(UTC)
    assert time_stamp_request(DATA) == time_stamp_request(DATA) != time_stamp_request(DATA + b"x")


def test_certificates_in_any_order_are_read(authority: Authority) -> None:
    """OpenSSL puts the signer's first, DER the shorter one, which is the root's."""
    answer = authority.answer(time_stamp_request(DATA), chain="root.pem")
    with pytest.raises(ValueError, match="InvalidSetOrdering"):
        decode_timestamp_response(answer)
    assert check_time_stamp(answer, DATA, authority.certificate) <= datetime.now(UTC)
    step = max(1, len(answer) // examples(150))
    for at in range(0, len(answer), step):
        for changed in (answer[:at], answer[:at] + b"\xff" + answer[at + 1 :]):
            with suppress(VerifyError):
                check_time_stamp(changed, DATA, authority.certificate)


def test_an_answer_about_anything_else_is_refused(authority: Authority, tmp_path: Path) -> None:
    answer = authority.answer(time_stamp_request(DATA))
    other = Authority.make(tmp_path / "other")
    for wrong, data, certificate in (
        (answer, DATA + b"x", authority.certificate),
        (answer, DATA, other.certificate),
        (other.answer(time_stamp_request(DATA)), DATA, authority.certificate),
        (time_stamp_request(DATA), DATA, authority.certificate),
        (answer[:-40], DATA, authority.certificate),
        (b"", DATA, authority.certificate),
        (authority.answer(b"no request"), DATA, authority.certificate),
    ):
        with pytest.raises(VerifyError, match="isn't a time stamp of this head"):
            check_time_stamp(wrong, data, certificate)
    with pytest.raises(VerifyError, match="give a file in PEM form"):
        check_time_stamp(answer, DATA, b"no certificate")


def test_a_changed_answer_never_gives_another_time(authority: Authority) -> None:
    """OpenSSL's answer has parts that nothing covers, such as the status; what it says of the time is signed."""
    answer = authority.answer(time_stamp_request(DATA))
    time = check_time_stamp(answer, DATA, authority.certificate)
    step = max(1, len(answer) // examples(150))
    for at in range(0, len(answer), step):
        changed = bytearray(answer)
        changed[at] ^= 1 << at % 8
        try:
            assert check_time_stamp(bytes(changed), DATA, authority.certificate) == time
        except VerifyError:
            continue


def test_openssl_reads_the_request(tmp_path: Path) -> None:
    if not shutil.which("openssl"):
        pytest.skip("openssl isn't installed")
    (tmp_path / "q.tsq").write_bytes(time_stamp_request(DATA))
    command = ["openssl", "ts", "-query", "-in", str(tmp_path / "q.tsq"), "-text"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Hash Algorithm: sha256" in text and "Certificate required: yes" in text
