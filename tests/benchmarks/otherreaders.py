"""What LibreOffice, pdftotext and readers of mail read in a file, for the differential; their answers are kept.

Word processing documents are turned into text, spreadsheets into CSV of all sheets as shown, slides into PDF and that
into text. LibreOffice gets a few files in one go; a run that doesn't end in time is killed with all its processes,
halved and tried again, until the file that hangs is known by name.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

from tests.benchmarks.othermail import mail_text

TEXT = ("docx", "docm", "odt", "rtf", "doc")
SHEETS = ("xlsx", "xlsm", "xls", "ods", "xlsb")
MAIL = ("eml", "msg")
SLIDES = ("pptx", "ppt", "odp")
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
_TARGETS = {
    **dict.fromkeys(TEXT, "txt:Text (encoded):UTF8"),
    **dict.fromkeys(SHEETS, _CSV),
    **dict.fromkeys(SLIDES, "pdf"),
}
_EXCEL = "--infilter=MS Excel 97"
"""Keeps a damaged workbook from being taken for a text file, whose bytes would be counted as words."""
_OLE = b"\xd0\xcf\x11\xe0"
_OWN_ERRORS = re.compile(r"\bErr:5\d\d\b")
"""What LibreOffice shows in cells whose formula it can't work out; no file says so."""
_BATCH = 16
_SECONDS = 20
_SECONDS_EACH = 4


def read(paths: list[Path], kept: Path, work: Path) -> dict[Path, str | None]:
    """Return each file's text as the other program reads it, None where it can't open it; answers are kept."""
    keys = {path: _key(path) for path in paths}
    todo = {key: path for path, key in keys.items() if not _known(kept, key)}
    ways: dict[tuple[str, ...], list[Path]] = {}
    for key, path in todo.items():
        copy = Path(shutil.copy(path, work / f"{key}{path.suffix.lower()}"))
        if copy.suffix == ".pdf":
            _keep(kept, key, _pdf_text(copy))
        elif copy.suffix[1:] in MAIL:
            _keep(kept, key, mail_text(copy))
        else:
            ways.setdefault(_way(path), []).append(copy)
    for way, copies in ways.items():
        for at in range(0, len(copies), _BATCH):
            _convert(copies[at : at + _BATCH], way, work)
            for copy in copies[at : at + _BATCH]:
                _keep(kept, copy.stem, _made(copy, work))
    return {path: _answer(kept, key, path) for path, key in keys.items()}


def _way(path: Path) -> tuple[str, ...]:
    ending = path.suffix[1:].lower()
    to = ("--convert-to", _TARGETS.get(ending, "pdf"))
    return (_EXCEL, *to) if ending == "xls" and path.read_bytes()[:4] == _OLE else to


def _key(path: Path) -> str:
    asked = f"{path.suffix[1:].lower()}:{':'.join(o for o in _way(path) if o != '--convert-to')}:"
    return hashlib.sha256(asked.encode() + path.read_bytes()).hexdigest()[:24]


def _known(kept: Path, key: str) -> bool:
    return (kept / f"{key}.txt").exists() or (kept / f"{key}.none").exists()


def _keep(kept: Path, key: str, text: str | None) -> None:
    (kept / f"{key}.{'none' if text is None else 'txt'}").write_text(text or "", "utf-8")


def _answer(kept: Path, key: str, original: Path) -> str | None:
    path = kept / f"{key}.txt"
    if not path.exists():
        return None
    text = path.read_text("utf-8")
    return _OWN_ERRORS.sub("", text) if original.suffix[1:].lower() in SHEETS else text


def _convert(batch: list[Path], way: tuple[str, ...], work: Path) -> None:
    ended = run_office(batch, way, work)
    left = [copy for copy in batch if not _outputs(copy, work)]
    if ended or not left:
        return
    if len(batch) > 1:
        middle = (len(left) + 1) // 2
        for part in (left[:middle], left[middle:]):
            _convert(part, way, work) if part else None


def run_office(batch: list[Path], way: tuple[str, ...], work: Path) -> bool:
    """Run LibreOffice once; False where it had to be killed or died."""
    profile = f"-env:UserInstallation=file://{work}/profile"
    command = ["soffice", profile, "--headless", "--norestore", *way, "--outdir", str(work / "out")]
    run = subprocess.Popen(
        [*command, *map(str, batch)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return run.wait(_SECONDS + _SECONDS_EACH * len(batch)) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end_group(run)


def _end_group(run: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(run.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        run.wait()


def _outputs(copy: Path, work: Path) -> list[Path]:
    return sorted((work / "out").glob(f"{copy.stem}[-.]*"))


def _made(copy: Path, work: Path) -> str | None:
    outputs = _outputs(copy, work)
    texts = [_pdf_text(o) if o.suffix == ".pdf" else o.read_text("utf-8", "replace") for o in outputs]
    return "\n".join(text or "" for text in texts) if outputs else None


def _pdf_text(path: Path) -> str | None:
    try:
        done = subprocess.run(["pdftotext", "-q", str(path), "-"], capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
