"""The certificate of a search for the window: its lines in a tree, and as a text to keep. It asks nothing.

What a line does stands in its data: a query to run, a panel to raise, an item to visit, a word to strike out, a thing
of the sample to tick.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from triage.model.reports import Coverage, Expansion, Reason, Unsearched
from ui import theme
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.presenters import filters

QUERY = Qt.ItemDataRole.UserRole
RAISE = Qt.ItemDataRole.UserRole + 1
TERM = Qt.ItemDataRole.UserRole + 2
WORD = Qt.ItemDataRole.UserRole + 3
ITEM = Qt.ItemDataRole.UserRole + 4
THING = Qt.ItemDataRole.UserRole + 5

_STATES = {"not": "is:unsearchable", "partly": "is:partly"}
_TICKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


def branches(said: Coverage, ticked: frozenset[int]) -> list[QTreeWidgetItem]:
    """Return the lines of the tree; ``ticked`` are the places in the sample that were found relevant."""
    lines = list(_sample(said, ticked))
    lines += [line for level in ("not", "partly") if (line := _level(said, level)) is not None]
    if said.files:
        line = _line(tr("Files that could not be processed: show them"), formatting.number(said.files))
        line.setData(0, RAISE, "Problems")
        line.setForeground(0, theme.colour("accent"))
        lines.append(line)
    if not lines:
        lines.append(_line(tr("Every one of these items could be searched in full."), ""))
    return lines + [_expansion(expansion) for expansion in said.expansions]


def _line(text: str, count: str) -> QTreeWidgetItem:
    line = QTreeWidgetItem([text, count])
    line.setTextAlignment(1, theme.NUMBER)
    return line


def _level(said: Coverage, level: str) -> QTreeWidgetItem | None:
    total = said.scope.not_searchable if level == "not" else said.scope.partly
    if not total:
        return None
    name = tr("Not searchable: list them") if level == "not" else tr("Partly searchable: list them")
    head = _line(name, formatting.number(total))
    query = filters.join("", (*filters.split(said.scope.text).filters, _STATES[level]))
    head.setData(0, QUERY, query)
    head.setForeground(0, theme.colour("accent"))
    for reason in said.reasons:
        if reason.level == level:
            code = as_is(reason.code) if reason.code else tr("no code")
            meaning = messages.meaning(reason.code, reason.meaning)
            line = _line(f"{code}: {meaning}", formatting.number(reason.items))
            line.setToolTip(0, formatting.hint(meaning))
            line.setData(0, QUERY, query)
            head.addChild(line)
    return head


def _expansion(expansion: Expansion) -> QTreeWidgetItem:
    title = tr(
        "{term} expands to {words}",
        term=formatting.safe_line(expansion.term),
        words=formatting.count(expansion.count, "word"),
    )
    if expansion.count > len(expansion.words):
        title = tr("{line}, the %n most frequent", len(expansion.words), line=title)
    head = QTreeWidgetItem([title, ""])
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    head.setForeground(0, theme.colour("muted"))
    head.addChildren(
        [_word(expansion.term, word, formatting.number(count), on=True) for word, count in expansion.words]
    )
    _, struck = filters.term_and_struck(expansion.term)
    head.addChildren([_word(expansion.term, word, tr("excluded"), on=False) for word in struck])
    return head


def _word(term: str, word: str, count: str, *, on: bool) -> QTreeWidgetItem:
    line = _line(formatting.safe_line(word), count)
    line.setFlags(_TICKED)
    line.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    line.setToolTip(0, tr("Clear the box to exclude the word from the query (Space)"))
    line.setData(0, TERM, term)
    line.setData(0, WORD, word)
    return line


def _sample(said: Coverage, ticked: frozenset[int]) -> Iterator[QTreeWidgetItem]:
    if not said.sample:
        return
    title = tr(
        "Sample of {size} out of {rest} that were not fully searched and not found: look at each, tick the relevant",
        size=formatting.number(len(said.sample)),
        rest=formatting.number(said.rest),
    )
    head = QTreeWidgetItem([title, tr("seed {seed}", seed=said.seed)])
    head.setTextAlignment(1, theme.NUMBER)
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    head.setForeground(0, theme.colour("muted"))
    head.addChildren([_thing(at, thing, on=at in ticked) for at, thing in enumerate(said.sample)])
    yield head


def _thing(at: int, thing: Unsearched, *, on: bool) -> QTreeWidgetItem:
    line = _line(formatting.safe_line(thing.path), ", ".join(thing.codes))
    line.setFlags(_TICKED)
    line.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    line.setToolTip(
        0, formatting.hint(tr("{path}: Enter opens it, Space ticks it", path=formatting.safe_line(thing.path)))
    )
    line.setData(0, THING, at)
    line.setData(0, ITEM, thing.no)
    return line


# ---- as a text


def sentence(said: Coverage) -> str:
    """Return the one sentence to keep."""
    scope, items = said.scope, formatting.count(said.scope.items, "item")
    parts = [
        tr("{found} of {items} found", found=formatting.number(said.hits), items=items) if said.text else items,
        tr(
            "{fully} fully searched, {partly} partly, {blind} not",
            fully=formatting.number(scope.fully),
            partly=formatting.number(scope.partly),
            blind=formatting.number(scope.not_searchable),
        ),
        tr("%n files could not be processed", said.files) if said.files else "",
    ]
    return f"{tr('; ').join(part for part in parts if part)}."


def interval(said: Coverage) -> str:
    """Return what the checked sample says of the rest, in one sentence; "" before it was checked."""
    seen, bounds = said.interval, said.bounds
    if seen is None or bounds is None:
        return ""
    if len(said.sample) == said.rest:
        return tr(
            "All {rest} were checked: {found} are relevant.",
            rest=formatting.number(said.rest),
            found=formatting.number(seen.found),
        )
    return tr(
        "Found {found} in {sample}. With {confidence} confidence {low} to {high} of them are relevant: that is"
        " {least} to {most} of {rest} (Clopper-Pearson).",
        found=formatting.number(seen.found),
        sample=formatting.number(seen.sample),
        confidence=f"{seen.confidence:.4g}",
        low=f"{seen.low:.2%}",
        high=f"{seen.high:.2%}",
        least=formatting.number(bounds[0]),
        most=formatting.number(bounds[1]),
        rest=formatting.number(said.rest),
    )


_LEVELS = {"not": later("not searchable"), "partly": later("partly searchable")}


def text(said: Coverage) -> str:
    """Return the certificate as plain text; in English these are the words of ``triage coverage``."""
    lines = [tr("Coverage of {case}, {time}", case=said.case, time=said.time), sentence(said)]
    if said.text:
        lines += [tr("Term: {term}", term=said.text), tr("Interpreted as  {reading}", reading=said.reading)]
        lines += [f"{e.term}: {formatting.listed(f'{word} {n:,}' for word, n in e.words)}" for e in said.expansions]
    lines.append(tr("Searched: {reading}", reading=said.scope.reading or tr("all items of the case")))
    lines.append(tr("Index: {index}, triage {program}", index=said.index.id, program=said.index.program))
    lines += [_reason(reason) for reason in said.reasons]
    if said.sample:
        size, rest = formatting.number(len(said.sample)), formatting.number(said.rest)
        lines.append(tr("Sample of {size} out of {rest}, seed {seed}", size=size, rest=rest, seed=said.seed))
        lines += [f"{thing.id or tr('(no item)')} {', '.join(thing.codes)} {thing.path}" for thing in said.sample]
    lines.append(interval(said))
    return formatting.strip_isolates("\n".join(line for line in lines if line)) + "\n"


def _reason(reason: Reason) -> str:
    level = tr(_LEVELS[reason.level]) if reason.level in _LEVELS else reason.level
    return f"{formatting.number(reason.items)} {level}: {reason.code} {messages.meaning(reason.code, reason.meaning)}"
