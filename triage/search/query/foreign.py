"""Syntax of other programs' query languages: what of a query is refused, and never searched as words.

First what is plain text is set aside: phrases, exact texts, expressions, addresses, links, paths and numbers. Of the
rest each word is judged by one set of rules, whatever program it is from. Some of it has an
equivalent here. Nothing here builds a tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, reduce
from itertools import islice
from typing import NamedTuple

from triage.search.query.lexer import Raw
from triage.search.query.values import ATTRIBUTES, TEXT_FIELDS, is_field, likely
from triage.text import stands_alone

# Forms of other programs that have an equivalent here, and that equivalent: Gmail, Outlook and SharePoint (KQL),
# dtSearch and Relativity, Lucene, Lexis and Westlaw, SQL.

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


def _written_dates(text: str) -> str:
    """Return one date, or both ends of a range, with what stands before it."""
    pieces = re.split(r"([<>]=?|\.\.)", text.strip('"'))
    return "".join(piece if piece[:1] in "<>." else date(piece.strip()) for piece in pieces)


def _value(name: str, text: str) -> str:
    if name == "size":
        return re.sub(r"(?<=\d)([kmg])$", r"\1b", "".join(text.lower().split()))
    if name in ("date", "sent", "modified"):
        return _written_dates(text)
    if name == "type":
        plain = text.strip('".').lower()
        return _KINDS.get(plain, plain)
    return text


def _renamed(name: str, text: str) -> str:
    """Return ``after:2001/05/01`` and the like in this language."""
    form = FIELDS[name.lower()]
    if form == "has:attachment":
        return f"NOT {form}" if text.strip('"').lower() in _NO else form
    value = _value(form.partition(":")[0], text)
    return form.replace("*{0}*", f'"*{text[1:-1]}*"') if text[0] == '"' and "*" in form else form.format(value)


def _compared(name: str, operator: str, text: str) -> str:
    """Return ``received>=01/01/2001``, ``subject="x"`` and the like in this language."""
    sign = operator if operator in (">", "<", ">=", "<=") else ""
    negation = "NOT " if operator in ("<>", "!=") else ""
    if name.lower() in FIELDS:
        return negation + _renamed(name, sign + text)
    return f"{negation}{name.lower()}:{sign}{_value(name.lower(), text)}"


def between(name: str, low: str, high: str = "") -> str:
    """Return a range of dates or sizes in this language; ``*`` and nothing are an open end."""
    ends = ["" if end == "*" else _value("date", end.strip()) for end in (low, high or low)]
    return _compared(name, "=", ends[0] if ends[0] == ends[1] else "..".join(ends))


def bracketed(name: str, opened: str, low: str, high: str, closed: str) -> str:
    """Return Lucene's range, of which braces leave out the ends, in this language."""
    if opened + closed == "[]":
        return between(name, low, high)
    ends = (("<" if closed == "}" else "<=", high), (">" if opened == "{" else ">=", low))
    return f"({' AND '.join(_compared(name, *end) for end in reversed(ends) if end[1] != '*')})"


def contains(name: str, text: str) -> str:
    """Return ``subject contains x`` in this language."""
    if name.lower() in NAMES:
        return f'{name.lower()}:"*{text.strip(chr(34))}*"' if text[0] != "(" else f"{name.lower()}:{text}"
    return _compared(name, "=", text)


def like(name: str, text: str) -> str:
    """Return SQL's ``subject LIKE '%x%'`` in this language."""
    wild = text.replace("%", "*").replace("_", "?")
    return _compared(name, "=", f'"{wild}"' if " " in wild else wild)


