"""Tests of triage.insight.near.containment: no mail of fifty conversations is wrongly contained, few are missed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted, examples
from tests.insight.contained_threads import Letter, Thread, threads
from triage.insight.near.containment import ConversationMail, QuotedLines, find, names_sender
from triage.model.items import ItemNo

THREADS = threads()
WORDS = st.lists(st.sampled_from("the field is dry since noon and nobody has the keys of it".split()), min_size=12)


def compared(place: int, letter: Letter) -> ConversationMail:
    return ConversationMail(
        no=ItemNo(place),
        date=letter.date,
        sender=letter.sender,
        subject=letter.subject,
        bcc=frozenset(letter.bcc),
        attachments=tuple(hashlib.sha256(content.encode()).hexdigest() for _, content in letter.attachments),
        bodies=(letter.text,),
        alternatives=(),
        whole="unread" not in letter.options,
    )


def found(letters: Sequence[Letter]) -> set[tuple[int, int]]:
    return {(int(a), int(b)) for a, b in find([compared(at, one) for at, one in enumerate(letters, 1)]).items()}


@pytest.mark.parametrize("thread", THREADS, ids=lambda thread: thread.title)
def test_what_is_contained_in_a_conversation(thread: Thread) -> None:
    assert found(thread.letters) == thread.want


def test_of_fifty_conversations_nine_tenths_of_what_is_contained_are_found() -> None:
    found, lost = (sum(len(getattr(one, name)) for one in THREADS) for name in ("want", "lost"))
    assert len(THREADS) == 50 and found / (found + lost) >= 0.9


def answer(lines: Sequence[str], mark: str = "> ") -> str:
    return "I see.\n\nDana Levi wrote:\n" + "\n".join(f"{mark}{line}" for line in lines) + "\n"


def pair(text: str, later: str) -> dict[ItemNo, ItemNo]:
    dana, omar = "Dana Levi <dana@orrin.example>", "Omar Haddad <omar@orrin.example>"
    one = ConversationMail(ItemNo(1), 1, dana, "Dry", frozenset(), (), (text,), (), True)
    two = ConversationMail(ItemNo(2), 2, omar, "Re: Dry", frozenset(), (), (later,), (), True)
    return find([one, two])


@given(WORDS, st.integers(1, 8), st.integers(1, 8), st.data())
def test_wrapping_changes_nothing_and_any_change_of_a_word_does(
    spelled: list[str], before: int, after: int, data: st.DataObject
) -> None:
    def wrapped(words: list[str], many: int) -> list[str]:
        return [" ".join(words[at : at + many]) for at in range(0, len(words), many)]

    text = "\n".join(wrapped(spelled, before))
    whole = answer(wrapped(spelled, after))
    assert pair(text, whole) == ({1: 2} if len(" ".join(spelled)) >= 40 else {})
    at = data.draw(st.integers(0, len(spelled) - 1))
    for changed in ([*spelled[:at], *spelled[at + 1 :]], [*spelled[:at], "new", *spelled[at:]]):
        assert pair(text, answer(wrapped(changed, after))) == {}


def test_another_rendering_counts_where_it_has_words_of_its_own() -> None:
    text = "The fields are dry since noon and nobody has the keys of the pump."
    one = ConversationMail(ItemNo(1), 1, "Dana Levi <d@x>", "Dry", frozenset(), (), (text,), (text.upper(),), True)
    two = ConversationMail(ItemNo(2), 2, "Omar <o@x>", "Re: Dry", frozenset(), (), (answer([text]),), (), True)
    assert find([one, two]) == {1: 2}
    more = ConversationMail(ItemNo(1), 1, "Dana Levi <d@x>", "Dry", frozenset(), (), (text,), (text + " No!",), True)
    assert find([more, two]) == {}
    both = ConversationMail(
        ItemNo(2), 2, "Omar <o@x>", "Re: Dry", frozenset(), (), (answer([text]),), (answer([text + " No!"]),), True
    )
    assert find([more, both]) == {1: 2}


def test_lines_know_their_depth() -> None:
    lines = QuotedLines.of("a\n> b  c\n\n>> d\n> > e\nf")
    assert lines.depths == [0, 1, 2, 2, 0] and lines.lines == ["a", "b c", "d", "e", "f"]
    assert lines.ends == [5, 4, 4, 4, 5] and lines.places == [0, 1, 3, 4, 5, 6]
    assert set(lines.quotations()) == {(1, 4, 1), (1, 5, 0), (2, 4, 2), (2, 4, 1), (3, 4, 2)}
    assert lines.text(1, 4, 1) == QuotedLines.of("b c\n> d e").text()


def test_a_head_names_its_sender() -> None:
    dana = "Dana Levi <dana.levi@orrin.example>"
    assert names_sender(["From: Levi, Dana", "Subject: Dry"], dana, "Dry")
    assert names_sender(["From: Levi", ", Dana", "To: Omar", "Subject: Dry"], dana, "Dry")
    assert names_sender(["On Tuesday dana.levi@orrin.example", "wrote:"], dana, "Dry")
    assert not names_sender(["Dana Levi", "To: Omar"], "", "Dry") and not names_sender([], dana, "Dry")
    assert not names_sender(["From: Omar", "To: Dana Levi", "Subject: Dry"], dana, "Dry")
    assert not names_sender(["From: Dana Levi", "Subject: Dry", "Not so"], dana, "Dry")
    assert not names_sender(["Dana Levi"], dana, "Dry")


@pytest.mark.nightly
def test_long_conversations_take_linear_effort() -> None:
    """Also where many mails begin and end alike and have the same length."""
    efforts = []
    for many in (examples(200), 4 * examples(200)):
        mails = []
        for at in range(many):
            text = f"Dear all, the report of week {at} is here, and as always it is far too long."
            mails.append(Letter("Dana Levi <dana@orrin.example>", "Reports", 10 * at, [], [text]))
            mails.append(Letter("Omar <omar@orrin.example>", "Re: Reports", 10 * at + 5, [], [answer([text])]))
        with counted() as effort:
            assert len(found(mails)) == many
        efforts.append(effort.steps)
    assert efforts[1] < 5 * efforts[0]
