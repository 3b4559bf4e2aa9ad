"""Tests of the Merkle tree: vectors of Certificate Transparency, and a definition that is slow and obvious."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.proof import proofs
from triage.proof import tree
from triage.proof.tree import Frontier

# The eight leaves and the roots over the first n of them that the reference implementations of RFC 6962 share.
LEAVES = [bytes.fromhex(h) for h in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
LEAVES.append(bytes.fromhex("606162636465666768696a6b6c6d6e6f"))
ROOTS = """
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
""".split()
# Consistency proofs (old, new) over these leaves.
CONSISTENCY = {
    (1, 1): "",
    (1, 8): """
        96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7
        5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
        6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4""",
    (6, 8): """
        0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a
        ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0
        d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7""",
    (2, 5): """
        5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
        bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b""",
}

entries = st.lists(st.binary(max_size=4), max_size=40)


def hashes(text: str) -> list[bytes]:
    return [bytes.fromhex(line) for line in text.split()]


def test_the_roots_are_those_of_the_reference() -> None:
    assert [tree.roots(LEAVES, [n])[n].hex() for n in range(9)] == ROOTS
    assert {n: root.hex() for n, root in tree.roots(LEAVES, range(9)).items()} == dict(enumerate(ROOTS))


@pytest.mark.parametrize("old, new", CONSISTENCY)
def test_a_consistency_proof_is_that_of_the_reference(old: int, new: int) -> None:
    proof = tree.prove(tree.consistency(old, new), LEAVES)
    assert proof == hashes(CONSISTENCY[old, new])
    assert tree.extends(old, bytes.fromhex(ROOTS[old]), new, bytes.fromhex(ROOTS[new]), proof)


def test_each_size_extends_each_smaller_one() -> None:
    leaves = [bytes((number,)) for number in range(20)]
    roots = tree.roots(leaves, range(21))
    for new in range(21):
        for old in range(new + 1):
            proof = tree.prove(tree.consistency(old, new), leaves[:new]) if old else []
            assert tree.extends(old, roots[old], new, roots[new], proof), (old, new)


A, B, C, D, X = (tree.leaf(bytes((letter,))) for letter in b"abcdx")
AB = tree.node(A, B)


@pytest.mark.parametrize(
    ("old", "old_root", "new", "new_root", "proof"),
    [
        pytest.param(1, A, 4, AB, [B], id="a proof of a smaller tree"),
        pytest.param(
            3,
            tree.node(X, tree.node(AB, C)),
            4,
            tree.node(X, tree.node(AB, tree.node(C, D))),
            [C, D, AB, X],
            id="a proof that goes on above the root",
        ),
        pytest.param(6, tree.node(B, A), 5, tree.node(B, A), [A, B], id="a tree that is larger than what extends it"),
        pytest.param(3, A, 4, B, [], id="no proof"),
        pytest.param(0, tree.EMPTY, -1, A, [], id="less than nothing"),
    ],
)
def test_what_leads_to_both_roots_by_another_way_proves_nothing(
    old: int, old_root: bytes, new: int, new_root: bytes, proof: list[bytes]
) -> None:
    assert not tree.extends(old, old_root, new, new_root, proof)


@settings(max_examples=examples(30))
@given(entries, st.data())
def test_the_root_is_the_defined_one_in_whatever_steps_it_is_made(leaves: list[bytes], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(leaves)))
    frontier = Frontier()
    frontier.extend(leaves[:cut])
    assert frontier.root() == proofs.root(leaves[:cut])
    later = Frontier(frontier.size, frontier.hashes)
    later.extend(leaves[cut:])
    assert later.root() == proofs.root(leaves) and later.size == len(leaves)
    assert tree.roots(leaves, [cut, len(leaves), len(leaves) + 1]) == {
        cut: proofs.root(leaves[:cut]),
        len(leaves): proofs.root(leaves),
    }


@settings(max_examples=examples(30))
@given(st.lists(st.binary(max_size=4), min_size=1, max_size=40), st.data())
def test_a_proof_is_the_defined_one_and_holds_for_nothing_else(leaves: list[bytes], data: st.DataObject) -> None:
    size = len(leaves)
    old = data.draw(st.integers(1, size))
    proof = tree.prove(tree.consistency(old, size), leaves)
    assert proof == proofs.consistency(old, leaves)
    root, before = proofs.root(leaves), proofs.root(leaves[:old])
    assert tree.extends(old, before, size, root, proof)
    assert not tree.extends(old, before, size, root, [*proof, root])
    assert not tree.extends(old, tree.leaf(before), size, root, proof)
    assert not tree.extends(old, before, size, tree.leaf(root), proof)
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        changed = [*proof[:at], tree.leaf(proof[at]), *proof[at + 1 :]]
        assert not tree.extends(old, before, size, root, changed)
        assert not tree.extends(old, before, size, root, proof[:-1])


@settings(max_examples=examples(30))
@given(st.lists(st.binary(max_size=4), min_size=2, max_size=40), st.data())
def test_a_changed_entry_breaks_every_proof(leaves: list[bytes], data: st.DataObject) -> None:
    """However the forger makes the proof: from the changed log, or from the log as it was."""
    old = data.draw(st.integers(1, len(leaves)))
    at = data.draw(st.integers(0, old - 1))
    forged = [*leaves[:at], leaves[at] + b"x", *leaves[at + 1 :]]
    for log in (leaves, forged):
        proof = tree.prove(tree.consistency(old, len(log)), log)
        assert not tree.extends(old, proofs.root(leaves[:old]), len(forged), proofs.root(forged), proof)


def test_what_is_no_tree_is_refused() -> None:
    for wrong in (lambda: Frontier(3, [b"x" * 32]), lambda: Frontier(1, [b"x"]), lambda: tree.consistency(3, 2)):
        with pytest.raises(ValueError):
            wrong()
    with pytest.raises(ValueError, match="ends before entry 3"):
        tree.prove([range(2, 3)], [b"a", b"b"])
    assert not tree.extends(2, b"", 1, b"", [])
    assert tree.extends(0, tree.EMPTY, 5, b"any", []) and not tree.extends(0, b"other", 5, b"any", [])
    assert not tree.extends(0, tree.EMPTY, 5, b"any", [b"more"]) and not tree.extends(3, b"a", 3, b"b", [])
