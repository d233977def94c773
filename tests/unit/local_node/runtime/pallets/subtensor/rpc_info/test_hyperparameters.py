from __future__ import annotations

from chain_spec.hyperparameters import HYPERPARAMETERS_V3
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import ask


def test_hyperparameters_agree_in_all_forms(ctx: Context) -> None:
    first, second = ask(ctx, "get_subnet_hyperparams"), ask(ctx, "get_subnet_hyperparams_v2")
    third = {
        entry["name"].decode(): entry["value"] for entry in ask(ctx, "get_subnet_hyperparams_v3")
    }
    assert {name: second[name] for name in first} == first
    assert [(name, case) for name, (case, _) in third.items()] == list(HYPERPARAMETERS_V3)
    for name, (_, value) in third.items():
        assert second.get(name, value) == value
    # 13.889 tempos of the 10 blocks that a fast build begins with.
    assert first["activity_cutoff"] == 13_889 * ctx.get(storage.Tempo, 2) // 1_000
    assert second["yuma_version"] == 3
