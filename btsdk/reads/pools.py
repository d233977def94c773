"""The pool of a subnet, and the part of a trade that a price limit allows.

A pool holds x alpha and y TAO with weights w1 + w2 = 1. The price is `(w1 * y) / (w2 * x)`, and a
trade moves the pool along `x^w1 * y^w2 = const`. The chain's runtime API only simulates trades
without a limit, so the amount that a limit allows is computed here, from reserves, weights and fee
rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from btsdk.errors import IncompatibleItem
from btsdk.integers import netuid_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import subtensor, swap
from btsdk.units import RAO, Alpha, Tao

_WEIGHT_ONE = 10**18
FEE_ONE = (1 << 16) - 1
_DYNAMIC = 1
_MAX_INPUT = 1_000
"""The chain refuses an order above this multiple of the reserve."""
_DIGITS = 60


@dataclass(frozen=True)
class Pool:
    """The reserves of a subnet's pool. `tao_weight` is in parts of 10^18, `fee_rate` of 65,535."""

    tao: Tao
    alpha: Alpha
    tao_weight: int
    fee_rate: int

    @property
    def most_tao(self) -> Tao:
        """The most TAO that the pool takes in one trade, at any price."""
        return self.tao * _MAX_INPUT

    @property
    def most_alpha(self) -> Alpha:
        """The most alpha that the pool takes in one trade, at any price."""
        return self.alpha * _MAX_INPUT

    def tao_within(self, limit: Tao) -> Tao:
        """The TAO, fee included, that raises the price to `limit`; zero if it is there already.

        It may differ from the chain's own fixed-point result by a few rao.
        """
        with localcontext(Context(prec=_DIGITS)):
            ratio = _price_of(limit) / self.exact_price()
            alpha_weight = Decimal(_WEIGHT_ONE - self.tao_weight) / _WEIGHT_ONE
            found = self._with_fee(self.tao.rao, ratio, alpha_weight)
        return min(Tao.from_rao(found), self.most_tao)

    def alpha_within(self, limit: Tao) -> Alpha:
        """The alpha, fee included, that lowers the price to `limit`; zero if it is there
        already."""
        with localcontext(Context(prec=_DIGITS)):
            ratio = self.exact_price() / _price_of(limit)
            found = self._with_fee(self.alpha.rao, ratio, Decimal(self.tao_weight) / _WEIGHT_ONE)
        return min(Alpha.from_rao(found, self.alpha.netuid), self.most_alpha)

    def exact_price(self) -> Decimal:
        """TAO for one alpha, to the digits of the current decimal context."""
        alpha_weight = _WEIGHT_ONE - self.tao_weight
        return Decimal(alpha_weight * self.tao.rao) / (self.tao_weight * self.alpha.rao)

    def _with_fee(self, reserve: int, ratio: Decimal, weight: Decimal) -> int:
        """The amount, fee included, that moves the price by `ratio`."""
        if ratio <= 1:
            return 0
        net = reserve * (ratio**weight - 1)
        return int(net * FEE_ONE / (FEE_ONE - self.fee_rate))


def pool(at: BlockContext, netuid: int) -> Program[Pool | None]:
    """The pool of a subnet; None if it has none, it is empty, or the runtime stores it in a form
    that this release does not support."""
    netuid = netuid_of(netuid)
    items = (
        subtensor.SubnetMechanism,
        subtensor.SubnetTAO,
        subtensor.SubnetAlphaIn,
        swap.SwapBalancer,
        swap.FeeRate,
    )
    try:
        found = yield from storage_many(at, [(item, (netuid,)) for item in items])
    except IncompatibleItem:
        return None
    mechanism, tao, alpha, balancer, fee_rate = found
    if mechanism != _DYNAMIC or not (tao and alpha) or fee_rate >= FEE_ONE:
        return None
    weight = balancer["quote"]
    if not 0 < weight < _WEIGHT_ONE:
        return None
    return Pool(Tao.from_rao(tao), Alpha.from_rao(alpha, netuid), weight, fee_rate)


def _price_of(limit: Tao) -> Decimal:
    return Decimal(limit.rao) / RAO
