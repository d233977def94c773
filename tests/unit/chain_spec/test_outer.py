"""The enums over all pallets."""

from __future__ import annotations

from chain_spec.declare import Call, Error, Event, Pallet
from chain_spec.outer import (
    call_type,
    error_type,
    event_type,
    outer_call,
    outer_error,
    outer_event,
)
from chain_spec.types import u16


class calls:
    first = Call(4, from_=u16)


class events:
    Done = Event(2, u16)


class errors:
    Wrong = Error(1, "It was wrong.")


FULL = Pallet(
    "Full", 7, crate="pallet_full::inner", calls=calls, events=events, errors=errors, instances=True
)
BARE = Pallet("Bare", 8, crate="pallet_bare")


def test_a_case_has_the_index_and_the_fields_of_its_item() -> None:
    (case,) = call_type(FULL).variants
    assert (case.index, case.name) == (4, "first")
    assert [(field.name, field.type) for field in case.fields] == [("from", u16)]
    (case,) = event_type(FULL).variants
    assert [(field.name, field.type) for field in case.fields] == [(None, u16)]
    (case,) = error_type(FULL).variants
    assert (case.name, case.docs) == ("Wrong", "It was wrong.")


def test_paths_and_parameters_are_those_of_the_crate() -> None:
    assert call_type(FULL).path == ("pallet_full", "inner", "pallet", "Call")
    assert [name for name, _ in call_type(FULL).params] == ["T", "I"]
    assert [name for name, _ in error_type(BARE).params] == ["T"]


def test_a_pallet_without_items_has_no_case() -> None:
    for outer in (outer_call, outer_event, outer_error):
        (case,) = outer([FULL, BARE]).variants
        assert (case.index, case.name) == (7, "Full")


def test_the_names_are_those_that_clients_look_for() -> None:
    names = [outer([FULL]).path[-1] for outer in (outer_call, outer_event, outer_error)]
    assert names == ["RuntimeCall", "RuntimeEvent", "RuntimeError"]
    (case,) = outer_event([FULL]).variants
    assert case.fields[0].type.label == "pallet_full::Event<Runtime>"


def test_events_that_mention_no_type_of_the_runtime_have_no_parameter() -> None:
    class own:
        Done = Event(0)

    plain = Pallet("Plain", 9, crate="pallet_plain", events=own, plain_events=True)
    assert event_type(plain).params == ()
    (case,) = outer_event([plain]).variants
    assert case.fields[0].type.label == "pallet_plain::Event"
