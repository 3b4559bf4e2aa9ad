"""Heads of a case's record (``triage.proof.head``): written, signed and remembered, and compared with the logs.

Each head is a file of its own in the folder ``heads`` of the case, and a row of the audit names it. The frontiers of
the three trees as of the last head are stored with the case, so that the next one reads what was appended since.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TypeAlias

from triage.case.opened import OpenCase
from triage.errors import CaseError, TriageError, VerifyError
from triage.files import DATABASE
from triage.indexing.verify import make_check
from triage.messages import encode, say
from triage.model.items import Check
from triage.model.messages import Message
from triage.proof import tree
from triage.proof.head import LOGS, CaseHead, check_time_stamp, time_stamp_request
from triage.proof.keys import PASSPHRASE, LoginKeys, PublicKey, SecretKey
from triage.proof.tree import Frontier
from triage.scope import ledger
from triage.secret_keys import create, login, remove_left_over, sync
from triage.store import audit_log
from triage.store.audit_log import COUNTERSIGNED, HEAD

# What is done with a head's file wherever it is kept: a second signature, a time stamp.
#
# Neither needs the case. Counsel or a customer signs on their own machine: the proof in the file shows that the
# record was only appended to since the head that they signed last.

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
    write_file(out, time_stamp_request(contents(path)))
    return out


def import_stamp(path: Path, answer: Path, authority: Path) -> datetime:
    """Check an authority's answer about a head's file and keep both beside the file; returns the time that it states.

    ``authority`` are the certificates by which the answer is checked. Raises CaseError where it doesn't hold.
    """
    read_head(path)
    response, certificates = contents(answer), contents(authority)
    try:
        time = check_time_stamp(response, contents(path), certificates)
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
    check_time_stamp(contents(answer), contents(path), contents(authority))
    return True


FOLDER = "heads"
_NOT_REMEMBERED = "head-not-remembered"
_STATE = "heads"
_WHOLE = 1 << 62
"""More entries than any log has: a log is measured to its end."""
_Parsed: TypeAlias = CaseHead | TriageError | None
_Folder: TypeAlias = list[tuple[Path, _Parsed]]


@dataclass(frozen=True, slots=True)
class WrittenHead:
    """A head that was signed: its file in the case, what it states, and the key."""

    path: Path
    head: CaseHead
    key: SecretKey


# ---- writing


def sign(case: OpenCase) -> str:
    """Write the next head; return, encoded, why it could not be signed, "" where it was. The case must be locked.

    What keeps it from being signed is recorded in the audit, and never fails what was done before.
    """
    try:
        write(case)
    except (TriageError, OSError, ValueError, LookupError) as error:
        if isinstance(error, TriageError) and error.message.key == _NOT_REMEMBERED:
            return encode(error.message)
        message = say("head-unsigned", why=error if isinstance(error, TriageError) else str(error))
        with suppress(TriageError), case.store.change(login(), "head unsigned", reason=encode(message)):
            pass
        return encode(message)
    return ""


def write(case: OpenCase, name: str = "", restored: str = "") -> WrittenHead:
    """Write and sign the next head and remember it; ``restored`` says why it doesn't extend the one remembered.

    The case must be locked. Raises CaseError where the key can't be used or the case was rolled back.
    """
    key = case.keys.secret(name or login())
    case.exposure.anchor()
    last = _last(case)
    abandoned = _abandoned(case, {log: (f.size, f.root()) for log, (f, _) in last.items()}, restored)
    logs = _appended(case, last)
    head = CaseHead.make(_id(case), {log: (f.size, f.root()) for log, (f, _) in logs.items()}).signed(key)
    path, data = _next_file(case), head.dump().encode()
    create(path, data)
    with case.store.change(key.public.name, HEAD, **_record(path.name, data), **head.sizes, **abandoned) as detail:
        detail["keys"] = {key.public.line: key.protection}
        state = {log: [f.size, [h.hex() for h in f.hashes], end] for log, (f, end) in logs.items()}
        case.store.set_meta(_STATE, json.dumps({"case": head.case, "logs": state}))
    try:
        case.keys.remember(head.case, data)
    except OSError as error:
        raise CaseError(_NOT_REMEMBERED, error=error.strerror or error) from error
    return WrittenHead(path, head, key)


def _next_file(case: OpenCase) -> Path:
    """Return where the next head goes: after those that are there, and after those that the audit names."""
    folder = case.path / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    remove_left_over(folder, r"[0-9]{6}\.head")
    names = [path.name for path in folder.glob("*.head")] + [row.file for row in audit_log.head_rows(case.store)]
    numbers = [int(name[:6]) for name in names if re.fullmatch("[0-9]{6}[.-].*", name)]
    return folder / f"{max(numbers, default=0) + 1:06}.head"


def check(case: OpenCase, given: Sequence[CaseHead]) -> None:
    """Raise VerifyError unless the logs begin with all that these heads cover."""
    measured = Measured(case, given)
    for head in given:
        measured.check(head)


def proving(case: OpenCase, head: CaseHead, earlier: CaseHead) -> CaseHead:
    """Return a head of this case with the proof that it extends an earlier one of it."""
    old, new = earlier.sizes, head.sizes
    proofs = {log: tree.prove(tree.consistency(old[log], new[log]), _entries(case, log)) for log in LOGS}
    return head.proving(old, proofs)


def add(case: OpenCase, head: CaseHead) -> Path:
    """Put a head of this case that somebody else has signed as well into its folder. The case must be locked."""
    signers = head.signers()
    check(case, [head])
    own = next((path for path, other in _folder(case) if isinstance(other, CaseHead) and other.same(head)), None)
    if own is None:
        raise CaseError("head-not-of-folder", folder=case.path / FOLDER)
    data = head.dump().encode()
    path = own.with_name(f"{own.name[:6]}-{hashlib.sha256(data).hexdigest()[:8]}.head")
    if create(path, data):
        with case.store.change(login(), COUNTERSIGNED, **_record(path.name, data)) as detail:
            detail["keys"] = {key.line: "" for key in signers}
    return path


def _record(file: str, data: bytes) -> dict[str, str]:
    return {"file": file, "sha256": hashlib.sha256(data).hexdigest()}


def _id(case: OpenCase) -> str:
    return case.store.first_audit_hash()


def _abandoned(case: OpenCase, last: dict[str, tuple[int, bytes]], restored: str) -> dict[str, str]:
    """Return what the audit keeps of a remembered head that the case doesn't extend; raises CaseError without a reason.

    A head from before the record was begun anew needs none: the row that begins it gives it.

    Two heads that contradict each other would prove that the record was changed, whoever signed them. Where the
    remembered one is over the ``last`` trees no log is read: the next head can't but extend what it is made from.
    """
    untrusted = case.keys.remembered(_id(case))
    if untrusted is None:
        return {}
    remembered = CaseHead.parse(untrusted)
    try:
        if not remembered.same(CaseHead.make(remembered.case, last)):
            check(case, [remembered])
    except VerifyError as error:
        if not restored and remembered.sizes["audit"] < _beginning(case):
            return {"abandoned": untrusted.decode("utf-8", "replace")}
        if not restored:
            raise CaseError("case-rolled-back", why=error, path=case.keys.head_path(_id(case))) from error
        return {"restored": restored, "abandoned": untrusted.decode("utf-8", "replace")}
    return {}


# ---- the logs


def _entries(case: OpenCase, log: str, start: int = 0, ended: Callable[[int], object] = int) -> Iterator[bytes]:
    """Yield a log's entries: of a file from an offset on, of the audit after a row; ``ended`` gets where it ends."""
    if log == "audit":
        return audit_log.audit_entries(case.store, start, ended)
    return ledger.entries(case.logs[log], start, ended)


