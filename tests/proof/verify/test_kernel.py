"""Tests of triage.proof.verify.ledgers: what the kernel saw is compared with what is on record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.proof import proofs
from tests.proof.proofs import proof
from triage.proof.verify import main
from triage.proof.verify.basics import Inputs
from triage.proof.verify.heads import signed

Events = Sequence[dict[str, Any] | bytes]
A = 'openat(5</srv/mail>, "a.eml", O_RDONLY|O_NOFOLLOW) = 7</srv/mail/a.eml>'
B = 'openat(5</srv/mail>, "b.eml", O_RDONLY) = 7</srv/mail/b.eml>'
FOLDER = 'openat(AT_FDCWD</x>, "/srv/mail", O_RDONLY|O_DIRECTORY) = 4</srv/mail>'
ALL = [FOLDER, A, B, A, B]
DENIED = 'openat(5</srv/mail>, "customers", O_RDONLY|O_DIRECTORY) = 7</srv/mail/customers>'
AUDIT = (
    "type=SYSCALL msg=audit(1.2:{n}): arch=c000003e syscall=257 success={yes} exit=7 a0=5 key={key}\n"
    'type=CWD msg=audit(1.2:{n}): cwd="/"\n'
    "type=PATH msg=audit(1.2:{n}): item=0 name={name} inode=1 dev=08:01 mode=0100644 ouid=0 nametype=NORMAL cap_fp=0"
)


def audited(name: str, number: int = 1, *, yes: str = "yes", key: str = '"triage"') -> str:
    return AUDIT.format(n=number, yes=yes, key=key, name=name)


def checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], ledger: Events | None = proofs.LEDGER
) -> str:
    log = tmp_path / "log"
    log.write_text("".join(f"{line}\n" for line in lines))
    names = proofs.annex(tmp_path / "annex", "mail:a.eml", "mail:b.eml") if ledger is not None else None
    inputs = Inputs(signed, annex=names, kernel_log=log)
    code = main.print_results(proof(tmp_path / "proof", ledger or proofs.LEDGER), inputs)
    text, *notes = [line for line in capsys.readouterr().out.split("\n") if "kernel log:" in line]
    assert code == (text[:2] != "OK")
    return "\n".join([text, *notes])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (ALL, "4 openings of files below the allowed folders, each in ledger or views; 1 of folders, none"),
        ([f"17 {line}" for line in ALL], "4 openings"),
        ([f"[pid  17] 12:01:02.3 {line}" for line in ALL], "4 openings"),
        ([*ALL, "read(3</srv/mail/c>) = 4", A.replace("= 7</srv/mail/a.eml>", "= -1 ENOENT (No such file)")], "4 open"),
        ([*ALL, A.replace("O_RDONLY", "O_PATH"), A.replace("/srv/mail/", "/srv/mailed/")], "4 openings"),
        (
            ["1 openat(5, <unfinished ...>", f"2 {A}", '1 <... openat resumed>"b", O_RDONLY) = 7</srv/mail/b.eml>'],
            "2 op",
        ),
        ([A.replace("/a.eml>", "/\\141.em\\x6c>(deleted)")], "1 openings of files"),
        (
            [audited('"a.eml"'), audited("622E656D6C", 2), audited('"x"', 3, yes="no"), audited('"x"', 4, key="x")],
            "2 ",
        ),
    ],
)
def test_what_is_on_record_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], text: str
) -> None:
    assert f"OK     kernel log: {text}" in checked(tmp_path, capsys, lines)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([*ALL, A], "/srv/mail/a.eml was opened more often than ledger and views say, which have it 2 times"),
        (
            [A.replace("a.eml", "c.eml")],
            "/srv/mail/c.eml was opened more often than ledger and views say, which have it 0",
        ),
        ([*ALL, DENIED.replace("|O_DIRECTORY", "")], "/srv/mail/customers was opened more often"),
        ([FOLDER], "it has no opening of a file below an allowed folder"),
        ([], "it has no opening"),
        ([A.replace("</srv/mail/a.eml>", "")], "strace needs -y"),
        (['openat(5, "a) = 7</srv/mail/a.eml>", O_RDONLY) = 7</srv/mail/b\\74>'], "/srv/mail/b< was opened more often"),
        ([audited('"c.eml"')], "c.eml was opened more often"),
    ],
)
def test_what_is_not_on_record_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], text: str
) -> None:
    assert text in checked(tmp_path, capsys, lines)


def test_a_folder_that_every_version_denies_may_not_be_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "; 2 of folders" in checked(tmp_path, capsys, [*ALL, DENIED])  # version 1 allows it
    ledger = [proofs.scope_event(2, proofs.NARROWER), *proofs.read("mail:a.eml")]
    text = checked(tmp_path, capsys, [A, DENIED], ledger)
    assert "the folder /srv/mail/customers was opened, which is denied" in text


def test_it_takes_the_annex(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "FAILS  kernel log: it takes the annex" in checked(tmp_path, capsys, ALL, None)
