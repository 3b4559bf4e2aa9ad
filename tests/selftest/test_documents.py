"""The stored documents, and the canaries in them."""

from __future__ import annotations

import json

import pytest

from tests.selftest.builders.every import BUILDERS
from tests.selftest.plant import Builder
from tests.selftest.stored import row
from triage.parsers import PARSERS, choose
from triage.parsers.archives.libarchive import library
from triage.parsers.kit.contract import Probe
from triage.selftest.documents import COLUMNS, FOLDER, INDEX, LANGUAGES, LIBARCHIVE, UNTESTED, documents, stored, word
from triage.text import words

# The stored documents: each is what its builder writes, and no reader is left out without a reason.


DATED = ("7z", "tar.gz", "gz")
"""Rows whose documents have the time at which they were written."""


@pytest.mark.parametrize("builder", BUILDERS, ids=lambda builder: builder.name)
def test_a_document_is_what_its_builder_writes_and_is_claimed_by_its_reader(builder: Builder) -> None:
    built = builder.document()
    data = stored(builder.name, builder.file).read_bytes()
    assert data == built.data or builder.name in DATED
    if builder.label != LIBARCHIVE or library():
        claimed = choose(Probe(data, builder.file))
        assert claimed is not None and claimed.label == builder.label
        (own,) = (document for document in documents() if document.name == builder.name)
        assert set(own.canaries) == set(built.canaries) and own.data == data


def test_the_list_has_every_document_and_the_folder_no_other_file() -> None:
    assert json.loads(INDEX.read_bytes()) == json.loads(json.dumps([row(one.document()) for one in BUILDERS]))
    files = {stored(builder.name, builder.file) for builder in BUILDERS}
    assert {*FOLDER.iterdir()} == {*files, INDEX} and len(files) == len(BUILDERS)


def test_every_reader_has_canaries_or_a_reason() -> None:
    tried = {document.label for document in documents()}
    labels = {form.label for form in PARSERS}
    assert labels - tried - set(UNTESTED) == set()
    assert not tried & set(UNTESTED) and tried <= labels and set(UNTESTED) <= labels


# Canaries: unique words that stay whole through folding.


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_one_token_and_folding_keeps_it(language: str) -> None:
    made = {word(language, str(n)) for n in range(5000)}
    assert len(made) == 5000
    assert all(words(one) == [one] for one in made)


def test_every_place_has_words_of_its_own() -> None:
    """So that one search finds exactly one cell."""
    planted = []
    for document in documents():
        assert document.canaries, document.name
        assert {canary.language for canary in document.canaries} <= set(LANGUAGES)
        planted += [canary.word for canary in document.canaries]
    assert len(planted) == len(set(planted)) > 800


def test_columns_are_fields_of_the_language() -> None:
    from triage.search.query.values import TEXT_FIELDS

    assert set(COLUMNS.values()) <= set(TEXT_FIELDS)
