"""Names that a case never had are refused with the nearest that it has; types are called as the window calls them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.errors import QueryError
from triage.messages import render
from triage.model import tables
from triage.model.items import ORIGINS
from triage.model.tables import LANGUAGES
from triage.model.tags import Tag
from triage.parsers import PARSERS
from triage.search.query.values import HOLDINGS, STATES

FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("Heron", "one heron"),
    "omar reed/2.eml": mail("Egret", "one egret"),
    "omar reed/notes.txt": "herons and egrets",
    "omar reed/page.html": "<p>a page of herons</p>",
    "omar reed/table.csv": "a,b\n1,2\n",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("names"), FILES) as case:
        nos = case.search.run("heron").nos
        case.decisions.tag(nos, "hot", "Dana Levi", "command")
        case.decisions.tag(nos, "lukewarm", "Dana Levi", "command")
        case.decisions.undo("Dana Levi")
        case.team.batches.create("*", "First look", "Dana Levi")
        case.team.samples.draw("*", "check", "Dana Levi", 2, blind=False)
        yield case


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("heron custodian:dona", "heron custodian:dana"),
        ("custodian:(dona OR dana)", "custodian:(dana OR dana)"),
        ("NOT all-custodians:omar", 'NOT all-custodians:"omar reed"'),
        ('custodian:"omer reed"', 'custodian:"omar reed"'),
        ("tag:hut", "tag:hot"),
        ("tag:relevent", "tag:relevant"),
        ('reviewer:"Dana Levy"', 'reviewer:"Dana Levi"'),
        ('decided:"2020.. by Dana Levy"', 'decided:"2020.. by Dana Levi"'),
        ('batch:"First loop"', 'batch:"First look"'),
        ("sample:chek", "sample:check"),
        ("judged:chek", "judged:check"),
        ("type:exel", "type:excel"),
        ("type:emial", "type:eml"),
        ("type:docxx", "type:docx"),
        ("is:untaged", "is:untagged"),
        ("has:atachment", "has:attachment"),
        ("lang:germen", "lang:german"),
        ("origin:coment", "origin:comment"),
        ("problem:encripted", "problem:encrypted"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(case: Case, query: str, near: str) -> None:
    with pytest.raises(QueryError, match="isn't known: did you mean ") as caught:
        case.search.run(query)
    assert caught.value.mend == near
    case.search.run(near)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("is:untaged", "'untaged' isn't known: did you mean is:untagged, is:undated?"),
        ("custodian:omar", "'omar' isn't known: did you mean custodian:\"omar reed\"?"),
        ("custodian:zz*", "'zz*' isn't known: custodian: takes dana, omar reed."),
        ("sample:look*", "'look*' isn't known: sample: takes check."),
        ("lang:klingon", "'klingon' isn't known: lang: takes ar (Arabic), "),
        ("type:qqqqq", "'qqqqq' isn't known: type: takes csv, html, mail, text."),
    ],
)
def test_a_refusal_names_what_there_is(case: Case, query: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        case.search.run(query)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("query", "items"),
    [
        ("custodian:DANA", 1),
        ("custodian:o*", 4),
        ("tag:lukewarm", 0),
        ("tag:privileged*", 0),
        ("type:pptx", 0),
        ("type:application/pdf", 0),
        ("type:vsdx OR type:jpeg", 0),
        ("type:mail", 2),
        ("type:text", 1),
        ("type:Html", 1),
        ("type:csv", 1),
        ("type:txt", 1),
        ("type:word OR type:excel", 0),
        ("domain:nowhere.example", 0),
        ("path:*nowhere*", 0),
        ("note:nothing", 0),
        ('batch:"first look"', 5),
        ("judged:check", 0),
        ("decided:2020", 0),
    ],
)
def test_a_known_name_may_find_nothing(case: Case, query: str, items: int) -> None:
    assert case.search.run(query).total == items


def test_every_label_of_a_facet_is_a_name(case: Case) -> None:
    facets = {facet.name: facet for facet in case.reports.facets(case.search.run("*").nos)}
    assert {tables.short(value.value) for value in facets["type"].values} == {"mail", "text", "html", "csv"}
    for value in facets["type"].values:
        assert case.search.run(f"type:{tables.short(value.value)}").nos == case.search.run(value.query).nos
    for name in ("custodian", "tag", "language"):
        for value in facets[name].values:
            assert case.search.run(value.query).total == value.items


def test_a_documented_value_raises_nothing(case: Case) -> None:
    for query in (
        *(f"is:{state}" for state in STATES),
        *(f"has:{holding}" for holding in HOLDINGS),
        *(f"origin:{origin}" for origin in ORIGINS),
        *(f"lang:{code}" for code in LANGUAGES),
        *(f"type:{name}" for name in tables.GROUPS),
    ):
        case.search.run(query)


def test_every_type_that_is_read_is_known_by_its_name_and_its_endings() -> None:
    for form in PARSERS:
        assert {*map(str.lower, form.extensions), *map(tables.short, form.types)} <= tables.ALL, form.label


def test_a_type_belongs_to_its_groups() -> None:
    assert {"mail", "msg"} <= tables.names("application/vnd.ms-outlook")
    assert {"word", "doc"} <= tables.names("application/msword")
    assert {"word", "docm"} <= tables.names("application/vnd.ms-word.document.macroenabled.12")
    assert {"excel", "xlsb"} <= tables.names("application/vnd.ms-excel.sheet.binary.macroenabled.12")
    assert "excel" not in tables.names("application/vnd.ms-powerpoint")


def test_a_saved_search_opens_when_its_tag_is_offered_no_longer(case: Case) -> None:
    case.search.save("warm", "tag:lukewarm OR heron", "Dana Levi")
    case.decisions.set_palette((Tag("cold", "c", "Cold", "blue"),), "Dana Levi")
    assert case.search.run_saved("warm", "Dana Levi").total == 1
    assert case.search.run("tag:lukewarm OR tag:relevant").total == 0


def test_a_saved_search_whose_name_the_case_never_had_finds_nothing_by_it(case: Case) -> None:
    with pytest.raises(QueryError, match="custodian:dana"):
        case.search.save("typo", "custodian:dona OR egret", "Dana Levi")
    with case._opened.store.change("Dana Levi", "save search"):
        case._opened.store.db.execute(
            "INSERT INTO saved(name, version, query, author, time) VALUES('old', 1, 'custodian:dona OR egret', 'x', '')"
        )
    assert case.search.run_saved("old", "Dana Levi").total == 1


def test_a_term_list_goes_on_after_an_unknown_name(case: Case) -> None:
    rows = case.reports.terms(["custodian:dona", "heron"]).rows
    assert rows[0].error and "custodian:dana" in render(rows[0].error) and rows[0].tally is None
    assert rows[1].tally and rows[1].tally.documents == 1


@pytest.mark.parametrize("text", [" ", "\n", "\u200b", "\u00a0\u200e"])
def test_a_blank_query_is_refused(case: Case, text: str) -> None:
    for ask in (case.search.run, case.search.read, lambda text: case.reports.coverage("heron", within=text)):
        with pytest.raises(QueryError, match="blank"):
            ask(text)


def test_a_blank_query_is_not_saved(case: Case) -> None:
    with pytest.raises(QueryError, match="blank"):
        case.search.save("all", "", "Dana Levi")
