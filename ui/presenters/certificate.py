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


def branches(coverage: Coverage, ticked: frozenset[int]) -> list[QTreeWidgetItem]:
    lines = [_sample(coverage, ticked)] if coverage.sample else []
    if coverage.scope.not_searchable:
        lines.append(_level(coverage, "not", tr("Not searchable: list them"), coverage.scope.not_searchable))
    if coverage.scope.partly:
        lines.append(_level(coverage, "partly", tr("Partly searchable: list them"), coverage.scope.partly))
    if coverage.files:
        line = _line(tr("Files that could not be processed: show them"), formatting.number(coverage.files), "accent")
        line.setData(0, RAISE, "Problems")
        lines.append(line)
    if not lines:
        lines.append(_line(tr("Every one of these items could be searched in full."), ""))
    if coverage.with_transport:
        lines.append(_line(_by_name(coverage), ""))
    return lines + [_expansion(expansion) for expansion in coverage.expansions]


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


def _level(coverage: Coverage, level: str, name: str, total: int) -> QTreeWidgetItem:
    head = _line(name, formatting.number(total), "accent")
    query = filters.join("", (*filters.split(coverage.scope.text).filters, _STATES[level]))
    head.setData(0, QUERY, query)
    for reason in coverage.reasons:
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


def _sample(coverage: Coverage, ticked: frozenset[int]) -> QTreeWidgetItem:
    title = tr(
        "Sample of {size} out of {rest} that were not fully searched and not found: look at each, tick the relevant",
        size=len(coverage.sample),
        rest=coverage.rest,
    )
    head = _line(title, tr("seed {seed}", seed=coverage.seed), "muted")
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    for at, thing in enumerate(coverage.sample):
        path = formatting.safe_line(thing.path)
        hint = formatting.hint(tr("{path}: Enter opens it, Space ticks it", path=path))
        head.addChild(_tickable(path, ", ".join(thing.codes), hint, {THING: at, ITEM: thing.no}, on=at in ticked))
    return head


# ---- as a text


def sentence(coverage: Coverage) -> str:
    scope, items = coverage.scope, formatting.count(coverage.scope.items, "item")
    fully, partly, blind = scope.fully, scope.partly, scope.not_searchable
    parts = [
        tr("{found} of {items} found", found=coverage.hits, items=items) if coverage.text else items,
        tr("{fully} fully searched, {partly} partly, {blind} not", fully=fully, partly=partly, blind=blind),
        tr("%n files could not be processed", coverage.files) if coverage.files else "",
        messages.part(coverage.index.extent),
    ]
    return f"{tr('; ').join(part for part in parts if part)}."


def interval(coverage: Coverage) -> str:
    """Return what the checked sample says of the rest, in one sentence; "" before it was checked."""
    seen, bounds = coverage.interval, coverage.bounds
    if seen is None or bounds is None:
        return ""
    if len(coverage.sample) == coverage.rest:
        return tr("All {rest} were checked: {found} are relevant.", rest=coverage.rest, found=seen.found)
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
        rest=coverage.rest,
    )


def text(coverage: Coverage) -> str:
    """Return the certificate as plain text; in English these are the words of ``triage coverage``."""
    lines = [tr("Coverage of {case}, {time}", case=coverage.case, time=coverage.time), sentence(coverage)]
    if coverage.text:
        lines += [tr("Term: {term}", term=coverage.text), tr("Interpreted as  {reading}", reading=coverage.reading)]
        lines += [f"{e.term}: {formatting.listed(f'{word} {n:,}' for word, n in e.words)}" for e in coverage.expansions]
    every = tr("all items of the case") if coverage.index.extent.whole else tr("all items read so far")
    lines.append(tr("Searched: {reading}", reading=coverage.scope.reading or every))
    if coverage.with_transport:
        lines.append(_by_name(coverage))
    lines.append(tr("Index: {index}, triage {program}", index=coverage.index.id, program=coverage.index.program))
    lines += [messages.shown(say("broker-unconfined"))] * coverage.index.unconfined
    lines += [_reason(reason) for reason in coverage.reasons]
    if coverage.sample:
        size = len(coverage.sample)
        lines.append(
            tr("Sample of {size} out of {rest}, seed {seed}", size=size, rest=coverage.rest, seed=coverage.seed)
        )
        lines += [f"{thing.id or tr('(no item)')} {', '.join(thing.codes)} {thing.path}" for thing in coverage.sample]
    lines.append(interval(coverage))
    return formatting.strip_isolates("\n".join(line for line in lines if line)) + "\n"


def _by_name(coverage: Coverage) -> str:
    items = formatting.count(coverage.with_transport, "item")
    return tr("Transport headers, signatures among them, are searched by name only (transport:): {items}", items=items)


def _reason(reason: Reason) -> str:
    level, meaning = tr(messages.LEVELS[reason.level]), messages.meaning(reason.code, reason.meaning)
    return f"{formatting.number(reason.items)} {level}: {reason.code} {meaning}"
