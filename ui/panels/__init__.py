"""One file per panel. A panel imports no other panel; it is one module and one line in NAMES."""

from __future__ import annotations

from importlib import import_module

from ui.panel import Panel

NAMES = (
    "search.SearchPanel",
    "facets.FacetsPanel",
    "family.FamilyPanel",
    "problems.ProblemsPanel",
    "results.ResultsPanel",
    "preview.Preview",
    "coding.CodingPanel",
    "hits.HitsPanel",
    "terms.TermsPanel",
    "coverage.CoveragePanel",
    "saved.SavedPanel",
    "batches.BatchesPanel",
    "sampling.SamplingPanel",
    "suggestions.SuggestionsPanel",
    "dashboard.DashboardPanel",
    "case.CasePanel",
)
"""Module and class of each panel; tabs stand in this order."""


def _panel(name: str) -> type[Panel]:
    module, _, panel = name.partition(".")
    kind: type[Panel] = getattr(import_module(f"{__name__}.{module}"), panel)
    return kind


PANELS: tuple[type[Panel], ...] = tuple(map(_panel, NAMES))
