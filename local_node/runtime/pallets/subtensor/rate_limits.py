"""Rate limits: the blocks between two transactions of one kind.

The last block is stored per account, subnet and kind (`TransactionKeyLastBlock`), or per named key
(`LastRateLimitedBlock`). A last block of 0 always passes, as it means that there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from chain_spec.pallets.subtensor import storage
from chain_spec.profile import ByProfile, at, prod_or_fast
from local_node.runtime.frame.context import Context

# Blocks: the least and the greatest tempo that an owner may set (`MIN_TEMPO`, `MAX_TEMPO`).
MIN_TEMPO = 360
MAX_TEMPO = 50_400

_SET_CHILDREN_BLOCKS = 150
_SET_OWNER_HOTKEY_BLOCKS = 50_400

Limit = Callable[[Context, int], int]
Key = Callable[[int], Any]


class RateLimit(NamedTuple):
    """The rate limit of one kind of transaction.

    `key` is the entry in `LastRateLimitedBlock` for a subnet; without one the last block is stored
    per account under `number`.
    """

    number: int
    limit: Limit
    key: Key | None = None

    def passes(self, ctx: Context, account: bytes, netuid: int = 0) -> bool:
        last = self.last_block(ctx, account, netuid)
        return last == 0 or max(ctx.block_number - last, 0) >= self.limit(ctx, netuid)

    def last_block(self, ctx: Context, account: bytes, netuid: int = 0) -> int:
        if self.key is not None:
            return last_limited_block(ctx, self.key(netuid))
        return ctx.get(storage.TransactionKeyLastBlock, (account, netuid, self.number))

    def record(self, ctx: Context, account: bytes, netuid: int = 0) -> None:
        """Record the current block as the account's last."""
        if self.key is not None:
            set_last_limited_block(ctx, self.key(netuid), ctx.block_number)
        else:
            key = (account, netuid, self.number)
            ctx.put(storage.TransactionKeyLastBlock, key, ctx.block_number)


def _fixed(blocks: int | ByProfile[int]) -> Limit:
    return lambda ctx, _netuid: at(blocks, ctx.profile)


def _stored(item: Any) -> Limit:
    return lambda ctx, _netuid: ctx.get(item)


def _tempos(item: Any) -> Limit:
    """A limit of as many of the subnet's tempos as the item's value."""
    return lambda ctx, netuid: ctx.get(storage.Tempo, netuid) * ctx.get(item)


SET_CHILDREN = RateLimit(0, _fixed(_SET_CHILDREN_BLOCKS))
SET_CHILDKEY_TAKE = RateLimit(1, _stored(storage.TxChildkeyTakeRateLimit))
REGISTER_NETWORK = RateLimit(
    3, _stored(storage.NetworkRateLimit), key=lambda _netuid: "NetworkLastRegistered"
)
SET_WEIGHTS_VERSION_KEY = RateLimit(4, _tempos(storage.WeightsVersionKeyRateLimit))
SET_OWNER_HOTKEY = RateLimit(
    5,
    _fixed(_SET_OWNER_HOTKEY_BLOCKS),
    key=lambda netuid: ("SetSNOwnerHotkey", netuid),
)
MECHANISM_COUNT_UPDATE = RateLimit(7, _fixed(prod_or_fast(7_200, 1)))
MECHANISM_EMISSION = RateLimit(8, _fixed(prod_or_fast(7_200, 1)))
MAX_UIDS_TRIMMING = RateLimit(9, _fixed(prod_or_fast(30 * 7_200, 1)))
ADD_STAKE_BURN = RateLimit(10, lambda ctx, netuid: ctx.get(storage.Tempo, netuid))
TEMPO_UPDATE = RateLimit(11, _fixed(MIN_TEMPO))


def hyperparameter_update(name: str) -> RateLimit:
    """The owner's limit on one hyperparameter, `OwnerHyperparamRateLimit` tempos."""
    return RateLimit(
        6,
        _tempos(storage.OwnerHyperparamRateLimit),
        key=lambda netuid: ("OwnerHyperparamUpdate", (netuid, name)),
    )


def last_limited_block(ctx: Context, key: Any) -> int:
    return ctx.get(storage.LastRateLimitedBlock, key)


def set_last_limited_block(ctx: Context, key: Any, block: int) -> None:
    ctx.put(storage.LastRateLimitedBlock, key, block)


def network_last_lock_block(ctx: Context) -> int:
    """The block of the last subnet registration."""
    return last_limited_block(ctx, "NetworkLastRegistered")


def last_tx_block(ctx: Context, account: bytes) -> int:
    return last_limited_block(ctx, ("LastTxBlock", account))


def exceeds_tx_rate_limit(ctx: Context, previous: int) -> bool:
    """Whether a transaction comes too soon after the block `previous`; inclusive."""
    return _too_soon(ctx, previous, ctx.get(storage.TxRateLimit))


def exceeds_delegate_take_rate_limit(ctx: Context, previous: int) -> bool:
    return _too_soon(ctx, previous, ctx.get(storage.TxDelegateTakeRateLimit))


def _too_soon(ctx: Context, previous: int, limit: int) -> bool:
    if limit == 0 or previous == 0:
        return False
    return max(ctx.block_number - previous, 0) <= limit
