"""The weighted pool of a subnet: price, payouts and the amounts that reach a price.

With the reserves x (alpha, the base) and y (TAO, the quote) and weights w1 + w2 = 1, the price is
``p = (w1 * y) / (w2 * x)``, and a payment moves the pool along ``x^w1 * y^w2 = const``. Only the
quote weight w2 is kept. Liquidity may enter at any proportion: the weights change so that the price
stays the same.

Invariant: pure arithmetic over integers and ``U64F64`` bits, equal to the chain's in the last bit;
both weights are at or above `MIN_WEIGHT`.
"""

from __future__ import annotations

from typing import NamedTuple

from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.arithmetic.perthings import Perquintill
from local_node.runtime.arithmetic.powers import pow_ratio_scaled

ACCURACY = Perquintill.accuracy
HALF = ACCURACY // 2
MIN_WEIGHT = ACCURACY // 100
"""The least weight, one hundredth, which keeps the exponentiation precise."""

_SWAP_PRECISION = 256
_LIMIT_PRECISION = 1024
_U64_MAX = (1 << 64) - 1
_U128_MAX = (1 << 128) - 1


class Balancer(NamedTuple):
    """The weights of one pool; ``quote`` is TAO's, in parts per quintillion."""

    quote: int = HALF

    @property
    def base(self) -> int:
        """Alpha's weight."""
        return ACCURACY - self.quote

    def is_valid(self) -> bool:
        """Whether both weights are at least the minimum."""
        return self.base >= MIN_WEIGHT and self.quote >= MIN_WEIGHT

    def price(self, alpha: int, tao: int) -> int:
        """Price of one alpha in TAO (``U64F64``) at the given reserves."""
        weights = U64F64.safe_div(U64F64.from_int(self.base), U64F64.from_int(self.quote))
        return U64F64.mul(weights, U64F64.safe_div(U64F64.from_int(tao), U64F64.from_int(alpha)))

    def alpha_out(self, alpha: int, tao: int, tao_in: int) -> int:
        """Alpha that the pool pays for ``tao_in``."""
        left = self._left_over(tao, min(tao + tao_in, _U64_MAX), (self.quote, self.base))
        return _part(alpha, U64F64.sub(U64F64.one, min(left, U64F64.one)))

    def tao_out(self, alpha: int, tao: int, alpha_in: int) -> int:
        """TAO that the pool pays for ``alpha_in``."""
        left = self._left_over(alpha, min(alpha + alpha_in, _U64_MAX), (self.base, self.quote))
        return _part(tao, U64F64.sub(U64F64.one, min(left, U64F64.one)))

    def tao_in_to_reach(self, price: int, target: int, tao: int) -> int:
        """TAO that raises the price to ``target``."""
        return _growth(tao, (target, price), self.base)

    def alpha_in_to_reach(self, price: int, target: int, alpha: int) -> int:
        """Alpha that lowers the price to ``target``."""
        return _growth(alpha, (price, target), self.quote)

    def alpha_needed_for_tao(self, alpha: int, tao: int, tao_out: int) -> int:
        """Alpha that must be sold to receive ``tao_out``."""
        growth = self._left_over(tao, max(tao - tao_out, 0), (self.quote, self.base))
        return _part(alpha, U64F64.sub(growth, U64F64.one))

    def with_liquidity(self, alpha: int, tao: int, alpha_in: int, tao_in: int) -> Balancer:
        """The weights that keep the price when liquidity enters; check `is_valid` before use."""
        base_part = _weighted(self.base, tao * min(alpha + alpha_in, _U128_MAX))
        quote_part = _weighted(self.quote, alpha * min(tao + tao_in, _U128_MAX))
        total = min(base_part + quote_part, _U128_MAX)
        return Balancer(Perquintill.from_rational(quote_part, total) if total else HALF)

    def _left_over(self, before: int, after: int, exponent: tuple[int, int]) -> int:
        """``(before / after) ** exponent`` as ``U64F64``; zero for an empty or overflowing pool."""
        if after == 0:
            return 0
        scaled = pow_ratio_scaled((before, after), exponent, _SWAP_PRECISION, ACCURACY)
        if scaled is None or scaled > _U64_MAX:
            return 0
        return U64F64.safe_div(U64F64.from_int(scaled), U64F64.from_int(ACCURACY))


def initial_balancer(alpha: int, tao: int, price: int) -> Balancer | None:
    """The weights for this ``price`` (``U64F64``), or ``None`` for an empty pool."""
    value_of_alpha = U64F64.to_u64(price) * alpha
    value_of_alpha += U64F64.to_unsigned(
        U64F64.mul(U64F64.from_int(alpha), U64F64.frac(price)), 128
    )
    total = min(value_of_alpha + tao, _U128_MAX)
    return Balancer(Perquintill.from_rational(tao, total)) if total else None


def _growth(reserve: int, ratio: tuple[int, int], weight: int) -> int:
    """``reserve * (ratio ** weight - 1)``: the amount that a price limit allows."""
    scaled = pow_ratio_scaled(ratio, (weight, ACCURACY), _LIMIT_PRECISION, ACCURACY)
    if scaled is None:
        return 0
    power = U64F64.safe_div(U64F64.from_int(min(scaled, _U64_MAX)), U64F64.from_int(ACCURACY))
    return _part(reserve, U64F64.sub(power, U64F64.one))


def _part(reserve: int, factor: int) -> int:
    return U64F64.to_u64(U64F64.mul(U64F64.from_int(reserve), factor))


def _weighted(weight: int, value: int) -> int:
    """``weight * value`` rounded to nearest, halves up, within 128 bits."""
    return min((min(value, _U128_MAX) * weight + ACCURACY // 2) // ACCURACY, _U128_MAX)