_BEGIN = r"(?<![^\s(])"
_VALUE_END = r"(?=[\s()]|\Z)"
_ANYWHERE = r"(?<!\s)\s*"
_LETTERS = r"[^\W\d_][\w-]{0,99}"
_OPERAND = r'("[^"]*"|[^\s()"]+)'
_VALUE = r'("[^"]*"|\([^()]*\)|[^\s()"]+)'
_DAY = r"(\d[\w./-]{3,15})"
_SIZE = r"(\d[\d.]{0,15}(?:\s?[kmg]b?)?)"
_DATED = "|".join(name for name in (*MEASURED, "after", "before") if name != "size")
_RELATIVE = re.compile(
    rf"{_BEGIN}(?:(?:older|newer)_than:[^\s()\"]+"
    rf"|(?:{_DATED})\s*[:<>=]+\s*(?:today|yesterday|(?:this|last)\w+|\"(?:today|yesterday|(?:this|last) \w+)\"))",
    re.IGNORECASE,
)
_MEASURED = "|".join(MEASURED)
_NAMES = "|".join(sorted({*TEXT_FIELDS, *ATTRIBUTES, *FIELDS}, key=len, reverse=True))
_SUSPECT = re.compile(
    r"[~%|&#^{}<>=!/+:\[-]|near|adj|around|within|contains|like|between|andany|xrank|formsof|atl|but\s|andnot"
    r"|x(?:first|last)word|(?:words|any|all|none|date|mail|caps|text)\(",
    re.IGNORECASE,
)
"""What every form has one of; most queries have none."""
_NUMBERS = "one two three four five six seven eight nine ten".split()
_EXPRESSION = {"*": r"\w*", "?": r"\w"}


class Form(NamedTuple):
    """Syntax of another language in a query, from ``start`` to ``end``, and its equivalent, None where it has none."""

    key: str
    start: int
    end: int
    meant: str | None


def forms(text: str, masked: str) -> Iterator[Form]:
    """Yield the first of each form in a cleaned text, where ``masked`` has NUL for all that is no syntax."""
    if not _SUSPECT.search(text):
        return
    dates = (date.span() for date in _RELATIVE.finditer(text) if masked[date.start()] != "\0")
    yield from (Form("relative-date", *span, None) for span in dates)
    for key, pattern, meaning in _rules():
        if match := pattern.search(masked):
            groups = [text[start:end] for start, end in map(match.span, range(1, pattern.groups + 1))]
            meant = meaning.format("", *groups) if isinstance(meaning, str) else meaning(*groups)
            yield Form(key, *match.span(), meant)


# ---- what forms mean


def _within(number: str) -> str:
    return f"w/{_NUMBERS.index(number.lower()) + 1 if number.lower() in _NUMBERS else number}"


def _near(operator: str, number: str) -> str:
    """KQL counts the words between."""
    return f"{'pre' if operator[0] == 'O' else 'w'}/{int(number) + 1}"


def _sloppy(phrase: str, number: str) -> str:
    words = phrase.strip('"').split() or [""]
    if len(words) == 1:
        return f"{words[0]}~{min(int(number) or 1, 2)}"
    return reduce(lambda left, right: f"({left} w/{int(number) + 1} {right})", words)


def _spanned(left: str, right: str, number: str) -> str:
    """SQL counts the words between."""
    return f"({left.strip()} w/{int(number) + 1} {right.strip()})"


def _numbers(low: str, high: str) -> str | None:
    numbers = range(int(low), int(high) + 1)
    return f"({' OR '.join(map(str, numbers))})" if 1 < len(numbers) <= 50 else None


def _expression(words: str) -> str:
    pieces = words.split()
    if all(piece.isalnum() for piece in pieces):
        return f'"{" ".join(pieces)}"'
    return f"({' pre/1 '.join(f'/{piece}/' for piece in pieces)})"


def _struck(base: str, struck: str) -> str:
    """A wildcard in what is struck out: one expression says both."""
    excluded = "|".join(map(_as_expression, re.split(r"[\s,]+", struck.strip())))
    return f"/(?!(?:{excluded})$){_as_expression(base)}/"


def _as_expression(wild: str) -> str:
    return "".join(_EXPRESSION.get(letter, re.escape(letter)) for letter in wild)


