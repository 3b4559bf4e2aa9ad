"""WordPerfect documents: 4.2 to 5.x for DOS, and 6 and later, by their function codes.

The stream mixes characters and functions: one byte, a few bytes of known length, or a length of their own; the longer
ones end with the byte that they begin with, which shows whether the reader is still in step. Text in headers, notes
and boxes is kept apart. Passwords are reported; fonts, tables' lines and pictures are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.errors import FormatError
from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts

TYPE = "application/vnd.wordperfect"

_SIGNATURE = b"\xffWPC"
_DOCUMENT = 0x0A
_SIZES_5 = {0xC0: 4, 0xC1: 9, 0xC2: 11, 0xC3: 3, 0xC4: 3, 0xC5: 5, 0xC6: 6, 0xC7: 7}
_APART_5 = {0xD5: "margin", 0xD6: "note", 0xDA: "textbox", 0xE2: "comment"}
_SIZES_6 = (4, 5, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 8, 8)
_END_OF_LINE_6 = 0xD0
_WORDS = re.compile(rb"[ -~]{3,}")
_FUNCTION = re.compile(rb"[\xc0-\xff]")
_LONGEST_OLD = 1024
_APART_OLD = {0xD1: "margin", 0xE2: "note"}

UNKNOWN = "\ufffd"
INTERNATIONAL = "åÅæÆäÄáàâãÃçÇëÉéèêíñÑøØõÕöÖüÜúùß"
_ACCENTS = "`·~^-/´¨¯'''¸'°.˝¸˛ˇ/¯˘"
_LATIN = (
    "ßĸȷÁáÂâÄäÀàÅåÆæÇçÉéÊêËëÈèÍíÎîÏïÌìÑñÓóÔôÖöÒòÚúÛûÜüÙùŸÿÃãĐđØøÕõÝýÐðÞþĂăĀāĄąĆćČčĈĉĊċĎďĚěĖėĒēĘęǴǵĞğǦǧĢģĜĝĠġĤĥĦħİıĪī"
    "ĮįĨĩĲĳĴĵĶķĹĺĽľĻļĿŀŁłŃńŉŉŇňŅņŐőŌōŒœŔŕŘřŖŗŚśŠšŞşŜŝŤťŢţŦŧŬŭŰűŪūŲųŮůŨũŴŵŶŷŹźŽžŻż"
)
_SIGNS = "●○■•*¶§¡¿«»£¥₧ƒªº½¼¢²ⁿ®©¤¾³‛’‘‟”“–—"
_GREEK = "ΑαΒβΒϐΓγΔδΕεΖζΗηΘθΙιΚκΛλΜμΝνΞξΟοΠπΡρΣσΣςΤτΥυΦφΧχΨψΩω"
_HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
_CYRILLIC = "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя"
_SETS = {1: _ACCENTS + _LATIN, 4: _SIGNS, 8: _GREEK, 9: _HEBREW, 10: _CYRILLIC}
"""WordPerfect's own character sets, those that letters of a language are written in: accented Latin, typographic signs,
Greek, Hebrew, Cyrillic; set 0 is ASCII."""

_SIGNS_5 = {code: chr(code) for code in range(0x20, 0x7F)} | {0x09: "\t", 0x0D: " ", 0xA0: " "}
_SIGNS_5 |= dict.fromkeys((0x0A, 0x0B, 0x0C, 0x8C, 0x99), "\n") | dict.fromkeys((0xA9, 0xAA, 0xAB), "-")
_SIGNS_6 = {code: chr(code) for code in range(0x21, 0x7F)} | dict(enumerate(INTERNATIONAL, 1))
_SIGNS_6 |= dict.fromkeys((0x80, 0x81, 0xCD, 0xCE, 0xCF), " ") | dict.fromkeys((0x84, 0x85), "-")
_SIGNS_6 |= dict.fromkeys((0x87, *range(0xB7, 0xCD)), "\n")
"""What bytes that are no functions show, up to version 5 and from version 6 on; all others show nothing."""


def claims(probe: Probe) -> bool:
    """Whether the file has WordPerfect's signature and says that it is a document, or reads as one of 4.2."""
    if probe.head[:4] == _SIGNATURE:
        return len(probe.head) > 16 and probe.head[9] == _DOCUMENT
    return probe.extension in ("wp", "wp4", "wpd", "doc") and not probe.is_text and _is_old(probe.head)


