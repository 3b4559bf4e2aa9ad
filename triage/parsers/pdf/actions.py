"""What a PDF's actions say where PDFium has no call for it: ISO 32000-1, 12.6.

Scripts of buttons, pages and outlines, the addresses to which forms are sent, programs that are launched, other
documents that are gone to. A person who reads the pages sees none of it. Nothing is run, opened or followed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from triage.parsers.kit.contract import Limits
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.unpacking import UnpackingBudget
from triage.parsers.pdf.objects import content, dictionaries, qpdf, text
from triage.parsers.pdf.source import Marks, PdfRevision, PdfSource

_KINDS = rb"(?:J(?:avaScript|S)|SubmitForm|ImportData|Launch|GoTo[RE])\b"
NAMES = _KINDS + rb"|(?:[JSILG][A-Za-z]{0,10})?#(?:[46][1-9A-Fa-f]|[57][0-9Aa])"
"""What stands in an action that says something (tables 198 and following), or a letter by its number (7.3.5), which
nobody writes without a purpose; PDFium tells where links lead."""

_ACTS = re.compile(rb"/%s" % _KINDS)
_TARGETS = ("/F", "/UF", "/P", "/D", "/DOS", "/Mac", "/Unix")
_SAYING = ("/SubmitForm", "/ImportData", "/Launch", "/GoToR", "/GoToE")
_MOST = 10_000


def add_actions(source: PdfSource, marks: Marks, limits: Limits, texts: Texts) -> None:
    """Add what actions say: scripts as hidden, where they lead as annotations, what is gone as tracked.

    ``marks`` are the objects that may hold some, by their offset. The same words aren't added twice.
    """
    if source.pdf is None:
        texts.trouble("damaged", "scripts-not-looked-for")
        return
    budget, count = UnpackingBudget(limits), 0
    for revision in source.revisions(marks):
        for origin, words in _words(revision, budget, texts):
            count += 1
            if count > _MOST:
                break
            if not texts.holds(origin, words) and not texts.holds("tracked", words):
                texts.add(origin if revision.is_now else "tracked", words)
    if source.is_cut or count > _MOST:
        texts.trouble("limit-count", "actions-over-count")


def _words(revision: PdfRevision, budget: UnpackingBudget, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield origins and words, in the order of the objects; report scripts that can't be read."""
    for action in (dictionary for one in revision.marked(_ACTS) for dictionary in dictionaries(one)):
        yield "hidden", _script(action.get("/JS"), budget, texts)
        if action.get("/S") in _SAYING:
            # A file specification (7.11.3) or a launch dictionary (table 204)
            for specification in (action.get("/F"), action.get("/Win")):
                is_dictionary = isinstance(specification, qpdf().Dictionary)
                targets = [specification.get(key) for key in _TARGETS] if is_dictionary else [specification]
                yield from (("annotation", target) for target in dict.fromkeys(map(text, targets)))


def _script(script: Any, budget: UnpackingBudget, texts: Texts) -> str:
    if not isinstance(script, qpdf().Stream):
        return text(script)
    data, trouble = content(script, budget, f"script in object {script.objgen[0]}")
    if trouble:
        texts.add_trouble(trouble)
    return text(data or b"")
