"""The house keeps its shape: layers, no import cycle, no Qt in the core, no SQL in the window."""

from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("house")  # each worker would parse all modules

ROOT = Path(__file__).parent.parent
MODULES = sorted([*(ROOT / "triage").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])

BASE = {
    "triage.model",
    "triage.errors",
    "triage.messages",
    "triage.text",
    "triage.settings",
    "triage.statistics",
    "triage.secret_keys",
    "triage.files",
    "triage.arrays",
    "triage.globs",
    "triage.zstd",
}
EVERYTHING = {"triage"}
FRONT = {"triage.case", "triage.selftest", "triage"}
MAY_IMPORT: dict[str, set[str]] = {
    "triage.model": set(),
    "triage.messages": {"triage.model"},
    "triage.errors": {"triage.messages", "triage.model"},
    "triage.secret_keys": {"triage.errors"},
    "triage.files": {"triage.errors"},
    "triage.arrays": set(),
    "triage.globs": set(),
    "triage.zstd": set(),
    "triage.text": set(),
    "triage.statistics": {"triage.model"},
    "triage.settings": {"triage.errors"},
    "triage.parsers": BASE,
    "triage.store": BASE,
    "triage.scope": BASE,
    "triage.proof": BASE,
    "triage.sandbox": BASE | {"triage"},  # its version, which workers on other machines must have
    "triage.indexing": BASE | {"triage.sandbox", "triage.scope", "triage.store", "triage.proof"},
    "triage.search": BASE | {"triage.store"},
    "triage.insight": BASE | {"triage", "triage.search", "triage.store"},
    "triage.review": BASE | {"triage.store"},
    "triage.export": BASE | {"triage.store", "triage.scope", "triage.proof"},
    "triage.case": EVERYTHING,
    "triage.selftest": BASE | {"triage.case", "triage.parsers", "triage.store", "triage"},
    "triage.cli": BASE | FRONT,
    "triage": set(),
    "triage.__main__": {"triage.cli"},
    "ui": BASE - {"triage.text"} | FRONT,
}
"""Each package and the packages and modules that it may import, besides itself."""
PARTS = {"search", "decisions", "team", "reports", "originals", "export", "scope", "verification"}
MOST_BARE_ARGUMENTS = 7


# A feature's nouns, storage, rules and what it does with an open case stand in one folder of ``insight``.
NOUNS = re.compile(r"triage\.insight\.\w+\.nouns")
STORAGE = re.compile(r"triage\.insight\.\w+\.storage")
DOOR = re.compile(r"triage\.(case|cli|insight\.\w+\.api|insight\.derived_check)\b")
"""Modules that a command or the window comes in by: these alone import ours inside functions, to start fast."""


def name_of(path: Path) -> str:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    if module == "ui" or module.startswith("ui."):
        return "ui"
    return ".".join(module.split(".")[:2])


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    return list(ast.walk(tree_of(path)))


@pytest.fixture(scope="module", autouse=True)
def unswept() -> Iterator[None]:
    """No search for garbage among a million nodes, which takes longer than parsing them, nor any afterwards."""
    gc.disable()
    yield
    tree_of.cache_clear()
    nodes_of.cache_clear()
    gc.enable()


