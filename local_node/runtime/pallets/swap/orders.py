"""The two orders that a pool executes, with the formulas of their directions.

`GetAlphaForTao` buys, `GetTaoForAlpha` sells. Invariant: an order is pure; it only reads the given
`PoolReserves`. Prices are ``U64F64`` bits of TAO per alpha.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from btsdk.frozen import Frozen
from local_node.runtime.pallets.swap.balancer import Balancer

MAX_PRICE = 1_000_000_000_000_000
"""Highest price limit, in rao per alpha."""
MIN_PRICE = 1_000
"""Lowest price limit, in rao per alpha."""


class PoolReserves(NamedTuple):
    """The reserves of a subnet's pool, in rao, with its weights."""

    tao: int
    alpha: int
    balancer: Balancer

    def price(self) -> int:
        """Price of one alpha (``U64F64``)."""
        return self.balancer.price(self.alpha, self.tao)


class Order(Protocol):
    """The amounts and prices of a swap in one direction."""

    default_limit: int

    @property
    def amount(self) -> int:
        """The amount paid in, fee included."""

    def reserve_in(self, pool: PoolReserves) -> int:
        """The reserve that grows."""

    def reserve_out(self, pool: PoolReserves) -> int:
        """The reserve that pays."""

    def is_beyond_limit(self, price: int, limit: int) -> bool:
        """Whether the price has room before the limit."""

    def is_closer(self, price: int, limit: int) -> bool:
        """Whether ``price`` is reached no later than ``limit``."""

    def paid_out(self, pool: PoolReserves, amount_in: int) -> int:
        """The amount that the pool pays out for ``amount_in`` after fees."""

    def price_after(self, pool: PoolReserves, amount_in: int) -> int:
        """The price after ``amount_in`` is paid in."""

    def amount_to_reach(self, pool: PoolReserves, price: int, target: int) -> int:
        """The payment that moves the price to ``target``."""


class GetAlphaForTao(Frozen):
    """Pay TAO, receive alpha: the price rises."""

    amount: int
    default_limit = MAX_PRICE

    def reserve_in(self, pool: PoolReserves) -> int:
        """The TAO reserve, which grows."""
        return pool.tao

    def reserve_out(self, pool: PoolReserves) -> int:
        """The alpha reserve, which pays."""
        return pool.alpha

    def is_beyond_limit(self, price: int, limit: int) -> bool:
        """A buyer's limit must be above the price."""
        return price < limit

    def is_closer(self, price: int, limit: int) -> bool:
        """A buyer reaches the lower price first."""
        return price <= limit

    def paid_out(self, pool: PoolReserves, amount_in: int) -> int:
        """Alpha for TAO."""
        return pool.balancer.alpha_out(pool.alpha, pool.tao, amount_in)

    def price_after(self, pool: PoolReserves, amount_in: int) -> int:
        """Price with more TAO and less alpha."""
        alpha = max(0, pool.alpha - self.paid_out(pool, amount_in))
        return pool.balancer.price(alpha, min(pool.tao + amount_in, (1 << 64) - 1))

    def amount_to_reach(self, pool: PoolReserves, price: int, target: int) -> int:
        """TAO that raises the price."""
        return pool.balancer.tao_in_to_reach(price, target, pool.tao)


class GetTaoForAlpha(Frozen):
    """Pay alpha, receive TAO: the price falls."""

    amount: int
    default_limit = MIN_PRICE

    def reserve_in(self, pool: PoolReserves) -> int:
        """The alpha reserve, which grows."""
        return pool.alpha

    def reserve_out(self, pool: PoolReserves) -> int:
        """The TAO reserve, which pays."""
        return pool.tao

    def is_beyond_limit(self, price: int, limit: int) -> bool:
        """A seller's limit must be below the price."""
        return price > limit

    def is_closer(self, price: int, limit: int) -> bool:
        """A seller reaches the higher price first."""
        return price >= limit

    def paid_out(self, pool: PoolReserves, amount_in: int) -> int:
        """TAO for alpha."""
        return pool.balancer.tao_out(pool.alpha, pool.tao, amount_in)

    def price_after(self, pool: PoolReserves, amount_in: int) -> int:
        """Price with less TAO and more alpha."""
        tao = max(0, pool.tao - self.paid_out(pool, amount_in))
        return pool.balancer.price(min(pool.alpha + amount_in, (1 << 64) - 1), tao)

    def amount_to_reach(self, pool: PoolReserves, price: int, target: int) -> int:
        """Alpha that lowers the price."""
        return pool.balancer.alpha_in_to_reach(price, target, pool.alpha)
