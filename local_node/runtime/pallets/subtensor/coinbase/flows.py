"""The TAO that entered and left a subnet since the last update, for the flow-based shares.

A user's flow comes from staking and unstaking, the protocol's from emission and from selling root
dividends. Both are signed rao and saturate at 64 bits.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context

_I64_MIN, _I64_MAX = -(1 << 63), (1 << 63) - 1


def record_tao_inflow(ctx: Context, netuid: int, tao: int) -> None:
    """Record a staker's TAO entering the subnet."""
    _change(ctx, storage.SubnetTaoFlow, netuid, tao)


def record_tao_outflow(ctx: Context, netuid: int, tao: int) -> None:
    """Record TAO leaving to a staker."""
    _change(ctx, storage.SubnetTaoFlow, netuid, -tao)


def record_protocol_inflow(ctx: Context, netuid: int, tao: int) -> None:
    """Record the protocol's TAO entering the subnet."""
    _change(ctx, storage.SubnetProtocolFlow, netuid, tao)


def record_protocol_outflow(ctx: Context, netuid: int, tao: int) -> None:
    """Record TAO leaving to the protocol."""
    _change(ctx, storage.SubnetProtocolFlow, netuid, -tao)


def _change(ctx: Context, item: Any, netuid: int, tao: int) -> None:
    ctx.mutate(item, netuid, lambda flow: max(_I64_MIN, min(flow + tao, _I64_MAX)))
