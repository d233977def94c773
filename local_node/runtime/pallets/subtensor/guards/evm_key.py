"""The guard of EVM keys: a registered neuron, within the rate limit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.identity.associate_evm_key import (
    ensure_association_rate_limit,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import uid_of

APPLIES_TO = frozenset({"associate_evm_key"})


def check(ctx: Context, who: bytes, _name: str, args: Mapping[str, Any]) -> None:
    uid = uid_of(ctx, args["netuid"], who)
    ensure_association_rate_limit(ctx, args["netuid"], uid)
