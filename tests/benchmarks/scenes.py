"""What the pictures of the window show (screenshots.py): every panel and dialog, empty, full, asking and refusing.

Each scene is a name, what leads to it from the scene before, the seconds that it needs, and what is taken: the window,
or whatever stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMessageBox, QWidget, QWizard

from tests.benchmarks import measure as measure  # keys of its own
from tests.review.people import ask, rostered
from triage.case import Case
from ui import preferences
from ui.main_window import MainWindow

HITS = "varenholm OR price* OR meeting"
RTL = "של OR מן OR גפן OR lang:he"
WRONG = "(invoice AND w/5 heron"
TERMS = "varenholm\nharvest w/10 price*\nprice* OR tier*\nקרן OR כרם OR גפן\nclause AND 7.2\n(unfinished"
VIEWS = (
    ("pages", 'type:pdf subject:"partner brief"', "Show pages"),
    ("pages-none", "type:docx", "Show pages"),
    ("table", "type:xlsx", "Show table"),
    ("table-csv", "type:csv", "Show table"),
    ("rich", 'subject:"insight pack"', "Show rich text"),
    ("rich-arabic", "type:html lang:ar", "Show rich text"),
    ("details", "type:msg", "Show details"),
    ("bytes", 'type:pdf subject:"partner brief"', "Show bytes"),
    ("text", "subject:larger", "Show text"),
)
"""Each view's picture, the query whose first item it shows, the command that goes to it."""


class Scene(NamedTuple):
    """One picture; ``what`` returns the widget to take, None for one that isn't there."""

    name: str
    lead: Callable[[], object]
    wait: float
    what: Callable[[], QWidget | None]


