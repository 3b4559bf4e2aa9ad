"""Bytes to text: declared, marked, provable or guessed character sets, always with a result.

Used by every parser that meets text of uncertain character set. Nothing here raises for bad bytes, looks at more than
a bounded sample to guess, or lets a lone surrogate through.
"""

from __future__ import annotations

import codecs
import re
from base64 import b64decode
from binascii import Error as BinasciiError
from binascii import a2b_base64, a2b_qp, a2b_uu
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from triage.files import rows
from triage.messages import say
from triage.model.items import Child, Trouble

# Declared names are hostile: only text codecs named here or in the table beside this module are ever returned, so that
# a mail header can't call up Python's ``zlib``, ``unicode_escape`` or ``punycode``.

_PYTHON_HAS = (
    "037 273 424 437 500 720 737 775 850 852 855 856 857 858 860 861 862 863 864 865 866 869 874 875 932 949 950 1006 "
    "1026 1125 1140 1250 1251 1252 1253 1254 1255 1256 1257 1258"
).split()
_NAMES = dict(rows(__name__, "charset_names.tsv"))
_TABLE = {
    **{f"cp{page}": f"cp{page}" for page in _PYTHON_HAS},
    **{f"iso8859{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{alias: codec for codec, aliases in _NAMES.items() for alias in aliases.split()},
}

_PAGES = {int(number, 16): page for page, numbers in rows(__name__, "code_pages.tsv") for number in numbers.split()}

_PAGE = re.compile(r"(?:x?cp|windows|xwindows|win|ibm|csibm|csp[cC]?|dos|codepage|ms|msdos|ccsid|ansi)?0*(\d{2,5})")
_ISO = re.compile(r"(?:cs|x)?iso?8859(1[0-6]|[1-9])(?:[ie]|19\d\d|windows.*)?")
_CUT = re.compile(r"[^a-z0-9]")


@lru_cache(maxsize=512)
def codec_for(untrusted_name: str) -> str | None:
    """Return the codec that a declared character set means; None for ``unknown-8bit``, ``binary`` and the like."""
    name = untrusted_name[:100].lower()
    name = _CUT.sub("", name[name.find("charset=") + 8 :].split(";")[0] if "charset=" in name else name.split(";")[0])
    if name in _TABLE:
        return _TABLE[name]
    if iso := _ISO.fullmatch(name):
        return _TABLE.get(f"iso8859{iso[1]}")
    if page := _PAGE.fullmatch(name):
        return _TABLE.get(f"cp{page[1]}") or _TABLE.get(f"cp0{page[1]}")
    return None


def codec_of_page(page: int) -> str:
    """Return the codec of a code page of Windows or of the Macintosh by its number, cp1252 where it is unknown."""
    if page == 1200:
        return "utf-16-le"
    return f"cp{page}" if str(page) in _PYTHON_HAS else codec_for(f"cp{page}") or "cp1252"


def page_of_language(untrusted_language: int) -> str:
    """Return the code page that Windows uses for a language by its number (LCID), as a codec's name."""
    number = untrusted_language & 0xFFFF
    return f"cp{_PAGES.get(number) or _PAGES.get(number & 0x3FF, 1252)}"


CHARSETS = {int(number): codec for number, codec in rows(__name__, "font_charsets.tsv")}
"""Codecs by the numbers of Windows' character sets, which fonts state in RTF, Word documents and metafiles."""

WIDE = frozenset(
    {"cp932", "cp936", "cp949", "cp950", "johab", "shift_jis", "euc_kr", "gb2312", "big5", "gb18030", "big5hkscs"}
)
"""Those of several bytes a character."""


# Python's codecs lack the characters that vendors added. The WHATWG Encoding Standard reads JIS X 0208 with the rows of
# NEC and IBM (as code pages 50221 and 51932 do) and 0x80 of GBK as the euro sign.

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


def _is_iso_2022_jp(untrusted: bytes) -> bool:
    """Whether the bytes switch to a Japanese set as ISO-2022-JP does, whatever they are declared as."""
    return untrusted.isascii() and _DESIGNATION.search(untrusted) is not None


def _is_arabic_of_windows(untrusted: bytes) -> bool:
    """Whether text declared as ISO-8859-6 is windows-1256: more than one in fifty letters exists there only."""
    high = len(untrusted) - len(untrusted.decode("ascii", "ignore"))
    return (len(untrusted) - len(untrusted.translate(None, _ARABIC_OF_WINDOWS))) * 50 > high


@cache
def _table_with_windows(codec: str) -> str | None:
    """Return the 256 characters of a set of ISO 8859 with Windows' ones in its gaps (U+FFFE for none), else None."""
    page = _WINDOWS.get(codec)
    return "".join(_first_of(bytes((code,)), codec, page) for code in range(256)) if page else None


def _first_of(byte: bytes, codec: str, page: str) -> str:
    own, other = (byte.decode(name, "replace") for name in (codec, page))
    is_gap = own == "\ufffd" or "\x80" <= own < "\xa0"
    chosen = other if is_gap and other != "\ufffd" else own
    return "\ufffe" if chosen == "\ufffd" else chosen


def _of_jis(lead: int, trail: int) -> str:
    # cp932 holds the vendors' rows of JIS X 0208, at other places.
    row, odd = divmod(lead - 0x21, 2)
    first = row + (0x81 if row < 0x1F else 0xC1)
    second = trail + 0x7E if odd else trail + 0x1F + (trail >= 0x60)
    return bytes((first, second)).decode("cp932", "replace")[:1]


def _euc_jp(error: UnicodeError) -> tuple[str, int]:
    # Pairs that the standard lacks.
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
    # Code page 936 has the euro at 0x80.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    is_euro = error.object[error.start] == 0x80
    return ("€", error.start + 1) if is_euro else ("\ufffd", min(error.end, len(error.object)))


for _name, _handler in (("iso2022_jp", _iso2022_jp), ("euc_jp", _euc_jp), ("gbk", _gbk)):
    codecs.register_error(f"triage.{_name}", _handler)


_PLAIN = frozenset(
    (None, "us-ascii", "utf-8", "iso-8859-1", "windows-1252", "US-ASCII", "UTF-8", "ISO-8859-1", "Windows-1252")
)
_BOMS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),
    (b"\x00\x00\xfe\xff", "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
_SEVEN_BIT = ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_kr", "hz", "utf_7")
_UNICODE = ("utf_8", "utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be")
_MULTIBYTE = (*_SEVEN_BIT, "gb18030", "cp932", "shift_jis_2004", "euc_jp", "cp949", "johab", "big5hkscs")
_WIDER = {"iso2022_jp": ("iso2022_jp_2", "iso2022_jp_ext", "iso2022_jp_2004"), "big5hkscs": ("cp950",)}
_HIGH_LINES = re.compile(rb"[\x80-\xff][^\n]*")
_HIGH = bytes(range(0x80, 0x100))
_SAMPLE = 16_384
_EBCDIC = ["cp037", "cp273", "cp424", "cp500", "cp1140", "cp1026", "cp875"]
_UNSURE, _SHORT = 0.25, 400
_RARE = ["cp1006", "cp1125", "cp737", "cp775", "ptcp154", "kz1048", "hp_roman8", "cp720", "cp1026", "cp875"]
_STARTS = re.compile("(?<![א-ת])[ךםןףץ](?=[א-ת])")
_ENDS = re.compile("(?<=[א-ת])[ךםןףץ](?![א-ת])")
_HEBREW = re.compile("[א-ת]")
_MARKUP = re.compile("(<[A-Za-z/!?][^<>]*>)")
_LEFT_TO_RIGHT = re.compile(";[0-9A-Za-z]{1,9}#?&|[0-9A-Za-z](?:[^\u0590-\u05ff]*[0-9A-Za-z])?")
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_BMP_LETTERS = re.compile("[\u0400-\u052f\u0590-\u06ff\u0370-\u03ff]")


def decode_text(untrusted: bytes, declared_charset: str | None = None) -> tuple[str, Trouble | None]:
    """Return the text of the bytes, and a Trouble where it rests on a guess or lost characters. Never raises.

    Order: byte order mark, declared character set, strict UTF-8, detection. Valid UTF-8 beyond ASCII is read as such
    even where a single-byte set is declared, as no natural text of such a set is.
    """
    if (
        untrusted.isascii()
        and b"\x1b" not in untrusted
        and b"\x00" not in untrusted
        and (declared_charset in _PLAIN or codec_for(declared_charset or "") not in _SEVEN_BIT)
    ):
        return untrusted.decode("ascii"), None
    for mark, codec in _BOMS:
        if untrusted.startswith(mark):
            return _with_losses(untrusted[len(mark) :], codec, "characters-lost-marked")
    declared = codec_for(declared_charset) if declared_charset else None
    if declared not in _SEVEN_BIT and _is_iso_2022_jp(untrusted):
        return _undeclared(untrusted, declared_charset if declared != "ascii" else None)
    if declared is not None and declared != "ascii" and (as_declared := _declared(untrusted, declared)) is not None:
        return as_declared
    return _undeclared(untrusted, declared_charset if declared != "ascii" else None)


def _declared(untrusted: bytes, codec: str) -> tuple[str, Trouble | None] | None:
    if codec == "utf_16":
        codec = wide_codec(untrusted) or "utf_16_le"
    if codec not in _MULTIBYTE and codec not in _UNICODE:
        text = _strict(untrusted, "utf_8")
        if text is not None and not text.isascii():
            return text, Trouble("charset-guessed", say("charset-is-utf-8", declared=codec))
    if codec == "iso8859_6" and _is_arabic_of_windows(untrusted):
        return untrusted.decode("cp1256"), _guessed(codec, "cp1256")
    for wider in (codec, *_WIDER.get(codec, ())):
        text = _strict(untrusted, wider)
        if text is not None:
            return _in_logical_order(text, codec, is_visual=codec == "iso8859_8")
    if codec != "utf_8":
        text = _strict(untrusted, "utf_8")
        if text is not None and not (text.isascii() and "\x1b" in text):
            return text, Trouble("charset-guessed", say("charset-is-utf-8", declared=codec))
    text, trouble = _with_losses(untrusted, codec, "characters-lost-declared")
    lost = text.count("\ufffd")
    legible = len(text) - len(text.encode("ascii", "ignore")) - lost
    return (text, trouble) if lost * 4 <= legible else None


def _undeclared(untrusted: bytes, misdeclared: str | None) -> tuple[str, Trouble | None]:
    if b"\x00" in untrusted[:_SAMPLE]:
        wide = wide_codec(untrusted)
        if wide is not None:
            text, trouble = _with_losses(untrusted, wide, "characters-lost-by-zeros")
            return text, trouble or _guessed(None, wide)
    if b"\x1b" not in untrusted or not untrusted.isascii():
        text_or_none = _strict(untrusted, "utf_8")
        if text_or_none is not None:
            wrong = misdeclared is not None and not untrusted.isascii()
            return text_or_none, _guessed(misdeclared, "UTF-8") if wrong else None
    codec = "iso2022_jp" if _is_iso_2022_jp(untrusted) else _guess(untrusted)
    if codec == "ascii":
        return untrusted.decode("ascii", "replace"), None
    text, trouble = _with_losses(untrusted, codec, "characters-lost-guessed")
    text, turned = _in_logical_order(text, codec)
    return text, trouble or turned or _guessed(misdeclared, codec)


def _guessed(untrusted_name: str | None, codec: str) -> Trouble:
    if untrusted_name is None:
        return Trouble("charset-guessed", say("charset-unstated", charset=codec))
    return Trouble("charset-guessed", say("charset-misdeclared", declared=repr(untrusted_name[:40]), charset=codec))


def _strict(untrusted: bytes, codec: str) -> str | None:
    table = _table_with_windows(codec)
    try:
        text = codecs.charmap_decode(untrusted, "strict", table)[0] if table else untrusted.decode(codec)
    except (UnicodeError, LookupError):
        return None
    return _no_surrogates(text) if codec == "utf_7" else text


def _with_losses(untrusted: bytes, codec: str, key: str) -> tuple[str, Trouble | None]:
    text = _strict(untrusted, codec)
    if text is not None:
        return text, None
    if table := _table_with_windows(codec):
        text = codecs.charmap_decode(untrusted, "replace", table)[0]
    elif codec in LENIENT:
        text = untrusted.decode(*LENIENT[codec])
    else:
        errors = "triage.cp1252" if codec in ("utf_8", "cp1252") else "replace"
        text = _no_surrogates(untrusted.decode(codec, errors))
    lost = text.count("\ufffd")
    if not lost:
        return text, None if codec in LENIENT else Trouble("charset-guessed", say("charset-mixed", charset=codec))
    return text, Trouble("damaged", say(key, count=lost, charset=codec))


def _in_logical_order(text: str, codec: str, *, is_visual: bool = False) -> tuple[str, Trouble | None]:
    # The old sets may hold Hebrew as drawn.
    turned = logical_order(text, is_visual=is_visual) if codec in ("iso8859_8", "cp1255", "cp862", "cp424") else None
    return (text, None) if turned is None else (turned, Trouble("charset-guessed", say("hebrew-turned")))


def logical_order(text: str, *, is_visual: bool = False) -> str | None:
    """Return visual Hebrew, which is stored as it was drawn, in reading order; None where the text is so already.

    ISO-8859-8 stands for visual order in RFC 1555 and 1556, yet much of it is logical: the letters decide before the
    name, as final letters stand at the ends of words. ``is_visual`` holds where they don't tell.
    """
    sample = text[:100_000]
    starts, ends = len(_STARTS.findall(sample)), len(_ENDS.findall(sample))
    visual = starts >= ends and _HEBREW.search(sample) if is_visual else starts >= 2 and starts > 2 * ends
    if not visual:
        return None
    pieces = _MARKUP.split(text) if "</" in text else [text]
    pieces[::2] = ["".join(map(_reversed_line, piece.splitlines(keepends=True))) for piece in pieces[::2]]
    return "".join(pieces)


def _reversed_line(line: str) -> str:
    body = line.rstrip("\r\n")
    turned = body[::-1].translate(_MIRROR)
    turned = _LEFT_TO_RIGHT.sub(lambda match: match[0][::-1].translate(_MIRROR), turned)
    return turned + line[len(body) :]


def wide_codec(untrusted: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a byte order mark by where the zero bytes stand, or by its letters."""
    head = untrusted[: _SAMPLE & ~3]
    quarter = max(1, len(head) // 4)
    zeros = [head[k::4].count(0) for k in range(4)]
    if len(head) >= 8 and zeros[2] >= quarter * 0.9 and zeros[3] >= quarter * 0.9:
        return "utf_32_le"
    if len(head) >= 8 and zeros[0] >= quarter * 0.9 and zeros[1] >= quarter * 0.9:
        return "utf_32_be"
    even, odd, half = zeros[0] + zeros[2], zeros[1] + zeros[3], max(1, len(head) // 2)
    for codec, here, there in (("utf_16_le", odd, even), ("utf_16_be", even, odd)):
        if here > half * 0.4 and there < half * 0.05:
            return codec
        if here > there * 4 and len(_BMP_LETTERS.findall(head.decode(codec, "replace"))) > half * 0.4:
            return codec
    return None


def _guess(untrusted: bytes) -> str:
    """Return the codec that the bytes most likely are in, from a bounded sample of the lines that tell."""
    sample = _sample(untrusted)
    codec = _detected_before(sample) if len(sample) < _SHORT else _detected(sample)
    return codec or ("ascii" if untrusted.isascii() else "cp1252")


def _detected(sample: bytes) -> str | None:
    import chardet

    if len(sample) < _SHORT:
        for japanese in ("cp932", "euc_jp"):
            if _is_kana(_strict(sample, japanese) or ""):
                return japanese
    unlikely = _RARE if sample.count(b"@") * 20 > len(sample) and b"\n" not in sample else [*_RARE, *_EBCDIC]
    candidates: list[Any] = chardet.detect_all(sample, ignore_threshold=True, exclude_encodings=unlikely)
    best: Any = candidates[0] if candidates else {"encoding": None}
    if best["encoding"] and float(best["confidence"]) < _UNSURE and len(sample) < _SHORT:
        best = _likelier(sample, candidates)
    return codec_for(str(best["encoding"])) if best["encoding"] else None


_detected_before = lru_cache(1024)(_detected)
"""Remembers what a few bytes are in, such as a name in the head of every mail from one writer."""


def _is_kana(text: str) -> bool:
    # Bytes of another set hardly give so many Japanese syllables.
    letters = [character for character in text if character > "\x7f"]
    syllables = sum("\u3041" <= character <= "\u30fc" for character in letters)
    return syllables >= 4 and syllables * 2 > len(letters)


def _likelier(sample: bytes, candidates: Sequence[Any]) -> Any:
    high = len(sample) - len(sample.translate(None, _HIGH))
    western = sum(65 <= byte & 0xDF <= 90 for byte in sample) * 2 > 3 * high

    def weight(candidate: Any) -> float:
        codec = codec_for(str(candidate["encoding"])) or ""
        if codec == "cp1252":
            return float(candidate["confidence"]) * ((2 if high <= 4 else 1.2) if western else 1)
        usual = codec.startswith(("cp125", "koi8")) or codec in _MULTIBYTE
        return float(candidate["confidence"]) * (1 if usual else 0.25 if codec.startswith(("cp", "mac")) else 0.9)

    return max(candidates, key=weight)


def _sample(untrusted: bytes) -> bytes:
    # Lines in ASCII tell nothing; none is cut inside a character.
    if len(untrusted) <= _SAMPLE or untrusted.isascii():
        return untrusted[:_SAMPLE]
    lines: list[bytes] = []
    size = before = 0
    for match in _HIGH_LINES.finditer(untrusted):
        line = untrusted[max(match.start() - 40, before) : min(match.end(), match.start() + _SAMPLE)]
        before = match.end()
        lines.append(line if len(line) < _SAMPLE else line.rstrip(_HIGH))
        size += len(line)
        if size > _SAMPLE:
            break
    return b"\n".join(lines)


def _no_surrogates(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _from_cp1252(error: UnicodeError) -> tuple[str, int]:
    # Writers of mixed files meant windows-1252 where the bytes aren't UTF-8.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("triage.cp1252", _from_cp1252)


# Transfer encodings of mail: lenient, linear, nothing is dropped. Old mailers put attachments into the body between
# ``begin 644 name`` and ``end`` (POSIX uuencode); these are cut out.

_GAP = re.compile(rb"(?<!=)(=++)([^A-Za-z0-9+/=]*+)(?=[A-Za-z0-9+/])")
_OUTSIDE = re.compile(rb"[^A-Za-z0-9+/]+")
_PADDED_BREAK = re.compile(rb"=[ \t]+(?=\r?\n|\Z)")
"""A soft line break after which transport added blanks (RFC 2045 6.7, rule 3)."""
_PROSE = re.compile(rb"[^\s]*[^A-Za-z0-9+/=\s][^\n]*|[A-Za-z]+ [A-Za-z]+[^\n]*")
_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ?([^\r\n]*)\r?\n", re.MULTILINE)
_FILE = re.compile(
    rb"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n((?:(?!end\b)[ -`]{1,90}[ \t]*\r?\n)+)(?:end[ \t]*(?:\r?\n|\Z))?",
    re.MULTILINE,
)
UU_NAMES = ("x-uuencode", "uuencode", "x-uue", "uue")


def decode_transfer(untrusted: bytes, encoding: str) -> tuple[bytes, Trouble | None]:
    """Undo a transfer encoding (RFC 2045 6); an unknown one counts as none, as its bytes are still evidence."""
    if encoding == "quoted-printable":
        if b"= " in untrusted or b"=\t" in untrusted:
            untrusted = _PADDED_BREAK.sub(b"=", untrusted)
        return a2b_qp(untrusted), None
    if encoding == "base64" or encoding in ("base-64", "b"):
        return decode_base64(untrusted)
    if encoding in UU_NAMES:
        begin = _BEGIN.search(untrusted)
        return decode_uu(untrusted[begin.end() :] if begin else untrusted)
    return untrusted, None


def decode_base64(untrusted: bytes) -> tuple[bytes, Trouble | None]:
    """Decode base64: foreign characters are skipped, padded runs joined, prose after the padding (a footer) is kept."""
    out = bytearray()
    at = 0
    trouble = None
    padded = untrusted.find(b"=")
    for gap in _GAP.finditer(untrusted, padded) if padded >= 0 else ():
        out += _base64_run(untrusted[at : gap.end(1)])[0]
        at = gap.end()
        if gap[2].strip() or _PROSE.match(untrusted, at):
            return bytes(out + b"\n" + untrusted[gap.end(1) :].lstrip(b"\r\n")), None
    data, is_complete = _base64_run(untrusted[at:])
    if not is_complete:
        trouble = Trouble("truncated", say("base64-cut"))
    return (bytes(out) + data if out else data), trouble


def from_base64(untrusted_digits: str | bytes) -> bytes:
    """Return what a value's base64 digits stand for (RFC 4648 4), b"" where they are none."""
    try:
        return b64decode(untrusted_digits)
    except ValueError:
        return b""


def _base64_run(untrusted: bytes) -> tuple[bytes, bool]:
    try:
        return a2b_base64(untrusted), True
    except BinasciiError:
        clean = _OUTSIDE.sub(b"", untrusted)
        digits = clean[: len(clean) - (len(clean) % 4 == 1)]
        is_complete = len(clean) % 4 != 1
        return a2b_base64(digits + b"=" * (-len(digits) % 4)), is_complete


def decode_uu(untrusted: bytes) -> tuple[bytes, Trouble | None]:
    """Decode the lines after ``begin`` of a uuencoded file up to ``end``."""
    out = bytearray()
    for line in untrusted.splitlines():
        if line.strip() in (b"end", b"`", b"===="):
            return bytes(out), None
        try:
            out += a2b_uu(line)
        except BinasciiError:
            # Writers count a line's bytes wrongly or pad it with junk: take as many groups as its count asks for.
            wanted = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                out += a2b_uu(line[:wanted])
            except BinasciiError:
                return bytes(out), Trouble("damaged", say("uuencoded-broken"))
    return bytes(out), Trouble("truncated", say("uuencoded-cut"))


def cut_uuencoded(untrusted: bytes) -> tuple[bytes, list[Child | Trouble]]:
    """Return the text without its uuencoded files, and the files; a block is one if its first line's length fits."""
    files: list[Child | Trouble] = []
    rest: list[bytes] = []
    at = 0
    for match in _FILE.finditer(untrusted):
        if not _fits(match[2]):
            continue
        data, trouble = decode_uu(untrusted[match.start(2) : match.end()])
        name = decode_text(match[1].strip(), None)[0]
        if trouble is not None:
            files.append(Trouble(trouble.code, say("name-and-trouble", name=name, trouble=trouble.message)))
        files.append(Child(name, data))
        rest.append(untrusted[at : match.start()])
        at = match.end()
    if not at:
        return untrusted, []
    return b"".join([*rest, untrusted[at:]]), files


def _fits(lines: bytes) -> bool:
    first = lines.split(b"\n", 1)[0].rstrip(b"\r")
    count = (first[0] - 32) & 63
    groups = -(-count // 3) * 4
    return (count > 0 and groups - 2 <= len(first) - 1 <= groups + 3) or first in (b"`", b" ")