def _beginning(case: OpenCase) -> int:
    """Return the row of the audit with which a record was begun anew, the first one where none was."""
    return audit_log.beginning(case.store).row


def _last(case: OpenCase) -> dict[str, tuple[Frontier, int]]:
    """Return each log's tree as of the last head and where the log ended then.

    The trees are empty where that isn't known, and where the record was begun anew since.
    """
    try:
        stored = json.loads(case.store.meta(_STATE) or "{}")
        if stored.get("case") == _id(case) and stored["logs"]["audit"][2] >= _beginning(case):
            logs = [(log, *stored["logs"][log]) for log in LOGS]
            return {
                log: (Frontier(size, list(map(bytes.fromhex, hs))), max(0, int(end))) for log, size, hs, end in logs
            }
    except (ValueError, TypeError, LookupError, AttributeError):  # changed by somebody else: all is read again
        pass
    return {log: (Frontier(), 0) for log in LOGS}


def _appended(case: OpenCase, last: dict[str, tuple[Frontier, int]]) -> dict[str, tuple[Frontier, int]]:
    """Return each log's tree as it is now and where the log ends, by what was appended since the last head.

    What the trees are over is on the disk for good before anybody signs it.
    """
    logs = dict[str, tuple[Frontier, int]]()
    for log, (tree_then, end) in last.items():
        _check_end(case, log, end)
        now, ends = Frontier(tree_then.size, tree_then.hashes), [end]
        now.extend(_entries(case, log, end, ends.append))
        logs[log] = now, ends[-1]
    return logs


