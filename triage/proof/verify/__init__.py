"""The parts of verify.py, the program with which outsiders check a folder: one file, with nothing but Python 3.8.

``triage verify`` uses the same parts. They import the standard library, one another and the templates of sentences, and
share one space of names. They return keys and values: the file has the English sentences, the program translates them.
``main`` says what is checked.
"""

from __future__ import annotations

import ast
from pathlib import Path
from pprint import pformat

from triage.messages import TEMPLATES

PARTS = ("basics heads ledgers manifest page proof main").split()


def program() -> bytes:
    """Return verify.py: all parts, one after the other, behind what they import and what the last one says."""
    imported, texts, about, keys = dict[str, set[str]](), list[str](), "", set[str]()
    for part in PARTS:
        source = Path(__file__).with_name(f"{part}.py").read_text("utf-8")
        lines, tree = source.splitlines(), ast.parse(source)
        about = ast.get_docstring(tree) or ""
        nodes = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        for node in nodes:
            imported.setdefault(getattr(node, "module", ""), set()).update(alias.name for alias in node.names)
        body = "\n".join(lines[nodes[-1].end_lineno :]).strip()
        heading = f"# ---- {about.splitlines()[0]}\n\n" if part != PARTS[-1] else ""
        texts.append(f"{heading}{body}\n")
        keys |= {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)} & TEMPLATES.keys()
    top = f'#!/usr/bin/env python3\n"""{about}\n"""\n\nfrom __future__ import annotations\n\n'
    imports = [f"import {name}\n" for name in sorted(imported.pop(""))]
    for module, names in sorted(imported.items()):
        if module.partition(".")[0] not in ("triage", "__future__"):
            imports.append(f"from {module} import {', '.join(sorted(names))}\n")
    sentences = pformat({key: TEMPLATES[key] for key in sorted(keys)}, width=120)
    return "\n\n".join([top + "".join(imports), f"TEMPLATES = {sentences}\n", *texts]).encode()
