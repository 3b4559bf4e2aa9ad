"""What is done with a head's file wherever it is kept: a second signature, a time stamp.

Neither needs the case. Counsel or a customer signs on their own machine: the proof in the file shows that the record
was only appended to since the head that they signed last.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from triage.errors import CaseError, VerifyError
from triage.messages import say
from triage.proof import stamp
from triage.proof.head import CaseHead
from triage.proof.keys import PASSPHRASE, LoginKeys, SecretKey
from triage.secret_keys import create, login

_MOST_BYTES = 1 << 20
STAMP, AUTHORITY = ".tsr", ".tsa.pem"
"""What is appended to the name of a head for its time stamp, and for the certificates of who stamped it."""


def keys_of_login(passphrase_file: Path | None, name: str) -> tuple[LoginKeys, bool]:
    """Return the login's keys, and whether the one of this name still needs its passphrase."""
    keys = LoginKeys.of_login(passphrase_file)
    return keys, not keys.passphrase and keys.protection(name or login()) == PASSPHRASE


def contents(path: Path) -> bytes:
    """Return what a small file holds; raises CaseError that names it, also for a pipe or a device."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        with os.fdopen(fd, "rb") as file:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise CaseError("head-unreadable", path=path, why=say("no-file"))
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise CaseError("head-unreadable", path=path, why=error.strerror or str(error)) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a new file; raises CaseError where there is one."""
    try:
        made = create(path, data)
    except OSError as error:
        raise CaseError("head-not-written", path=path, why=error.strerror or str(error)) from error
    if not made:
        raise CaseError("head-not-written", path=path, why=say("head-target-exists"))


def read_head(path: Path) -> CaseHead:
    """Read a head's file and check its signatures; raises CaseError that names the file."""
    try:
        head = CaseHead.parse(contents(path))
        head.signers()
    except VerifyError as error:
        raise CaseError("head-unreadable", path=path, why=error) from error
    return head


def countersign(
    path: Path,
    keys: LoginKeys,
    name: str = "",
    *,
    since: Path | None = None,
    first: bool = False,
    compare: Callable[[list[CaseHead]], None] | None = None,
) -> tuple[CaseHead, SecretKey]:
    """Sign a head's file as well, and remember it as the latest of its case; returns it with the key.

    It is compared with the latest head of the case that was signed here, or where there is none with ``since``, which
    this key has signed: by the proof that comes with it, or by ``compare``, which looks into the case. ``first`` signs
    what can't be compared with anything. Raises CaseError where the one doesn't extend the other.
    """
    head, key = read_head(path), keys.secret(name or login())
    earlier = _earlier(head, keys, key, since)
    if not (earlier or compare or first):
        raise CaseError("head-without-earlier", path=path)
    try:
        if compare:
            compare([head, earlier] if earlier else [head])
        elif earlier and not head.same(earlier):
            head.check_extends(earlier)
    except VerifyError as error:
        raise CaseError("head-not-countersigned", path=path, why=error) from error
    signed = head.signed(key)
    keys.remember(signed.case, signed.dump().encode())
    return signed, key


def _earlier(head: CaseHead, keys: LoginKeys, key: SecretKey, since: Path | None) -> CaseHead | None:
    """Return the latest head that was signed here, or the one that is named."""
    if keys.remembered(head.case) is not None:
        return read_head(keys.head_path(head.case))
    if since is None:
        return None
    earlier = read_head(since)
    if key.public not in earlier.keys:
        raise CaseError("head-by-others", path=since, line=key.public.line)
    return earlier


def stamp_request(path: Path, out: Path | None = None) -> Path:
    """Write the request to stamp a head's file beside it, or where else it should go; returns where."""
    read_head(path)
    out = out or path.with_name(f"{path.name}.tsq")
    write_file(out, stamp.request(contents(path)))
    return out


def import_stamp(path: Path, answer: Path, authority: Path) -> datetime:
    """Check an authority's answer about a head's file and keep both beside the file; returns the time that it states.

    ``authority`` are the certificates by which the answer is checked. Raises CaseError where it doesn't hold.
    """
    read_head(path)
    response, certificates = contents(answer), contents(authority)
    try:
        time = stamp.check(response, contents(path), certificates)
    except VerifyError as error:
        raise CaseError("stamp-not-imported", path=answer, why=error) from error
    write_file(path.with_name(path.name + AUTHORITY), certificates)
    write_file(path.with_name(path.name + STAMP), response)
    return time


def stamped(path: Path) -> bool:
    """Whether a head has a time stamp; raises VerifyError where it isn't one of this head."""
    answer, authority = (path.with_name(path.name + ending) for ending in (STAMP, AUTHORITY))
    if not answer.exists():
        return False
    stamp.check(contents(answer), contents(path), contents(authority))
    return True