def _check_end(case: OpenCase, log: str, offset: int) -> None:
    """Sync a log; raises VerifyError unless a line ends where the last head ended."""
    path = case.path / f"{DATABASE}-wal" if log == "audit" else case.logs[log]
    if path.exists():
        sync(path)
    if log != "audit" and offset:
        with path.open("rb") as file:
            file.seek(offset - 1)
            if file.read(1) != b"\n":
                raise VerifyError("log-ends-elsewhere", log=log)


class Measured:
    """The logs of a case as they are, measured at the sizes that heads name; one pass over each."""

    def __init__(self, case: OpenCase, heads: Iterable[CaseHead]) -> None:
        self._case = case
        self._sizes = {log: {_WHOLE} for log in LOGS}
        for head in heads:
            for log, part in zip(LOGS, head.logs, strict=True):
                self._sizes[log] |= {part.checkpoint.size, part.old or 0}

    @cached_property
    def _roots(self) -> dict[str, dict[int, bytes]]:
        return {log: tree.roots(_entries(self._case, log), self._sizes[log]) for log in LOGS}

    def check_last(self) -> None:
        """Raise VerifyError unless what the case knows of its last head leads to what its logs come to."""
        for log, (now, end) in _last(self._case).items():
            with suppress(OSError, ValueError):
                now.extend(_entries(self._case, log, end))
            if self._roots[log].get(now.size) != now.root() or now.size != max(self._roots[log]):
                raise VerifyError("heads-state-differs", log=log)

    def check(self, head: CaseHead) -> None:
        """Raise VerifyError unless each log begins with all that a head covers, and the head's proofs are right."""
        if head.case != _id(self._case):
            raise VerifyError("head-of-another-case")
        for log, part in zip(LOGS, head.logs, strict=True):
            size = part.checkpoint.size
            if size not in self._roots[log]:
                raise VerifyError("head-log-shorter", log=log, known=size, count=max(self._roots[log]))
            if self._roots[log][size] != part.checkpoint.root:
                raise VerifyError("head-log-rewritten", log=log, known=size)
            if part.old is not None and not part.extends(part.old, self._roots[log].get(part.old, b"")):
                raise VerifyError("head-proof-wrong", log=log)

    def holds(self, head: CaseHead) -> bool:
        """Whether ``check`` raises nothing."""
        try:
            self.check(head)
        except VerifyError:
            return False
        return True


# ---- checking


def checks(case: OpenCase, given: bytes | None = None) -> list[Check]:
    """Compare the logs with the case's own heads, the latest that this login signed, and one that is given."""
    own = _folder(case)
    remembered = _parsed(lambda: case.keys.remembered(_id(case)))
    named = _parsed(lambda: given)
    heads = [head for head in (*(head for _, head in own), remembered, named) if isinstance(head, CaseHead)]
    measured = Measured(case, heads)
    path = case.keys.head_path(_id(case))
    parts = [
        make_check("heads", lambda: _own(case, own, measured)),
        make_check("latest head", lambda: _remembered(remembered, path, own, measured)),
    ]
    return parts if named is None else [*parts, make_check("given head", lambda: _given(named, measured))]


