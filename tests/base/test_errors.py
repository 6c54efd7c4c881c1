"""Errors: what, where and the remedy in every message; a child for each thing to do; whole after a trip to another process."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base import errors
from unaccounted.base.errors import FlatClaimsError, UnaccountedError

CHILDREN = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, UnaccountedError)]
PLAIN = [kind for kind in CHILDREN if kind is not FlatClaimsError]
WORDS = st.text(min_size=1, max_size=20)


@given(st.sampled_from(PLAIN), WORDS, st.one_of(st.none(), WORDS), st.one_of(st.none(), WORDS))
def test_the_message_holds_what_where_and_remedy_in_this_order(
    kind: type[UnaccountedError], what: str, where: str | None, remedy: str | None
) -> None:
    error = kind(what, where, remedy)
    assert str(error) == error.message
    assert error.message == what + (f" ({where})" if where else "") + "." + (f" {remedy}." if remedy else "")


@given(st.sampled_from(PLAIN), WORDS, st.one_of(st.none(), WORDS), st.one_of(st.none(), WORDS))
def test_an_error_is_the_same_after_pickling(kind: type[UnaccountedError], what: str, where: str | None, remedy: str | None) -> None:
    error = kind(what, where, remedy)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is kind
        assert (twin.what, twin.where, twin.remedy, twin.message) == (what, where, remedy, error.message)


@pytest.mark.parametrize("kind", CHILDREN)
def test_every_error_says_what_a_caller_can_do_and_how_to_leave(kind: type[UnaccountedError]) -> None:
    assert kind.__doc__ and "." in kind.__doc__
    assert kind.exit_code in (1, 2, 3)


def test_the_exit_codes_are_those_of_the_design() -> None:
    codes = {kind.__name__: kind.exit_code for kind in PLAIN}
    assert codes == {
        "UnaccountedError": 1,
        "UsageError": 1,
        "ReadingError": 2,
        "GroundingError": 3,
        "ProjectError": 1,
        "TableError": 3,
    }


@pytest.mark.parametrize("count", [1, 2, 50, 51, 200])
def test_faulty_figures_name_each_fault_up_to_fifty(count: int) -> None:
    faults = [f"row {row}, column low: 'many' is not a number" for row in range(2, 2 + count)]
    error = FlatClaimsError("figures.csv", faults)
    assert error.message.startswith(f"{count} value{'s' if count > 1 else ''} cannot be used (figures.csv).")
    assert sum(line.strip() in faults for line in error.message.splitlines()) >= min(count, 50) - 1
    assert ("more" in error.message) == (count > 50)
    twin = pickle.loads(pickle.dumps(error))
    assert (twin.faults, twin.message, twin.exit_code) == (tuple(faults), error.message, 1)
