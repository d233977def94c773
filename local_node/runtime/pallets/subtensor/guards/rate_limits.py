"""The guard of rate limits: weights set or committed, and subnets created."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.subtensor.rate_limits import REGISTER_NETWORK
from local_node.runtime.pallets.subtensor.subnets.mechanism import MAIN
from local_node.runtime.pallets.subtensor.subnets.weights.rows import passes_rate_limit

_COMMITS = frozenset({"commit_weights", "commit_mechanism_weights"})
_SETS = frozenset({"set_weights", "set_mechanism_weights"})
APPLIES_TO = _COMMITS | _SETS | {"register_network"}


def check(ctx: Context, who: bytes, name: str, args: Mapping[str, Any]) -> None:
    if name == "register_network":
        ensure(REGISTER_NETWORK.passes(ctx, who), errors.NetworkTxRateLimitExceeded)
        return
    netuid = args["netuid"]
    # Under commit and reveal `set_weights` is refused anyway, with another error.
    if name in _SETS and ctx.get(storage.CommitRevealWeightsEnabled, netuid):
        return
    uid = ctx.get(storage.Uids, (netuid, who))
    if uid is not None:
        error = (
            errors.CommittingWeightsTooFast if name in _COMMITS else errors.SettingWeightsTooFast
        )
        ensure(passes_rate_limit(ctx, netuid, args.get("mecid", MAIN), uid), error)
