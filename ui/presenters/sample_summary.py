"""What a judged sample says, in sentences for the window. Pure functions."""

from __future__ import annotations

from triage.model.team import Elusion, Sample, SampleReport
from ui.i18n import formatting, messages
from ui.i18n.language import tr


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def origin(sample: Sample, *, blind: bool = False) -> str:
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


def lines(report: SampleReport, *, blind: bool = False) -> list[str]:
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
                rate=percent(seen.found / seen.sample),
                low=percent(seen.low),
                high=percent(seen.high),
                confidence=percent(seen.confidence),
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
        low=percent(elusion.low),
        high=percent(elusion.high),
        point=percent(elusion.point),
    )
