"""`SubnetState`: a subnet's neurons as columns."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.rpc_info.subnet_state import neuron_columns
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_index
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import HOTKEY, OWNER, ask


def test_every_column_has_a_value_for_each_neuron(ctx: Context) -> None:
    found = ask(ctx, "get_subnet_state")
    assert found["netuid"] == 2
    assert (found["hotkeys"][0], found["coldkeys"][0]) == (HOTKEY, OWNER)
    assert found["validator_permit"] == [True, False, False]
    assert found["emission"] == [36_000, 0, 0]
    assert found["alpha_stake"][0] == 500
    assert found["total_stake"][0] >= found["alpha_stake"][0]
    for name in ("hotkeys", "coldkeys", "block_at_registration", "total_stake", "tao_stake"):
        assert len(found[name]) == 3, name
    assert found["rank"] == found["trust"] == found["pruning_score"] == []


def test_the_history_has_a_row_for_each_subnet(ctx: Context) -> None:
    ctx.put(storage.LastHotkeyEmissionOnNetuid, (HOTKEY, 1), 9)
    assert ask(ctx, "get_subnet_state")["emission_history"] == [[0, 0, 0], [9, 0, 0], [0, 0, 0]]


def test_incentives_are_those_of_the_mechanism(ctx: Context) -> None:
    ctx.put(storage.Incentive, storage_index(2, 0), [1, 2, 3])
    ctx.put(storage.Incentive, storage_index(2, 1), [4, 5, 6])
    assert neuron_columns(ctx, 2)["incentives"] == [1, 2, 3]
    assert neuron_columns(ctx, 2, 1)["incentives"] == [4, 5, 6]
