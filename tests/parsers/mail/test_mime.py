"""MIME structure: parts, boundaries, and wrong boundaries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from tests.parsers.mail_builders import mail, multipart
from triage.parsers.mail.eml import Tree, read_tree


def bodies(data: bytes) -> list[bytes]:
    tree = read_tree(data)
    return [data[p.start : p.end] for p in tree.parts if not p.multipart]


def codes(tree: Tree) -> list[str]:
    return [trouble.code for trouble in tree.troubles]


def nested(depth: int) -> bytes:
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    tail = "".join(f"\n--b{n}--\n" for n in reversed(range(depth)))
    return f"From: a@x.example\n{head}Content-Type: text/plain\n\nFalcon{tail}".encode()


def test_parts_and_what_stands_between_them() -> None:
    data = (
        multipart("Content-Type: text/plain\n\none", "\ntwo").replace(b"\n\n--b1", b"\n\npreamble\n--b1", 1)
        + b"epilogue"
    )
    assert bodies(data) == [b"one", b"two"]
    assert [piece.strip() for piece in read_tree(data).hidden] == [b"preamble", b"epilogue"]


def test_a_missing_closing_boundary_is_told_and_loses_nothing() -> None:
    data = multipart("\none", "\ntwo").removesuffix(b"\n--b1--\n")
    assert bodies(data) == [b"one", b"two"]
    assert codes(read_tree(data)) == ["truncated"]


def test_an_outer_boundary_ends_inner_parts() -> None:
    inner = 'Content-Type: multipart/mixed; boundary="in"\n\n--in\n\ndeep'
    assert bodies(multipart(inner, "\nnext")) == [b"deep", b"next"]


def test_an_outer_boundary_that_begins_like_the_inner_one() -> None:
    inner = 'Content-Type: multipart/mixed; boundary="b1x"\n\n--b1x\n\ndeep\n--b1x--'
    assert bodies(multipart(inner, "\nnext")) == [b"deep", b"next"]


def test_the_same_boundary_inside_keeps_every_part() -> None:
    inner = 'Content-Type: multipart/alternative; boundary="b1"\n\n--b1\n\ndeep'
    assert b"deep" in bodies(multipart(inner, "\nnext")) and b"next" in bodies(multipart(inner, "\nnext"))


def test_parts_after_an_early_closing_boundary_are_read() -> None:
    data = multipart("\none") + b"\n--b1\n\ntwo\n--b1--\n"
    assert bodies(data) == [b"one", b"two"]
    assert not read_tree(data).troubles


def test_a_wrong_boundary_is_found_out() -> None:
    data = multipart("Content-Type: text/plain\n\none").replace(b'boundary="b1"', b'boundary="other"')
    assert bodies(data) == [b"one"]


def test_a_boundary_that_is_nowhere_leaves_one_text() -> None:
    tree = read_tree(mail("just text", Content_Type="multipart/mixed; boundary=zz"))
    assert (tree.parts[0].type, codes(tree)) == ("text/plain", ["damaged"])


def test_a_part_with_headers_and_no_body_ends_at_the_boundary() -> None:
    assert bodies(multipart("Content-Type: text/plain", "\ntwo")) == [b"", b"two"]


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_the_line_break_before_a_boundary_belongs_to_it(line_end: bytes) -> None:
    assert bodies(multipart("\none\n").replace(b"\n", line_end)) == [b"one" + line_end]


def test_three_thousand_nested_parts() -> None:
    with counted() as effort:
        tree = read_tree(nested(3000))
        assert len(tree.parts) == 3001
        assert not tree.troubles
    assert effort.steps < 2_000_000


@pytest.mark.parametrize(
    "body",
    [
        "--q\n" * 50_000,
        "--q\nContent-Type: multipart/mixed; boundary=zz\n\n" * 10_000,
        "--q\nContent-Type: multipart/mixed\n\n" * 10_000,
        "--q\nA: b\n" * 10_000,
    ],
    ids=["bare", "nested", "without boundary", "with a header"],
)
@pytest.mark.nightly
def test_hostile_boundaries_take_linear_time(body: str) -> None:
    with counted() as effort:
        read_tree(mail(body, Content_Type="multipart/mixed; boundary=q"))
    assert effort.steps < 80 * len(body)


@given(
    st.lists(
        st.sampled_from(
            [b"--a", b"--a--", b"--b", b"--b--", b"\n", b"Q", b"Content-Type: multipart/mixed; boundary=b\n"]
        )
    )
)
def test_any_order_of_boundaries_keeps_its_text(pieces: list[bytes]) -> None:
    data = b"Content-Type: multipart/mixed; boundary=a\n\n" + b"\n".join(pieces)
    tree = read_tree(data)
    kept = b"".join([data[p.start : p.end] for p in tree.parts if not p.multipart] + tree.hidden)
    kept += b"".join(value.encode() for part in tree.parts for _, value in part.pairs)
    assert kept.count(b"Q") == pieces.count(b"Q")