def _any_of(operator: str, words: str) -> str:
    joined = (" AND " if operator == "ALL" else " OR ").join(re.split(r"[\s,]+", words.strip()))
    return f"{'NOT ' if operator == 'NONE' else ''}({joined})"


def _either(words: str) -> str:
    return f"({' OR '.join(words.split())})"


def _capitals(which: str, word: str) -> str:
    return f'="{word.upper() if which.lower() == "all" else word.lower()}"'


def _dates(text: str) -> str:
    return between("date", *re.split(r"\sto\s", text, maxsplit=1, flags=re.IGNORECASE))


def _digits(word: str, signs: str) -> str:
    return f"/{word}{'[0-9]' * len(signs)}/"


_Meaning = str | Callable[..., str | None]
_TABLE: tuple[tuple[str, str, _Meaning], ...] = (
    # distances
    ("foreign-syntax", r"(w|pre)/\s+(\d+)<END>", "{1}/{2}"),
    ("foreign-syntax", r"(w|pre)/(\d+)([^\W\d]\w*)<END>", "{1}/{2} {3}"),
    ("foreign-syntax", r"(?-i:(O?NEAR))\(\s*(?:n\s*=\s*)?(\d{1,4})\s*\)<END>", _near),
    ("foreign-syntax", r"around\s*\(\s*(\d{1,4})\s*\)<END>", "w/{1}"),
    ("foreign-syntax", r"(?-i:AROUND)\s+(\d{1,4})<END>", "w/{1}"),
    ("foreign-syntax", rf"within\s+(\d{{1,4}}|{'|'.join(_NUMBERS)})\s+(?:words?\s+)?(?:of|from)<END>", _within),
    ("foreign-syntax", r'("[^"]*")\s*~(\d{1,3})<END>', _sloppy),
    ("foreign-syntax", r"near\(\s*\(?([^()\",\s]+)[\s,]\s*([^()\",\s]+)\)?\s*,\s*(\d{1,4})[^()]*\)", _spanned),
    ("foreign-nearest", rf"{_OPERAND}\s+(?:w|pre)/\d+\s+x(?:first|last)word<END>", "{1}"),
    ("foreign-nearest", rf"x(?:first|last)word\s+(?:w|pre)/\d+\s+{_OPERAND}", "{1}"),
    # operators
    ("foreign-syntax", r"(?:but\s+not|and-?not)<END>", "NOT"),
    ("foreign-syntax", r"(?<!\d )%<END>", "NOT"),
    ("foreign-syntax", r"<(and|or|not)>", str.upper),
    ("foreign-syntax", rf"{_ANYWHERE}&&\s*", " AND "),
    ("foreign-syntax", rf"{_ANYWHERE}\|\|?\s*", " OR "),
    ("foreign-syntax", r'[-!](?=[("])', "NOT "),
    ("foreign-syntax", rf'\+("[^"]*"|(?![sp]<END>){_LETTERS})<END>', "{1}"),
    ("foreign-syntax", r"\{\s*(?!\S+\s+(?-i:TO)\s)([^\s{}\"]+\s[^{}\"]*)\}", _either),
    ("foreign-syntax", r"(?-i:(WORDS|ANY|ALL|NONE))\(([^()\"]+)\)", _any_of),
    ("foreign-syntax", r"\*:\*<END>", "*"),
    ("foreign-syntax", r"\(c:c\)", " AND "),
    ("foreign-nearest", rf"{_OPERAND}\s+xrank\s*\([^()]*\)\s+{_VALUE}", "{1}"),
    ("foreign-nearest", rf"{_OPERAND}\s+andany\s+{_VALUE}", "{1}"),
    ("foreign-nearest", r'("[^"]*"|[^\W\d_][\w*?-]{0,99})\^\d+(?:\.\d+)?<END>', "{1}"),
    ("foreign-syntax", rf'{_ANYWHERE}(?<=[)"\0])\s*[~^](?:\d+|\d*\.\d+)<END>', lambda: None),
    ("foreign-nearest", r"atl(?:east)?\s?\d+\s*\(([^()\"]+)\)", "({1})"),
    # words
    ("foreign-syntax", rf"~({_LETTERS})<END>", "stem({1})"),
    ("foreign-nearest", rf"({_LETTERS})~[01]?\.\d+<END>", "{1}~1"),
    ("foreign-nearest", r"([^\W\d_][\w-]{0,99}[*?][\w*?-]{0,99})~(?:[01]?\.)?\d{0,3}<END>", "{1}"),
    ("tilde-two-meanings", rf"({_LETTERS})~<END>", lambda _: None),
    ("foreign-syntax", rf"(\w{{0,99}}[^\W\d_])%(?!(?-i:[0-9A-F]{{2}}))({_LETTERS})<END>", "{1}{2}~1"),
    ("foreign-syntax", rf"(\w{{0,99}}[^\W\d_])%{{2,9}}({_LETTERS})<END>", "{1}{2}~2"),
    ("foreign-syntax", rf"%({_LETTERS})%<END>", "*{1}*"),
    ("foreign-syntax", rf"({_LETTERS})%<END>", "{1}*"),
    ("foreign-syntax", r"([^\W\d_]\w{2,99})!(?=[\s)]|\Z)", "{1}*"),
    ("foreign-syntax", r"(\d{1,9})~~(\d{1,9})<END>", _numbers),
    ("foreign-nearest", rf"#({_LETTERS})<END>", "{1}~1"),
    ("foreign-nearest", rf"({_LETTERS})&<END>", "{1}"),
    ("foreign-syntax", r"(\w{1,99})(={1,9})<END>", _digits),
    ("foreign-syntax", r'"##([^"\s]+?)(?:##)?"', "/{1}/"),
    ("foreign-syntax", r"(/(?:[^/\\\s]|\\\S)+/)[gimsux]{1,4}<END>", "{1}"),
    ("foreign-syntax", r'/([^\s/"]+(?:\s+[^\s/"]+){1,8})/<END>', _expression),
    ("foreign-syntax", r"([^\s()\"!/]+)!\((?=[^()\"*?]*[*?])([^()\"]*)\)", _struck),
    ("foreign-syntax", r"(all|no)caps\(\s*(\w+)\s*\)", _capitals),
    ("foreign-syntax", r"(stem|prefixes):(\w+)<END>", "{1}({2})"),
    ("foreign-syntax", r"formsof\s*\(\s*inflectional\s*,\s*\"?(\w+)\"?\s*\)", "stem({1})"),
    # fields
    ("foreign-syntax", rf"\[?({_NAMES})\]?\s+contains\s+{_VALUE}", contains),
    ("foreign-syntax", rf"\[?({_NAMES})\]?\s+like\s+['\"]([^'\"]+)['\"]", like),
    ("foreign-syntax", rf"\[?({_MEASURED})\]?\s*(>=|<=|<>|!=|==?|>|<)\s*{_VALUE}", _compared),
    ("foreign-syntax", rf"\[?({_NAMES})\]?\s*(<>|!=|==?)\s*{_VALUE}", _compared),
    ("foreign-syntax", rf"({'|'.join(FIELDS)})\s?:\s*{_VALUE}", _renamed),
    ("foreign-syntax", rf"({_MEASURED}):\s*([\[{{])(\S+)\s+to\s+([^\s\]}}]+)([\]}}])", bracketed),
    ("foreign-syntax", rf"({_MEASURED}):\s*{_DAY}\s+(?:to|through|until|-|–)\s+{_DAY}<END>", between),
    ("foreign-syntax", rf"({_MEASURED})\s+between\s+{_DAY}\s+and\s+{_DAY}<END>", between),
    ("foreign-syntax", rf"(size):\s*{_SIZE}\s+(?:to|-|–)\s+{_SIZE}<END>", between),
    ("foreign-syntax", rf"(size)\s+between\s+{_SIZE}\s+and\s+{_SIZE}<END>", between),
    ("foreign-syntax", r"date\((?=[^()\"\d]*\d)([^()\"]+)\)", _dates),
    ("foreign-syntax", r"text(\([^()\"]+\))", "body:{1}"),
    ("foreign-syntax", r"mail\((?!s\))\s*+([^()\"]+)\)", "participants:{1}"),
)
"""The key of the refusal, a pattern, and the equivalent, made of the pattern's groups: text, or None for no equivalent.

A pattern begins where a word does, unless it begins with ``_ANYWHERE``, and ``<END>`` is the end of a word.
"""


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], _Meaning], ...]:
    """Return the table with its patterns compiled, once it is needed: it takes a window 50 ms to start otherwise."""
    return tuple(_compiled(*rule) for rule in _TABLE)


