"""Fields of other programs and how their values are written: what each of them is here.

Nothing here looks at whole queries.
"""

from __future__ import annotations

import re

from triage.search.query.fields import ATTRIBUTES

FIELDS: dict[str, str] = {
    **dict.fromkeys(("after", "newer", "since"), "date:>={0}"),
    **dict.fromkeys(("before", "older"), "date:<{0}"),
    "larger": "size:>{0}",
    "messagesize": "size:{0}",
    "smaller": "size:<{0}",
    **dict.fromkeys(("received", "senton", "sentdate", "datesent", "receiveddate", "datereceived"), "sent:{0}"),
    **dict.fromkeys(("created", "datecreated", "creationtime", "comm-date", "itemdate"), "date:{0}"),
    **dict.fromkeys(("lastmodifiedtime", "lastmodified", "datemodified", "write"), "date:{0}"),
    **dict.fromkeys(("filename", "file-name", "name", "attachmentnames"), "file:{0}"),
    **dict.fromkeys(("attachment", "attachments"), "(file:{0} AND is:attachment)"),
    **dict.fromkeys(("author", "creator", "createdby"), "(from:{0} OR properties:{0})"),
    **dict.fromkeys(("sender", "senderemailaddress"), "from:{0}"),
    **dict.fromkeys(("recipient", "recipients"), "(to:{0} OR cc:{0} OR bcc:{0})"),
    **dict.fromkeys(("people", "email", "participant"), "participants:{0}"),
    "title": "(subject:{0} OR properties:{0})",
    **dict.fromkeys(("message", "text", "content", "contents"), "body:{0}"),
    **dict.fromkeys(("filetype", "fileextension", "ext", "extension", "mime-type", "kind"), "type:{0}"),
    **dict.fromkeys(("label", "category"), "tag:{0}"),
    **dict.fromkeys(("in", "folder", "folderpath"), "path:*{0}*"),
    **dict.fromkeys(("list", "deliveredto"), "headers:{0}"),
    **dict.fromkeys(("hasattachment", "has-attachment", "hasattachments"), "has:attachment"),
    "language": "lang:{0}",
    "sha256": "hash:{0}",
}
"""Fields of other programs that aren't fields here, and what each of them is with its value."""

MEASURED = (
    *("date", "sent", "modified", "size", "received", "senton", "sentdate", "datesent", "receiveddate"),
    *("datereceived", "created", "datecreated", "lastmodifiedtime", "lastmodified", "datemodified"),
)
"""Fields, of this language and of others, that are compared by more and less."""

NAMES = frozenset(ATTRIBUTES) - frozenset(MEASURED)
"""Fields whose values are names, which may hold any sign."""

_KINDS = {"email": "mail", "emails": "mail", "meetings": "calendar", "contacts": "contact", "pics": "picture"}
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SPELLED = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NO = frozenset(("false", "no", "0"))


def date(text: str) -> str:
    """Return a date in the form of this language; where it has none, or two meanings, as it was."""
    if match := _YEAR_FIRST.fullmatch(text):
        return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
    if match := _YEAR_LAST.fullmatch(text):
        low, high = sorted((int(match[1]), int(match[2])))
        if low == high or high > 12:
            return f"{match[3]}-{low:02}-{high:02}"
    if (match := _SPELLED.fullmatch(text)) and match[2].lower() in _MONTHS and not (match[1] and match[3]):
        day = match[1] or match[3]
        month = f"{match[4]}-{_MONTHS.index(match[2].lower()) + 1:02}"
        return f"{month}-{day:0>2}" if day else month
    return text


def _dates(text: str) -> str:
    """Return one date, or both ends of a range, with what stands before it."""
    pieces = re.split(r"([<>]=?|\.\.)", text.strip('"'))
    return "".join(piece if piece[:1] in "<>." else date(piece.strip()) for piece in pieces)


def _value(name: str, text: str) -> str:
    """Return a value as the field, by its name here, is given it."""
    if name == "size":
        return re.sub(r"(?<=\d)([kmg])$", r"\1b", "".join(text.lower().split()))
    if name in ("date", "sent", "modified"):
        return _dates(text)
    if name == "type":
        plain = text.strip('".').lower()
        return _KINDS.get(plain, plain)
    return text


def renamed(name: str, text: str) -> str:
    """Return ``after:2001/05/01`` and the like in this language."""
    form = FIELDS[name.lower()]
    if form == "has:attachment":
        return f"NOT {form}" if text.strip('"').lower() in _NO else form
    value = _value(form.partition(":")[0], text)
    return form.replace("*{0}*", f'"*{text[1:-1]}*"') if text[0] == '"' and "*" in form else form.format(value)


def compared(name: str, operator: str, text: str) -> str:
    """Return ``received>=01/01/2001``, ``subject="x"`` and the like in this language."""
    sign = operator if operator in (">", "<", ">=", "<=") else ""
    negation = "NOT " if operator in ("<>", "!=") else ""
    if name.lower() in FIELDS:
        return negation + renamed(name, sign + text)
    return f"{negation}{name.lower()}:{sign}{_value(name.lower(), text)}"


def between(name: str, low: str, high: str = "") -> str:
    """Return a range of dates or sizes in this language; ``*`` and nothing are an open end."""
    ends = ["" if end == "*" else _value("date", end.strip()) for end in (low, high or low)]
    return compared(name, "=", ends[0] if ends[0] == ends[1] else "..".join(ends))


def bracketed(name: str, opened: str, low: str, high: str, closed: str) -> str:
    """Return Lucene's range, of which braces leave out the ends, in this language."""
    if opened + closed == "[]":
        return between(name, low, high)
    ends = (("<" if closed == "}" else "<=", high), (">" if opened == "{" else ">=", low))
    return f"({' AND '.join(compared(name, *end) for end in reversed(ends) if end[1] != '*')})"


def contains(name: str, text: str) -> str:
    """Return ``subject contains x`` in this language."""
    if name.lower() in NAMES:
        return f'{name.lower()}:"*{text.strip(chr(34))}*"' if text[0] != "(" else f"{name.lower()}:{text}"
    return compared(name, "=", text)


def like(name: str, text: str) -> str:
    """Return SQL's ``subject LIKE '%x%'`` in this language."""
    wild = text.replace("%", "*").replace("_", "?")
    return compared(name, "=", f'"{wild}"' if " " in wild else wild)
