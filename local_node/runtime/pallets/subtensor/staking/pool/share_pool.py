"""The share pool of a hotkey on a subnet: an amount of alpha, split among coldkeys by shares.

Emission raises the amount and with it every coldkey's part; staking buys shares, unstaking sells
them. Shares are decimal floats of 21 digits (`AlphaV2`); those of the older binary form (`Alpha`)
are still read, and rewritten when they change. Invariant: the denominator is the sum of the shares,
up to truncated digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.safe_float import ZERO, SafeFloat, from_u64, from_u64f64
from local_node.runtime.frame.context import Context

_U64_MAX = (1 << 64) - 1


class SharePool(NamedTuple):
    """The pool of one hotkey on one subnet; changes are written at once."""

    ctx: Context
    hotkey: bytes
    netuid: int

    def total(self) -> int:
        """The alpha of the whole pool."""
        return int(self.ctx.get(storage.TotalHotkeyAlpha, (self.hotkey, self.netuid)))

    def value_of(self, coldkey: bytes) -> int:
        """The alpha value of a coldkey's shares."""
        share = self.share_of(coldkey)
        return 0 if share is None else self.value_of_share(share)

    def value_of_share(self, share: SafeFloat) -> int:
        """The alpha value of a number of shares."""
        value = from_u64(self.total()).mul_div(share, self.denominator())
        return (value or ZERO).to_u64()

    def share_of(self, coldkey: bytes) -> SafeFloat | None:
        """The coldkey's shares, or None if it never had any."""
        key = (self.hotkey, coldkey, self.netuid)
        return _read(self.ctx, storage.Alpha, storage.AlphaV2, key)

    def denominator(self) -> SafeFloat:
        """The sum of all shares."""
        key = (self.hotkey, self.netuid)
        shares = _read(self.ctx, storage.TotalHotkeyShares, storage.TotalHotkeySharesV2, key)
        return shares or ZERO

    def grow(self, amount: int) -> None:
        """Change the alpha of every coldkey in proportion; ``amount`` may be negative."""
        total = max(0, min(self.total() + amount, _U64_MAX))
        key = (self.hotkey, self.netuid)
        if total:
            self.ctx.put(storage.TotalHotkeyAlpha, key, total)
        else:
            self.ctx.remove(storage.TotalHotkeyAlpha, key)

    def change(self, coldkey: bytes, amount: int) -> None:
        """Change the alpha of one coldkey; ``amount`` may be negative."""
        denominator = self.denominator()
        share = self.share_of(coldkey) or ZERO
        if denominator.is_zero():
            # The first coldkey gets as many shares as alpha, and owns all of the pool.
            denominator = share = from_u64(abs(amount))
        else:
            bought = self._shares_for(amount, denominator)
            denominator = _moved(denominator, bought, amount)
            share = _moved(share, bought, amount)
        self._store_denominator(denominator)
        self._store_share(coldkey, share)
        self.grow(amount)

    def can_represent(self, amount: int) -> bool:
        """Whether ``amount`` is large enough to buy a share at the pool's precision."""
        denominator = self.denominator()
        return denominator.is_zero() or not self._shares_for(amount, denominator).is_zero()

    def _shares_for(self, amount: int, denominator: SafeFloat) -> SafeFloat:
        return from_u64(abs(amount)).mul_div(denominator, from_u64(self.total())) or ZERO

    def _store_share(self, coldkey: bytes, share: SafeFloat) -> None:
        key = (self.hotkey, coldkey, self.netuid)
        _write(self.ctx, storage.Alpha, storage.AlphaV2, key, share)

    def _store_denominator(self, shares: SafeFloat) -> None:
        key = (self.hotkey, self.netuid)
        _write(self.ctx, storage.TotalHotkeyShares, storage.TotalHotkeySharesV2, key, shares)


def shares_of_pair(ctx: Context, hotkey: bytes, coldkey: bytes) -> list[tuple[int, SafeFloat]]:
    """Netuids where the coldkey has shares of the hotkey, in ascending order, with the shares."""
    merged = _merged(ctx, hotkey, coldkey)
    return sorted((netuid, share) for netuid, share in merged.items() if not share.is_zero())


def shares_of_hotkey(ctx: Context, hotkey: bytes) -> list[tuple[bytes, int, SafeFloat]]:
    """Coldkeys and netuids with shares of the hotkey, in the order of coldkey and netuid."""
    merged = _merged(ctx, hotkey)
    return sorted((coldkey, netuid, share) for (coldkey, netuid), share in merged.items())


def all_shares(ctx: Context) -> Iterator[tuple[bytes, bytes, int]]:
    """Every hotkey, coldkey and netuid with shares, in that order."""
    return iter(sorted(_merged(ctx)))


def _merged(ctx: Context, *prefix: bytes) -> dict[Any, SafeFloat]:
    """Both forms of shares under a prefix; the newer one has priority."""
    shares = {key: from_u64f64(bits) for key, bits in ctx.iter(storage.Alpha, *prefix)}
    shares.update((key, _decoded(value)) for key, value in ctx.iter(storage.AlphaV2, *prefix))
    return shares


def _moved(shares: SafeFloat, by: SafeFloat, amount: int) -> SafeFloat:
    """The shares after buying or selling; unchanged if they leave the float's range."""
    moved = shares.plus(by) if amount > 0 else shares.minus(by)
    return shares if moved is None else moved


def _read(ctx: Context, old: Any, new: Any, key: Any) -> SafeFloat | None:
    if ctx.contains(old, key):
        return from_u64f64(ctx.get(old, key))
    return _decoded(ctx.get(new, key)) if ctx.contains(new, key) else None


def _write(ctx: Context, old: Any, new: Any, key: Any, value: SafeFloat) -> None:
    if ctx.contains(old, key):
        ctx.remove(old, key)
    if value.is_zero():
        ctx.remove(new, key)
    else:
        ctx.put(new, key, {"mantissa": value.mantissa, "exponent": value.exponent})


def _decoded(value: dict[str, int]) -> SafeFloat:
    return SafeFloat(value["mantissa"], value["exponent"])
