"""Stake that moves from one subnet to another: quotes, and the part that a price limit allows.

The chain sells the alpha for TAO and buys the other subnet's alpha with it, in one call and with
one fee: on the sale, or on the purchase if the stake comes from root.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, localcontext
from fractions import Fraction

from btsdk.integers import netuid_of
from btsdk.reads.pools import FEE_ONE, Pool, pool
from btsdk.reads.prices import price, quote_stake, quote_unstake
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import subtensor
from btsdk.units import RAO, Alpha, Tao

_ROOT = 0
_BASIS_POINTS = 10_000
UNLIMITED = (1 << 64) - 1


@dataclass(frozen=True)
class MoveQuote:
    """What a move of stake would give at this block.

    `amount` leaves the one subnet, `received` is staked on the other, and `tao` is the value
    between. One of the two fees is not zero, or none within a subnet. `price` is the alpha of the
    other subnet for one alpha, before the move.
    """

    amount: Alpha
    received: Alpha
    tao: Tao
    alpha_fee: Alpha
    tao_fee: Tao
    price: Alpha

    @property
    def impact(self) -> int:
        """The loss against `price` in basis points, fee included."""
        ideal = self.amount.rao * self.price.rao // RAO
        return max(0, (ideal - self.received.rao) * _BASIS_POINTS // ideal) if ideal else 0


def quote_move(at: BlockContext, amount: Alpha, netuid: int) -> Program[MoveQuote]:
    """The quote for moving, swapping or transferring `amount` to a subnet, or within its own."""
    netuid = netuid_of(netuid)
    if netuid == amount.netuid:
        worth = amount.at((yield from price(at, netuid)))
        nothing = Alpha.zero(netuid)
        return MoveQuote(amount, amount, worth, nothing, Tao.zero(), Alpha.from_rao(RAO, netuid))
    sale = yield from quote_unstake(at, amount)
    to = yield from price(at, netuid)
    ratio = sale.price.rao * RAO // to.rao if to else 0
    found = yield from pool(at, netuid)
    spent = sale.tao
    if amount.netuid != _ROOT and found is not None:
        # The chain drops the fee of this purchase, and its simulation of a purchase does not.
        spent = Tao.from_rao(spent.rao * FEE_ONE // (FEE_ONE - found.fee_rate))
    if not spent:
        received, tao_fee = Alpha.zero(netuid), Tao.zero()
    else:
        bought = yield from quote_stake(at, netuid, spent)
        received = bought.alpha
        tao_fee = bought.tao_fee if amount.netuid == _ROOT else Tao.zero()
    return MoveQuote(
        amount, received, sale.tao, sale.alpha_fee, tao_fee, Alpha.from_rao(ratio, netuid)
    )


def alpha_within(at: BlockContext, netuid: int, limit: Alpha) -> Program[Alpha]:
    """The alpha of subnet `netuid` that can move to the limit's subnet while one alpha gives at
    least `limit`, as the chain computes it (between two pools it is an estimate).

    It may differ from the chain's own fixed-point result by a few rao.
    """
    found = yield from storage_many(
        at, [(subtensor.SubnetMechanism, (one,)) for one in (netuid, limit.netuid)]
    )
    from_stable, to_stable = netuid == _ROOT or not found[0], limit.netuid == _ROOT or not found[1]
    origin = None if from_stable else (yield from pool(at, netuid))
    destination = None if to_stable else (yield from pool(at, limit.netuid))
    return Alpha.from_rao(_within(origin, destination, limit.rao, from_stable, to_stable), netuid)


def _within(
    origin: Pool | None, destination: Pool | None, limit: int, from_stable: bool, to_stable: bool
) -> int:
    if from_stable and to_stable:
        return UNLIMITED if limit <= RAO else 0
    if from_stable:
        inverse = Tao.from_rao(RAO * RAO // limit)
        return destination.tao_within(inverse).rao if destination and inverse else 0
    if to_stable:
        return origin.alpha_within(Tao.from_rao(limit)).rao if origin else 0
    return _between(origin, destination, limit) if origin and destination else 0


def _between(origin: Pool, destination: Pool, limit: int) -> int:
    """The chain's estimate, from two pools of constant product."""
    with localcontext(Context(prec=60)):
        ratio = Fraction(origin.exact_price()) / Fraction(destination.exact_price())
    wanted = Fraction(limit, RAO)
    if wanted > ratio:
        return 0
    both = origin.tao.rao + destination.tao.rao
    gained = Fraction(destination.alpha.rao * origin.tao.rao, both) / wanted
    return max(0, int(gained - Fraction(origin.alpha.rao * destination.tao.rao, both)))
