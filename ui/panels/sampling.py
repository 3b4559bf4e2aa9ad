"""Quality sampling: draw a seeded sample of a result, judge it blind by keys, report rate and recall.

While a blind sample is open nobody's coding of its items is shown, and the keys of the palette judge in place of
coding: R relevant, I not relevant, U takes a judgement back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QTreeWidgetItem, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo, Row
from triage.model.team import JUDGEMENTS, Elusion, Judgement, Sample, SampleReport
from ui import theme
from ui.case.memory import CasePlace
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import tr
from ui.panel import Command, Panel, label, show_message
from ui.widgets.builders import children, lay_out, number_field, scrolled
from ui.widgets.controls import Listing, SplitParts, Strip, button, entry, row

# ---- what an assessed sample says, in sentences


def sample_origin(sample: Sample, *, blind: bool = False) -> str:
    """Say what a sample was drawn from, and how it can be drawn again; not while it is judged ``blind``."""
    if blind:
        return tr("Assessed blind: its source and the recall are shown once the sample is closed.")
    return tr(
        "{size} of {population} that {query} found; seed {seed}; {author}, {time} UTC",
        size=sample.size,
        population=_population(sample),
        query=formatting.safe_line(sample.source) or tr("all items"),
        seed=sample.seed,
        author=formatting.safe_line(sample.author),
        time=formatting.moment(sample.time),
    )


def _population(sample: Sample) -> str:
    """Return how many items the set of a sample has, and how many with the copies where these count once."""
    items = formatting.count(sample.population, "item")
    if sample.with_copies == sample.population:
        return items
    return tr("{items} ({total} with copies)", items=items, total=formatting.number(sample.with_copies))


def report_lines(report: SampleReport, *, blind: bool = False) -> list[str]:
    """Return the report: what was judged, the rate with its bounds, what it implies for the set and for recall.

    While it is judged ``blind`` it doesn't say on how many items another person judged differently.
    """
    sample, seen = report.sample, report.interval
    judged, relevant = report.judged, report.relevant
    sentences = [
        tr("Assessed {judged} of {size}: {relevant} relevant.", judged=judged, size=sample.size, relevant=relevant)
    ]
    if seen is not None:
        sentences.append(
            tr(
                "Rate {rate}: between {low} and {high} with {confidence} confidence (Clopper-Pearson).",
                rate=formatting.percent(seen.found / seen.sample),
                low=formatting.percent(seen.low),
                high=formatting.percent(seen.high),
                confidence=formatting.percent(seen.confidence),
            )
        )
    if report.implied is not None:
        least, most = report.implied
        sentences.append(
            tr(
                "That is {least} to {most} relevant ones in the set of {population}.",
                least=least,
                most=most,
                population=_population(sample),
            )
        )
    if report.used < report.judged:
        sentences.append(
            tr("The rate is based on the first %n drawn: the next one has not been assessed yet.", report.used)
        )
    if report.elusion is not None:
        sentences.append(_recall(report.elusion))
    if report.disputed and not blind:
        sentences.append(tr("On %n items two people disagree.", report.disputed))
    if report.extent.message:
        sentences.append(messages.shown(report.extent.message))
    return [*sentences, *map(messages.shown, report.notes)]


def _recall(elusion: Elusion) -> str:
    return tr(
        "Elusion test: this set taken as not relevant beside {query} ({found} found): implied recall between "
        "{low} and {high}, {point} at the observed rate.",
        query=formatting.safe_line(elusion.found_query),
        found=elusion.found,
        low=formatting.percent(elusion.low),
        high=formatting.percent(elusion.high),
        point=formatting.percent(elusion.point),
    )


T = TypeVar("T")
_BY_TAG = {"relevant": JUDGEMENTS[0], "not-relevant": JUDGEMENTS[1], "unsure": ""}
_MOST = 2000  # items of a sample that are listed
_DATA = Qt.ItemDataRole.UserRole
Opened = tuple[Sample, list[tuple[Row, Judgement]], set[ItemNo]]


def _read(name: str, case: Case) -> Opened:
    sample = case.team.samples.named(name)
    judged = {judgement.no: judgement for judgement in case.team.samples.judgements(name)}
    rows = case.search.rows([no for no in sample.items[:_MOST] if no in judged])
    veiled = case.decisions.related(sample.items) if sample.blind else set()
    return sample, [(row, judged[row.no]) for row in rows], veiled


class SamplingPanel(Panel):
    title = "Sampling"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._samples: dict[str, Sample] = {}
        self._open: Sample | None = None
        self._left_open = ""
        self._values: dict[ItemNo, str] = {}
        self._presses = 0  # the presses so far when the last change, or the sample, was asked for
        self._filling = False
        self._make_controls()
        self.strip = Strip()
        self.list = Listing(tr("Samples"), [tr("Sample"), tr("Assessed")], numbers=(1,))
        self.list.itemActivated.connect(lambda line, column: self.open())
        self.list.currentItemChanged.connect(lambda now, before: self._chose())
        heads = ("#", tr("Item"), tr("Assessed"))
        self.items = Listing(tr("Items of the sample, in the order of drawing"), heads, stretch=1)
        self.items.fits(0, "0,000")
        self.items.fits(2, _judged(JUDGEMENTS[0]), _judged(JUDGEMENTS[1]))
        self.items.rows_loaded.connect(self._listed)
        self.items.currentItemChanged.connect(self._moved)
        self.items.itemActivated.connect(lambda line, column: self._moved(line, None))
        self.summary = label(wraps=True, copies=True)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.summary.setContentsMargins(theme.STEP, 0, theme.STEP, 0)
        self._lay_out()
        self._show_state()
        session.case_opened.connect(self._forget)
        session.results_changed.connect(lambda results: self._resume())
        session.memory.place_requested.connect(self._write_place)
        session.assessment_requested.connect(self._pressed)

    def _make_controls(self) -> None:
        self.query = entry(tr("From: these results, or a query"))
        self.name = entry(tr("Name of the sample"))
        self.name.setMaxLength(80)
        self.seed = entry(tr("Seed: the same seed draws the same items"), tr("new seed"))
        for line in (self.query, self.name, self.seed):
            line.returnPressed.connect(self.draw)
        special, suffix = tr("for ±5 %"), tr(" items")
        self.size_field = number_field(tr("Size of the sample"), 0, 100_000, 50, special=special, suffix=suffix)
        self.blind = QCheckBox(tr("Blind"))
        self.blind.setChecked(True)
        self.blind.setToolTip(tr("Earlier codings of the items are hidden while the sample is open"))
        self.draw_button = button(tr("Draw"), self.draw, "main")
        self.open_button = button(tr("Open"), self.open)
        self.close_button = button(tr("Close"), self.close_sample)
        self.open_button.setToolTip(tr("Open the sample and assess its items"))
        self.close_button.setToolTip(tr("Close the sample: coding is shown again, and keys code items"))
        self.relevant_button = button(tr("Relevant (R)"), lambda: self.judge(JUDGEMENTS[0]))
        self.not_relevant_button = button(tr("Not relevant (I)"), lambda: self.judge(JUDGEMENTS[1]))
        self.clear_button = button(tr("Clear (U)"), lambda: self.judge(""))
        self.known = entry(tr("Relevant elsewhere, such as tag:relevant"))
        self.known.setText("tag:relevant")
        self.known.returnPressed.connect(self.report)
        self.known.setCursorPosition(0)
        self.known.setToolTip(tr("Items known to be relevant elsewhere; an elusion test then estimates recall (Enter)"))
        self.copy_button = button(tr("Copy"), self.copy)

    def _lay_out(self) -> None:
        drawing = row([self.query, self.name, self.size_field, self.seed, self.blind, self.draw_button], (3, 2, 0, 1))
        left = lay_out(QWidget(), (self.list, 1), row([self.open_button, self.close_button], (1, 1)))
        judging = row([self.relevant_button, self.not_relevant_button, self.clear_button], (1, 1, 1))
        middle = lay_out(QWidget(), (self.items, 1), judging)
        report = scrolled(self.summary, tr("Sample report"))
        under = row([self.known, self.copy_button], (1,))
        right = lay_out(QWidget(), (report, 1), under, margins=QMargins(0, theme.STEP, 0, 0), gap=-1)
        lay_out(self, drawing, self.strip, (SplitParts(((left, 3), (middle, 5), (right, 4))), 1))

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Quality samples", "Code", self.show_it, ("Ctrl+Shift+Q",)),
            Command("Close the sample", "Code", self.close_sample),
        )

    def writers(self) -> tuple[QWidget, ...]:
        drawing = (self.query, self.name, self.size_field, self.seed, self.blind, self.draw_button)
        return *drawing, self.relevant_button, self.not_relevant_button, self.clear_button

    def readers(self) -> tuple[QWidget, ...]:
        return (self.items,)

    def show_it(self) -> None:
        self.bring(self.items if self._open else self.list if self._samples else self.name)

    # ---- reading

    def _forget(self) -> None:
        self._samples, self._open = {}, None
        self._left_open = self.session.memory.place.sample
        self.list.clear()
        self.items.clear()
        self.summary.setText("")
        self.strip.hide()
        self.refresh()

    def _resume(self) -> None:
        name, self._left_open = self._left_open, ""
        if name:
            self._presses = -1  # the keys stay where they are
            self.read(name)
            self.session.ask("rest", partial(_read, name), self._show, self._gone, newest="sample")

    def _gone(self, error: TriageError) -> None:
        self.session.veil(())
        self.session.say(messages.error(error))

    def _write_place(self, place: CasePlace) -> None:
        place.sample = self._open.id if self._open is not None else ""

    def read(self, choose: str = "") -> None:
        show = partial(self._list, choose)
        self.session.ask("rest", lambda case: case.team.samples.all(), show, newest="samples")

    def _list(self, choose: str, samples: list[Sample]) -> None:
        self._samples = {sample.id: sample for sample in samples}
        self.list.fill(map(self._sample_line, samples))
        if choose:
            self.list.choose(choose)
        self._show_state()

    def _sample_line(self, sample: Sample) -> QTreeWidgetItem:
        origin = sample_origin(sample, blind=self._is_blind(sample))
        judged = tr("{judged} of {size}", judged=formatting.number(sample.judged), size=formatting.number(sample.size))
        line = self.list.line([formatting.safe_line(sample.name), judged], sample.id, formatting.hint(origin))
        self._mark(line)
        return line

    def _chosen(self) -> Sample | None:
        return self._samples.get(str(self.list.chosen()))

    def _is_blind(self, sample: Sample) -> bool:
        return sample.blind and self._open is not None and sample.id == self._open.id

    def _chose(self) -> None:
        self.report(quietly=True)
        self._show_state()

    def _show_state(self) -> None:
        chosen, opened = self._chosen(), self._open
        self.open_button.setEnabled(chosen is not None)
        self.known.setEnabled(chosen is not None and not self._is_blind(chosen))
        self.close_button.setEnabled(opened is not None)
        for widget in (self.relevant_button, self.not_relevant_button, self.clear_button):
            widget.setEnabled(opened is not None)
        if not self._samples:
            hint = tr("No samples yet: search for a set, such as tag:not-relevant, enter a name, and draw.")
            show_message(self.summary, hint, "muted")

    # ---- drawing and opening

    def _change(self, work: Callable[[Case, str], T], done: Callable[[T], None]) -> None:
        self.strip.hide()
        self._presses = self.session.keyboard.presses
        if self.session.has_case():
            self.session.change(work, done, self._refused)

    def draw(self) -> None:
        results, name, size = self.session.results, self.name.text().strip(), self.size_field.value()
        query = self.query.text().strip() or (results.text if results is not None else "") or "*"
        if not name:
            self.session.say(tr("Give the sample a name first."))
            self.name.setFocus()
            return
        seed, blind = self.seed.text().strip(), self.blind.isChecked()
        self._change(
            lambda case, who: case.team.samples.draw(query, name, who, size, seed=seed, blind=blind), self._drawn
        )

    def _drawn(self, sample: Sample) -> None:
        self.name.clear()
        self.seed.clear()
        self.read(sample.id)
        self._open_sample(sample.id)

    def open(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._presses = self.session.keyboard.presses
            self._open_sample(chosen.id)

    def _open_sample(self, name: str) -> None:
        self.session.ask("rest", partial(_read, name), self._show, newest="sample")

    def _show(self, opened: Opened) -> None:
        self._open, judged_rows, veiled = opened
        sample, mine = self._open, self.session.reviewer
        self._values = {
            drawn.no: judgement.value
            for drawn, judgement in judged_rows
            if judgement.reviewer in ("", mine) or not sample.blind
        }
        self.session.sample = (sample.source, frozenset(sample.items))
        self.session.veil(veiled)
        self._leave_revealing_query(sample)
        self._filling = True
        self.items.fill(self._item_line(at, drawn) for at, (drawn, _) in enumerate(judged_rows, 1))
        self._mark_open()
        self._show_state()
        self.session.keyboard.give(self.items, self._presses)

    def _listed(self) -> None:
        self._filling = False
        self._go_on(-1)

    def _item_line(self, at: int, drawn: Row) -> QTreeWidgetItem:
        name = formatting.foreign(drawn.subject or drawn.name) or tr("(no name)")
        return self.items.line([formatting.number(at), name, _judged(self._values.get(drawn.no, ""))], drawn.no)

    def _leave_revealing_query(self, sample: Sample) -> None:
        """Show the items of a blind sample in place of results whose query tells what was decided."""
        results = self.session.results
        if sample.blind and results is not None:
            text, refused = results.text, lambda _: self.session.query_proposed.emit(sample.query)
            self.session.ask("rest", lambda case: case.search.read(text), lambda _: None, refused)

    def _mark_open(self) -> None:
        for line in children(self.list):
            self._mark(line)

    def _mark(self, line: QTreeWidgetItem) -> None:
        font = line.font(0)
        font.setBold(self._open is not None and line.data(0, _DATA) == self._open.id)
        line.setFont(0, font)

    def close_sample(self) -> None:
        if self._open is None:
            self.session.say(tr("No sample is open."))
        elif (sample := self._samples.get(self._open.id, self._open)).judged < sample.size:
            judged, size = formatting.number(sample.judged), formatting.number(sample.size)
            sentence = tr("{judged} of {size} items are assessed. Close the sample?", judged=judged, size=size)
            keep, close = (tr("Keep it open"), self.items.setFocus), (tr("Close the sample"), self._close)
            self.bring(self.strip.ask(sentence, keep, close, leave=False))
        else:
            self._close()

    def _close(self) -> None:
        self._open = None
        self.strip.hide()
        self.items.clear()
        self.session.sample = ("", frozenset())
        self.session.veil(())
        self._mark_open()
        self._show_state()
        self.report(quietly=True)

    # ---- judging

    def _moved(self, now: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        if not self._filling and now is not None:
            self.session.visit(ItemNo(int(now.data(0, _DATA))))

    def _go_on(self, after: int) -> None:
        lines = children(self.items)
        for line in (*lines[after + 1 :], *lines[: after + 1]):
            if not self._values.get(line.data(0, _DATA)):
                self.items.setCurrentItem(line)
                self._moved(line, None)
                return
        if lines:
            self.session.say(tr("Every item of the sample has been assessed."))

    def _pressed(self, no: ItemNo, tag: str) -> None:
        if self._open is not None and no not in self._open.items:
            self.session.say(
                tr("This item is related to one in the sample and could be coded with it. Close the sample to code it.")
            )
        elif tag in _BY_TAG:
            self.judge(_BY_TAG[tag], no)
        else:
            self.session.say(
                tr("A sample is open: R assesses as relevant, I as not relevant, U clears. Close the sample to code.")
            )

    def judge(self, value: str, no: ItemNo | None = None) -> None:
        sample = self._open
        if no is None and (line := self.items.currentItem()) is not None:
            no = ItemNo(int(line.data(0, _DATA)))
        if sample is not None and no is not None and self.session.jobs is not None:
            self.session.naming.when_named(partial(self._judge, sample, value, no))

    def _judge(self, sample: Sample, value: str, no: ItemNo) -> None:
        these = [no]
        self._values[no] = value
        lines = children(self.items)
        at = next((at for at, line in enumerate(lines) if line.data(0, _DATA) == no), None)
        if at is not None:
            lines[at].setText(2, _judged(value))
            if value:
                self._go_on(at)
        self._change(lambda case, who: case.team.samples.judge(sample.id, these, value, who), self._saved)

    def _saved(self, sample: Sample) -> None:
        self._samples[sample.id] = sample
        for line in children(self.list):
            if line.data(0, _DATA) == sample.id:
                line.setText(1, self._sample_line(sample).text(1))
        self.session.saved_at.emit(datetime.now(UTC).isoformat(timespec="seconds"))
        self.report(quietly=True)

    # ---- reporting

    def report(self, *, quietly: bool = False) -> None:
        if (chosen := self._chosen()) is None:
            return
        name, known = chosen.id, "" if self._is_blind(chosen) else self.known.text().strip()

        def failed(error: TriageError) -> None:
            if quietly:
                show_message(self.summary, messages.error(error), "error")
            else:
                self._refused(error)

        self.session.ask(
            "rest",
            lambda case: case.team.samples.report(name, known=known),
            self._show_report,
            failed,
            newest="report",
        )

    def _refused(self, error: TriageError) -> None:
        self.session.keyboard.give(self.strip.ask(messages.error(error)), self._presses)

    def _show_report(self, report: SampleReport) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.id == report.sample.id:
            blind = self._is_blind(report.sample)
            origin, lines = sample_origin(report.sample, blind=blind), report_lines(report, blind=blind)
            show_message(self.summary, "\n".join((origin, "", *lines)), "")

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(formatting.strip_isolates(self.summary.text()))
        self.session.say(tr("The report was copied."))


def _judged(value: str) -> str:
    return {JUDGEMENTS[0]: tr("relevant"), JUDGEMENTS[1]: tr("not relevant")}.get(value, "")
