"""Entries of a weight table."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame.weight import READ, WRITE, Weight
from local_node.runtime.weights.cost import Choice, Cost, EncodedLength, Length, Number, Weights


def encoded(call: Any) -> int:
    return len(call)


def test_a_cost_is_a_base_and_its_accesses() -> None:
    cost = Cost(100, proof_size=7, reads=2, writes=1)
    assert cost.own({}, encoded) == Weight(100 + 2 * READ + WRITE, 7)
    assert cost.chosen({}) is cost
    assert (cost.kind, cost.pays) == ("Normal", "Yes")


def test_terms_are_counted_by_what_they_measure() -> None:
    cost = Cost(
        100,
        per=(
            (Length("keys"), Weights(10, reads=1)),
            (Number("count", plus=1), Weights(1, proof_size=3)),
            (EncodedLength("call"), Weights(1_000)),
        ),
    )
    args = {"keys": [b"a", b"b"], "count": 4, "call": "call!"}
    assert cost.own(args, encoded) == Weight(100 + 2 * (10 + READ) + 5 + 5_000, 15)
    assert cost.own({"keys": [], "count": 0, "call": ""}, encoded) == Weight(101, 3)


def test_a_boolean_chooses() -> None:
    then, otherwise = Cost(1), Cost(2)
    choice = Choice(argument="keep", then=then, otherwise=otherwise)
    assert choice.chosen({"keep": True}) is then
    assert choice.chosen({"keep": False}) is otherwise


def test_what_is_too_much_saturates() -> None:
    cost = Cost(0, per=((Number("length"), Weights(2**40, proof_size=1)),))
    assert cost.own({"length": 2**32}, encoded) == Weight(2**64 - 1, 2**32)
