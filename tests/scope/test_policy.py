"""Tests of triage.scope.policy: default deny, deny wins, and what scope.toml says comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.errors import ScopeError
from triage.scope.policy import Allow, Deny, Policy, check, check_roots, dump, load, parse


def policy(*globs: str) -> Policy:
    return Policy("p", "a", (Allow("mail", "/data", "Dana"),), tuple(Deny(f"d{i}", g) for i, g in enumerate(globs)))


@pytest.mark.parametrize(
    ("glob", "path", "denied"),
    [
        ("customer-data/**", "customer-data", True),
        ("customer-data/**", "customer-data/a/b.txt", True),
        ("customer-data/", "x/customer-data/b.txt", True),
        ("customer-data", "customer-data-2/b.txt", False),
        ("CUSTOMER-data", "x/Customer-Data/b", True),
        ("*.sql", "deep/down/dump.SQL", True),
        ("*.sql", "dump.sql.txt", False),
        ("a/*/c", "a/b/c/d", True),
        ("a/*/c", "x/a/b/c", False),
        ("a/**/c", "a/c", True),
        ("a/**/c", "a/1/2/c", True),
        ("caf\u00e9", "cafe\u0301/menu.txt", True),
        ("/data/private", "private/x", True),
        ("/other/private", "private/x", False),
        ("we?rd[x]", "we.rd[x]", True),
    ],
)
def test_deny_globs(glob: str, path: str, denied: bool) -> None:
    p = policy(glob)
    assert p.decide(p.allow[0], path).allowed is not denied


def test_custodian_by_folder() -> None:
    by_folder = Allow("mail", "/data/mail", "{1}")
    assert by_folder.custodian_of("levi-d/inbox/1") == "levi-d"
    assert by_folder.custodian_of("stray.eml") == "mail"
    assert Allow("x", "/data", "Dana").custodian_of("a/b") == "Dana"


def test_outside_names_the_rule_that_would_be_needed() -> None:
    with pytest.raises(ScopeError, match=r"\[\[allow\]\] whose path is /other"):
        policy().covering(Path("/other/file.txt"))
    with pytest.raises(ScopeError, match="denied by the rule 'd0'"):
        policy("secret").covering(Path("/data/secret/x"))
    with pytest.raises(ScopeError):
        policy().covering(Path("/data2"))


def test_innermost_root_wins() -> None:
    two = Policy("p", "a", (Allow("all", "/data", "X"), Allow("dana", "/data/dana", "Dana")))
    assert two.covering(Path("/data/dana/inbox"))[0].id == "dana"


text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)


@given(text, text, text, text)
def test_dump_reads_back(purpose: str, who: str, name: str, glob: str) -> None:
    written = Policy(purpose, who, (Allow("a", "/d", name or "x", purpose),), (Deny("d", "x" + glob, who),))
    assert parse(dump(written), Path("scope.toml")) == written


WHOLE = 'purpose="p"\napproved_by="a"\n[[allow]]\nid="x"\npath="/a"\ncustodian="c"\n'


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("", "purpose"),
        ('purpose="p"\napproved_by="a"', "allows nothing"),
        ('purpose="p"\napproved_by="a"\n[[allow]]\npath="rel"\ncustodian="x"', "absolute"),
        ('purpose="p"\napproved_by="a"\n[[allow]]\npath="/a/../b"\ncustodian="x"', "absolute"),
        ('purpose="p"\napproved_by="a"\n[[allow]]\npath="/a"', "custodian"),
        (
            'purpose="p"\napproved_by="a"\n[[allow]]\nid="x"\npath="/a"\ncustodian="c"\n[[deny]]\nid="x"\nglob="y"',
            "'x'",
        ),
        ("purpose = [", "can't be read"),
        ('purpose="p"\napproved_by="a"\nallow="x"', r"\[\[allow\]\]"),
        (f'{WHOLE}[[denny]]\nglob="x"', "scope.toml' has the key 'denny'.* nearest is 'deny'"),
        (f'{WHOLE}[[deny]]\nglobs="x"\nglob="y"', "deny-1' has the key 'globs'.* nearest is 'glob'"),
        (f'{WHOLE}pupose="x"', "'x' has the key 'pupose'"),
        (f'approved="x"\n{WHOLE}', "key 'approved'.* nearest is 'approved_by'"),
        (f'{WHOLE}[[deny]]\nid=7\nglob="y"', "'deny-1' needs id"),
        (f'{WHOLE}[[deny]]\nid="a:b"\nglob="y"', "'a:b' can't be the id"),
    ],
)
def test_bad_scope_is_refused_with_its_reason(tmp_path: Path, toml: str, message: str) -> None:
    path = tmp_path / "scope.toml"
    path.write_text(toml)
    with pytest.raises(ScopeError, match=message):
        load(path)


def test_empty_glob_is_refused() -> None:
    with pytest.raises(ScopeError, match="empty"):
        check(policy(""))


@pytest.mark.parametrize(
    ("glob", "why"),
    [
        ("../secret", "'..'"),
        ("a/./b", "'..'"),
        ("a//b", "nothing at all"),
        ("//data/x", "nothing at all"),
        ("secret ", "begins or ends with a blank"),
        ("hr /x", "begins or ends with a blank"),
        ("customer\\data", "backslash"),
        ("/other/private", "no \\[\\[allow"),
        ("/data2", "no \\[\\[allow"),
        ("/dat", "no \\[\\[allow"),
        ("/*/x/**", None),
        ("/data", None),
        ("/DATA/private/", None),
        ("/**/private", None),
        ("/da*/x", None),
        ("/*/a/*", None),
        ("**", None),
        ("a/**/b", None),
    ],
)
def test_a_glob_that_can_match_nothing_is_refused(glob: str, why: str | None) -> None:
    if why is None:
        check(policy(glob))
        return
    with pytest.raises(ScopeError, match=f"'d0'.*can't match anything.*{why}"):
        check(policy(glob))


globs = st.lists(st.sampled_from(["a", "b", "*", "?", "**", "a*"]), min_size=1, max_size=4).map("/".join)
paths = st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=4).map("/".join)


@given(globs, paths, paths)
def test_a_glob_that_matches_something_raises_nothing(glob: str, root: str, below: str) -> None:
    scope = Policy("p", "a", (Allow("mail", f"/{root}", "Dana"),), (Deny("d", f"/{glob}"),))
    if glob.strip("/*") and not scope.decide(scope.allow[0], below).allowed:
        check(scope)


@pytest.mark.parametrize(
    ("glob", "path", "denied"),
    [
        ("dana/private", "private/x", True),  # counted from the root above
        ("private/inner", "private/inner/x", True),  # counted from its own
        ("team/dana/private", "private/x", False),
        ("/data/dana/private", "private/x", True),
        ("private", "a/private/x", True),
    ],
)
def test_a_root_in_another_is_held_to_the_rules_of_both(glob: str, path: str, denied: bool) -> None:
    roots = (Allow("all", "/data", "X"), Allow("dana", "/data/dana", "Dana"))
    two = Policy("p", "a", roots, (Deny("d", glob),))
    check_roots(two)
    assert two.decide(roots[1], path).allowed is not denied
    assert two.judge(f"/data/dana/{path}").allowed is not denied


@pytest.mark.parametrize("glob", ["dana", "hr/**", "hr/dana", "/data/hr", "*r", "**/dana"])
def test_a_root_in_a_denied_folder_is_refused(glob: str) -> None:
    roots = (Allow("all", "/data", "X"), Allow("dana", "/data/hr/dana", "Dana"))
    two = Policy("p", "a", roots, (Deny("d", glob),))
    with pytest.raises(ScopeError, match="'dana' lies in what the rule 'd' denies"):
        check_roots(two)
    assert not two.decide(roots[1], "x").allowed


def test_a_root_that_is_the_whole_file_system() -> None:
    top = Policy("p", "a", (Allow("top", "/", "X"), Allow("mail", "/srv/mail", "M")), (Deny("d", "/srv/mail/x"),))
    check(top)
    assert not top.judge("/srv/mail/x/y").allowed
    assert not top.decide(top.allow[0], "srv/mail/x").allowed
    assert top.covering(Path("/etc/hosts")) == (top.allow[0], "etc/hosts")


def test_a_root_may_allow_hard_links(tmp_path: Path) -> None:
    path = tmp_path / "scope.toml"
    roots = (Allow("a", "/a", "X", allow_hard_links=True), Allow("b", "/b", "Y"))
    path.write_text(dump(Policy("p", "a", roots)))
    assert path.read_text().count("allow-hard-links = true") == path.read_text().count("hard-links") == 1
    assert load(path).allow == roots
    path.write_text(path.read_text().replace("= true", '= "yes"'))
    with pytest.raises(ScopeError, match=r"write allow-hard-links = true or allow-hard-links = false in 'a'"):
        load(path)