class Script:
    """The scenes over one window and one case, played in order; ``pristine`` is the case as it was at first."""

    def __init__(self, window: MainWindow, pristine: Path, case: Path) -> None:
        self.window, self.pristine, self.case = window, pristine, case
        self.session = window.session

    def scenes(self) -> Iterator[Scene]:
        """Yield every scene."""
        for act in (self.beginning, self.searches, self.views, self.panels, self.team, self.seals, self.focus):
            yield from act()
        yield from self.dialogs()
        yield from self.messages()

    def scene(self, name: str, lead: Callable[[], object], wait: float = 1.0) -> Scene:
        """Return a scene of the whole window."""
        return Scene(name, lead, wait, lambda: self.window)

    def before(self, name: str, lead: Callable[[], object], wait: float = 0.8) -> Scene:
        """Return a scene of what opens before the window."""
        return Scene(name, lead, wait, self.dialog)

    def dialog(self) -> QWidget | None:
        """Return what stands before the window."""
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        return shown[-1] if shown else None

    def close(self) -> None:
        """Close what stands before the window, and discard what was entered there."""
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and one is not self.window and not isinstance(one, QDockWidget):
                one.close()
        for asked in QApplication.topLevelWidgets():
            if isinstance(asked, QMessageBox) and asked.isVisible():
                roles = {asked.buttonRole(one): one for one in asked.buttons()}
                roles[QMessageBox.ButtonRole.DestructiveRole].click()

    def run(self, words: str) -> None:
        """Run a command."""
        self.window.actions_.run(words)

    def panel(self, title: str) -> Any:
        """Return a panel, whatever it has."""
        return self.window.panels[title]

    def find(self, query: str) -> None:
        """Search."""
        self.session.query_proposed.emit(query)

    # ---- the acts

    def beginning(self) -> Iterator[Scene]:
        """Without a case."""
        yield self.scene("welcome", lambda: None, 0.3)
        yield self.scene("welcome-recent", self._recent, 0.3)
        yield self.scene("opened", lambda: self.window.open_case(self.case), 2.5)

    def _recent(self) -> None:
        for name in ("2026-014", "2025-003 supplier", "triage-sample"):
            (self.case.parent / "cases" / name).mkdir(parents=True, exist_ok=True)
            preferences.add_recent(self.case.parent / "cases" / name)
        self.window.welcome.refresh()

    def searches(self) -> Iterator[Scene]:
        """Queries, those that find nothing or can't be read, decisions."""
        for title, panel in self.window.panels.items():
            if panel.place == "bottom":
                yield self.scene(f"empty-{_slug(title)}", lambda title=title: self.front(title), 0.8)
        yield self.scene("query", lambda: (self.front(""), self.find(HITS)), 1.5)
        yield self.scene("error", lambda: self._type(WRONG))
        yield self.scene("rtl", lambda: self.find(RTL), 1.5)
        yield self.scene("nothing", lambda: self.find("nosuchword"))
        yield self.scene("filters", lambda: self.find('type:rfc822 AND custodian:"Mira Castellan" AND NOT from:jonas'))
        yield self.scene("find", lambda: (self.find(HITS), self.run("Find in this item")), 1.5)
        yield self.scene("coded", self._code, 2.0)

    def _type(self, text: str) -> None:
        panel = self.panel("Search")
        panel.line.setText(text)
        panel.run()

    def _code(self) -> None:
        """Code some of what was found, so that lists and charts have something to show."""
        self.run("Go to the list")
        nos = list(self.session.results.order)
        tagged = (("relevant", nos[:14]), ("not-relevant", nos[14:24]), ("unsure", nos[24:27]), ("hot", nos[2:5]))
        for tag, these in tagged:
            self.session.decide(these, tag, True, "key")
        text = "Ask Jonas who set the job up. זה חשוב."
        self.session.record(lambda case, who: case.decisions.note(nos[:1], text, who, "key"))
        with Case.open(self.case) as case:
            case.decisions.tag(nos[4:9], "not-relevant", "Omar Said", "key")
            case.decisions.tag(nos[24:34], "relevant", "Omar Said", "key")

    def views(self) -> Iterator[Scene]:
        """The six views of an item."""
        for name, query, words in VIEWS:
            yield self.scene(f"view-{name}-found", lambda query=query: self.find(query), 1.2)
            yield self.scene(f"view-{name}", lambda words=words: self.run(words), 2.0)
        self.find(HITS)

    def panels(self) -> Iterator[Scene]:
        """Each panel, with what it lists."""
        yield self.scene("back", lambda: (self.find(HITS), self.run("Show text")), 1.5)
        for title, panel in self.window.panels.items():
            if panel.place not in ("top", "centre"):
                yield self.scene(f"panel-{_slug(title)}", lambda title=title: self.front(title))
        yield self.scene("panel-problems-open", self._open_problems)
        yield self.scene("panel-related-thread", lambda: self._related("subject:gefen"), 1.5)
        yield self.scene("panel-related-family", lambda: self._related("type:docx"), 1.5)
        yield self.scene("panel-terms-report", self._run_terms, 3.0)
        yield self.scene("panel-saved-runs", self._save, 2.0)
        yield self.scene("panel-saved-moved", lambda: self.panel("Saved searches").compare(), 1.5)
        yield self.scene("panel-coverage-wide", lambda: (self.front("Coverage"), self.find(HITS)), 1.5)
        yield self.scene("panel-coverage-sample", lambda: (self.front("Coverage"), self.panel("Coverage").draw()), 1.5)
        yield self.scene("panel-coverage-report", lambda: self.panel("Coverage").report())
        dashboard = self.panel("Dashboard")
        yield self.scene("panel-batches-made", self._batch, 2.0)
        yield self.scene("panel-batches-ask", self._complete)
        keys = ("terms", "tags", "reviewers", "hours", "disputed", "batches", "problems", "coverage", "months")
        yield self.scene("dashboard-custodians", lambda: self.front("Dashboard"), 1.5)
        for key in keys:
            yield self.scene(f"dashboard-{key}", lambda key=key: dashboard.choose(key), 0.6)
        yield Scene("dashboard-apart", dashboard.take_apart, 1.5, lambda: dashboard.window())
        yield self.scene("dashboard-back", dashboard.take_apart, 0.8)

    def front(self, title: str) -> None:
        """Bring a panel to the front, alone at the bottom, with the facets beside it."""
        panels = self.window.panels
        for name, panel in panels.items():
            if panel.place == "bottom" and (not title or panels[title].place != "bottom"):
                self.window.columns.docks[name].hide()
        if not title or panels[title].place != "left":
            self.session.panel_requested.emit("Facets")
        if title:
            self.session.panel_requested.emit(title)

    def _open_problems(self) -> None:
        self.front("Problems")
        self.panel("Problems").tree.expandAll()

    def _related(self, query: str) -> None:
        self.front("Related")
        self.find(query)

    def _run_terms(self) -> None:
        self.run("Show text")
        self.find(HITS)
        self.front("Terms")
        panel = self.panel("Terms")
        panel.list.setPlainText(TERMS)
        panel.run_list()

    def _save(self) -> None:
        self.front("Saved searches")
        panel = self.panel("Saved searches")
        for name, query in (("Varenholm", "varenholm"), ("בכרם", RTL)):
            with Case.open(self.case) as case:
                case.search.save(name, query, "Omar Said")
                case.search.run_saved(name, "Omar Said")
        with Case.open(self.case) as case:
            case.search.save("Varenholm", HITS, "Dana Levi")
            case.search.run_saved("Varenholm", "Dana Levi")
        panel._wanted = "Varenholm"
        panel.read()

    def team(self) -> Iterator[Scene]:
        """Samples."""
        yield self.scene("panel-sampling-open", self._draw, 2.0)
        yield self.scene("panel-sampling-judged", self._judge, 2.0)
        yield self.scene("panel-sampling-refused", self._draw_wrong, 1.5)
        yield self.scene("panel-sampling-asked", lambda: self.run("Close the sample"))
        yield self.scene("panel-sampling-closed", lambda: (self.panel("Sampling")._close(), self.find(HITS)), 1.5)

    def _batch(self) -> None:
        self.front("Batches")
        panel = self.panel("Batches")
        with Case.open(self.case) as case:
            case.team.create_batches("type:rfc822", "Mail", "Dana Levi", 30, True)
            case.team.create_batches("NOT type:rfc822", "Rest", "Omar Said", 40, True)
            case.team.check_out_batch("", "Omar Said")
        panel.take_next()

    def _complete(self) -> None:
        panel = self.panel("Batches")
        panel.list.setCurrentItem(panel.list.topLevelItem(1))
        panel.complete()

    def _draw(self) -> None:
        self.front("Sampling")
        panel = self.panel("Sampling")
        panel.query.setText("tag:not-relevant")
        panel.name.setText("Elusion, first week")
        panel.size_.setValue(6)
        panel.seed.setText("s1")
        panel.draw()

    def _judge(self) -> None:
        panel = self.panel("Sampling")
        for value in ("not relevant", "relevant", "not relevant", "not relevant"):
            panel.judge(value)

    def _draw_wrong(self) -> None:
        panel = self.panel("Sampling")
        panel.query.setText(WRONG)
        panel.name.setText("Another")
        panel.draw()

    def seals(self) -> Iterator[Scene]:
        """A sealed item, and how it is opened."""
        yield self.scene("sealed", self._seal, 1.5)
        yield self.before("dialog-unseal-ask", lambda: self.run("Open a sealed item …"))
        yield self.before("dialog-unseal-grant", self._ask_open, 1.2)
        yield self.scene("sealed-after", self.close, 0.5)

    def _seal(self) -> None:
        nos = list(self.session.results.order)
        self.front("")
        self.session.visit(nos[5])
        self.session.decide([nos[5]], "customer-content", True, "key")

    def _ask_open(self) -> None:
        self.close()
        no = self.session.current
        assert no is not None
        with Case.open(self.case) as case:
            case.team.change_roster("add", self.session.reviewer)
            rostered(case, "Omar Said")
            ask(case, no, "Omar Said", "Tagged by a slip of the hand")
        self.run("Open a sealed item …")

    def focus(self) -> Iterator[Scene]:
        """The focus on one control after the other."""
        self.front("")
        self.find(HITS)
        for at, name in enumerate(("list", "facets", "reader", "note", "undo", "tag", "switch", "reviewer", "dates")):
            yield self.scene(f"focus-{name}", lambda at=at: self._focus(at), 0.6)

    def _focus(self, at: int) -> None:
        coding, item = self.panel("Coding"), self.panel("Item")
        widgets = (
            self.panel("Results").list,
            self.panel("Facets").tree,
            item.reader,
            coding.note,
            coding.undo,
            next(iter(coding.buttons.values())),
            _first(item.sights.switch),
            self.window.bar.reviewer,
            self.panel("Facets").bars,
        )
        self.window.activateWindow()
        widgets[at].setFocus(Qt.FocusReason.TabFocusReason)
        self.window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    def dialogs(self) -> Iterator[Scene]:
        """Whatever a command opens before the window, and the wizard's pages."""
        commands = [one.words for one in self.window.actions_.commands if one.words.endswith("…")]
        for words in (*commands, "Commands", "Keys", "Reviewer's name …"):
            if words not in ("Save the search …", "Open a sealed item …"):
                yield self.before(f"dialog-{_slug(words)}", lambda words=words: (self.close(), self.run(words)))
                if words == "New case …":
                    yield from self._wizard()
                if words == "Merge decisions …":
                    yield self.before("dialog-merge-looked", self._merge, 2.0)
                if words == "Export findings …":
                    yield self.before("dialog-export-refused", self._export_wrong)
                if words == "Code all results …":
                    yield self.before("dialog-code-against", self._code_against)
                if words == "Manage tags …":
                    yield self.before("dialog-tags-wrong", self._tags_wrong)
        yield self.before("dialog-commands-typed", self._commands)
        for name, menu in self.window.actions_.menus.items():
            yield Scene(
                f"menu-{_slug(name)}",
                lambda menu=menu: (self.close(), menu.aboutToShow.emit()),
                0.2,
                lambda menu=menu: menu,
            )
        self.close()

    def _wizard(self) -> Iterator[Scene]:
        def there() -> Any:
            return self.dialog()

        def first() -> None:
            there().basics.folder.setText("/cases/2026-014")
            there().basics.purpose.setText("Suspected sale of designs")
            there().basics.approved.setText("General counsel, 3 May 2026")

        def second() -> None:
            there().next()
            there().allow.put("/mail/dana", "Dana Levi", "company mail")

        def third() -> None:
            there().next()
            there().deny.put("customer-data/**", "contract")

        leads: tuple[Callable[[], None], ...] = (first, second, third, lambda: there().next())
        for at, lead in enumerate(leads):
            yield self.before(f"dialog-new-case-{at + 1}-filled", lead)

    def _merge(self) -> None:
        """Look at what another reviewer has decided in a copy of the case."""
        other = Path(copytree(self.pristine, self.case.with_name("copy")))
        with Case.open(other) as case:
            nos = case.search.run(HITS).nos
            case.decisions.tag(nos[:12], "not-relevant", "Omar Said", "key")
            case.decisions.tag(nos[30:], "relevant", "Omar Said", "key")
        dialog: Any = self.dialog()
        assert isinstance(dialog, QWidget) and not isinstance(dialog, QWizard)
        dialog.path.setText(str(other))
        dialog.look()

    def _export_wrong(self) -> None:
        dialog: Any = self.dialog()
        dialog.query.setText(WRONG)

    def _code_against(self) -> None:
        dialog: Any = self.dialog()
        dialog.tag.setCurrentIndex(1)

    def _tags_wrong(self) -> None:
        dialog: Any = self.dialog()
        dialog.table.item(1, 0).setText(dialog.table.item(0, 0).text())

    def _commands(self) -> None:
        self.close()
        self.run("Commands")
        line = self.dialog()
        assert line is not None
        edit = line.findChild(QLineEdit)
        assert edit is not None
        edit.setText("code")

    def messages(self) -> Iterator[Scene]:
        """What is said in the status bar and in boxes."""
        target = self.case.with_name("findings")
        yield self.before("box-exported", lambda: self.window.works.export(target, "tag:hot"), 6.0)
        decisions = self.case.with_name("dana.decisions")
        yield self.before("box-decisions", lambda: (self.close(), self._write(decisions)), 2.0)
        yield self.scene("about", lambda: (self.close(), self.run("About")))
        trouble = "/cases/2026-014/triage.sqlite is locked by another program. Close it there and try again."
        yield self.scene("failed", lambda: self.session.error_posted.emit(trouble))
        yield self.scene("working", lambda: self.window.works.index(), 0.15)
        yield self.scene("indexed", lambda: None, 6.0)

    def _write(self, path: Path) -> None:
        from ui.dialogs.merge import write

        write(self.window, self.session, path)


def _first(holder: QWidget) -> QWidget:
    """Return the first control in a widget that takes the focus."""
    wanted = (one for one in holder.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus)
    return next(wanted, holder)


def _slug(words: str) -> str:
    return "".join(c for c in words.rstrip(" …").lower().replace(" ", "-").replace("/", "-") if c.isalnum() or c == "-")
