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
            ["run", "CASE", "crop", "--reviewer", "Rae"],
            ["list", "CASE"],
            ["add", "CASE", "two", "common", "--reviewer", "Rae"],
        ],
        "show": [["CASE", "ID"]],
        "tag": [["CASE", "relevant", "--query", "harvest", "--dry-run"], ["CASE", "hot", "ID", "--reviewer", "Rae"]],
        "batch": [["new", "CASE", "b", "harvest", "--reviewer", "Rae"], ["list", "CASE"]],
        "sample": [
            ["draw", "CASE", "more", "harvest", "--size", "2", "--reviewer", "Rae"],
            ["report", "CASE", "drawn"],
            ["list", "CASE"],
        ],
        "merge": [
            ["CASE"],
            ["CASE", "--write", str(folder / "rae.jsonl")],
            ["CASE", str(folder / "rae.jsonl"), "--reviewer", "Omar"],
        ],
        "export": [["CASE", str(folder / "out"), "--query", "harvest", "--reviewer", "Rae"]],
        "produce": [
            ["CASE", "--protocol", str(folder / "first.toml"), "--reviewer", "Rae"],
            ["CASE", str(folder / "produced"), "--protocol", str(folder / "first.toml"), "--reviewer", "Rae"],
            ["CASE"],
        ],
        "verify": [["CASE"]],
        "record": [["prove", "CASE", str(folder / "proof")]],
        "case": [["backup", "CASE", str(folder / "copy")]],
        "near": [["CASE"], ["CASE", "--contained"]],
        "names": [["CASE"]],
        "order": [["CASE", "--like", "harvest"], ["CASE", "--like", "harvest", "--ids"], ["CASE", "--only-read"]],
        "people": [["CASE"], ["CASE", "--suggestions"], ["CASE", "--ids"]],
        "gaps": [["CASE"]],
        "problems": [["CASE"], ["CASE", "--csv", str(folder / "problems.csv")]],
        "status": [["CASE"], ["CASE", "--review"]],
        "seal": [
            ["CASE", "ID", "--dry-run"],
            ["CASE", "ID", "--reason", "a name", "--reviewer", "Rae"],
            ["CASE"],
            ["open", "CASE", "ID", "--reason", "a slip", "--reviewer", "Rae"],
        ],
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
