"""A hotkey's weight in consensus: its alpha and root stake, adjusted for children and parents.

Root stake counts with the chain's TAO weight. The parts given to children count for the children,
and those received from parents for the hotkey. Invariant: bits are ``I64F64``; every proportion is
truncated to ``U96F32`` first, in the order of the stored lists.
"""

from __future__ import annotations

from typing import NamedTuple

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I64F64, U96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_stake
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT

_U64_MAX = (1 << 64) - 1


class StakeWeight(NamedTuple):
    """The three stakes of a hotkey on a subnet as ``I64F64`` bits; properties return whole rao."""

    total_bits: int
    alpha_bits: int
    tao_bits: int

    @property
    def total(self) -> int:
        """Alpha and weighted root stake."""
        return I64F64.to_u64(self.total_bits)

    @property
    def alpha(self) -> int:
        """Alpha, with parents and without children."""
        return I64F64.to_u64(self.alpha_bits)

    @property
    def tao(self) -> int:
        """Unweighted root stake, with parents and without children."""
        return I64F64.to_u64(self.tao_bits)


def tao_weight(ctx: Context) -> int:
    """The weight of root stake (``U96F32``)."""
    return proportion(ctx.get(storage.TaoWeight))


def proportion(part: int) -> int:
    """A part normalised to 2^64 - 1, as ``U96F32``."""
    return U96F32.safe_div(U96F32.from_int(part), U96F32.from_int(_U64_MAX))


def stake_weight_of_hotkey(ctx: Context, hotkey: bytes, netuid: int) -> StakeWeight:
    """The stakes of one hotkey on one subnet."""
    return _weigh(ctx, hotkey, netuid, I64F64.from_fixed(tao_weight(ctx), U96F32))


def stake_weights_of_subnet(ctx: Context, netuid: int) -> list[StakeWeight]:
    """The stakes of all neurons, by uid."""
    weight = I64F64.from_fixed(tao_weight(ctx), U96F32)
    keys = dict(ctx.iter(storage.Keys, netuid))
    return [
        _weigh(ctx, keys[uid], netuid, weight) if uid in keys else StakeWeight(0, 0, 0)
        for uid in range(ctx.get(storage.SubnetworkN, netuid))
    ]


def inherited_alpha(ctx: Context, hotkey: bytes, netuid: int) -> int:
    """Alpha with the parts of children and parents; on root just the stake."""
    if netuid == ROOT:
        return hotkey_stake(ctx, hotkey, netuid)
    return _inherited(ctx, hotkey, netuid, netuid)


def inherited_tao(ctx: Context, hotkey: bytes, netuid: int) -> int:
    """Root stake with the parts of children and parents on the subnet."""
    return _inherited(ctx, hotkey, netuid, ROOT)


def _weigh(ctx: Context, hotkey: bytes, netuid: int, weight: int) -> StakeWeight:
    alpha = I64F64.from_int(inherited_alpha(ctx, hotkey, netuid))
    tao = I64F64.from_int(inherited_tao(ctx, hotkey, netuid))
    return StakeWeight(I64F64.add(alpha, I64F64.mul(tao, weight)), alpha, tao)


def _inherited(ctx: Context, hotkey: bytes, netuid: int, held_on: int) -> int:
    own = U96F32.from_int(hotkey_stake(ctx, hotkey, held_on))
    given = received = 0
    for part, _ in ctx.get(storage.ChildKeys, (hotkey, netuid)):
        given = U96F32.add(given, U96F32.mul(own, proportion(part)))
    for part, parent in ctx.get(storage.ParentKeys, (hotkey, netuid)):
        stake = U96F32.from_int(hotkey_stake(ctx, parent, held_on))
        received = U96F32.add(received, U96F32.mul(stake, proportion(part)))
    return U96F32.to_u64(U96F32.add(U96F32.sub(own, given), received))
