"""The certificate of a search for the window: its lines in a tree, and as a text to keep. It asks nothing.

What a line does stands in its data: a query to run, a panel to raise, an item to visit, a word to strike out, a thing
of the sample to tick.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from triage.messages import say
from triage.model.reports import Coverage, Expansion, Reason
from ui import theme
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, tr
from ui.presenters import filters

QUERY, RAISE, TERM, WORD, ITEM, THING = range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 6)
"""Under what a line keeps its data."""

_STATES = {"not": "is:unsearchable", "partly": "is:partly"}
_TICKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


def branches(said: Coverage, ticked: frozenset[int]) -> list[QTreeWidgetItem]:
    """Return the lines of the tree; ``ticked`` are the places in the sample that were found relevant."""
    lines = [_sample(said, ticked)] if said.sample else []
    if said.scope.not_searchable:
        lines.append(_level(said, "not", tr("Not searchable: list them"), said.scope.not_searchable))
    if said.scope.partly:
        lines.append(_level(said, "partly", tr("Partly searchable: list them"), said.scope.partly))
    if said.files:
        line = _line(tr("Files that could not be processed: show them"), formatting.number(said.files), "accent")
        line.setData(0, RAISE, "Problems")
        lines.append(line)
    if not lines:
        lines.append(_line(tr("Every one of these items could be searched in full."), ""))
    if said.with_transport:
        lines.append(_line(_by_name(said), ""))
    return lines + [_expansion(expansion) for expansion in said.expansions]


def _line(text: str, count: str, ink: str = "") -> QTreeWidgetItem:
    line = QTreeWidgetItem([text, count])
    line.setTextAlignment(1, theme.NUMBER)
    if ink:
        line.setForeground(0, theme.colour(ink))
    return line


def _tickable(text: str, count: str, hint: str, data: dict[int, object], *, on: bool) -> QTreeWidgetItem:
    line = _line(text, count)
    line.setFlags(_TICKED)
    line.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    line.setToolTip(0, hint)
    for role, value in data.items():
        line.setData(0, role, value)
    return line


def _level(said: Coverage, level: str, name: str, total: int) -> QTreeWidgetItem:
    head = _line(name, formatting.number(total), "accent")
    query = filters.join("", (*filters.split(said.scope.text).filters, _STATES[level]))
    head.setData(0, QUERY, query)
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
    words = formatting.count(expansion.count, "word")
    title = tr("{term} expands to {words}", term=formatting.safe_line(expansion.term), words=words)
    if expansion.count > len(expansion.words):
        title = tr("{line}, the %n most frequent", len(expansion.words), line=title)
    head = _line(title, "", "muted")
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    _, struck = filters.term_and_struck(expansion.term)
    for word, count in (*expansion.words, *((word, None) for word in struck)):
        text = tr("excluded") if count is None else formatting.number(count)
        hint = tr("Clear the box to exclude the word from the query (Space)")
        data: dict[int, object] = {TERM: expansion.term, WORD: word}
        head.addChild(_tickable(formatting.safe_line(word), text, hint, data, on=count is not None))
    return head


def _sample(said: Coverage, ticked: frozenset[int]) -> QTreeWidgetItem:
    title = tr(
        "Sample of {size} out of {rest} that were not fully searched and not found: look at each, tick the relevant",
        size=len(said.sample),
        rest=said.rest,
    )
    head = _line(title, tr("seed {seed}", seed=said.seed), "muted")
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    for at, thing in enumerate(said.sample):
        path = formatting.safe_line(thing.path)
        hint = formatting.hint(tr("{path}: Enter opens it, Space ticks it", path=path))
        head.addChild(_tickable(path, ", ".join(thing.codes), hint, {THING: at, ITEM: thing.no}, on=at in ticked))
    return head


# ---- as a text


def sentence(said: Coverage) -> str:
    """Return the one sentence to keep."""
    scope, items = said.scope, formatting.count(said.scope.items, "item")
    fully, partly, blind = scope.fully, scope.partly, scope.not_searchable
    parts = [
        tr("{found} of {items} found", found=said.hits, items=items) if said.text else items,
        tr("{fully} fully searched, {partly} partly, {blind} not", fully=fully, partly=partly, blind=blind),
        tr("%n files could not be processed", said.files) if said.files else "",
        messages.part(said.index.extent),
    ]
    return f"{tr('; ').join(part for part in parts if part)}."


def interval(said: Coverage) -> str:
    """Return what the checked sample says of the rest, in one sentence; "" before it was checked."""
    seen, bounds = said.interval, said.bounds
    if seen is None or bounds is None:
        return ""
    if len(said.sample) == said.rest:
        return tr("All {rest} were checked: {found} are relevant.", rest=said.rest, found=seen.found)
    return tr(
        "Found {found} in {sample}. With {confidence} confidence {low} to {high} of them are relevant: that is"
        " {least} to {most} of {rest} (Clopper-Pearson).",
        found=seen.found,
        sample=seen.sample,
        confidence=f"{seen.confidence:.4g}",
        low=f"{seen.low:.2%}",
        high=f"{seen.high:.2%}",
        least=bounds[0],
        most=bounds[1],
        rest=said.rest,
    )


def text(said: Coverage) -> str:
    """Return the certificate as plain text; in English these are the words of ``triage coverage``."""
    lines = [tr("Coverage of {case}, {time}", case=said.case, time=said.time), sentence(said)]
    if said.text:
        lines += [tr("Term: {term}", term=said.text), tr("Interpreted as  {reading}", reading=said.reading)]
        lines += [f"{e.term}: {formatting.listed(f'{word} {n:,}' for word, n in e.words)}" for e in said.expansions]
    every = tr("all items of the case") if said.index.extent.whole else tr("all items read so far")
    lines.append(tr("Searched: {reading}", reading=said.scope.reading or every))
    if said.with_transport:
        lines.append(_by_name(said))
    lines.append(tr("Index: {index}, triage {program}", index=said.index.id, program=said.index.program))
    lines += [messages.shown(say("broker-unconfined"))] * said.index.unconfined
    lines += [_reason(reason) for reason in said.reasons]
    if said.sample:
        size = len(said.sample)
        lines.append(tr("Sample of {size} out of {rest}, seed {seed}", size=size, rest=said.rest, seed=said.seed))
        lines += [f"{thing.id or tr('(no item)')} {', '.join(thing.codes)} {thing.path}" for thing in said.sample]
    lines.append(interval(said))
    return formatting.strip_isolates("\n".join(line for line in lines if line)) + "\n"


def _by_name(said: Coverage) -> str:
    items = formatting.count(said.with_transport, "item")
    return tr("Transport headers, signatures among them, are searched by name only (transport:): {items}", items=items)


def _reason(reason: Reason) -> str:
    level, meaning = tr(messages.LEVELS[reason.level]), messages.meaning(reason.code, reason.meaning)
    return f"{formatting.number(reason.items)} {level}: {reason.code} {meaning}"
