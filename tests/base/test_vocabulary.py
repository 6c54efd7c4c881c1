"""The vocabulary's laws: every word defined and sourced, every part with a whole, every role what the design says."""

import pytest

from unaccounted.base import vocabulary
from unaccounted.base.vocabulary import (
    DEFAULT_GRADES,
    EVIDENCE,
    FACTUALITIES,
    FATES,
    SOURCE_LETTERS,
    SOURCE_ROLES,
    STATEMENT_DIGITS,
    Role,
    Term,
    role_of,
)

ENTRIES = [name for name, fate in FATES.items() if fate.enters]
TERMS = {name: table for name, table in vars(vocabulary).items() if isinstance(table, dict) and Term in map(type, table.values())}

# The design's table of roles, for a cohort entered by setting out.
DESIGN = {
    Role.ENTRY: "set out, joined, born",
    Role.EXIT: "killed, died, detained, returned, deserted, escaped, surrendered, rescued, missing",
    Role.OF_WHICH: "died in custody, imprisoned, abducted, repatriated, deported, in camp, displaced",
    Role.STILL_THERE: "remaining",
    Role.REST: "unaccounted for",
    Role.BESIDE: "wounded, tried, released, dissented, destroyed",
}


@pytest.mark.parametrize("name", FATES)
def test_every_fate_is_defined_and_sourced(name: str) -> None:
    fate = FATES[name]
    assert fate.name == name == name.strip()
    assert fate.definition[0].isupper() and fate.definition.endswith(".")
    assert fate.source


def test_every_closed_list_is_defined_and_sourced() -> None:
    assert len(TERMS) >= 11
    for table in TERMS.values():
        for name, term in table.items():
            assert term.name == name
            assert term.definition.endswith(".") and term.source, name


@pytest.mark.parametrize(("role", "names"), DESIGN.items())
def test_the_roles_are_those_of_the_design(role: Role, names: str) -> None:
    assert [name for name in FATES if role_of(name, "set out") == role] == names.split(", ")


def test_the_entries_are_those_of_the_design() -> None:
    assert set(ENTRIES) == {"set out", "joined", "born", "abducted", "detained", "displaced"}


def test_every_part_has_a_whole_that_is_a_line_itself() -> None:
    for fate in FATES.values():
        assert (fate.whole is not None) == (fate.role is Role.OF_WHICH)
        if fate.whole is not None:
            assert FATES[fate.whole].role in (Role.EXIT, Role.STILL_THERE)


def test_only_exits_may_be_shown_as_left_otherwise() -> None:
    otherwise = [name for name, fate in FATES.items() if fate.otherwise]
    assert otherwise == ["deserted", "escaped", "surrendered", "rescued", "missing"]
    assert all(FATES[name].role is Role.EXIT for name in otherwise)


@pytest.mark.parametrize("entry", [*ENTRIES, None])
@pytest.mark.parametrize("name", FATES)
def test_a_fate_has_one_role_under_every_entry(name: str, entry: str | None) -> None:
    role = role_of(name, entry)
    if name == entry:
        assert role is Role.ENTRY
    elif name == "released":
        assert role is (Role.EXIT if entry in ("detained", "abducted") else Role.BESIDE)
    elif FATES[name].whole is not None and FATES[name].whole == entry:
        assert role is Role.BESIDE, "a part of the entry is neither an exit nor a part of one"
    else:
        assert role is FATES[name].role
    assert not (role is Role.OF_WHICH and FATES[name].whole == entry)


@pytest.mark.parametrize("entry", [None, "set out", "vanished"])
def test_a_word_that_is_no_fate_has_no_role(entry: str | None) -> None:
    with pytest.raises(KeyError):
        role_of("vanished", entry)


def test_every_source_role_has_a_grade_that_the_code_knows() -> None:
    assert set(DEFAULT_GRADES) == set(SOURCE_ROLES)
    for grade in DEFAULT_GRADES.values():
        letter, digit = grade
        assert letter in SOURCE_LETTERS and digit in STATEMENT_DIGITS
        assert digit != "1", "confirmed needs two independent origins: no default may say so"


def test_evidence_is_what_a_source_says_is_so() -> None:
    assert EVIDENCE == ("asserted", "reported", "alleged")
    assert set(EVIDENCE) < set(FACTUALITIES)
