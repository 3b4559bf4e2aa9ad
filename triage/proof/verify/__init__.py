"""The parts of verify.py, the program with which outsiders check a proof: one file, with nothing but Python 3.8.

The parts import the standard library and one another, and share one space of names. ``main`` says what is checked.
"""

from __future__ import annotations

import ast
from pathlib import Path

PARTS = ("basics", "ed25519", "heads", "scope", "ledgers", "answers", "kernel", "proof", "export", "main")


def program() -> bytes:
    """Return verify.py: all parts, one after the other, behind what they import and what the last one says."""
    imported, texts, about = dict[str, set[str]](), list[str](), ""
    for part in PARTS:
        source = Path(__file__).with_name(f"{part}.py").read_text("utf-8")
        lines, tree = source.splitlines(), ast.parse(source)
        about = ast.get_docstring(tree) or ""
        nodes = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        for node in nodes:
            imported.setdefault(getattr(node, "module", ""), set()).update(alias.name for alias in node.names)
        body = "\n".join(lines[nodes[-1].end_lineno :]).strip()
        heading = f"# ---- {about}\n\n" if part != PARTS[-1] else ""
        texts.append(f"{heading}{body}\n")
    top = f'#!/usr/bin/env python3\n"""{about}\n"""\n\nfrom __future__ import annotations\n\n'
    imports = [f"import {name}\n" for name in sorted(imported.pop(""))]
    for module, names in sorted(imported.items()):
        if module.partition(".")[0] not in ("triage", "__future__"):
            imports.append(f"from {module} import {', '.join(sorted(names))}\n")
    return "\n\n".join([top + "".join(imports), *texts]).encode()
