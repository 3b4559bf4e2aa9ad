"""How numbers, dates and foreign text are written for a person, in the window's language. Pure functions.

Text from evidence is untrusted: what could disorder a line (controls, overrides of the writing direction) is made
visible, character for character, so that places in the text stay exact.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import datetime
from html import escape

from triage.model import tables
from triage.model.items import Row
from ui.i18n.language import as_is, backwards, later, tr, translated

_CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
_CONTROLS |= {ord(c): " " for c in "\r\x0b\x0c\x85"}
_CONTROLS |= {0x2028: "\n", 0x2029: "\n", 0xFFFC: "\u25a1"}
_CONTROLS |= dict.fromkeys((*range(64976, 65008), 65534, 65535), "�")
_OVERRIDES = dict.fromkeys(range(8234, 8239), "�")
_ISOLATES = dict.fromkeys(range(8294, 8298), "�")


class _Plain(dict[int, str | int]):
    """Code point to what is shown for it; one character for one."""

    def __missing__(self, code: int) -> int:
        return 0xFFFD if 0xD800 <= code <= 0xDFFF else code


_TEXT = _Plain(_CONTROLS | _OVERRIDES)


def _any_of(characters: Iterable[int]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, map(chr, sorted(characters))))}\ud800-\udfff]+")


_STRANGE = _any_of(_TEXT)
BACKWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter of Hebrew, Arabic or another script from right to left."""
_ANSWERED = re.compile(r"(?:[A-Za-z]{2,3}(?:\[\d+\])?:\s*)+")
_LINE = _Plain(_CONTROLS | _OVERRIDES | _ISOLATES | {9: " ", 10: " ", 0x2028: " ", 0x2029: " "})
_STRANGE_IN_A_LINE = _any_of(_LINE)


def safe_text(untrusted: str) -> str:
    """Return text that a text document shows as it is, of the same length (in characters)."""
    # A table looks every letter up; where few need it, an expression finds those many times faster.
    return _STRANGE.sub(lambda match: match[0].translate(_TEXT), untrusted)


def safe_line(untrusted: str) -> str:
    """Return text that stays on one line and can't reorder what stands beside it, of the same length."""
    return _STRANGE_IN_A_LINE.sub(lambda match: match[0].translate(_LINE), untrusted)


def characters(text: str, units: int) -> int:
    """Return how many characters stand before an offset in UTF-16 units, as Qt counts; the text's end at most."""
    if units <= 0 or len(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2:
        return min(max(units, 0), len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))


def isolate(text: str) -> str:
    """Wrap a value in directional isolates (Unicode Annex 9, 2.5), so that it keeps its own order in any line."""
    return f"\u2068{text}\u2069" if text else ""


def foreign(untrusted: str) -> str:
    """Return a line of evidence, or of a query, for a cell: it keeps its own order in a window of any language."""
    return as_is(safe_line(untrusted))


def titled(row: Row) -> str:
    """Return what an item is called for a person: its subject, or else its name."""
    title = tr("[sealed]") if row.sealed else as_is(subject(row.subject or row.name or tr("(no subject)")))
    return f"{marked(row)}{title}"


def marked(row: Row) -> str:
    """Return the mark before the title of an item that is no longer in the sources, "" for others."""
    marks = {"superseded": tr("[superseded]"), "vanished": tr("[vanished]"), "purged": tr("[purged]")}
    return f"{marks[row.state]} " if row.state in marks else ""


def state(row: Row, successor: str | None) -> str:
    """Return what to know of an item that is no longer in the sources, "" for others."""
    if row.state == "superseded" and successor:
        return tr("superseded by {id}: the source has a later version", id=successor)
    if row.state == "purged":
        return tr("purged: no longer in scope")
    return tr("vanished: no longer in the sources") if row.state else ""


def subject(untrusted: str) -> str:
    """Return a subject on one line, with a mark before an "RE:" that would turn a Hebrew or an Arabic one round."""
    line = safe_line(untrusted)
    return f"\u200f{line}" if subject_right_to_left(line) and not right_to_left(line) else line


