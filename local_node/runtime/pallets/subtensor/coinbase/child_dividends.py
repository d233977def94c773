"""The split of dividends between a child hotkey and its parents, by their parts of its stake.

A child takes a part of the shares of parents with another owner, and the chain may burn a part of
those shares. Invariant: shares are truncated to whole rao one by one, in the storage order of the
parents.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.alpha import recycle_subnet_alpha
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of
from local_node.runtime.pallets.subtensor.staking.children.relations import childkey_take
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_stake
from local_node.runtime.pallets.subtensor.staking.stake_weight import proportion, tao_weight
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT

_U16_MAX = (1 << 16) - 1


def split_dividends(
    ctx: Context, hotkey: bytes, netuid: int, dividends: int
) -> list[tuple[bytes, int]]:
    """A hotkey's dividends by receiver, in rao of alpha: its parents, then itself."""
    total = U96F32.from_int(_self_contribution(ctx, hotkey, netuid))
    contributions = []
    for part, parent in ctx.get(storage.ParentKeys, (hotkey, netuid)):
        contribution = _contribution(ctx, parent, netuid, proportion(part))
        total = U96F32.add(total, contribution)
        contributions.append((parent, contribution))
    emission = remaining = U96F32.from_int(dividends)
    kept = 0
    shares = []
    for parent, contribution in contributions:
        factor = U96F32.safe_div(contribution, total)
        share = U96F32.mul(emission, factor)
        remaining = U96F32.sub(remaining, share)
        share, take = _after_takes(ctx, hotkey, parent, netuid, share)
        kept = U96F32.add(kept, take)
        shares.append((parent, U96F32.to_u64(share)))
    shares.append((hotkey, U96F32.to_u64(U96F32.add(remaining, kept))))
    return shares


def _after_takes(
    ctx: Context, child: bytes, parent: bytes, netuid: int, share: int
) -> tuple[int, int]:
    """The parent's share after burning and take, and the child's take."""
    if owner_of(ctx, parent) == owner_of(ctx, child):
        return share, 0
    burned = U96F32.mul(proportion(ctx.get(storage.CKBurn)), share)
    rate = U96F32.from_int(childkey_take(ctx, child, netuid))
    take = U96F32.mul(U96F32.safe_div(rate, U96F32.from_int(_U16_MAX)), share)
    recycle_subnet_alpha(ctx, netuid, U96F32.to_u64(burned))
    return U96F32.sub(U96F32.sub(share, burned), take), take


def _self_contribution(ctx: Context, hotkey: bytes, netuid: int) -> int:
    """The hotkey's own stake without the part of its children, in whole rao."""
    left = U96F32.one
    for part, _ in ctx.get(storage.ChildKeys, (hotkey, netuid)):
        left = U96F32.sub(left, proportion(part))
    return U96F32.to_u64(_contribution(ctx, hotkey, netuid, left))


def _contribution(ctx: Context, hotkey: bytes, netuid: int, part: int) -> int:
    """A part (``U96F32``) of a hotkey's alpha and weighted root stake."""
    alpha = U96F32.mul(U96F32.from_int(hotkey_stake(ctx, hotkey, netuid)), part)
    root = U96F32.mul(U96F32.from_int(hotkey_stake(ctx, hotkey, ROOT)), part)
    return U96F32.add(alpha, U96F32.mul(root, tao_weight(ctx)))
