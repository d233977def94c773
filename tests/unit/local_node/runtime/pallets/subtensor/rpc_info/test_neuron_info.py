from __future__ import annotations

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import HOTKEY, OWNER, ask


def test_neurons(ctx: Context) -> None:
    neuron = ask(ctx, "get_neuron")
    assert neuron["hotkey"] == HOTKEY
    assert neuron["stake"] == [(OWNER, 500)]
    assert neuron["weights"] == [(2, 65_535)]
    assert neuron["validator_permit"] is True
    assert neuron["emission"] == 36_000
    lite = ask(ctx, "get_neuron_lite")
    assert lite == {name: neuron[name] for name in lite}
    assert [n["uid"] for n in ask(ctx, "get_neurons_lite")] == [0, 1, 2]
    assert ask(ctx, "get_neuron", uid=3) is None
