"""Content lines: the common grammar of iCalendar (RFC 5545 3.1) and vCard (RFC 6350 3.3, and vCard 2.1).

Lines that break the grammar are kept as text. Nothing here knows what a property means.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from triage.parsers.kit.charset import decode_text

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)((?:;(?:[^\":;\\]|\\[,;:\\]?+|\"[^\"]*\")*)*):(.*)", re.DOTALL
)
_PARAMETER = re.compile(r";(?:([A-Za-z0-9_-]+)=)?((?:\"[^\"]*\"|\\[,;:\\]?+|[^\";\\])*)")
_VALUES = re.compile(r"\"[^\"]*\"|(?:\\[,;:\\]?+|[^,\\])+")
_ESCAPED = re.compile(r"\\([,;:])")
_LINE_END = re.compile(r"\\[nN]")
_PATH = re.compile(r"\\\\|(?<!\w)\w:\\|file:", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([nN,;:\\\"])")
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}
_TECHNICAL = frozenset(
    (
        "TYPE VALUE ENCODING CHARSET RSVP CUTYPE ROLE PARTSTAT LANGUAGE FMTTYPE TZID RELTYPE RELATED FBTYPE RANGE PREF "
        "PID ALTID MEDIATYPE CALSCALE CN X-NUM-GUESTS"
    ).split()
)
_MAX_LINES = 500_000


@dataclass(slots=True)
class Property:
    """One content line: name in capitals, parameters with names in capitals, the value as written (text)."""

    name: str
    parameters: dict[str, list[str]]
    value: str

    def parameter(self, name: str) -> str:
        """The first value of a parameter, "" where it has none."""
        return next(iter(self.parameters.get(name, [])), "")

    def extras(self) -> str:
        """The parameters that say something to a reader (LABEL, SENT-BY, FILENAME ...), as one line."""
        told = (v for name, values in self.parameters.items() if name and name not in _TECHNICAL for v in values)
        return " ".join(v for v in told if v)

    def text(self) -> str:
        """The value with escapes and quoted-printable undone."""
        value = self.value
        if self._encoded("QUOTED-PRINTABLE"):
            raw = quopri.decodestring(value.encode("utf-8", "replace"))
            value = decode_text(raw, self.parameter("CHARSET") or None)[0].replace("\r\n", "\n")
        return _ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)

    def data(self) -> bytes | None:
        """The bytes of a base64 value or data: address, None where it is neither or broken."""
        value = self.value
        if value[:5].lower() == "data:" and ";base64," in value[:200]:
            value = value.partition(",")[2]
        elif not self._encoded("BASE64") and not self._encoded("B"):
            return None
        try:
            packed = "".join(value.split()).rstrip("=")
            packed = packed[: len(packed) - (len(packed) % 4 == 1)]
            return base64.b64decode(packed + "=" * (-len(packed) % 4))
        except (binascii.Error, ValueError):
            return None

    def _encoded(self, how: str) -> bool:
        stated = (*self.parameters.get("ENCODING", ()), *self.parameters.get("", ()))
        return any(value.upper() == how for value in stated)


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END: its name, properties, inner components, and lines that break the grammar."""

    name: str
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def walk(self) -> Iterator[Component]:
        """Yield the component and all inside it, in the order of the file."""
        waiting = [self]
        while waiting:  # no recursion: each would go through as many generators as it is deep
            component = waiting.pop()
            yield component
            waiting += reversed(component.components)

    def first(self, name: str) -> Property | None:
        """The first property of this name, or None."""
        return next((p for p in self.properties if p.name == name), None)

    def text_of(self, name: str) -> str:
        """The text of the first property of this name, "" where there is none."""
        found = self.first(name)
        return found.text() if found else ""


def parse_components(text: str) -> tuple[Component, bool]:
    """Return a nameless component that holds everything, and whether a component was left open or a line broken."""
    root = Component("")
    stack = [root]
    sound = True
    for line in _lines(text):
        if not line.strip():
            continue
        found = _property(line)
        if found is None:
            stack[-1].broken.append(line)
            sound = False
        elif found.name == "BEGIN":
            inner = Component(found.value.strip().upper())
            stack[-1].components.append(inner)
            if len(stack) < 50:
                stack.append(inner)
        elif found.name == "END":
            name = found.value.strip().upper()
            if len(stack) > 1 and any(c.name == name for c in stack):
                while len(stack) > 1 and stack.pop().name != name:
                    sound = False
        else:
            stack[-1].properties.append(found)
    return root, sound and len(stack) == 1


def _lines(text: str) -> list[str]:
    """Unfold, and join the soft line ends of quoted-printable values (vCard 2.1)."""
    lines: list[str] = []
    raw = _FOLD.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n", _MAX_LINES)
    joined: list[str] = []
    for line in raw:
        if joined:
            joined.append(line)
            if not line.endswith("="):
                lines.append("\n".join(joined))
                joined = []
        elif line.endswith("=") and "QUOTED-PRINTABLE" in line.partition(":")[0].upper():
            joined = [line]
        else:
            lines.append(line)
    return [*lines, *(["\n".join(joined)] if joined else [])]


def _property(line: str) -> Property | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    parameters: dict[str, list[str]] = {}
    for name, values in _PARAMETER.findall(match[3]):
        parameters.setdefault(name.upper(), []).extend(map(_cleaned, _VALUES.findall(values)))
    return Property(match[2].upper(), parameters, match[4])


def _cleaned(value: str) -> str:
    """Return a parameter's value with its escapes undone: those of RFC 6868, and the backslashes that many write.

    RFC 6350 5 writes line ends with a backslash in quotation marks too; a path of Windows or an account in a domain,
    which has no blank, is left as it is.
    """
    plain = value if value[:1] == '"' else _ESCAPED.sub(r"\1", value)
    if "\\" in plain and " " in plain and not _PATH.search(plain):
        plain = _LINE_END.sub("\n", plain)
    return re.sub(r"\^[n'^]", lambda m: _CARET[m[0]], plain.strip('"'))
