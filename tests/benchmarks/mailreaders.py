"""Messages that a production made of Outlook items, read by Python's email, mu and neomutt, beside what was indexed.

``python -m tests.benchmarks.mailreaders RECORDS WORK``: indexes a folder of Outlook files into ``WORK``, produces its
mail as messages and as one mailbox, and prints how many messages each reader reads otherwise than they were indexed:
subject, addresses, date, words of the body, and attachments byte for byte. Exits with 1 where any differs. ``mu`` and
``neomutt`` are left out where they aren't installed.
"""

from __future__ import annotations

import argparse
import email
import hashlib
import html
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from email import policy
from email.message import EmailMessage
from pathlib import Path

from tests.records import scope
from triage.case import Case
from triage.export.contract import place
from triage.model.items import Item, ItemNo
from triage.proof.verify.loadfiles import read_dat

PROTOCOL = """name = "Mail"
volume = "VOL001"
prefix = "ORR"
query = "type:msg OR type:mail"
mail = "eml"
mbox = true
"""
_MESSAGES = ("message/rfc822", "application/vnd.ms-outlook")
_SEPARATOR = "=====next====="
_NEOMUTT = f"""set folder=WORK
set wait_key=no quit=yes pipe_decode=yes pipe_split=no pipe_sep="{_SEPARATOR}" sort=mailbox-order
ignore *
unignore subject
set auto_tag=yes
push "<tag-pattern>~A<enter><pipe-message>cat > OUT<enter><exit>"
"""


def main() -> int:
    """Print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("work", type=Path)
    args = parser.parse_args()
    args.work.mkdir()
    volume = args.work / "out" / "VOL001"
    with Case.create(args.work / "case", scope(args.records.resolve(), custodian="Dana")) as case:
        case.index()
        report = case.export.productions.produce(args.work / "out", PROTOCOL, "Bench")
        items = [case.search.item(no) for no in case.search.run("").nos]
    made = list(_messages(volume, items))
    print(f"{report.treatments}, missing {len(report.missing)}; {len(made):,} messages")
    wrong = {"email": list(_email(made, items)), "mu": list(_mu(made)), "neomutt": list(_neomutt(args.work, made))}
    for name, lines in wrong.items():
        print(f"{name}: {len(lines)} differ", *lines[:10], sep="\n    ")
    return int(any(wrong.values()))


def _messages(volume: Path, items: Sequence[Item]) -> Iterator[tuple[Path, Item]]:
    """Yield each message that was made, and the item that it was."""
    by_place = {place(item.root, item.path, item.member): item for item in items}
    head, rows = read_dat((volume / "DATA" / "VOL001.dat").read_bytes())
    for row in (dict(zip(head, row, strict=True)) for row in rows):
        if row["DOCTYPE"] in _MESSAGES:
            path = volume / row["NATIVEPATH"].removeprefix(".\\").replace("\\", "/")
            yield path, by_place[row["FILEPATH"]]


# ---- readers


def _email(made: Sequence[tuple[Path, Item]], items: Sequence[Item]) -> Iterator[str]:
    """Yield what Python's email reads otherwise than it was indexed."""
    children: dict[ItemNo | None, set[str]] = {}
    for item in items:
        if item.row.type not in _MESSAGES:
            children.setdefault(item.row.parent, set()).add(item.sha256)
    for path, item in made:
        message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        parts = [part for part in message.walk() if not part.is_multipart()]
        contents = [part.get_payload(decode=True) or b"" for part in parts]
        said = _words(" ".join(_text(part) for part in parts if part.get_content_maintype() == "text"))
        body = _words(" ".join(segment.text for segment in item.segments if segment.origin == "body"))
        read = {
            "subject": _plain(str(message["Subject"] or "")) == _plain(item.row.subject),
            "addresses": all(
                _addresses(map(str, message.get_all(name, []))) == _addresses(known)
                for name, known in (("From", [item.row.sender]), ("To", item.to), ("Cc", item.cc), ("Bcc", item.bcc))
            ),
            "date": not item.row.date or item.date_kind != "sent" or _date(message) == item.row.date[:19],
            "body": body <= said,
            "attachments": children.get(item.row.no, set()) <= {hashlib.sha256(data).hexdigest() for data in contents},
        }
        yield from (f"{path.name}: {what} ({item.path})" for what, equal in read.items() if not equal)


def _mu(made: Sequence[tuple[Path, Item]]) -> Iterator[str]:
    if shutil.which("mu") is None:
        return
    for path, item in made:
        done = subprocess.run(["mu", "view", "--nocolor", str(path)], capture_output=True, check=False)
        shown = _plain(done.stdout.decode("utf-8", "replace"))
        if done.returncode or _plain(item.row.subject) not in shown:
            yield f"{path.name}: subject {item.row.subject!r} {done.stderr[:80]!r}"


def _neomutt(work: Path, made: Sequence[tuple[Path, Item]]) -> Iterator[str]:
    if shutil.which("neomutt") is None:
        return
    config, out = work / "neomuttrc", work / "neomutt.txt"
    config.write_text(_NEOMUTT.replace("OUT", str(out.resolve())).replace("WORK", str(work.resolve())))
    mailbox = work / "out" / "VOL001" / "NATIVES" / "mail.mbox"
    command = f"neomutt -n -R -F {config} -f {mailbox}"
    environment = {"TERM": "xterm", "HOME": str(work), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    subprocess.run(["script", "-qec", command, "/dev/null"], env=environment, capture_output=True, check=False)
    read = out.read_text("utf-8", "replace").split(_SEPARATOR)[:-1]
    if len(read) != len(made):
        yield f"{len(read):,} messages in place of {len(made):,}"
    for (path, item), text in zip(made, read, strict=False):
        if _plain(item.row.subject) not in _plain(text):
            yield f"{path.name}: subject {item.row.subject!r}"


# ---- values


def _text(part: EmailMessage) -> str:
    text = part.get_content()
    return html.unescape(re.sub(r"<[^>]*>", " ", text)) if part.get_content_subtype() == "html" else str(text)


def _plain(text: str) -> str:
    return "".join(text.split())


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _addresses(values: Iterable[str]) -> set[str]:
    return {address.lower() for value in values for address in re.findall(r"[^\s<>\"',;()]+@[^\s<>\"',;()]+", value)}


def _date(message: EmailMessage) -> str:
    date = message["Date"].datetime if message["Date"] else None
    return date.astimezone(UTC).isoformat()[:19] if date else ""


if __name__ == "__main__":
    sys.exit(main())
