"""What can go wrong, in three kinds; nothing is done here.

::

    TriageError                 the person's: a message that says what happened, to what, and what to do
    ├── ScopeError              a scope.toml that can't be read, or a source that it doesn't allow
    ├── QueryError              a query that can't be read; knows the place in the text and a way to mend it
    ├── CaseError               a case that is missing, locked, damaged or from a newer version
    │   └── BrokerEnded         the process that opens sources was killed; it is started anew once
    ├── EngineRefusal           an engine can't do what a query asks; names the part
    ├── DecisionError           a tag, note or undo that can't be applied
    │   └── StepElsewhere       the last step isn't one of those that were to be undone
    ├── VerifyError             a record that doesn't prove what it should; says where
    └── ExportError             an export that can't be written
    Trouble (triage.model.items)      one file's: becomes a Problem on record, and the run goes on
    FormatError, EarlyEndError        a file that breaks its format's rules; parsers and readers turn them into Troubles
    anything else               ours: crash loudly
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from triage.messages import render, say
from triage.model.items import LastStep
from triage.model.messages import Message

OUTPUT = "<output>"
"""What an error of a standard stream names as its file (``naming``)."""


class WithMessage(Exception):
    """Made of the key of a template and the values that the template names (``triage.messages.say``)."""

    def __init__(self, key: str | Message, /, **values: object) -> None:
        self.message = key if isinstance(key, Message) else say(key, **values)
        super().__init__(render(self.message))


class TriageError(WithMessage):
    """A mistake or a circumstance that a person can mend; its ``message`` is shown without a traceback."""


class FormatError(WithMessage, ValueError):
    """A file breaks its format's rules, or can't be shown; ``message`` stands alone or inside a Trouble's."""


class EarlyEndError(WithMessage, EOFError):
    """A file, or what is packed in it, ends too early; ``message`` stands inside a Trouble's."""


@contextmanager
def naming(path: Path | str) -> Iterator[None]:
    """Let an error of the system or of a database that the block raises name this file, unless it names one."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, TriageError) and getattr(error, "filename", None) is None:
            error.filename = str(path)  # type: ignore[attr-defined]
        raise


@contextmanager
def library(package: str) -> Iterator[None]:
    """Import a library in this context; raises CaseError, which names the package to install, where it can't be."""
    try:
        yield
    except ImportError as error:
        raise CaseError("library-missing", package=package, again=package, error=error) from error


def reason(error: Exception, most: int) -> Message | str:
    """Return what an exception says, to stand inside a sentence: of a library's words the first ``most`` letters."""
    if isinstance(error, WithMessage):
        return error.message
    return f"{type(error).__name__}: {str(error)[:most]}"


class ScopeError(TriageError):
    """The scope can't be read, or doesn't allow what was asked."""


class CaseError(TriageError):
    """The case can't be opened or written."""


class BrokerEnded(CaseError):
    """The process that opens sources has ended before it answered."""


class EngineRefusal(TriageError):
    """The engine can't answer this query exactly, and doesn't approximate."""


class DecisionError(TriageError):
    """A decision that can't be taken or undone."""


class StepElsewhere(DecisionError):
    """The last ``step`` was taken elsewhere, or in an earlier session: a person has to see it before it is undone."""

    def __init__(self, step: LastStep) -> None:
        super().__init__("step-elsewhere", time=step.time)
        self.step = step


class VerifyError(TriageError):
    """A record that fails its proof."""


class ExportError(TriageError):
    """An export that can't be written."""


class QueryError(TriageError):
    """A query that can't be read.

    ``start`` and ``end`` are character offsets into the text as typed; ``mend`` is a whole query to offer instead, or
    None where there is no single likely one; ``quoted`` is the query with what was refused as plain text in quotation
    marks, or None where that has no letter or digit.
    """

    def __init__(
        self,
        key: str | Message,
        /,
        start: int,
        end: int,
        mend: str | None = None,
        quoted: str | None = None,
        **values: object,
    ) -> None:
        super().__init__(key, **values)
        self.quoted = quoted
        self.start = start
        self.end = end
        self.mend = mend


PROBLEM_CODES: dict[str, tuple[str, str]] = {
    code: (searchable, meaning)
    for code, (searchable, meaning) in json.loads(Path(__file__).with_name("problem_codes.json").read_bytes()).items()
}
"""Every code a Problem can carry: (how far the item is searchable, what it means)."""