def _is_old(head: bytes) -> bool:
    """Whether the beginning is text among functions that close with the byte they open with, as 4.2 has no mark."""
    pieces = list(_pieces_old(head))
    text = b"".join(piece for code, piece in pieces if not code)
    plain = sum(0x20 <= b < 0x7F or b in b"\t\n\x0c\r" or b >= 0x80 for b in text)
    return sum(code > 0 for code, _ in pieces) > 1 and plain == len(text) > 20 and _WORDS.search(text) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the document. Raises FormatError where it ends inside its head."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    data = untrusted_data[:]
    if data[:4] != _SIGNATURE:
        _old(data, texts)
    elif len(data) < 16:
        raise FormatError("wordperfect-head-cut")
    elif data[12:14] != b"\0\0":
        texts.trouble("encrypted", "wordperfect-locked")
        return extract
    else:
        _Story(texts).read(data[int.from_bytes(data[4:8], "little") :], "body", data[10] >= 2)
    texts.judge(False)
    extract.segments = texts.segments()
    return extract


class _Story:
    """Reads a stream of characters and functions into ``texts``."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._lost = False

    def read(self, data: bytes, origin: str, is_new: bool) -> None:
        """Read a stream of WordPerfect 5.0 or 5.1, or of 6 and later if ``is_new``."""
        parts: list[str] = []
        first, signs, function = (0xD0, _SIGNS_6, self._function_6) if is_new else (0xC0, _SIGNS_5, self._function_5)
        at = 0
        while at < len(data):
            if data[at] < first:
                parts.append(signs.get(data[at], ""))
                at += 1
            else:
                at += function(data, at, parts)
        text = "".join(parts)
        for line in text.split("\n"):
            self._texts.add(origin, line)
        if UNKNOWN in text:
            self._texts.trouble("damaged", "wordperfect-unknown-signs")
        if self._lost:
            self._texts.trouble("damaged", "wordperfect-formatting-unclear")

    def _function_5(self, data: bytes, at: int, parts: list[str]) -> int:
        """Take the function at this byte; return how many bytes it has, 1 where it can't be made out."""
        code = data[at]
        if code >= 0xD0:
            size = 4 + int.from_bytes(data[at + 2 : at + 4], "little")
        else:
            size = _SIZES_5.get(code) or data.find(bytes([code]), at + 1, at + 16) - at + 1
        if not self._closes(data, at, size):
            return 1
        if code == 0xC0:
            parts.append(character(data[at + 2], data[at + 1]))
        elif code in (0xC1, 0xC2):
            parts.append("\t")
        elif code in _APART_5:
            inner = data[at + 4 : at + size - 4]
            begin = _WORDS.search(inner)  # the text begins behind numbers that have no fixed length
            if begin:
                _Story(self._texts).read(inner[begin.start() :], _APART_5[code], False)
        return size

    def _function_6(self, data: bytes, at: int, parts: list[str]) -> int:
        code = data[at]
        size = _SIZES_6[code - 0xF0] if 0xF0 <= code < 0xFF else int.from_bytes(data[at + 2 : at + 4], "little")
        if not self._closes(data, at, size):
            return 1
        if code == 0xF0:
            parts.append(character(data[at + 2], data[at + 1]))
        elif code == _END_OF_LINE_6:  # soft ones are a blank, those of cells a tab
            parts.append(" " if data[at + 1] in (1, 2, 3) else "\t" if data[at + 1] == 0x0A else "\n")
        elif code == 0xE0:
            parts.append("\t")
        return size

    def _closes(self, data: bytes, at: int, size: int) -> bool:
        """Whether a function of this size ends with the byte that it begins with."""
        closes = size > 1 and at + size <= len(data) and data[at + size - 1] == data[at]
        self._lost = self._lost or not closes
        return closes


def _old(data: bytes, texts: Texts) -> None:
    """Read a document of WordPerfect 4.2; its accented letters stand in a function each, as the old console's."""
    parts: list[str] = []
    for code, piece in _pieces_old(data):
        if not code:
            parts += (_SIGNS_5.get(byte, "") for byte in piece)
        elif code == 0xE1:
            parts.append(piece.decode("cp437"))
        elif code in _APART_OLD:
            texts.add(_APART_OLD[code], " ".join(word.decode("ascii") for word in _WORDS.findall(piece)))
    for line in "".join(parts).split("\n"):
        texts.add("body", line)


def _pieces_old(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the text (under 0) and the functions (under their codes) of a 4.2 document."""
    at = 0
    while at < len(data):
        if data[at] < 0xC0:
            match = _FUNCTION.search(data, at)
            end = match.start() if match else len(data)
            yield 0, data[at:end]
            at = end
            continue
        end = data.find(data[at : at + 1], at + 1, at + _LONGEST_OLD)
        if end < 0:
            at += 1
            if at + _LONGEST_OLD > len(data):
                break
            continue
        yield data[at], data[at + 1 : end]
        at = end + 1


def character(charset: int, number: int) -> str:
    """Return a sign by its character set and number, U+FFFD where it isn't known, so that it is seen to be missing."""
    if charset == 0:
        return chr(number) if 0x20 <= number < 0x7F else UNKNOWN
    signs = _SETS.get(charset, "")
    return signs[number] if number < len(signs) else UNKNOWN
