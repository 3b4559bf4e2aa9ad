"""What the kernel says was opened: a log of strace, which names each file in full, or of auditd."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Collection, Iterator

from triage.proof.verify.basics import MOST_BYTES, Failure, Said, lines_of, notes, open_regular, say
from triage.proof.verify.scope import Annex, CheckedScope

STRACE = re.compile(
    rb"(?:\[pid +(\d+)\] |(\d+) +)?(?:[\d:.]+ +)?(?:<\.\.\. )?(?:open|openat|openat2|creat)(\(| resumed>)(.*)\n"
)
RESULT = re.compile(rb"(.*)\) += \d+(?:<(.*)>(?:\(deleted\))?)?(?: \(.*)?")
UNFINISHED = b"<unfinished ...>"
AUDIT = re.compile(rb"type=(SYSCALL|PATH) msg=(audit\([\d.:]+\)): (.*)\n")
AUDIT_NAME = re.compile(rb'name=(?:"([^"]*)"|([0-9A-F]+)) .*\bmode=0?(\d+).* nametype=NORMAL')
AUDIT_KEY = b'key="triage"'


def check_kernel_log(path: Path, annex: Annex, scopes: Collection[CheckedScope]) -> Iterator[Said]:
    """Check that what was opened below an allowed folder is in ledger or views as often, and that none is denied.

    ``scopes`` are the versions under which something was opened. A folder is denied if it is by all of them.
    """
    recorded: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    folders = 0
    for judged, name in annex.judged.items():
        recorded[name] += annex.times[judged]
        recorded[name.rpartition("/")[2]] += annex.times[judged]
    roots = tuple(root for scope in scopes for root in folders_of(scope))
    for name, is_folder in kernel_opens(path):
        if name.startswith("/") and not f"{name}/".startswith(roots):
            continue
        folders += is_folder
        opened[name] += not is_folder
        if is_folder and all(denies(scope, name) for scope in scopes):
            raise Failure("kernel-opened-denied", name=name)
        if opened[name] > recorded[name]:
            raise Failure("kernel-opened-more-often", name=name, count=recorded[name])
    total, known = sum(opened.values()), sum(annex.times.values())
    if not total:
        raise Failure("kernel-opened-nothing")
    yield say("kernel-agrees", files=total, folders=folders)
    yield from notes(("kernel-lacks", known - total))


def folders_of(scope: CheckedScope) -> list[str]:
    """Return the allowed folders of a version, each with a slash at its end."""
    return [root.rstrip("/") + "/" for root in scope.paths.values()]


def denies(scope: CheckedScope, name: str) -> bool:
    """Whether a version of the scope denies a folder under all of its roots in which it lies, or it lies in none."""
    under = [(root, folder) for root, folder in scope.paths.items() if f"{name}/".startswith(folder.rstrip("/") + "/")]
    relatives = [(root, name[len(folder.rstrip("/")) + 1 :]) for root, folder in under]
    return all(relative and scope.denying(root, relative) for root, relative in relatives)


def kernel_opens(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield what was opened, and whether it is a folder; auditd states names without folders, mostly."""
    pending: dict[bytes, bytes] = {}
    wanted: set[bytes] = set()
    with open_regular(path, str(path), MOST_BYTES) as file:
        for line in lines_of(file):
            if call := STRACE.match(line):
                yield from strace_open(call, pending)
            elif record := AUDIT.search(line):
                kind, event, rest = record.groups()
                if kind == b"SYSCALL" and b" success=yes " in rest and AUDIT_KEY in rest:
                    wanted.add(event)
                elif event in wanted and (name := AUDIT_NAME.search(rest)):
                    text = bytes.fromhex(name[2].decode()) if name[2] else name[1]
                    yield text.decode("utf-8", "surrogateescape"), name[3].startswith(b"4")


def strace_open(call: re.Match[bytes], pending: dict[bytes, bytes]) -> Iterator[tuple[str, bool]]:
    """Yield what a line of strace says was opened; ``pending`` are the beginnings of incomplete ones, by process."""
    process, rest = call[1] or call[2] or b"", call[4]
    if call[3] != b"(":
        rest = pending.pop(process, b"") + rest
    if rest.endswith(UNFINISHED):
        pending[process] = rest[: -len(UNFINISHED)]
    elif result := RESULT.fullmatch(rest):
        if result[2] is None:
            raise Failure("kernel-log-without-paths")
        flags = result[1][result[1].rfind(b'"') :]
        if b"O_PATH" not in flags:  # which opens nothing to be read
            yield unescaped(result[2]).decode("utf-8", "surrogateescape"), b"O_DIRECTORY" in flags


def unescaped(text: bytes) -> bytes:
    """Return a path as it was before strace escaped letters in it."""
    letters = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"v": b"\v", b"f": b"\f"}

    def letter(match: re.Match[bytes]) -> bytes:
        code = match[1]
        if code[:1] == b"x":
            return bytes([int(code[1:], 16)])
        return bytes([int(code, 8) & 255]) if code.isdigit() else letters.get(code, code)

    return re.sub(rb"\\(x[0-9a-f]{2}|[0-7]{1,3}|.)", letter, text, flags=re.DOTALL)
