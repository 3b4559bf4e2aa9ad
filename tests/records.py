"""Small records that tests write to disk, and cases made of them. Fictional throughout."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

from tests.cluster import nodes
from triage.case import Allow, Case, Deny, Policy, verify
from triage.messages import render
from triage.store.db import closed_on_error


def mail(
    subject: str = "Hello",
    body: str = "Dear all\n",
    *,
    sender: str = "Dana Levi <dana@orrin.example>",
    to: str = "omar@orrin.example",
    message_id: str = "",
    more: str = "",
    date: str = "Tue, 02 May 2023 10:20:30 +0200",
) -> bytes:
    """Return a message as bytes; ``more`` are further header lines, each with its line end."""
    ident = f"Message-ID: {message_id}\n" if message_id else ""
    head = f"From: {sender}\nTo: {to}\nSubject: {subject}\nDate: {date}\n{ident}{more}"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}".encode()


def write(root: Path, files: dict[str, bytes | str]) -> Path:
    """Write files under a folder, making folders as needed; return the folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    """Write a zip with these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def scope(root: Path, *, deny: tuple[str, ...] = (), custodian: str = "{1}") -> Policy:
    """Return a policy over one root."""
    denials = tuple(Deny(f"deny-{i}", glob, "not ours") for i, glob in enumerate(deny, 1))
    return Policy("a test", "Rae Counsel", (Allow("mail", str(root), custodian, "policy 4"),), denials)


def case_of(folder: Path, files: dict[str, bytes | str], *, deny: tuple[str, ...] = (), engine: str = "fts5") -> Case:
    """Write records under ``folder/records``, make a case in ``folder/case`` and index it."""
    root = write(folder / "records", files)
    case = Case.create(folder / "case", scope(root, deny=deny), engine)
    with closed_on_error(case):
        if engine == "opensearch":
            nodes.named(case.path, [nodes.shared().host])
        case.index()
    return case


def failing(folder: Path, **options: Any) -> dict[str, str]:
    """Return the checks of a folder that don't hold, with what they say; ``options`` are those of ``verify``."""
    return {check.name: render(check.message) for check in verify(folder, **options) if not check.held}


def copied(case: Path, folder: Path) -> Path:
    """Copy a case into a folder for one test, beside a link to the records that it was made of; return the folder."""
    shutil.copytree(case, folder / "case")
    (folder / "records").symlink_to(case.parent / "records")
    return folder
