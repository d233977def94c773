"""Root stakers to whom dividends are owed."""

from __future__ import annotations

from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import (
    accrue_root_dividends,
    owed,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    TAO,
    by,
    started_chain,
)

DIVIDEND = 400_000_000


def owing_chain() -> Context:
    """Two root stakers, three to one, and 0.4 alpha of dividends; the alpha is outstanding."""
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, 3 * TAO)
    add_stake(ctx, by(OTHER), HOTKEY, ROOT, TAO)
    accrue_root_dividends(ctx, HOTKEY, NETUID, DIVIDEND)
    return ctx


def due(ctx: Context, coldkey: bytes) -> int:
    return I96F32.to_u64(owed(ctx, HOTKEY, coldkey, NETUID))