def strip_isolates(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def hint(untrusted: str) -> str:
    """Return text for a tooltip that shows as it stands; Qt would take a bare "<b>" in it for markup."""
    return f"<qt>{escape(untrusted).replace(chr(10), '<br>')}</qt>" if untrusted else ""


def right_to_left(text: str) -> bool:
    """Return whether the first strong character is a right-to-left one (Unicode Annex 9, rule P2)."""
    if text.isascii():
        return False
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def subject_right_to_left(text: str) -> bool:
    """Return the same of a subject, past the "RE:" and "FW:" that programs of any language put before it."""
    if text.isascii():
        return False
    before = _ANSWERED.match(text)
    return right_to_left(text[before.end() :] if before else text)


def mostly_right_to_left(text: str) -> bool:
    """Return whether most of the letters are right-to-left ones, as of a line cut out of a sentence."""
    return not text.isascii() and 2 * len(BACKWARDS.findall(text)) > sum(map(str.isalpha, text))


def utf16(text: str) -> Callable[[int], int]:
    """Return a function from character offsets into ``text`` to the UTF-16 offsets in which Qt counts."""
    if text.isascii() or max(text) <= "\uffff":
        return int
    wide = [at for at, character in enumerate(text) if character > "\uffff"]
    return lambda at: at + bisect_left(wide, at)


def number(value: int) -> str:
    return f"{value:,}"


def count(value: int, noun: str, plural: str = "") -> str:
    """Return "1 item", "1,284 items". The nouns are literals: the key of the translation is ``%n item``."""
    text = translated(f"%n {noun}", value) or f"%n {noun if value == 1 else plural or noun + 's'}"
    return text.replace("%n", number(value))


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def with_copies(distinct: int | None, total: int) -> str:
    """Return how many items were found where copies count once, and how many with them where these are more."""
    if distinct in (None, total):
        return number(total)
    return tr("{distinct} ({total} with copies)", distinct=number(distinct or 0), total=number(total))


def listed(parts: Iterable[str]) -> str:
    """Join parts of a sentence by commas, as the window's language has them; empty ones are left out."""
    return tr(", ").join(part for part in parts if part)


def forward() -> str:
    """Return the sign for "on, there is more": a triangle in the direction of reading."""
    return "◂" if backwards() else "▸"


def back() -> str:
    """Return the sign for "back": a triangle against the direction of reading."""
    return "▸" if backwards() else "◂"


_WORDS = frozenset((later("mail"), later("text"), later("unknown"), later("empty"), later("icon"), later("program")))


def kind(media_type: str) -> str:
    """Return the short name of a media type (RFC 6838), in the window's language where it is a word of English."""
    name = tables.short(media_type)
    return tr(name) if name in _WORDS else name


def moment(iso: str) -> str:
    """Return an ISO 8601 time (UTC) as "2023-05-02 14:03", or "" where there is none."""
    return iso[:16].replace("T", " ")


def when(iso: str) -> str:
    """Return such a time for a cell or a line of its own: date and time keep their order in any language."""
    return as_is(moment(iso))


def utc(iso: str) -> str:
    """Return such a time with its zone: "2023-05-02 14:03 UTC"."""
    return as_is(f"{moment(iso)} UTC")


def clock(iso: str) -> str:
    """Return the time of day of an ISO 8601 time, as this machine's clock shows it: "14:02:11"."""
    return datetime.fromisoformat(iso).astimezone().strftime("%H:%M:%S")


def size(octets: int) -> str:
    """Return a size in bytes as "812 B", "4.2 MB" in units of 1,024, as ``size:`` has them; the unit never wraps."""
    if octets < 1000:
        return f"{octets}\u00a0B"
    value = float(octets)
    for unit in ("KB", "MB", "GB"):
        value /= 1024
        if value < 1000:
            return f"{value:.1f}\u00a0{unit}"
    return f"{value / 1024:,.1f}\u00a0TB"


def time_left(done: int, total: int, seconds: float) -> str:
    """Return "12 s left" or "3 min left" from what was done so far, or "" where nothing can be said yet."""
    if not done or total <= done or seconds < 1:
        return ""
    left = seconds * (total - done) / done
    if left < 90:
        return tr("{seconds} s left", seconds=round(left))
    return tr("{minutes} min left", minutes=round(left / 60))