def seen_by_others(case: OpenCase, key: PublicKey) -> int:
    """Return how many heads in the case's folder have a time stamp, or the signature of another key than this one."""
    return sum(
        isinstance(head, CaseHead) and (bool({*head.keys} - {key}) or path.with_name(path.name + STAMP).exists())
        for path, head in _folder(case)
    )


def signer_checks(case: OpenCase, keys: Collection[str]) -> list[Check]:
    """Check that one of these keys signed the latest head in the case's folder.

    Without keys it is only said where this login has signed no head of the case, and so can't tell who did.
    """
    if keys:
        return [make_check("signer", lambda: _signer(case, keys))]
    own = _parsed(lambda: case.keys.remembered(_id(case)))
    unknown = not isinstance(own, CaseHead) and bool(_folder(case))
    return [Check("signer", True, say("signer-unknown"))] * unknown


def _signer(case: OpenCase, keys: Collection[str]) -> Message:
    heads = [head for _, head in _folder(case) if isinstance(head, CaseHead)]
    if not heads:
        raise VerifyError("heads-missing")
    latest = max(heads, key=lambda head: sum(head.sizes.values()))
    lines = [key.line for head in heads if head.same(latest) for key in head.signers()]
    if known := next((line for line in lines if line in keys), ""):
        return say("signer-known", key=known)
    raise VerifyError("signer-another", key=", ".join(lines))


def _parsed(read: Callable[[], bytes | None]) -> _Parsed:
    try:
        untrusted = read()
        return None if untrusted is None else CaseHead.parse(untrusted)
    except TriageError as error:
        return error


def _folder(case: OpenCase) -> _Folder:
    return [(path, _parsed(partial(contents, path))) for path in sorted((case.path / FOLDER).glob("*.head"))]


def _own(case: OpenCase, own: _Folder, measured: Measured) -> Message:
    rows = audit_log.head_rows(case.store)
    files = {path.name: hashlib.sha256(contents(path)).hexdigest() for path, _ in own}
    for row in rows:
        if row.file not in files:
            raise VerifyError("head-file-missing", file=row.file, time=row.time)
        if files[row.file] != row.sha256:
            raise VerifyError("head-file-changed", file=row.file)
    broken, earlier, stamps = {row.file for row in rows if row.seq < _beginning(case)}, 0, 0
    for path, head in own:
        try:
            if path.name in broken and isinstance(head, CaseHead) and head.signers():
                earlier += not measured.holds(head)
            else:
                _sound(head, measured)
            stamps += stamped(path)
        except VerifyError as error:
            raise VerifyError("head-file-wrong", file=path.name, why=error) from error
    if not rows:
        return say("heads-none")
    measured.check_last()
    keys = dict[str, str]()
    for row in rows:
        keys |= {line: protection or keys.get(line, "") for line, protection in row.keys.items()}
    signers = ", ".join(f"{line} ({protection})" if protection else line for line, protection in keys.items())
    hold = say("heads-hold", count=len(own), stamps=stamps, time=rows[0].time, keys=signers)
    return say("heads-of-broken-record", heads=hold, count=earlier) if earlier else hold


def _sound(head: _Parsed, measured: Measured) -> CaseHead:
    """Return a head whose signatures are right and which the logs extend; raises VerifyError for any other."""
    if not isinstance(head, CaseHead):
        raise head or VerifyError("not-a-head")
    head.signers()
    measured.check(head)
    return head


def _remembered(head: _Parsed, path: Path, own: _Folder, measured: Measured) -> Message:
    if head is None:
        return say("no-head-remembered")
    try:
        sound = _sound(head, measured)
        if not any(isinstance(other, CaseHead) and other.same(sound) for _, other in own):
            raise VerifyError("head-not-in-folder")
    except VerifyError as error:
        raise VerifyError("case-rolled-back", why=error, path=path) from error
    return say("remembered-head-holds")


def _given(head: _Parsed, measured: Measured) -> Message:
    sound = _sound(head, measured)
    keys, sizes = ", ".join(key.line for key in sound.keys), sound.sizes
    return say("given-head-holds", ledger=sizes["ledger"], views=sizes["views"], audit=sizes["audit"], keys=keys)
