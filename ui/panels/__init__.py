"""SOCKET. One file per panel (ui). A panel imports no other panel; it is one module and one line in PANELS."""

from __future__ import annotations

from ui.panel import Panel
from ui.panels.batches import BatchesPanel
from ui.panels.coding import CodingPanel
from ui.panels.coverage import CoveragePanel
from ui.panels.dashboard import DashboardPanel
from ui.panels.facets import FacetsPanel
from ui.panels.family import FamilyPanel
from ui.panels.hits import HitsPanel
from ui.panels.preview import Preview
from ui.panels.problems import ProblemsPanel
from ui.panels.results import ResultsPanel
from ui.panels.sampling import SamplingPanel
from ui.panels.saved import SavedPanel
from ui.panels.search import SearchPanel
from ui.panels.terms import TermsPanel

PANELS: tuple[type[Panel], ...] = (
    SearchPanel,
    FacetsPanel,
    FamilyPanel,
    ProblemsPanel,
    ResultsPanel,
    Preview,
    CodingPanel,
    HitsPanel,
    TermsPanel,
    CoveragePanel,
    SavedPanel,
    BatchesPanel,
    SamplingPanel,
    DashboardPanel,
)
