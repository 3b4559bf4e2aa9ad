"""Characters that vendors added to standard sets, as mails really hold them: bytes in, the missing characters out.

Python's codecs keep to the standards. The WHATWG Encoding Standard reads JIS X 0208 with the rows of NEC and IBM (as
code pages 50221 and 51932 do) and 0x80 of GBK as the euro sign. Nothing here guesses which set a text is in.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

LENIENT = {
    "iso2022_jp": ("iso2022_jp_ext", "triage.iso2022_jp"),
    "euc_jp": ("euc_jp", "triage.euc_jp"),
    "gb18030": ("gb18030", "triage.gbk"),
}
"""By codec: the codec and the error handler that read such text with vendors' characters."""

_WINDOWS = {
    **{f"iso8859_{part}": page for part, page in ((2, "cp1250"), (5, "cp1251"), (6, "cp1256"), (7, "cp1253"))},
    **{f"iso8859_{part}": page for part, page in ((4, "cp1257"), (8, "cp1255"), (13, "cp1257"), (15, "cp1252"))},
}
"""The code page whose characters writers put where a set of ISO 8859 has control characters or nothing."""

_DESIGNATION = re.compile(rb"\x1b(?:\$[@B]|\([IJ]|\$\([DOPQ])")
_RUN_ENDS = re.compile(rb"[\x1b\r\n]")
_LONGEST_RUN = 1024
_ARABIC_OF_WINDOWS = bytes(range(0xDB, 0xE0))
"""Five frequent letters of windows-1256, where ISO-8859-6 has none."""


def is_iso_2022_jp(untrusted: bytes) -> bool:
    """Whether the bytes switch to a Japanese set as ISO-2022-JP does, whatever they are declared as."""
    return untrusted.isascii() and _DESIGNATION.search(untrusted) is not None


def is_arabic_of_windows(untrusted: bytes) -> bool:
    """Whether text declared as ISO-8859-6 is windows-1256: more than one in fifty letters exists there only."""
    high = len(untrusted) - len(untrusted.decode("ascii", "ignore"))
    return (len(untrusted) - len(untrusted.translate(None, _ARABIC_OF_WINDOWS))) * 50 > high


@cache
def table_with_windows(codec: str) -> str | None:
    """Return the 256 characters of a set of ISO 8859 with Windows' ones in its gaps (U+FFFE for none), else None."""
    page = _WINDOWS.get(codec)
    return "".join(_first_of(bytes((code,)), codec, page) for code in range(256)) if page else None


def _first_of(byte: bytes, codec: str, page: str) -> str:
    own, other = (byte.decode(name, "replace") for name in (codec, page))
    is_gap = own == "\ufffd" or "\x80" <= own < "\xa0"
    chosen = other if is_gap and other != "\ufffd" else own
    return "\ufffe" if chosen == "\ufffd" else chosen


def _of_jis(lead: int, trail: int) -> str:
    """Return the character at a place of JIS X 0208 with vendors' rows, which cp932 holds elsewhere; else U+FFFD."""
    row, odd = divmod(lead - 0x21, 2)
    first = row + (0x81 if row < 0x1F else 0xC1)
    second = trail + 0x7E if odd else trail + 0x1F + (trail >= 0x60)
    return bytes((first, second)).decode("cp932", "replace")[:1]


def _euc_jp(error: UnicodeError) -> tuple[str, int]:
    """Read a pair of EUC-JP that the standard lacks."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = error.object[error.start : error.start + 2]
    if len(pair) == 2 and min(pair) >= 0xA1 and max(pair) <= 0xFE:
        return _of_jis(pair[0] & 0x7F, pair[1] & 0x7F), error.start + 2
    return "\ufffd", min(error.end, len(error.object))


def _iso2022_jp(error: UnicodeError) -> tuple[str, int]:
    """Read a pair of ISO-2022-JP that the standard lacks; a stray byte between two doesn't shift those after it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, at = error.object, error.start
    lead, trail = data[at], data[at + 1] if at + 1 < len(data) else 0
    if error.end - at == 1 or not 0x21 <= lead <= 0x7E:
        if lead == 0x1B:
            return "\x1b", at + 1  # an escape sequence of another kind stays, and is reported
        return "\ufffd", at + 1
    if 0x21 <= trail <= 0x7E:
        return _of_jis(lead, trail), at + 2
    if trail < 0x80:  # the run ends in the middle of a pair
        return "\ufffd", at + 1
    ends = _RUN_ENDS.search(data, at, at + _LONGEST_RUN)
    run = data[at : ends.start() if ends else at + _LONGEST_RUN].decode("ascii", "ignore")
    if len(run) % 2 or len(run) < 2:  # it stands for one of the pair
        return "\ufffd", at + 2
    return "\ufffd" + _of_jis(ord(run[0]), ord(run[1])), data.index(run[1].encode(), at + 1) + 1


def _gbk(error: UnicodeError) -> tuple[str, int]:
    """Read 0x80 as code page 936 does."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    is_euro = error.object[error.start] == 0x80
    return ("€", error.start + 1) if is_euro else ("\ufffd", min(error.end, len(error.object)))


for _name, _handler in (("iso2022_jp", _iso2022_jp), ("euc_jp", _euc_jp), ("gbk", _gbk)):
    codecs.register_error(f"triage.{_name}", _handler)
