from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import refused, subnet
from tests.unit.local_node.runtime.pallets.subtensor.guards.checking import check


def test_rate_limits_speak_only_of_registered_hotkeys(ctx: Context) -> None:
    hotkey = subnet(ctx)[1]
    ctx.put(storage.WeightsSetRateLimit, 1, 100)
    ctx.put(storage.LastUpdate, 1, [0, 1])
    commit = {"netuid": 1, "commit_hash": bytes(32)}
    check(ctx, "commit_weights", **commit)
    with refused(errors.CommittingWeightsTooFast):
        check(ctx, "commit_weights", who=hotkey, **commit)
    # Under commit and reveal setting is refused by the call itself, with an error of its own.
    row = {"netuid": 1, "dests": [0], "weights": [1], "version_key": 0}
    check(ctx, "set_weights", who=hotkey, **row)
    ctx.put(storage.CommitRevealWeightsEnabled, 1, False)
    with refused(errors.SettingWeightsTooFast):
        check(ctx, "set_weights", who=hotkey, **row)
