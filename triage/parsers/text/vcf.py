"""vCards, versions 2.1 to 4.0: contacts as readable text, with their pictures and keys as children.

A file with one card is one item; an address book is a container with one child for each card. Every property is kept.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import clean, name_set
from triage.parsers.text.plain import charset_of, read_text

# The grammar that vCard (RFC 6350 3.3, and 2.1) and iCalendar (RFC 5545 3.1) share; lines that break it are text. Of 78
# calendars in other programs' test suites icalendar 7.3 refuses 29 and vobject 0.9.9 refuses 7, and both lose words of
# others.

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
_TECHNICAL = name_set(
    "TYPE VALUE ENCODING CHARSET RSVP CUTYPE ROLE PARTSTAT LANGUAGE FMTTYPE TZID RELTYPE RELATED FBTYPE RANGE PREF "
    "PID ALTID MEDIATYPE CALSCALE CN X-NUM-GUESTS"
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
        shown = (v for name, values in self.parameters.items() if name and name not in _TECHNICAL for v in values)
        return " ".join(v for v in shown if v)

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
        return next((p for p in self.properties if p.name == name), None)

    def text_of(self, name: str) -> str:
        """The text of the first property of this name, "" where there is none."""
        line = self.first(name)
        return line.text() if line else ""


def parse_components(text: str) -> tuple[Component, bool]:
    """Return a nameless component that holds everything, and whether a component was left open or a line broken."""
    root = Component("")
    stack = [root]
    sound = True
    for line in _unfolded(text):
        if not line.strip():
            continue
        content = _property(line)
        if content is None:
            stack[-1].broken.append(line)
            sound = False
        elif content.name == "BEGIN":
            inner = Component(content.value.strip().upper())
            stack[-1].components.append(inner)
            if len(stack) < 50:
                stack.append(inner)
        elif content.name == "END":
            name = content.value.strip().upper()
            if len(stack) > 1 and any(c.name == name for c in stack):
                while len(stack) > 1 and stack.pop().name != name:
                    sound = False
        else:
            stack[-1].properties.append(content)
    return root, sound and len(stack) == 1


def _unfolded(text: str) -> list[str]:
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
    """Return a parameter's value with the escapes of RFC 6868 and the backslashes that many write (RFC 6350 5) undone;
    a path or an account in a domain, which has no blank, is left.
    """
    plain = value if value[:1] == '"' else _ESCAPED.sub(r"\1", value)
    if "\\" in plain and " " in plain and not _PATH.search(plain):
        plain = _LINE_END.sub("\n", plain)
    return re.sub(r"\^[n'^]", lambda m: _CARET[m[0]], plain.strip('"'))


TYPE = "text/vcard"
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCARD\b", re.IGNORECASE)
_EDGE = re.compile(r"^(BEGIN|END):VCARD[ \t]*\r?(?:\n|\Z)", re.IGNORECASE | re.MULTILINE)
_LISTS = frozenset(("N", "ADR", "ORG", "GENDER"))


def claims(probe: Probe) -> bool:
    head = probe.head
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[2:].replace(b"\x00", b"")
    return _START.match(head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    text, troubles = read_text(untrusted_data, charset_of(context.declared), context.limits)
    extract = Extract(TYPE, troubles=troubles)
    cards = _cards(text)
    if len(cards) > 1:
        extract.children = _children(cards)
        return extract
    root, sound = parse_components(text)
    if not sound:
        extract.troubles.append(Trouble("damaged", say("vcf-lines-broken")))
    body = clean("\n".join(_lines(root)))
    extract.segments = [Segment("body", body)] if body.strip() else []
    if root.components:
        extract.subject = _name(root.components[0]) or None
    extract.children = _attachments(root)
    return extract


def _cards(text: str) -> list[str]:
    starts: list[int] = []
    depth = 0
    for edge in _EDGE.finditer(text):
        if edge[1].upper() == "END":
            depth = max(0, depth - 1)
            continue
        if depth == 0:
            starts.append(edge.start())
        depth += 1
    if not starts:
        return []
    return [text[start:end] for start, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True)]


def _children(cards: list[str]) -> Iterator[Child | Trouble]:
    for number, card in enumerate(cards, 1):
        components = parse_components(card)[0].components
        name = (_name(components[0]) if components else "") or f"contact {number}"
        yield Child(f"{name[:100]}.vcf", card.encode("utf-8", "replace"), f"{TYPE}; charset=utf-8")


def _name(card: Component) -> str:
    full = card.text_of("FN")
    if not full:
        line = card.first("N")
        full = " ".join(reversed(_parts(line)[:2])) if line else card.text_of("EMAIL")
    return clean(" ".join(full.split()))


def _parts(line: Property) -> list[str]:
    plain = Property(line.name, line.parameters, line.value.replace("\\;", "\x01"))
    return [part.replace("\x01", ";").strip() for part in plain.text().split(";")]


def _lines(root: Component) -> Iterator[str]:
    for component in root.walk():
        for line in component.properties:
            kinds = ", ".join(_kinds(line))
            shown = f" ({kinds})" if kinds else ""
            yield f"{line.name.capitalize()}{shown}: {_value(line)}"
        yield from component.broken


def _kinds(line: Property) -> Iterator[str]:
    for value in (*line.parameters.get("TYPE", ()), *line.parameters.get("", ())):
        if value.upper() not in ("QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"):
            yield value


def _value(line: Property) -> str:
    if line.data() is not None:
        return "[embedded]"
    if line.name in _LISTS:
        return f"{', '.join(part for part in _parts(line) if part)} {line.extras()}".rstrip()
    return f"{line.text()} {line.extras()}".rstrip()


def _attachments(root: Component) -> Iterator[Child | Trouble]:
    for line in (line for component in root.walk() for line in component.properties):
        if data := line.data():
            kind = next(_kinds(line), "").lower()
            ending = kind.rpartition("/")[2] if kind and kind.isascii() and len(kind) < 30 else "bin"
            yield Child(f"{line.name.lower()}.{ending}", data)
