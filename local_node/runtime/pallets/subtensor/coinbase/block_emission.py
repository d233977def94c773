"""The emission of a block: one TAO, halved whenever the issuance passes half of the remainder.

The same curve applies to each subnet's alpha, by that subnet's issuance. Invariant: computed with
the chain's fixed-point arithmetic, so that a halving occurs in the same block.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.arithmetic.transcendental import log2
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.tao import mint_tao

TOTAL_SUPPLY = 21_000_000 * 10**9
"""The maximum supply of TAO, and of alpha on each subnet, in rao."""
INITIAL_EMISSION = 10**9
"""Emission of a block before the first halving, in rao."""


def issue_block_emission(ctx: Context) -> int:
    """Open a credit with the TAO of this block; see `tao.mint_tao`."""
    emission = calculate_block_emission(ctx)
    return mint_tao(ctx, emission) if emission else 0


def calculate_block_emission(ctx: Context) -> int:
    """The TAO that a block emits at the current issuance, in rao."""
    return note_emission_for_issuance(ctx, ctx.get(storage.TotalIssuance))


def note_emission_for_issuance(ctx: Context, issuance: int) -> int:
    """`emission_for_issuance`; like the chain, it stores its last result in `BlockEmission`."""
    emission = emission_for_issuance(issuance)
    below_supply = I96F32.from_int(issuance) < I96F32.from_int(TOTAL_SUPPLY)
    if below_supply and ctx.get(storage.BlockEmission) != emission:
        ctx.set(storage.BlockEmission, emission)
    return emission


def emission_for_issuance(issuance: int) -> int:
    """The emission of a block at an issuance of ``issuance`` rao."""
    issued, supply = I96F32.from_int(issuance), I96F32.from_int(TOTAL_SUPPLY)
    if issued >= supply:
        return 0
    left = I96F32.sub(I96F32.one, I96F32.div(issued, supply))
    halvings = log2(I96F32, I96F32.div(I96F32.one, left)) or 0
    divisor = I96F32.clamp(I96F32.one << I96F32.to_int(halvings))
    share = I96F32.safe_div(I96F32.one, divisor)
    return I96F32.to_u64(I96F32.mul(share, I96F32.from_int(INITIAL_EMISSION)))
