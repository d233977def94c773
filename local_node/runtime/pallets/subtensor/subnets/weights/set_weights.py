"""`set_weights`, `set_mechanism_weights`, `batch_set_weights`: set plain weights.

Only while commit and reveal is off; signed by the hotkey.
"""

from __future__ import annotations

from collections.abc import Sequence

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.mechanism import MAIN
from local_node.runtime.pallets.subtensor.subnets.weights.batch import run_batch
from local_node.runtime.pallets.subtensor.subnets.weights.rows import set_weights_of


def set_weights(
    ctx: Context,
    origin: Origin,
    netuid: int,
    dests: Sequence[int],
    weights: Sequence[int],
    version_key: int,
) -> None:
    """Weights for the subnet's first mechanism."""
    set_mechanism_weights(ctx, origin, netuid, MAIN, dests, weights, version_key)


def set_mechanism_weights(
    ctx: Context,
    origin: Origin,
    netuid: int,
    mecid: int,
    dests: Sequence[int],
    weights: Sequence[int],
    version_key: int,
) -> None:
    ensure(not ctx.get(storage.CommitRevealWeightsEnabled, netuid), errors.CommitRevealEnabled)
    hotkey = ensure_signed(origin)
    set_weights_of(ctx, hotkey, netuid, mecid, dests, weights, version_key)


def batch_set_weights(
    ctx: Context,
    origin: Origin,
    netuids: Sequence[int],
    weights: Sequence[Sequence[tuple[int, int]]],
    version_keys: Sequence[int],
) -> None:
    """Weights on several subnets, as `(uid, weight)`; a failure does not stop the others."""
    hotkey = ensure_signed(origin)
    ensure(len(netuids) == len(weights) == len(version_keys), errors.InputLengthsUnequal)

    def set_on(position: int) -> None:
        row = weights[position]
        set_weights(
            ctx,
            origin,
            netuids[position],
            [uid for uid, _ in row],
            [value for _, value in row],
            version_keys[position],
        )

    run_batch(ctx, hotkey, netuids, set_on)
