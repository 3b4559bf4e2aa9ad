"""Tree to text: the reading shown back for every query, which ``language`` reads to the same tree."""

from __future__ import annotations

from triage.search.query import term_parser, tree
from triage.search.query.foreign import SPECIAL_WORDS
from triage.search.query.lexer import clean, lex
from triage.search.query.values import NAMES

Fields = tuple[str, ...]


def write(query: tree.Node) -> str:
    """Return the query in the language, with the fewest parentheses that leave no doubt."""
    return _write(query, ())


def _write(node: tree.Node, outer: Fields) -> str:
    """Write a node where the fields ``outer`` are already named around it."""
    match node:
        case tree.Everything():
            return "*"
        case tree.Ids(nos=nos):
            return f"({len(nos)} items)"
        case tree.Attribute(name=name, value=value):
            quoted = '"' + value.replace('"', "") + '"'
            return f"{name}:{value if _plain(value, ('WORD', 'REGEX')) else quoted}"
        case tree.Word() | tree.Prefix() | tree.Pattern() | tree.Words():
            text = term_parser.written(node)
            return _field(node.fields, outer) + (
                f'"{text}"' if isinstance(node, tree.Word) and not _plain(text) else text
            )
        case tree.Phrase():
            return _field(node.fields, outer) + '"' + " ".join(term_parser.written(part) for part in node.parts) + '"'
        case tree.Literal():
            return _field(node.fields, outer) + f'="{node.text}"'
        case tree.Not():
            return _compound(node, outer)  # NOT from:x as a person writes it, not from:(NOT x)
        case tree.And() | tree.Or() | tree.Near():
            common = _common(node)
            if common and common != outer:
                return f"{_field(common, outer)}({_compound(node, common)})"
            return _compound(node, outer)


def _compound(node: tree.And | tree.Or | tree.Not | tree.Near, outer: Fields) -> str:
    match node:
        case tree.And(parts=parts) | tree.Or(parts=parts):
            operator = " AND " if isinstance(node, tree.And) else " OR "
            return operator.join(_operand(part, outer, (tree.Not,)) for part in parts)
        case tree.Not(part=part):
            return f"NOT {_operand(part, outer, (tree.Not,))}"
        case tree.Near(left=left, right=right):
            operator = f"{'NOT ' if node.negated else ''}{'pre' if node.ordered else 'w'}/{node.distance}"
            return f"{_operand(left, outer, ())} {operator} {_operand(right, outer, ())}"


def _operand(node: tree.Node, outer: Fields, bare: tuple[type, ...]) -> str:
    """Write a part, in parentheses unless it is a leaf, of a kind that needs none, or named as a group by its field."""
    text = _write(node, outer)
    if (
        not isinstance(node, tree.And | tree.Or | tree.Not | tree.Near)
        or isinstance(node, bare)
        or (_common(node) or outer) != outer
    ):
        return text
    return f"({text})"


def _common(node: tree.Node) -> Fields:
    """Return the fields that all leaves below share, none where they differ or an attribute stands among them."""
    fields = {leaf.fields if isinstance(leaf, tree.Leaf | tree.Literal) else () for leaf in tree.leaves(node)}
    return fields.pop() if len(fields) == 1 else ()


def _field(fields: Fields, outer: Fields) -> str:
    return "" if fields == outer else f"{NAMES.get(fields, '+'.join(fields))}:"


def _plain(text: str, kinds: tuple[str, ...] = ("WORD",)) -> bool:
    """Whether the text is one bare word of the language, so that it needs no quotation marks."""
    if "," in text or ";" in text or text.lower() in SPECIAL_WORDS:
        return False
    found = list(lex(clean(text).text))
    return len(found) == 1 and found[0].kind in kinds and found[0].text == text and "!(" not in text