def _compiled(key: str, pattern: str, meaning: _Meaning) -> tuple[str, re.Pattern[str], _Meaning]:
    begin = "" if pattern.startswith(_ANYWHERE) else _BEGIN
    return key, re.compile(begin + pattern.replace("<END>", _VALUE_END), re.IGNORECASE), meaning


_PATH = r"[^\s()\"<>=:|^*?,;\[\]{}\\/]*"
_END = r"(?=[\s()\",;]|\Z)"
_PLAIN = re.compile(
    rf"""(?<![^\s()":;,<>=])(?:
      (?:[a-z][\w+.-]*://|www\.|mailto:)[^\s()"]*
    | <?[^\s()"<>,;:=]+@[^\s()"<>,;]*\w>?
    | [a-z]:[\\/][^\s()"]*
    | (?<![:;,<>=])(?=[^\s()"]*[a-z]) (?!/[^\s/]+/[gimsux]{{1,4}}{_END}|//[^\s/]+//)
      {_PATH}[\\/](?:{_PATH}[\\/][^\s()"<>=:|^*?,;]* | {_PATH}\.[a-z]\w{{0,4}}{_END})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Links, addresses and Message-IDs, and paths: two separators, or one and an ending. Of numbers no rule speaks."""

OPERATORS = {"AND/OR": "OR", "NEAR": "w/9", "ONEAR": "pre/9", "ADJ": "pre/1"} | dict.fromkeys(
    "AROUND NOR XOR BEFORE AFTER SAME WITHIN ANDNOT ANDANY CONTAINS".split()
)
"""Operators of other programs, and what they are here; KQL's NEAR has at most eight words between."""
OF_FIELDS = frozenset(("IS", "AFT", "BEF", "EQ"))
"""Operators of other programs behind the name of a field."""
_WORDS_JUDGED = frozenset((*OPERATORS, *OF_FIELDS, "OF"))
SPECIAL_WORDS = frozenset(("xfirstword", "xlastword"))
_DISTANCE = re.compile(
    r"<?(?:(?P<operator>w|wi|within|with|pre|pr|p|n|near|nw|onear|adj|s|by)?(?P<joined>[/\\]?)(?P<words>\d{1,4})"
    r"|(?P<by>w|wi|within|with|pre|pr|p|n|near|nw|onear|adj|s|by)?/(?P<unit>s|sent|sentence|p|para|paragraph|seg|page|x)"
    r"|\+(?P<ordered>[sp]))>?[,;]?",
    re.IGNORECASE,
)
_ORDERED = frozenset(("pre", "pr", "p", "onear"))
_UNCLEAR = frozenset(("nw", "s", "by"))
"""Distance operators that mean different things in different programs."""
_UNITS = {**dict.fromkeys(("s", "sent", "sentence"), 20), **dict.fromkeys(("p", "para", "paragraph", "seg"), 75)}
_CALLED = re.compile(r"[\w.-]*")
_STRUCK = re.compile(r"!\([^()]*\)\Z")
"""The words that a pattern of ours leaves out; commas stand between them."""
_PLURAL = re.compile(r"\((?:s|es|ies|e|n|en|in|innen)\)", re.IGNORECASE)
_NAMED = re.compile(r"(?!-|\d{4}-\d)([\w.-]+):(?=[^\s:\\]|\Z)")
_COMPARED = re.compile(r"[<>]=?(?=[\w$\0])")
_RANGE = re.compile(r"(?<=[\w%])\.\.(?=[\w$€£¥])")
_GLUED = re.compile(r"(?<=[^\s~^])[~^](?!(?<=\d\^)\d)")
_OWN_FUZZY = re.compile(r"[^~^]+~\d*")
_OF_BRACKETS = (
    r"=|<>|!=|[<>]=?|(?i:is(?:\s+not)?(?:\s+(?:like|in|set|null|empty))?\b|(?:does\s+not\s+)?contains?\b|like\b"
    r"|(?:begin|start|end)s?\s+with\b|between\b)"
)
_BRACKETED = re.compile(rf"[\[{{]\s*\S{{1,40}}\s+TO\s+\S{{1,40}}\s*[\]}}]|\[[^\[\]\"]{{1,60}}\]\s*(?:{_OF_BRACKETS})")
_ESCAPED = re.compile(r"(?<=\w)\\(?=[*?+:~^!&|-])")
_FOREIGN_SCOPE = re.compile(r"//[^\s/]+//")
_LEFT = frozenset(("WORD", "STRING", "LITERAL", "REGEX", "FUNC", "RPAR"))
_RIGHT = frozenset(("WORD", "STRING", "LITERAL", "REGEX", "FUNC", "LPAR", "FIELD", "NOT"))
_JOINING = frozenset(("AND", "OR", "NOT", "NEAR", "NOTNEAR"))
_NOTHING = Raw("", "", -1, -1)


def first(text: str, tokens: list[Raw]) -> Form | None:
    """Return the first syntax of another language in a cleaned text, None where there is none."""
    masked = _masked(text, tokens)
    candidates = [*forms(text, masked), *islice(_refused(text, tokens, masked), 1)]
    if bracketed := _BRACKETED.search(masked):
        candidates.append(Form("foreign-syntax", *bracketed.span(), None))
    return min(candidates, key=_rank, default=None)


def _rank(form: Form) -> tuple[int, bool, bool, int]:
    return form.start, form.key != "relative-date", form.meant is None, -form.end


def operator_words(tokens: list[Raw]) -> Iterator[str]:
    """Yield the operators of other programs that stand as words between what they would join."""
    for at, token in enumerate(tokens):
        if token.kind == "WORD" and _is_operator(_Neighbours.of(tokens, at)):
            yield token.text


def _masked(text: str, tokens: list[Raw]) -> str:
    """Return the text with NUL for every character that is no syntax: of phrases, names, addresses and links."""
    masked = list(text)
    name = ""
    for token in tokens:
        start, end = token.start, token.end
        quoted = token.kind in ("STRING", "LITERAL") and not token.text.startswith('"##')
        if quoted:
            start, end = start + token.text.index('"') + 1, end - 1
        if quoted or name in NAMES or token.kind in ("FUNC", "REGEX", "PASTED"):
            masked[start:end] = "\0" * (end - start)
        if name in TEXT_FIELDS and (token.kind == "STRING" or (token.kind == "WORD" and ":" not in token.text)):
            masked[text.rindex(":", 0, token.start)] = "("  # a form may stand behind the name of a field
        name = token.text.rstrip(" :").lower() if token.kind == "FIELD" else ""
    return _PLAIN.sub(lambda match: "\0" * len(match[0]), "".join(masked))


class _Neighbours(NamedTuple):
    """A token with its neighbours; ``left`` is what stands before it, and before a NOT in front of it."""

    token: Raw
    before: Raw
    after: Raw
    left: Raw

    @classmethod
    def of(cls, tokens: list[Raw], at: int) -> _Neighbours:
        before = tokens[at - 1] if at else _NOTHING
        left = tokens[at - 2] if before.kind == "NOT" and at > 1 else before
        return cls(tokens[at], before, tokens[at + 1] if at + 1 < len(tokens) else _NOTHING, left)

    @property
    def between(self) -> bool:
        """Whether it stands where an operator between two operands would."""
        return self.left.kind in _LEFT and self.after.kind in _RIGHT

    @property
    def called(self) -> bool:
        """Whether a parenthesis or a phrase touches its end."""
        return self.after.kind in ("LPAR", "STRING", "LITERAL") and self.after.start == self.token.end


def _refused(text: str, tokens: list[Raw], masked: str) -> Iterator[Form]:
    scopes: list[str] = []  # of each parenthesis that is open the name of the field that it belongs to
    for at, token in enumerate(tokens):
        plain = token.kind == "WORD" and token.text.isalpha() and token.text.upper() not in _WORDS_JUDGED
        if plain and (at + 1 == len(tokens) or tokens[at + 1].start > token.end):
            continue  # no rule speaks of letters alone, and most words are that
        context = _Neighbours.of(tokens, at)
        if token.kind == "LPAR":
            field = context.before.text.strip(" :").lower() if context.before.kind == "FIELD" else ""
            scopes.append(field or (scopes[-1] if scopes else ""))
        elif token.kind == "RPAR" and scopes:
            scopes.pop()
        elif token.kind == "WORD":
            word = masked[token.start : token.end]
            field = context.before.text.strip(" :").lower() if context.before.kind == "FIELD" else ""
            form = (
                _separated(text, context, field, scopes[-1] if scopes else "")
                or _call(text, tokens, at, word)
                or (None if field else _between(context, word) or _named(context, word))
                or (None if field in ATTRIBUTES else _signs(token, context, word))
            )
            if form:
                yield form


def _syntax(token: Raw, meant: str | None = None, key: str = "foreign-syntax") -> Form:
    return Form(key, token.start, token.end, meant)


def _separated(text: str, context: _Neighbours, field: str, scope: str) -> Form | None:
    """Judge a comma or semicolon beside an operator or inside a field's value."""
    token, word = context.token, _STRUCK.sub("", context.token.text)
    if not (set(word) & {",", ";"}):
        return None
    if word.strip(",;") in ("AND", "OR", "NOT"):
        return _syntax(token, word.strip(",;"))
    if context.before.end == token.start and context.before.kind == "STRING" and word[0] in ",;":
        return _syntax(token)
    if (context.after.kind in _JOINING and word[-1] in ",;") or (context.before.kind in _JOINING and word[0] in ",;"):
        joins = context.after if word[-1] in ",;" else context.before
        return _syntax(token, word.strip(",;") if joins.text.isupper() or joins.kind == "NEAR" else None)
    if not (field or scope) or {field, scope} & {"path", "all-paths", "size", *MEASURED}:
        return None
    pieces = [piece for piece in re.split("[,;]", word) if piece]
    if scope:
        trailing = " OR" if word[-1] in ",;" and context.after.kind in _RIGHT else ""
        return _syntax(token, " OR ".join(pieces) + trailing) if trailing or len(pieces) > 1 else None
    if word[-1] in ",;" and context.after.kind == "FIELD":
        return _syntax(token, " OR ".join(pieces))
    if word[-1] in ",;" and context.after.kind in ("WORD", "STRING"):
        following = text[context.after.start : context.after.end]
        name = word[-1] == "," and "@" not in word and context.after.kind == "WORD"
        meant = f'"{word} {following}"' if name else f"({' OR '.join([*pieces, following])})"
        return Form("foreign-syntax", token.start, context.after.end, meant)
    return _syntax(token, f"({' OR '.join(pieces)})") if len(pieces) > 1 else None


def _call(text: str, tokens: list[Raw], at: int, word: str) -> Form | None:
    """Judge letters directly before a parenthesis."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else _NOTHING
    match = _CALLED.match(word[::-1])
    name = match[0][::-1] if match else ""
    if after.kind != "LPAR" or after.start != token.end or not name or not (name[0].isalpha() or name[0] == "_"):
        return None
    if stands_alone(name[-1]) or _PLURAL.match(text, after.start):
        return None
    end = _closing(tokens, at + 1)
    if name.lower() in ("stem", "prefixes"):
        return Form("function-takes-word", token.start, end, None)
    own = name == token.text and is_field(name) and end > after.end
    return Form("foreign-syntax", token.start, end, f"{name.lower()}:{text[token.end : end]}" if own else None)


def _closing(tokens: list[Raw], at: int) -> int:
    """Return the place behind the parenthesis that closes the one of a token, behind that token where none does."""
    depth = 0
    for token in tokens[at:]:
        depth += (token.kind == "LPAR") - (token.kind == "RPAR")
        if depth == 0:
            return token.end
    return tokens[at].end


def _between(context: _Neighbours, word: str) -> Form | None:
    """Judge what stands where an operator would: distances and operators of other programs."""
    token = context.token
    if not context.between and not (context.before.kind in ("NEAR", "NOTNEAR") and context.after.kind in _RIGHT):
        return None
    if word.lower() == "of" and context.before.kind in ("NEAR", "NOTNEAR"):
        return Form("foreign-syntax", context.before.start, token.end, context.before.text)
    if not context.between:
        return None
    if word == "*" and context.before.kind != "NOT":
        return _syntax(token, "pre/2")
    if _is_operator(context) and word.isupper():
        return _syntax(token, OPERATORS.get(word))
    match = _DISTANCE.fullmatch(word)
    if not match or not (match["operator"] or match["joined"] or match["unit"] or match["ordered"]):
        return None
    operator = (match["operator"] or match["by"] or "").lower()
    near = "pre" if operator in _ORDERED or match["ordered"] else "w"
    if match["words"]:
        return _syntax(token, None if operator in _UNCLEAR else f"{near}/{match['words']}")
    most = 20 if match["ordered"] else _UNITS.get(match["unit"].lower())
    if most is None or operator in _UNCLEAR:
        return _syntax(token)
    return _syntax(token, f"{near}/{most}", "distance-by-sentence")


def _is_operator(context: _Neighbours) -> bool:
    word = context.token.text.upper()
    named = context.before.text.lower()
    of_field = word in OF_FIELDS and (is_field(named) or named in FIELDS)
    return context.between and (word in OPERATORS or of_field)


def _named(context: _Neighbours, word: str) -> Form | None:
    """Judge an unknown name with a colon directly before a value."""
    match = _NAMED.match(word) if ":" in word else None
    if not match or not any(map(str.isalpha, match[1])) or (match.end() == len(word) and not context.called):
        return None
    colon = context.token.start + match.end()
    near = likely(match[1].lower())
    return Form("field-unknown-nearest" if near else "field-unknown", context.token.start, colon, near and f"{near}:")


def _signs(token: Raw, context: _Neighbours, word: str) -> Form | None:
    """Judge signs: comparisons and ranges without a field, what is glued to a word, what another program escapes."""
    if word.isalnum():
        return None
    for pattern in (_COMPARED, _RANGE, _ESCAPED, _FOREIGN_SCOPE):
        if pattern.search(word):
            return _syntax(token)
    if word[-1] in "<>" and context.called and context.after.kind != "LPAR":
        return _syntax(token)
    bare = word.partition("!(")[0]
    touching = bare[:1] in ("~", "^") and context.before.end == token.start and context.before.kind in _LEFT
    if touching or (_GLUED.search(bare) and not _OWN_FUZZY.fullmatch(bare)):
        return _syntax(token)
    return None