NAMES = {name_of(p) for p in MODULES}


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Return every module that a file imports, inside functions too; imports for type checking alone are left out."""
    return tuple(imports_below(tree_of(path)))


def imports_below(tree: ast.AST) -> list[str]:
    found: list[str] = []
    for node in outside_type_checking(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"relative import of {node.module}"
            wholes = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [whole if whole in NAMES else node.module for whole in wholes]
    return found


def outside_type_checking(tree: ast.AST) -> Iterator[ast.AST]:
    waiting = [tree]
    while waiting:
        for child in ast.iter_child_nodes(waiting.pop()):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
                continue
            yield child
            if not isinstance(child, ast.expr):  # nothing is imported inside an expression
                waiting.append(child)


def test_imports_point_downwards() -> None:
    for path in MODULES:
        name = name_of(path)
        room = room_of(name)
        for target in imports(path):
            if not target.startswith(("triage", "ui")):
                continue
            to = room_of(target)
            if to == room:
                continue
            if room == "triage.sandbox" and to == "triage.parsers":
                child = name.startswith(("triage.sandbox.child.", "triage.sandbox.render."))
                assert child, f"{name} imports {target}: only the reader process knows parsers"
                continue
            if room in ("triage.cli", "ui") and NOUNS.fullmatch(target):
                continue
            allowed = MAY_IMPORT[room]
            assert to in allowed or (allowed == {"triage"} and not target.startswith(("ui", "triage.cli"))), (
                f"{name} (package {room}) may not import {target}"
            )


def test_nouns_of_features_import_the_base_alone() -> None:
    nouns = [path for path in MODULES if NOUNS.fullmatch(name_of(path))]
    assert nouns
    for path in nouns:
        ours = [target for target in imports(path) if target.startswith(("triage", "ui"))]
        assert all(room_of(target) in BASE for target in ours), f"{name_of(path)} imports {ours}"


def test_panels_import_no_panel() -> None:
    for path in (ROOT / "ui" / "panels").glob("*.py"):
        if path.name != "__init__.py":
            found = [t for t in imports(path) if t.startswith("ui.panels.") and t != name_of(path)]
            assert not found, f"{name_of(path)} imports {found}"


def test_no_import_cycle() -> None:
    graph = {name_of(p): {t for t in imports(p) if t in NAMES and t != name_of(p)} for p in MODULES}
    done: set[str] = set()
    for start in graph:
        path: list[str] = []
        stack = [(start, iter(sorted(graph[start])))]
        path.append(start)
        while stack:
            children = stack[-1][1]
            child = next((c for c in children if c not in done), None)
            if child is None:
                stack.pop()
                done.add(path.pop())
                continue
            assert child not in path, f"import cycle: {' -> '.join([*path[path.index(child) :], child])}"
            path.append(child)
            stack.append((child, iter(sorted(graph[child]))))


def test_only_the_reader_process_loads_parsers() -> None:
    """Neither a command nor the window reaches them, which would cost each of them a hundred modules."""
    graph = {name_of(p): {t for t in imports(p) if t in NAMES} for p in MODULES}
    reached = {name for name in graph if name.startswith(("triage.case", "triage.cli", "ui"))}
    waiting = list(reached)
    while waiting:
        further = {t for t in graph[waiting.pop()] - reached if room_of(t) != "triage.selftest"}
        assert not [t for t in further if room_of(t) == "triage.parsers"], further
        reached |= further
        waiting += further


def test_only_the_front_door_imports_late() -> None:
    """Inside functions our own modules are imported by what a command comes in by alone, which must start fast."""
    for path in MODULES:
        if not DOOR.match(name_of(path)):
            functions = [n for n in nodes_of(path) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
            late = [t for function in functions for t in imports_below(function) if t.split(".")[0] in ("triage", "ui")]
            assert not late, f"{name_of(path)} imports {late} inside a function"


def test_front_door_is_made_of_parts() -> None:
    """A case offers its parts, and knows nothing of what is built on it."""
    parts = 0
    for path in (ROOT / "triage" / "case").glob("*.py"):
        assert not [t for t in imports(path) if t.startswith("triage.selftest")], f"{name_of(path)} imports selftest"
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                assert not node.bases, f"{node.name} is built of parts, not of base classes"
                if node.name == "Case":
                    parts = len(PARTS & public_names(node))
    assert parts == len(PARTS)


def public_names(node: ast.ClassDef) -> set[str]:
    """Return a class's methods and properties, and what its methods set on ``self``, that begin with no underscore."""
    functions = {n.name for n in node.body if isinstance(n, ast.FunctionDef)}
    stored = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)}
    return {name for name in functions | stored if not name.startswith("_")}


def test_core_has_no_qt_and_window_no_sql() -> None:
    for path in MODULES:
        found = set(imports(path))
        if name_of(path).startswith("triage"):
            assert not [t for t in found if t.startswith(("PySide6", "shiboken6"))], name_of(path)
        else:
            assert not [t for t in found if t.split(".")[0] in ("sqlite3", "apsw", "whoosh", "lxml")], name_of(path)
            assert not re.search(r"\b(SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET)\b", path.read_text("utf-8")), name_of(
                path
            )


SQL = re.compile(
    r"\bSELECT\b.+\bFROM\b|\bINSERT\b.*\bINTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b|\bPRAGMA\b"
    r"|\b(CREATE|DROP|ALTER)\s+(VIRTUAL\s+|TEMP\w*\s+|UNIQUE\s+)*(TABLE|INDEX|TRIGGER|VIEW)\b",
    re.DOTALL,
)
SQL_PLACES = (
    "triage.store",
    "triage.search.engines.fts5",
    "triage.search.engines.opensearch.records",
    "triage.parsers.sqlite",  # reads databases that are evidence
)


