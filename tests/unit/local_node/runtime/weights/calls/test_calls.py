"""The weight tables against the referee data, call by call."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from local_node.runtime.frame.weight import READ, WRITE, Weight
from local_node.runtime.weights.calls import COSTS
from local_node.runtime.weights.cost import Choice, Cost, EncodedLength, Length, Number
from local_node.runtime.weights.extensions import IMMORTAL, MORTAL
from local_node.runtime.weights.guards import guards_weight

BY_GAS = ("Ethereum", "EVM", "Contracts")
ADDED_BY_FEATURES = {
    "SubtensorModule": {"faucet", "pow_register", "vote"},
    **{
        pallet: set(COSTS[pallet])
        for pallet in ("Triumvirate", "TriumvirateMembers", "SenateMembers")
    },
}
SAMPLE = 7


@pytest.fixture(scope="module")
def table(shared_data: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((shared_data / "weights-425.json").read_text())
    return data


def entries(table: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        tuple(name.split(".")): entry  # type: ignore[misc]
        for name, entry in table["calls"].items()
        if name.split(".")[0] not in BY_GAS
    }


def arguments(cost: Cost) -> dict[str, Any]:
    """Arguments that measure `SAMPLE` wherever the cost looks."""
    found: dict[str, Any] = {}
    for measure, _ in cost.per:
        if isinstance(measure, Length):
            found[measure.argument] = [None] * SAMPLE
        elif isinstance(measure, Number):
            found[measure.argument] = SAMPLE - measure.plus
        else:
            assert isinstance(measure, EncodedLength)
            found[measure.argument] = ("Sudo", "remove_key")
    return found


def expected(weight: dict[str, Any]) -> Weight:
    """By the parts that the data gives, with each variable part `SAMPLE` times."""
    time, proof = weight["base"]
    time += weight["reads"] * READ + weight["writes"] * WRITE
    for part_time, part_proof, reads, writes in weight.get("per", {}).values():
        time += SAMPLE * (part_time + reads * READ + writes * WRITE)
        proof += SAMPLE * part_proof
    return Weight(time, proof)


def test_the_tables_name_the_same_calls(table: dict[str, Any]):
    ours = {
        (pallet, call)
        for pallet, costs in COSTS.items()
        for call in costs
        if call not in ADDED_BY_FEATURES.get(pallet, ())
    }
    assert ours == set(entries(table))


def test_weights_are_those_of_the_data(table: dict[str, Any]):
    for (pallet, call), entry in entries(table).items():
        cost = COSTS[pallet][call]
        if isinstance(cost, Choice):
            then, other = cost.chosen({cost.argument: True}), cost.chosen({cost.argument: False})
            assert then.own({}, len) == expected(entry["weight"][f"if {cost.argument}"])
            assert other.own({}, len) == expected(entry["weight"]["else"])
            continue
        own = cost.own(arguments(cost), lambda _: SAMPLE)
        assert own == expected(entry["weight"]), (pallet, call)


def test_classes_and_payers_are_those_of_the_data(table: dict[str, Any]):
    kinds = {"as the inner call": "Inner"}
    pays = {
        "as the inner call": "Inner",
        "No if every inner call says No (also when empty), else Yes": "AnyInner",
    }
    for (pallet, call), entry in entries(table).items():
        cost = COSTS[pallet][call]
        if isinstance(cost, Cost):
            assert cost.kind == kinds.get(entry["class"], entry["class"]), (pallet, call)
            assert cost.pays == pays.get(entry["pays"], entry["pays"]), (pallet, call)


def test_guards_are_those_of_the_data(table: dict[str, Any]):
    for (pallet, call), entry in entries(table).items():
        assert guards_weight(pallet, call).ref_time == entry["guards"], (pallet, call)


def test_extensions_weigh_what_the_data_says(table: dict[str, Any]):
    fixed = table["extensions"]["fixed_ref_time"]
    assert (MORTAL.ref_time, IMMORTAL.ref_time) == (fixed["mortal"], fixed["immortal"])
