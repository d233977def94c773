"""The weights of the two member pallets grow with their members."""

from __future__ import annotations

from local_node.runtime.frame.weight import READ, WRITE, Weight
from local_node.runtime.weights.calls import COSTS
from local_node.runtime.weights.calls.membership import SENATE, TRIUMVIRATE
from local_node.runtime.weights.cost import Cost


def own(cost: object) -> Weight:
    assert isinstance(cost, Cost)
    return cost.own({}, len)


def test_three_members_and_twelve() -> None:
    three, twelve = own(TRIUMVIRATE["add_member"]), own(SENATE["add_member"])
    assert three == Weight(18_344_571 + 3 * 50_842 + 2 * READ + 3 * WRITE, 4_687 + 3 * 64)
    assert twelve.ref_time - three.ref_time == 9 * 50_842
    assert twelve.proof_size - three.proof_size == 9 * 64
    assert own(TRIUMVIRATE["clear_prime"]) == own(SENATE["clear_prime"])


def test_both_pallets_have_the_same_calls() -> None:
    assert COSTS["TriumvirateMembers"] is TRIUMVIRATE
    assert COSTS["SenateMembers"] is SENATE
    assert set(TRIUMVIRATE) == set(SENATE)
