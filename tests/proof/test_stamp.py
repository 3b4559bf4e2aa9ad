"""Tests of time stamps: requests that an authority understands, and its answers. OpenSSL is the authority."""

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
from triage.proof import stamp

DATA = b"what is stamped\n"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority.make(tmp_path_factory.mktemp("authority"))


def test_an_answer_of_the_authority_holds(authority: Authority) -> None:
    answer = authority.answer(stamp.request(DATA))
    time = stamp.check(answer, DATA, authority.certificate)
    assert time.tzinfo == UTC and time <= datetime.now(UTC)
    assert stamp.request(DATA) == stamp.request(DATA) != stamp.request(DATA + b"x")


def test_certificates_in_any_order_are_read(authority: Authority) -> None:
    """OpenSSL puts the signer's first, DER the shorter one, which is the root's."""
    answer = authority.answer(stamp.request(DATA), chain="root.pem")
    with pytest.raises(ValueError, match="InvalidSetOrdering"):
        decode_timestamp_response(answer)
    assert stamp.check(answer, DATA, authority.certificate) <= datetime.now(UTC)
    step = max(1, len(answer) // examples(150))
    for at in range(0, len(answer), step):
        for changed in (answer[:at], answer[:at] + b"\xff" + answer[at + 1 :]):
            with suppress(VerifyError):
                stamp.check(changed, DATA, authority.certificate)


def test_an_answer_about_anything_else_is_refused(authority: Authority, tmp_path: Path) -> None:
    answer = authority.answer(stamp.request(DATA))
    other = Authority.make(tmp_path / "other")
    for wrong, data, certificate in (
        (answer, DATA + b"x", authority.certificate),
        (answer, DATA, other.certificate),
        (other.answer(stamp.request(DATA)), DATA, authority.certificate),
        (stamp.request(DATA), DATA, authority.certificate),
        (answer[:-40], DATA, authority.certificate),
        (b"", DATA, authority.certificate),
        (authority.answer(b"no request"), DATA, authority.certificate),
    ):
        with pytest.raises(VerifyError, match="isn't a time stamp of this head"):
            stamp.check(wrong, data, certificate)
    with pytest.raises(VerifyError, match="give a file in PEM form"):
        stamp.check(answer, DATA, b"no certificate")


def test_a_changed_answer_never_gives_another_time(authority: Authority) -> None:
    """OpenSSL's answer has parts that nothing covers, such as the status; what it says of the time is signed."""
    answer = authority.answer(stamp.request(DATA))
    time = stamp.check(answer, DATA, authority.certificate)
    step = max(1, len(answer) // examples(150))
    for at in range(0, len(answer), step):
        changed = bytearray(answer)
        changed[at] ^= 1 << at % 8
        try:
            assert stamp.check(bytes(changed), DATA, authority.certificate) == time
        except VerifyError:
            continue


def test_openssl_reads_the_request(tmp_path: Path) -> None:
    if not shutil.which("openssl"):
        pytest.skip("openssl isn't installed")
    (tmp_path / "q.tsq").write_bytes(stamp.request(DATA))
    command = ["openssl", "ts", "-query", "-in", str(tmp_path / "q.tsq"), "-text"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Hash Algorithm: sha256" in text and "Certificate required: yes" in text
