"""Where a mail's text quotes other mails: lines that can be folded. Pure functions; knows no widget.

By the marks that mail programs write: ">" before each line (RFC 3676 4.5), "On … wrote:" and what follows it, Outlook's
block of From, Sent, To and Subject, the line "Original Message" or "Forwarded message". Nothing is taken away here.
"""

from __future__ import annotations

import re
from itertools import accumulate

LEAST = 3
"""Fewest quoted lines, blank ones aside, that are worth folding."""

_LONGEST = 1_000_000
"""Longest text, in characters, that is looked through; more than that is no letter."""

_QUOTED = re.compile(r"[ \t]{0,3}(?:>|[A-Z]{1,3}>)")
_WROTE = re.compile(
    r"(?=.{0,300}$)(?=.*[\d@]).*(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|כתב/ה|כתבה?|كتبت?)"
    r"[^:]{0,90}:[\u200e\u200f\s]*$"
)
_MARK = re.compile(
    r"\s*(?:-{2,}|_{2,})\s*(?:original message|original appointment|forwarded (?:message|by .*)|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|message (?:d'origine|transféré)|mensaje original|הודעה מקורית|הודעה שהועברה"
    r"|الرسالة الأصلية|رسالة معاد توجيهها)\s*(?:-{2,}|_{2,})?\s*$|\s*begin forwarded message:\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*\*?(?:From|Von|De|Da|מאת|من)\s?:\*?\s*\S", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*\*?(?:Sent|Date|To|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Para|Asunto|Inviato|נשלח|תאריך"
    r"|אל|נושא|تاريخ الإرسال|التاريخ|إلى|الموضوع)\s?:\*?\s*\S",
    re.IGNORECASE,
)
_HEADER = 6  # lines in which an Outlook block shows itself


def quotes(text: str) -> list[tuple[int, int]]:
    """Return the quoted stretches (characters, whole lines) in order, adjacent ones as one.

    Of a mail that says nothing of its own the first isn't among them.
    """
    if len(text) > _LONGEST:
        return []
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    offsets = [0, *accumulate(map(len, lines))]
    quoted = _stretches(lines)
    if quoted and not _own(lines, quoted):
        quoted = quoted[1:]
    joined = [(first, end) for first, end in _joined(lines, quoted) if _full(lines[first:end]) >= LEAST]
    return [(offsets[first], offsets[end]) for first, end in joined]


def _full(lines: list[str]) -> int:
    return sum(bool(line.strip()) for line in lines)


def _joined(lines: list[str], quoted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, end in quoted:
        if joined and not _own(lines[joined[-1][1] : first], []):
            first = joined.pop()[0]
        joined.append((first, end))
    return joined


def _own(lines: list[str], quoted: list[tuple[int, int]]) -> bool:
    """Whether the mail has words of its own beside quotations and the lines that name their writers."""
    at = 0
    for first, end in [*quoted, (len(lines), len(lines))]:
        ends = [n for n in range(at, first) if _ends_wrote(lines, n)]
        naming = {*ends, *(n - 1 for n in ends if not _WROTE.match(lines[n].strip()))}
        if any(lines[n].strip() and n not in naming for n in range(at, first)):
            return True
        at = end
    return False


def _stretches(lines: list[str]) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    at, tail = 0, -1  # ``tail`` is where a quotation began that goes on to the end or to the next one
    while at < len(lines):
        line = lines[at]
        if _MARK.match(line) or _is_header(lines, at):
            if tail >= 0:
                stretches.append((tail, at))
            tail = at
            at = _past_header(lines, at)
        elif tail >= 0:
            at += 1
        elif _QUOTED.match(line):
            end = _run(lines, at)
            stretches.append((at, end))
            at = end
        elif _ends_wrote(lines, at) and not any(map(_QUOTED.match, lines[at + 1 : at + 4])):
            tail = at = at + 1
        else:
            at += 1
    if tail >= 0:
        stretches.append((tail, len(lines)))
    return stretches


def _ends_wrote(lines: list[str], at: int) -> bool:
    """Whether "On … wrote:" ends here; mail programs break it into two lines."""
    line = lines[at].strip()
    if ":" not in line[-3:]:
        return False
    return bool(_WROTE.match(line) or (at and _WROTE.match(f"{lines[at - 1].strip()} {line}")))


def _is_header(lines: list[str], at: int) -> bool:
    beside = map(_BESIDE.match, lines[at + 1 : at + _HEADER])
    return bool(_FROM.match(lines[at])) and sum(match is not None for match in beside) >= 2


def _past_header(lines: list[str], at: int) -> int:
    """Return the line after a mark and the block of fields that belongs to it, so that they stay one quotation."""
    at += 1
    if not _is_header(lines, at - 1):
        for ahead in range(at, min(at + 4, len(lines))):
            if _is_header(lines, ahead):
                return ahead + 1
            if lines[ahead].strip():
                break
    return at


def _run(lines: list[str], at: int) -> int:
    end = at
    while at < len(lines) and (_QUOTED.match(lines[at]) or not lines[at].strip()):
        if lines[at].strip():
            end = at + 1
        at += 1
    return end
