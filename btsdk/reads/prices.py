"""Prices of alpha and quotes for trades, from the chain's own simulation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.apis import swap
from btsdk.errors import RpcError
from btsdk.integers import netuid_of
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, has_api, storage_map
from btsdk.storage import subtensor
from btsdk.units import RAO, Alpha, Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

_BASIS_POINTS = 10_000


@dataclass(frozen=True)
class Quote:
    """The result of a trade at this block, simulated by the chain.

    A stake pays `tao` and receives `alpha`, an unstake the reverse. Only the fee of the paying side
    is not zero. `price` is TAO for one alpha before it.
    """

    tao: Tao
    alpha: Alpha
    tao_fee: Tao
    alpha_fee: Alpha
    price: Tao
    staking: bool

    @property
    def impact(self) -> int:
        """The loss against `price` in basis points, fee included."""
        at_price = self.alpha.rao * self.price.rao // RAO
        ideal, got = (self.tao.rao, at_price) if self.staking else (at_price, self.tao.rao)
        return max(0, (ideal - got) * _BASIS_POINTS // ideal) if ideal else 0


def price(at: BlockContext, netuid: int) -> Program[Tao]:
    """TAO for one alpha of the subnet."""
    netuid = netuid_of(netuid)
    return Tao.from_rao((yield from call_api(at, swap.current_alpha_price, netuid)))


def prices(at: BlockContext) -> Program[dict[int, Tao]]:
    """TAO for one alpha, by netuid."""
    if has_api(at, swap.current_alpha_price_all):
        found = yield from call_api(at, swap.current_alpha_price_all)
        return {entry["netuid"]: Tao.from_rao(entry["price"]) for entry in found}
    netuids = yield from storage_map(at, subtensor.NetworksAdded)
    known: dict[int, Tao] = {}
    for (netuid,), added in sorted(netuids):
        if added:
            known[netuid] = yield from price(at, netuid)
    return known


def quote_stake(at: BlockContext, netuid: int, amount: Tao) -> Program[Quote]:
    """The quote for staking `amount` on a subnet."""
    netuid = netuid_of(netuid)
    before = yield from price(at, netuid)
    found = yield from call_api(at, swap.sim_swap_tao_for_alpha, netuid, amount)
    alpha = Alpha.from_rao(found["alpha_amount"], netuid)
    return _quote(found, netuid, amount, alpha, before, staking=True)


def quote_unstake(at: BlockContext, amount: Alpha) -> Program[Quote]:
    """The quote for unstaking `amount`."""
    before = yield from price(at, amount.netuid)
    found = yield from call_api(at, swap.sim_swap_alpha_for_tao, amount.netuid, amount)
    tao = Tao.from_rao(found["tao_amount"])
    return _quote(found, amount.netuid, tao, amount, before, staking=False)


def sale_values(at: BlockContext, amounts: Sequence[Alpha]) -> Program[list[Tao | None]]:
    """The TAO from selling each amount by itself at this block, after the fee.

    Zero if the chain would refuse the sale; None if it cannot simulate one.
    """
    if not has_api(at, swap.sim_swap_alpha_for_tao):
        return [None] * len(amounts)
    return (yield from gather(_sale_value(at, amount) for amount in amounts))


def _sale_value(at: BlockContext, amount: Alpha) -> Program[Tao | None]:
    try:
        found = yield from call_api(at, swap.sim_swap_alpha_for_tao, amount.netuid, amount)
    except RpcError:
        return None
    return Tao.from_rao(found["tao_amount"])


def _quote(
    found: v.SimSwapResult, netuid: int, tao: Tao, alpha: Alpha, before: Tao, *, staking: bool
) -> Quote:
    return Quote(
        tao=tao,
        alpha=alpha,
        tao_fee=Tao.from_rao(found["tao_fee"]),
        alpha_fee=Alpha.from_rao(found["alpha_fee"], netuid),
        price=before,
        staking=staking,
    )