def test_sql_stands_in_the_store_and_in_engines_own_tables() -> None:
    for path in MODULES:
        if name_of(path).startswith(SQL_PLACES) or STORAGE.fullmatch(name_of(path)):
            continue
        prose = {id(node.value) for node in nodes_of(path) if isinstance(node, ast.Expr)}
        for node in nodes_of(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
                assert not SQL.search(node.value), f"{name_of(path)}, line {node.lineno}: SQL outside the store"
            if isinstance(node, ast.Attribute) and node.attr in ("execute", "executemany", "pragma", "rows", "value"):
                called = ast.unparse(node)
                asks = re.search(r"\b_?db\.(execute|executemany|pragma)$|store\.(rows|value)$", called)
                assert not asks, f"{name_of(path)}, line {node.lineno}: {called} asks the database outside the store"


def test_long_calls_name_their_arguments() -> None:
    """No call has eight bare arguments; only what packs binary data, or is written in C, takes no names."""
    for path in MODULES:
        for node in nodes_of(path):
            if isinstance(node, ast.Call) and len(node.args) > MOST_BARE_ARGUMENTS:
                name = ast.unparse(node.func)
                assert name.startswith("struct.") or ".FPDF_" in name, f"{name_of(path)}:{node.lineno} calls {name}"


def test_no_file_repeats_its_folders_name() -> None:
    for path in MODULES:
        folder = path.parent.relative_to(ROOT)
        repeats = path.stem.startswith(folder.name) and path.stem != "pdfium_ffi" and len(folder.parts) > 1
        assert not repeats, f"{path} repeats its folder's name"


def test_one_class_a_name() -> None:
    """Two classes of one name make every reader ask which is meant: a name says whose it is."""
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in nodes_of(path):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(name_of(path))
    shared = {name: modules for name, modules in homes.items() if len(modules) > 1}
    assert not shared, shared


def test_the_formatter_decides() -> None:
    for path in (*MODULES, *(ROOT / "tests").rglob("*.py")):
        assert path == Path(__file__) or "# fmt:" not in path.read_text("utf-8"), path


def test_tests_stand_in_folders_that_mirror_the_source_tree() -> None:
    """Tests of ``triage/parsers/mail`` stand in ``tests/parsers/mail``, by module or by what they are about."""
    for path in (ROOT / "tests").rglob("test_*.py"):
        folder = path.parent.relative_to(ROOT / "tests")
        source = ROOT / folder if folder.parts[:1] == ("ui",) else ROOT / "triage" / folder
        of_all = folder.parts[:1] in (("tamper",), ("trials",))
        assert of_all or source.is_dir() or source.with_suffix(".py").is_file(), path


def test_a_test_without_an_assertion_says_that_nothing_is_raised() -> None:
    for path in (ROOT / "tests").rglob("test_*.py"):
        functions = {n.name: n for n in nodes_of(path) if isinstance(n, ast.FunctionDef)}
        silent = [n for n in functions if n.startswith("test_") and not asserts(functions[n], functions)]
        assert all("raise" in name for name in silent), f"{path}: {silent}"


def asserts(function: ast.FunctionDef, helpers: dict[str, ast.FunctionDef]) -> bool:
    """Whether a statement of a function, or of a helper that it calls, checks anything."""
    for node in ast.walk(function):
        called = ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Assert) or called.startswith(("raises", "assert", "waitUntil")):
            return True
        if called in helpers and asserts(helpers[called], {}):
            return True
    return False


def test_only_the_broker_opens_sources() -> None:
    """``os.open`` relative to a folder, the way into evidence, stands in one place; nobody else walks either."""
    for path in (ROOT / "triage").rglob("*.py"):
        text = path.read_text("utf-8")
        if name_of(path) not in ("triage.scope.broker", "triage.sandbox.doctor"):
            assert "dir_fd=" not in text, f"{name_of(path)} opens relative to a folder"
            assert not re.search(r"os\.(walk|scandir)\(|\.rglob\(", text) or name_of(path).startswith("triage.export")
    for path in (ROOT / "triage" / "parsers").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not re.search(
            r"(?<![\w.])(?<!def )open\(|\.read_bytes\(|\.write_bytes\(|socket\.|urllib\.request", text
        ), name_of(path)


def test_nothing_points_outside() -> None:
    """No path of a machine, no package registry and no network client in the program."""
    leak = re.compile(r"/work/|/tmp/v/|pypi\.org|pythonhosted|requests\.get|urlopen\(|QNetworkAccessManager|QWebEngine")
    files = [*MODULES, *(ROOT / "tests").rglob("*.py"), ROOT / "README.md", ROOT / "pyproject.toml"]
    for path in files:
        if path != Path(__file__):
            assert not leak.search(path.read_text("utf-8")), path
