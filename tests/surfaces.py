"""What of a case comes into sight or leaves: each command as it is called for that, and how files are read back."""

from __future__ import annotations

import html
import zipfile
from pathlib import Path

import pypdfium2

LEARNING = {"order"}
"""What loads libraries for seconds."""
_PROTOCOL = 'name = "First"\nvolume = "VOL001"\nprefix = "ORR"\nquery = "harvest"\n'


def asked(case: Path, folder: Path) -> dict[str, list[list[str]]]:
    """Return by command how it is called; "CASE" stands for the case, which holds *harvest*, and "ID" for an item."""
    (folder / "terms.txt").write_text("harvest\ncommon\n")
    (folder / "first.toml").write_text(_PROTOCOL)
    return {
        "search": [["CASE", "harvest"], ["CASE", "harvest", "--ids"]],
        "hits": [["CASE", "harvest"]],
        "facets": [["CASE"]],
        "terms": [["CASE", str(folder / "terms.txt")]],
        "coverage": [["CASE"], ["CASE", "harvest"]],
        "saved": [
            ["CASE", "run", "crop", "--reviewer", "Rae"],
            ["CASE", "list"],
            ["CASE", "add", "two", "common", "--reviewer", "Rae"],
        ],
        "show": [["CASE", "ID"]],
        "tag": [["CASE", "relevant", "--query", "harvest", "--dry-run"], ["CASE", "hot", "ID", "--reviewer", "Rae"]],
        "batch": [["CASE", "new", "b", "harvest", "--reviewer", "Rae"], ["CASE", "list"]],
        "sample": [
            ["CASE", "draw", "more", "harvest", "--size", "2", "--reviewer", "Rae"],
            ["CASE", "report", "drawn"],
            ["CASE", "list"],
        ],
        "progress": [["CASE"]],
        "decisions": [["CASE"], ["CASE", "--out", str(folder / "rae.jsonl")]],
        "merge": [["CASE", str(folder / "rae.jsonl"), "--reviewer", "Omar"]],
        "export": [["CASE", str(folder / "out"), "--query", "harvest", "--reviewer", "Rae"]],
        "produce": [
            ["CASE", "--protocol", str(folder / "first.toml"), "--reviewer", "Rae"],
            ["CASE", str(folder / "produced"), "--protocol", str(folder / "first.toml"), "--reviewer", "Rae"],
            ["CASE"],
        ],
        "verify": [["CASE"]],
        "prove": [["CASE", str(folder / "proof")]],
        "backup": [["CASE", str(folder / "copy")]],
        "near": [["CASE"]],
        "contained": [["CASE"]],
        "names": [["CASE"]],
        "order": [["CASE", "--like", "harvest"], ["CASE", "--like", "harvest", "--ids"], ["CASE", "--only-read"]],
        "people": [["CASE"], ["CASE", "--suggestions"], ["CASE", "--ids"]],
        "gaps": [["CASE"]],
        "problems": [["CASE"], ["CASE", "--csv"]],
        "status": [["CASE"]],
        "seal": [["CASE", "ID", "--dry-run"], ["CASE", "ID", "--why", "a name", "--reviewer", "Rae"], ["CASE"]],
        "unseal": [["CASE", "ID", "--why", "a slip", "--reviewer", "Rae"]],
    }


def text_of(path: Path) -> str:
    """Return what a person, or a program, reads in a file, each line end and blank as one blank."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        document.close()
    elif path.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as archive:
            text = "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    else:
        text = path.read_text("utf-8")
    return " ".join(html.unescape(text).split())
